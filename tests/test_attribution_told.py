"""Arabic statements that are easily passed over, and what looks like them: sentences of our own, invented names."""

import pandas as pd
import pytest

from framing.attribution import attribute


def found(text):
    table = pd.DataFrame({"unit": ["n0"], "text": [text], "outlet": ["digest"], "language": ["ar"]})
    table["published"] = pd.to_datetime("2025-10-15")
    return list(attribute(table)["text"])


TOLD = [
    # a form that may be a passive has its subject before it
    ("وأوضح المدير أن الوزير نادر القاسمي يعتقد أن السد امتلأ.", "السد امتلأ"),
    ("وأشار الخبير إلى أن البلدية تعتبر أن السد متين.", "السد متين"),
    # behind «ذلك» a participle goes on
    ("تنفي البلدية ذلك مؤكدة على أن السد متين.", "السد متين"),
    # the object, where another verb with a pronoun follows
    ("هذا وأدان الوزير نادر القاسمي التفجير الأخير ووصفه بأنه جريمة.", "التفجير الأخير"),
    # between cue and content: an aside between dashes, day and place, the title of a text
    ("وكانت البلدية قد أكدت - في وقت سابق - قيام الشركة بإصلاح السد.", "قيام الشركة بإصلاح السد"),
    ("وطلب الوزير نادر القاسمي الجمعة في بروكسل رفع الحظر عن الشركة.", "رفع الحظر عن الشركة"),
    ("وأوضح التقرير، الذي صدر تحت عنوان «هل ينهار السد القديم في المدينة؟»، أن السد متين.", "السد متين"),
    # three letters with ب
    ("التقى الوزير العمال، واتهم المدير بشن حملة عليهم.", "شن حملة عليهم"),
    # what somebody is going to ask
    ("وقال إن البلدية ستطلب رفع الحظر عن الشركة.", "رفع الحظر عن الشركة"),
    # several are named by each of
    ("عرضت كل من وزارة المياه وجامعة المدينة القيام بدور الوسيط.", "القيام بدور الوسيط"),
    # what is said of something, what it is held to be
    ("نفى الوزير ما ذكرته الصحيفة بشأن نقل السوق من المدينة.", "نقل السوق من المدينة"),
    ("وقف العمال في وجه ما تعتبره النقابة تدخلا في شؤونها.", "تدخلا في شؤونها"),
    ("وقال الناطق إن الوزير وعدهم بالتحرك نحو الحل.", "التحرك نحو الحل"),
    # a relay of somebody's words
    ("ونقلت الصحيفة قول الوزير نادر القاسمي إن السد امتلأ.", "السد امتلأ"),
    # verbs
    ("وعلمت صحيفة المدينة أن السد امتلأ.", "السد امتلأ"),
    ("من جانبها أبرزت صحيفة المدينة أن السد امتلأ.", "السد امتلأ"),
    ("جادل الخبير بأن السد متين.", "السد متين"),
    ("لام المدير الشركة، متسائلا عن سبب تأخر المشروع.", "سبب تأخر المشروع"),
    # nouns: several calls, a charge with the one who is charged, a fear, an offer, from whom a promise comes
    ("يرفض المدير دعوات وزارة المياه إلى تأجيل المشروع.", "تأجيل المشروع"),
    ("لم تعلق الصحيفة على اتهام وزارة المياه للشركة بإخفاء الأرقام.", "إخفاء الأرقام"),
    ("في ظل خشية وزارة المياه من انهيار السد.", "انهيار السد"),
    ("وهناك قلق لدى وزارة المياه من أن السد قد ينهار.", "السد قد ينهار"),
    ("واستقبل المدير بتحفظ اقتراح الوزير نادر القاسمي بتأجيل المشروع.", "تأجيل المشروع"),
    ("وتلقى العمال وعودا من وزارة المياه بزيادة الأجور.", "زيادة الأجور"),
    # the family of the one who is spoken of
    ("نجا الحارس من الحريق بحسب ما أكدته أسرته.", "نجا الحارس من الحريق"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content"), TOLD)
def test_what_is_told_is_found(text, content):
    assert content in found(text)


NOT_TOLD = [
    "سقط صاروخ يعتقد أنه قديم.",
    "والمدينة القديمة ويعتقد أنها مهجورة.",
    "رأى الناس أن الطريق يعتبر «شريان المدينة».",
    "سترحب البلدية بالضيوف.",
    "وصل الطالب إلى المدينة، علما أن الطريق مغلق.",
    "برز نادي المدينة أمس.",
    "تعتبر المدينة حليفا قديما للبلدة.",
    "في هجوم رآه التجار تحذيرا للسوق من الفوضى.",
    "وتلقى الحزب وعودا بالزيادة.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_only_looks_so_is_not(text):
    assert not [content for content in found(text) if not content.startswith("الطريق يعتبر")]
