"""Where the content of an Arabic cue opens, and what is no content: sentences of our own, with invented names."""

import pandas as pd
import pytest

from framing.attribution import attribute


def found(text):
    table = pd.DataFrame({"unit": ["n0"], "text": [text], "outlet": ["digest"], "language": ["ar"]})
    table["published"] = pd.to_datetime("2025-10-15")
    return list(attribute(table)["text"])


CONTENT = [
    # the complement with an attached ب right behind the verb, or behind a subject with an apposition
    ("هتف العمال طويلاً، وهددوا بإغلاق المصنع.", "إغلاق المصنع"),
    ("أشاد نادر القاسمي، مدير المركز، بجهود الفريق.", "جهود الفريق"),
    ("بعض التجار يطالبون الوزارة بالسعي إلى خفض الأسعار.", "السعي إلى خفض الأسعار"),
    # a plural verb, and قد behind its subject, have no subject behind them
    ("وكان الاتحاد قد اشترط رحيل المدير قبل بدء الحوار.", "رحيل المدير قبل بدء الحوار"),
    # the object shows by its form where the subject ends
    ("أكد الجانبان اتفاق مواقفهما بشأن المياه على المستوى المحلي.", "اتفاق مواقفهما بشأن المياه على المستوى المحلي"),
    ("أكد النادي مساء السبت في بيان له تعليق مشاركته في البطولة.", "تعليق مشاركته في البطولة"),
    ("وأعلن النادي رفضه دعوات لزيارة الملعب.", "رفضه دعوات لزيارة الملعب"),
    # a preposition of a circumstance is passed over
    ("أعلن النادي في بيان صدر عن هيئته الإدارية أن المباراة تأجلت.", "المباراة تأجلت"),
    ("وأكد المدير على هامش المعرض أن السد امتلأ.", "السد امتلأ"),
    # dashes and abbreviations between cue and content
    ("قال المدير - في معرض تعليقه على الخبر - إن السد امتلأ.", "السد امتلأ"),
    ("وشدد المدير د. نادر القاسمي على أهمية السد.", "أهمية السد"),
    # a short quotation that is a sentence
    ('وقال "سنعمل بسرعة." ثم غادر المدير القاعة.', "سنعمل بسرعة"),
    ('ورفع العمال لافتات كتب عليها "نريد الماء" في الساحة.', "نريد الماء"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content"), CONTENT)
def test_the_content_opens_where_its_cue_lets_it(text, content):
    assert content in found(text)


NO_CONTENT = [
    "مر المسافرون عبر الجسر القديم الصادر عن البلدية.",
    "وصل الباحث بشار النجار باريس.",
    "قطع العمال الطريق عبر الحقول.",
    "نشر المركز التقرير على موقعه.",
]


@pytest.mark.parametrize("text", NO_CONTENT)
def test_what_only_looks_like_a_complement_opens_nothing(text):
    assert found(text) == []


VERBS = [
    # an object pronoun on the verb: who is accused, asked, described
    ("انتقد الوزير الشركة واتهمها بإخفاء الأرقام.", "إخفاء الأرقام"),
    ("التقى الوزير التجار ودعاهم إلى خفض الأسعار.", "خفض الأسعار"),
    ("زار الخبير السد ووصفه بأنه متين.", "متين"),
    ("تحدث عن الخطة التي اعتبرها خبراء «خطوة أولى نحو الإصلاح».", "خطوة أولى نحو الإصلاح"),
    # what somebody calls it, what he says of it
    ("لا صحة لما ذكرته الصحيفة من أن السد تصدع.", "السد تصدع"),
    ("غادر النادي البطولة احتجاجا على ما سماه «ظلم الحكام».", "ظلم الحكام"),
    # an imperfect without a subject goes on with what is told
    ("وأضاف المدير أنه يوجه رسالة إلى التجار، ويدعوهم إلى الصبر.", "يوجه رسالة إلى التجار، ويدعوهم إلى الصبر"),
    # verbs of feeling, suspecting, putting down to, repeating
    ("وتشعر البلدية بالقلق من أن السد قد يتصدع.", "السد قد يتصدع"),
    ("وتشتبه الشرطة في أن الحارس كذب.", "الحارس كذب"),
    ("أرجع الوزير سامر الحلبي توقف المشروع إلى نقص المال.", "توقف المشروع إلى نقص المال"),
    ("وردد العمال «نريد الماء والخبز والعمل».", "نريد الماء والخبز والعمل"),
    ("أنكر المدير نادر القاسمي وجود خلاف.", "وجود خلاف"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content"), VERBS)
def test_verbs_with_an_object_pronoun_and_verbs_of_thought_report(text, content):
    assert content in found(text)


NO_VERBS = [
    "تلقى المدير دعوة إلى الحفل.",
    "لا يمكن وصفه بأنه متين.",
    "أرسل النص إلى المطبعة في كتاب نشرته الجامعة.",
    "هذه وصفة مناسبة بكل المقاييس.",
    "سجل مشجعو نادي بلدية المدينة هدفا.",
    "يشتبه في أن البناء قديم.",
    "سمى الرجل ابنه سالما وخرجوا مما سموه «الدار».",
]


@pytest.mark.parametrize("text", NO_VERBS)
def test_nouns_and_passives_that_look_like_such_verbs_report_nothing(text):
    assert found(text) == []


MORE = [
    ("وأكد النادي ـ في مقابلة مع قناة المدينة 25 فبراير ـ ضرورة بدء الحوار.", "ضرورة بدء الحوار"),
    ("قال نادر القاسمي- مدير المركز، مساء أمس، إن السد امتلأ.", "السد امتلأ"),
    ("وقال المدير في رد على سؤال إن السد امتلأ.", "السد امتلأ"),
    ("وأوضح المدير متحدثا للصحفيين أن السد امتلأ.", "السد امتلأ"),
    ("وصل البيان أمس، وجاء فيه أن السد امتلأ.", "السد امتلأ"),
    ("هدد العمال بالإضراب مطالبين بزيادة الأجور.", "زيادة الأجور"),
    ("وقال إن البلدية ترى ضرورة وقف العمل.", "ضرورة وقف العمل"),
    ("لكن البلدية دعت إلى الحوار، وعرضت استضافة المفاوضات.", "استضافة المفاوضات"),
    ("وقال في كتاب بعنوان «مياه المدينة القديمة» إن السد امتلأ.", "السد امتلأ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content"), MORE)
def test_what_stands_between_a_cue_and_its_content_is_passed_over(text, content):
    assert content in found(text)


@pytest.mark.parametrize("text", ["عرضت الشركة سيارة جديدة في المعرض.", "حكم القاضي على سبعة متهمين بالسجن."])
def test_shown_things_and_the_accused_report_nothing(text):
    assert found(text) == []


NOUNS = [
    ("ينتظر الناس منذ إعلان وزارة المياه أنها ستفتح السد.", "ستفتح السد"),
    ("جاء ذلك بعد تلميح الوزير سامر الحلبي إلى إمكانية التأجيل.", "إمكانية التأجيل"),
    ("التقى المدير التجار وقبلوا دعوته إلى الحوار.", "الحوار"),
    ("زادت الأسعار رغم وعود الوزير سامر الحلبي بتثبيتها.", "تثبيتها"),
    ("وقال إن مطالبة الوزير سامر الحلبي للشركة بخفض الأسعار عادلة.", "خفض الأسعار عادلة"),
    ("وتم التأكيد على أن السد امتلأ.", "السد امتلأ"),
    ("خرج العمال في مسيرة للتنديد بالقرار الجديد.", "القرار الجديد"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content"), NOUNS)
def test_nouns_report_with_what_they_take(text, content):
    assert content in found(text)


NO_NOUNS = [
    "نشرت الشركة إعلان وظائف في الصحيفة.",
    "ناقش المجلس مطالبة المدير بالتنحي.",
    "تلقى الطلاب دعوة إلى الحفل.",
    "نال المخترع تصريحا بالعمل.",
]


@pytest.mark.parametrize("text", NO_NOUNS)
def test_nouns_of_no_speaker_report_nothing(text):
    assert found(text) == []


NEEDS = [
    ("وجه الوزير سامر الحلبي نداء إلى التجار بخفض الأسعار.", "خفض الأسعار"),
    ("وألقى المدير نادر القاسمي باللوم على شركة النقل.", "اللوم على شركة النقل"),
    ("بسبب ما يطلق عليه التجار «السوق السوداء» في المدينة.", "السوق السوداء"),
    ("تلقى الوزير سامر الحلبي رسالة من المدير دعا خلالها إلى الصبر.", "الصبر"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content"), NEEDS)
def test_some_verbs_speak_only_with_their_noun(text, content):
    assert content in found(text)


@pytest.mark.parametrize(
    "text",
    ["وجه السائق سيارته بسرعة إلى الجسر.", "ألقى الحارس بالمفتاح في النهر.", "أطلق الصياد «نداء البحر» على قاربه."],
)
def test_without_that_noun_they_are_deeds(text):
    assert found(text) == []
