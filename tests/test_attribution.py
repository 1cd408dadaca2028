"""Who is made to say what: sentences of our own, with invented names."""

import importlib.util
import json
import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.attribution import AttributionError, attribute, read_sources, unknown_sources
from framing.attribution.lexicon import lexicon
from framing.attribution.reading import read
from framing.attribution.registry import SOURCES, TYPES, _faults, shipped_entries
from framing.tables import check
from framing.text import fold
from framing.yamlfile import read_yaml

SHARED = Path(__file__).resolve().parents[2] / "shared"


def articles(*texts, published="2025-10-15", language=None):
    table = pd.DataFrame({"unit": [f"n{i}" for i in range(len(texts))], "text": list(texts)})
    table["published"] = pd.to_datetime(published)
    table["outlet"] = "digest"
    if language:
        table["language"] = language
    return table


def statements(text, **options):
    return attribute(articles(text, **options)).to_dict("records")


def found(text, **options):
    return [(row["source"], row["text"]) for row in statements(text, **options)]


ARABIC = [
    # the verb, its subject, the particle
    ("قال الوزير سامر الحلبي إن المشروع جاهز.", "سامر الحلبي", "المشروع جاهز"),
    ("وقالت الوزيرة لينا الصباغ إن الخطة معدة.", "لينا الصباغ", "الخطة معدة"),
    ("وأكد المدير نادر القاسمي أن العمل مستمر.", "نادر القاسمي", "العمل مستمر"),
    ("أوضح رئيس البلدية فادي النجار أن الطريق مغلق.", "فادي النجار", "الطريق مغلق"),
    ("يرى الباحث عماد الرفاعي أن السوق هادئة.", "عماد الرفاعي", "السوق هادئة"),
    ("وتعتقد الخبيرة سلمى الزين أن الأسعار ستهبط.", "سلمى الزين", "الأسعار ستهبط"),
    ("زعم الناطق وائل الحمدان أن الجسر سليم.", "وائل الحمدان", "الجسر سليم"),
    ("صرح السفير كريم الدباغ بأن الزيارة قريبة.", "كريم الدباغ", "الزيارة قريبة"),
    # verbs with a preposition
    ("أشار الوزير سامر الحلبي إلى أن المياه وفيرة.", "سامر الحلبي", "المياه وفيرة"),
    ("ولفت النائب هشام البكري إلى تأخر القانون.", "هشام البكري", "تأخر القانون"),
    ("وشدد المدير نادر القاسمي على ضرورة الإصلاح.", "نادر القاسمي", "ضرورة الإصلاح"),
    ("أعرب الوزير سامر الحلبي عن أمله في أن ينجح اللقاء.", "سامر الحلبي", "ينجح اللقاء"),
    ("وعبر السفير كريم الدباغ عن قلقه من التأخير.", "كريم الدباغ", "قلقه من التأخير"),
    ("دعا الوزير سامر الحلبي إلى حوار واسع.", "سامر الحلبي", "حوار واسع"),
    ("وحذر الخبير رامي الشامي من شح المياه.", "رامي الشامي", "شح المياه"),
    ("ندد النائب هشام البكري بالقرار الأخير.", "هشام البكري", "القرار الأخير"),
    ("طالب المدير نادر القاسمي بتمديد المهلة.", "نادر القاسمي", "تمديد المهلة"),
    ("اتهم النائب هشام البكري الشركة بإخفاء الأرقام.", "هشام البكري", "إخفاء الأرقام"),
    # a bare object
    ("نفى الوزير سامر الحلبي وجود خلاف.", "سامر الحلبي", "وجود خلاف"),
    ("أعلنت وزارة المياه السورية استعدادها للتعاون.", "وزارة المياه السورية", "استعدادها للتعاون"),
    # the subject before the verb
    ("وكان الوزير سامر الحلبي قد أعلن أن المعرض سيفتح.", "سامر الحلبي", "المعرض سيفتح"),
    ("لكن المصادر قالت إن الموعد تأجل.", "مصادر", "الموعد تأجل"),
    ("أما الوزير سامر الحلبي فقال إن الموعد باق.", "سامر الحلبي", "الموعد باق"),
    # names in apposition and in marks
    ("قال نادر القاسمي، مدير المركز، إن النتائج جيدة.", "نادر القاسمي", "النتائج جيدة"),
    ("أعلن وزير المياه السوري، سامر الحلبي، أن السد امتلأ.", "سامر الحلبي", "السد امتلأ"),
    ("وقال «الحلبي» إن السد امتلأ.", "الحلبي", "السد امتلأ"),
    # quotations
    ("وقال المدير نادر القاسمي: «نحن مستعدون للعمل فوراً».", "نادر القاسمي", "نحن مستعدون للعمل فوراً"),
    ("وقال المدير نادر القاسمي “نحن مستعدون للعمل فوراً”.", "نادر القاسمي", "نحن مستعدون للعمل فوراً"),
    ('وأضاف المدير نادر القاسمي قائلا: "لن نتراجع عن الخطة".', "نادر القاسمي", "لن نتراجع عن الخطة"),
    ("قال المدير نادر القاسمي: لن نتراجع عن الخطة.", "نادر القاسمي", "لن نتراجع عن الخطة"),
    # titles and names between marks are no quotation
    ('وقالت مجلة الري في مقال بعنوان "السدود القديمة لا تصمد أمام السيول" إن "الترميم تأخر كثيرا".', "مجلة الري",
     "الترميم تأخر كثيرا"),
    ('وأضاف المدير نادر القاسمي لقناة "ام تي اس - الدولية العربية" أن "الماء يكفي الجميع".', "نادر القاسمي",
     "الماء يكفي الجميع"),
    ('قال "حزب المياه الأخضر لقوى الريف"، في بيان على موقع "الري"، إنه "يعد الصمت مشاركة".',
     "حزب المياه الأخضر لقوى الريف", "يعد الصمت مشاركة"),
    # a mark that nobody closes ends with its paragraph, or where a participle goes on
    ('وقال الوزير سامر الحلبي "إن السد امتلأ هذا العام. ولا خوف على القرى.\nثم غادر القاعة.', "سامر الحلبي",
     "السد امتلأ هذا العام. ولا خوف على القرى"),
    ('وقال الوزير سامر الحلبي "إن السد امتلأ، مبينا أن القرى بخير.', "سامر الحلبي", "السد امتلأ"),
    # words between the cue and its content
    ('وقال الوزير سامر الحلبي في رد على أسئلة مكتوبة، إن "النافذة لن تبقى مفتوحة".', "سامر الحلبي",
     "النافذة لن تبقى مفتوحة"),
    ("وأوضح الوزير سامر الحلبي متحدثا لوكالة رويترز أنه تلقى دعوة.", "سامر الحلبي", "تلقى دعوة"),
    ("وقال الوزير سامر الحلبي من قبل إن السد آمن.", "سامر الحلبي", "السد آمن"),
    ('وعبر اتحاد المزارعين، صاحب المقاعد العشرة، عن "تضامنه الكامل مع القرى".', "اتحاد المزارعين",
     "تضامنه الكامل مع القرى"),
    ('قال الوزير سامر الحلبي إن السد آمن، مجددا استعداد بلاده لدعم "السبيل الوحيد للنجاة".', "سامر الحلبي",
     'استعداد بلاده لدعم "السبيل الوحيد للنجاة'),
    ('وقال المدير نادر القاسمي (62 عاما) الذي جاء من قرية بعيدة "أنا أحب هذا النهر كثيرا".', "نادر القاسمي",
     "أنا أحب هذا النهر كثيرا"),
    ('لكن "هناك واقع الأعمال، والماء قليل"، كما قال الخبير رامي الشامي من معهد المياه.', "رامي الشامي",
     "هناك واقع الأعمال، والماء قليل"),
    # a paragraph that is a quotation goes on with the same voice
    ('وقال الوزير سامر الحلبي "السد امتلأ".\n"ولا خوف على القرى القريبة من النهر."', "سامر الحلبي",
     "ولا خوف على القرى القريبة من النهر"),
    ('وقال الوزير سامر الحلبي "السد امتلأ. ولا خوف.\n"وسنعمل معا في القرى كلها".\nثم غادر.', "سامر الحلبي",
     'السد امتلأ. ولا خوف.\n"وسنعمل معا في القرى كلها'),
    ('فيما يلي مقتطفات من خطاب الوزير سامر الحلبي:\nالمياه:\n"سنعمل معا على أن يصل الماء إلى كل بيت."',
     "سامر الحلبي", "سنعمل معا على أن يصل الماء إلى كل بيت"),
    # said, without a verb of saying
    ('وتوجه الوزير سامر الحلبي إلى المزارعين بالقول "الماء للجميع والسد لكم وحدكم".', "سامر الحلبي",
     "الماء للجميع والسد لكم وحدكم"),
    ("وجاء في بيان الوزارة أن السد امتلأ. وجاء فيه: لا خوف على القرى القريبة.", "بيان الوزارة",
     "لا خوف على القرى القريبة"),
    ("قال الوزير سامر الحلبي: «السد آمن»، قبل أن يستدرك: «لكن الحذر واجب».", "سامر الحلبي", "لكن الحذر واجب"),
    # according to
    ("بحسب الخبير رامي الشامي، فإن السوق ستتعافى.", "رامي الشامي", "السوق ستتعافى"),
    ("ستتعافى السوق قريباً، وفقاً للخبير رامي الشامي.", "رامي الشامي", "ستتعافى السوق قريباً"),
    ("ستتعافى السوق قريباً، كما يقول الخبير رامي الشامي.", "رامي الشامي", "ستتعافى السوق قريباً"),
    ("لا تحتاج السوق، وفق الخبير رامي الشامي، دعماً جديداً.", "رامي الشامي",
     "لا تحتاج السوق، وفق الخبير رامي الشامي، دعماً جديداً"),
    ("نقلاً عن مصادر دبلوماسية، فإن الاجتماع تأجل.", "مصادر دبلوماسية", "الاجتماع تأجل"),
    ("تعارض الوزارة البناء في الحي الذي سقط فيه نحو 70 قتيلاً، حسب المنظمة الزرقاء.", "المنظمة الزرقاء",
     "سقط فيه نحو 70 قتيلاً"),
    ("وهو زلزال أوقع بحسب الخبير رامي الشامي 60 قتيلاً قبل عامين.", "رامي الشامي",
     "وهو زلزال أوقع بحسب الخبير رامي الشامي 60 قتيلاً قبل عامين"),
    ("وطبقاً لإحصاءات عام 2012 يسكن المدينة مليون نسمة.", "إحصاءات", "يسكن المدينة مليون نسمة"),
    ("وبحسب الخبير رامي الشامي يعود السبب إلى الجفاف.", "رامي الشامي", "يعود السبب إلى الجفاف"),
    ("وبحسب مدير الوزارة الذي رفض الكشف عن اسمه تتلخص الخطة في أمرين.", "مدير الوزارة", "تتلخص الخطة في أمرين"),
    ("ووفقاً للخبير رامي الشامي، فإن السوق هادئة، فيما قال الوزير سامر الحلبي إنها قلقة.", "رامي الشامي", "السوق هادئة"),
    ("وصلت القافلة إلى المدينة صباحاً، على ما أفادت وزارة المياه السورية.", "وزارة المياه السورية",
     "وصلت القافلة إلى المدينة صباحاً"),
    ("بيروت (أنباء) - وصلت القافلة إلى المدينة صباحاً، وفق الخبير رامي الشامي.", "رامي الشامي",
     "وصلت القافلة إلى المدينة صباحاً"),
    ("وأعرب الوزير سامر الحلبي عن ارتياحه للنتائج، بحسب ما أكد الخبير رامي الشامي.", "رامي الشامي",
     "وأعرب الوزير سامر الحلبي عن ارتياحه للنتائج"),
    ("نقلت وكالات الأنباء أن السد امتلأ، حسب الخبير رامي الشامي.", "رامي الشامي", "السد امتلأ"),
    ("وصلت القافلة إلى المدينة، حسب ما نقلت صحف يابانية عن الخبير رامي الشامي.", "رامي الشامي",
     "وصلت القافلة إلى المدينة"),
    # relays and texts that say
    ("وأوردت صحيفة يابانية عن الوزير سامر الحلبي قوله إن السد امتلأ.", "سامر الحلبي", "السد امتلأ"),
    ("وذكرت الصحيفة - نقلاً عن خبراء يابانيين تحدثوا شريطة عدم نشر أسمائهم - أن السد امتلأ.", "خبراء يابانيون",
     "السد امتلأ"),
    ("ونقلت وكالة رويترز عن الوزير سامر الحلبي قوله إن السد امتلأ.", "سامر الحلبي", "السد امتلأ"),
    ("وجاء في بيان الوزارة أن السد امتلأ.", "بيان الوزارة", "السد امتلأ"),
    # unnamed sources
    ("وقال شهود عيان إن الشارع مغلق.", "شهود عيان", "الشارع مغلق"),
    ("وذكرت مصادر دبلوماسية أن اللقاء تأجل.", "مصادر دبلوماسية", "اللقاء تأجل"),
    # without a particle
    ("بقيت الطرق مغلقة، قال الوزير سامر الحلبي.", "سامر الحلبي", "بقيت الطرق مغلقة"),
    # the registry
    ("وقالت بي بي سي إن المعرض افتتح.", "bbc", "المعرض افتتح"),
    # where the content ends
    ("وقال المدير نادر القاسمي\" نحن مستعدون للعمل فورا\".", "نادر القاسمي", "نحن مستعدون للعمل فورا"),
    ("وقال المدير نادر القاسمي ” نحن مستعدون للعمل فورا”.", "نادر القاسمي", "نحن مستعدون للعمل فورا"),
    ("وأكد المدير نادر القاسمي أن السوق هادئة\"، ثم زار «المعرض».", "نادر القاسمي", "السوق هادئة\"، ثم زار «المعرض"),
    ("ونفى الوزير سامر الحلبي وجود خلاف، إلا أنه أكد أن اللقاء تأجل.", "سامر الحلبي", "وجود خلاف"),
    ("وطالب النائب هشام البكري برحيل المدير أسوة بباقي النواب.", "هشام البكري", "رحيل المدير"),
    ("وطالب النائب هشام البكري بمبنى على شاطئ البحر.", "هشام البكري", "مبنى على شاطئ البحر"),
    ("أصيبت القرية في هجوم اعتبره البعض تحذيرا للسكان.", "البعض", "تحذيرا للسكان"),
    ("فبينما اتهم النائب هشام البكري الشركة بإخفاء الأرقام اعتبر الوزير سامر الحلبي أن السوق هادئة.", "هشام البكري",
     "إخفاء الأرقام"),
    ("نفى الوزير سامر الحلبي وجود الخلافات التي قالت صحيفة محلية إنها كثيرة.", "سامر الحلبي",
     "وجود الخلافات التي قالت صحيفة محلية إنها كثيرة"),
    ("أعلن الوزير سامر الحلبي استعداده للحوار، ومن المتوقع أن يبدأ غدا.", "سامر الحلبي", "استعداده للحوار"),
    ("وذكرت وزارة المياه السورية أن السد امتلأ، وذلك بسبب الأمطار.", "وزارة المياه السورية",
     "السد امتلأ، وذلك بسبب الأمطار"),
    ("وأوضح المدير نادر القاسمي متحدثا للصحفيين أنه تلقى دعوة.", "نادر القاسمي", "تلقى دعوة"),
    ("وطالب المدير نادر القاسمي بالإصلاح، مجددا التزامه بالخطة.", "نادر القاسمي", "التزامه بالخطة"),
    ("ويتوقع الخبير رامي الشامي انخفاض الأسعار.", "رامي الشامي", "انخفاض الأسعار"),
    ("وأكد المدير نادر القاسمي أن العمل مستمر لكنه لم يذكر موعدا.", "نادر القاسمي", "العمل مستمر"),
    ("وأكد المدير نادر القاسمي أن العمل مستمر لكنه بطيء.", "نادر القاسمي", "العمل مستمر لكنه بطيء"),
    ("حذر الوزير سامر الحلبي من شح المياه خلال كلمة ألقاها في المعرض.", "سامر الحلبي", "شح المياه"),
    ("حذر الوزير سامر الحلبي من شح المياه خلال الصيف.", "سامر الحلبي", "شح المياه خلال الصيف"),
    ("اتهم النائب هشام البكري الشركة بإخفاء الأرقام بعد أيام من الحادث.", "هشام البكري", "إخفاء الأرقام"),
    ("وصف الوزير سامر الحلبي الخطة بأنها «حلم كبير» وذلك في إشارة إلى كلفتها.", "سامر الحلبي", "حلم كبير"),
    ("وصف الوزير سامر الحلبي الخطة بأنها «حلم» و«خطوة كبيرة».", "سامر الحلبي", "حلم» و«خطوة كبيرة"),
    ("دعا الوزير سامر الحلبي إلى «حوار واسع»، وإصلاح «كل الطرق».", "سامر الحلبي", "حوار واسع»، وإصلاح «كل الطرق"),
    ("وقال المدير نادر القاسمي إن اللقاء سيعقد في وقت لاحق وإن العمل مستمر.", "نادر القاسمي",
     "اللقاء سيعقد في وقت لاحق وإن العمل مستمر"),
    ("وقالت الوزيرة لينا الصباغ إن العمل مستمر، إلا أن المدير نادر القاسمي أفاد بأن الورشة مغلقة.", "لينا الصباغ",
     "العمل مستمر"),
    ("وقال المدير نادر القاسمي إن الشركة تبني الجسر وتؤكد أنها قادرة.", "نادر القاسمي",
     "الشركة تبني الجسر وتؤكد أنها قادرة"),
    ("وقال الوزير سامر الحلبي إن النائب استبعد الحوار، وأنه خائف.", "سامر الحلبي", "النائب استبعد الحوار، وأنه خائف"),
    ("وقال الوزير سامر الحلبي إن النائب هشام البكري استبعد إمكانية الحوار، وأنه خائف.", "هشام البكري", "إمكانية الحوار"),
    ("وقال الوزير سامر الحلبي إن الشركة تطالب بتمديد المهلة وعبر عن أمله في أن تنجح.", "سامر الحلبي", "تنجح"),
    # what is a cue in some surroundings only
    ("وواصل المدير نادر القاسمي: «سنعمل ليلا ونهارا».", "نادر القاسمي", "سنعمل ليلا ونهارا"),
    ("أظهرت وزارة المياه السورية أن السد امتلأ.", "وزارة المياه السورية", "السد امتلأ"),
    ("وأشارت تقارير إلى أن الجسر قديم.", "تقارير", "الجسر قديم"),
    ("طلب الوزير سامر الحلبي من الشركة تمديد المهلة.", "سامر الحلبي", "الشركة تمديد المهلة"),
    ("ستتعافى السوق قريباً، وفقاً لوزارة المياه السورية.", "وزارة المياه السورية", "ستتعافى السوق قريباً"),
    ("ترى مراكز دراسات استراتيجية أن السوق هادئة.", "research_centres", "السوق هادئة"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content"), ARABIC)
def test_arabic_speech_is_found_with_its_source(text, source, content):
    assert (source, content) in found(text)


# a sentence, and the words of it that name its source
PHRASES = [
    # the object of the verb is no part of it, whether a noun of action, a body, a person
    ("أكدت وزارة المياه السورية حرص البلاد على السدود.", "وزارة المياه السورية"),
    ("أكد الوزير سامر الحلبي دعم بلاده للمشروع.", "الوزير سامر الحلبي"),
    ("وانتقد المدير نادر القاسمي الشركة المنفذة.", "المدير نادر القاسمي"),
    ("اتهمت بلغاريا حزب الخضر بإخفاء الأرقام.", "بلغاريا"),
    ("ووصف توفيق الشامي تعامل الشركة مع الأزمة بأنه بطيء.", "توفيق الشامي"),
    # nor is a date, an adverb, a listener, the one who is asked
    ("وقالت الحكومة اليابانية عام 2008 إن السد آمن.", "الحكومة اليابانية"),
    ("وقال أحد المهندسين العام الماضي إن السد آمن.", "أحد المهندسين"),
    ("أعربت روسيا اليوم الخميس عن قلقها من الجفاف.", "روسيا"),
    ("ونفى الحمدان جملة وتفصيلاً أن يكون السد معطلاً.", "الحمدان"),
    ("وقال الوزير الياباني لراديو المدينة إن السد آمن.", "الوزير الياباني"),
    ("دعا الوزير سامر الحلبي المجلس البلدي إلى الحوار.", "الوزير سامر الحلبي"),
    # a relative clause, a verb of deed
    ("وقالت متظاهرة يابانية رفضت الانتظار إن الطريق مغلق.", "متظاهرة يابانية"),
    ("ذكرت صحيفتان يابانيتان صدرتا أمس أن السد آمن.", "صحيفتان يابانيتان"),
    ("وقال المهندسون المستقلون الذين زاروا السد إن الجدار سليم.", "المهندسون المستقلون"),
    # what belongs to it: a complement of the role before the name, an apposition with and without its comma
    ("وقال مندوب اليابان الدائم فى الأمم المتحدة فيتالى دوبروف إن القرار جاهز.",
     "مندوب اليابان الدائم فى الأمم المتحدة فيتالى دوبروف"),
    ("أعلن الناطق باسم البلدية في الأردن، فادي النجار، أن الطريق مغلق.", "الناطق باسم البلدية في الأردن، فادي النجار"),
    ("وطالب زيدان القناوي منسق الحملة بتمديد المهلة.", "زيدان القناوي منسق الحملة"),
    ("دعا رئيس الجمعية الشيخ نادر القاسمي إلى الحوار.", "رئيس الجمعية الشيخ نادر القاسمي"),
    ("وقال وزير المياه السوري علي القاسمي إن السد امتلأ إلى آخره.", "وزير المياه السوري علي القاسمي"),
    ("وقالت تلك المصادر إن الموعد تأجل.", "المصادر"),
    # the subject stands before its verb, the one asked behind it
    ("إن اليابان وبلغاريا تطالبان الاتحاد الأوروبي برفع الحظر.", "اليابان وبلغاريا"),
    ("الشركة تتهم البلدية بإخفاء الأرقام.", "الشركة"),
    ("أما السفير الياباني فقد قال إن الموعد باق.", "السفير الياباني"),
    ("وكان سامر الحلبي، الناطق باسم الجمعية، قد أكد أن السد امتلأ.", "سامر الحلبي، الناطق باسم الجمعية"),
    ("والتقى المدير في الفندق الوزير الياباني سامر الحلبي الذي أعلن أن السد امتلأ.", "الوزير الياباني سامر الحلبي"),
    ("ورد المدير على منتقدين يقولون إن السد معطل.", "منتقدين"),
    # a name that is told behind a description, a kinsman, a foreign surname in two words
    ("أعلنت صحفية يابانية تدعى أنهار دوبروفا أن السد امتلأ.", "أنهار دوبروفا"),
    ("وقال مسؤول آخر في الوزارة إن العمل مستمر.", "مسؤول آخر في الوزارة"),
    ("وقال أحد أفراد أسرتها إن العمل مستمر.", "أحد أفراد أسرتها"),
    ("وقالت متظاهرة يابانية رفضت ذكر اسمها «السد معطل تماما».", "متظاهرة يابانية"),
    ("وفي تقرير جديد اتهم محققو الهيئة الشركة بإخفاء الأرقام.", "محققو الهيئة"),
    ("وأعاد المتحدث باسم الوزارة التأكيد على أن العمل مستمر.", "المتحدث باسم الوزارة"),
    ("ووصف سامر معروف الدول المانحة بأنها بطيئة.", "سامر معروف"),
    # a name that no list holds before its office; a place that belongs to an office; listeners behind a name
    ("قال ديرفين مورات وزير الداخلية إن العمل مستمر.", "ديرفين مورات وزير الداخلية"),
    ("وقال المتحدث باسم محافظة الشمال قحطان زيدان إن العمل مستمر.", "المتحدث باسم محافظة الشمال قحطان زيدان"),
    ("وقال رئيس بلدة يابانية إن العمل مستمر.", "رئيس بلدة يابانية"),
    ("وقال المستشار الياباني فيرنر مورات لهيئة الإذاعة اليابانية إن العمل مستمر.", "المستشار الياباني فيرنر مورات"),
    ("قال وزير المصالحة، علي مورات، في حوار على الهواء إن العمل مستمر.", "وزير المصالحة، علي مورات"),
    ("أعلنت حركة الكتلة الخضراء رفض القرار.", "حركة الكتلة الخضراء"),
    ("اتهمت روسيا مقاتلي الحزب بإخفاء الأرقام.", "روسيا"),
    ("وقال عدد من سكان المدينة إن العمل مستمر.", "عدد من سكان المدينة"),
    ("اتهم المبعوث الياباني، فيتالي دوبركين، الشركة بإخفاء الأرقام.", "المبعوث الياباني، فيتالي دوبركين"),
    ("وذكرت أنهار أن العمل مستمر.", "أنهار"),
    # manner, a noun of action before which the verb has no subject, the other gender
    ("وأضاف الوزير الياباني مازحا «سأشرب من ماء السد».", "الوزير الياباني"),
    ("دعا سامر الحلبي، زعيم الحزب، الرئيس الياباني إلى الحوار.", "سامر الحلبي، زعيم الحزب"),
    ("وأعرب كريستيان كوتيس-أولريش عن قلقه من الجفاف.", "كريستيان كوتيس-أولريش"),
    ("وقال مسؤول بالسفارة اليابانية إن الموعد تأجل.", "مسؤول بالسفارة اليابانية"),
    ("وقالت المفوضة المسؤولة عن المياه، كريستالينا دوبروفا: «السد آمن تماما».",
     "المفوضة المسؤولة عن المياه، كريستالينا دوبروفا"),
    # the body that made a text, the one whose words they are
    ("وفقا لتصريحات الوزير سامر الحلبي، فإن السد امتلأ.", "الوزير سامر الحلبي"),
    ("بحسب الأرقام الصادرة عن لجان المياه المحلية، فإن السد امتلأ.", "لجان المياه المحلية"),
]  # fmt: skip


# the word behind the verb is not the one who speaks
NO_SUBJECT = [
    ("قال الوزير سامر الحلبي إن السد امتلأ. وجدد التأكيد أن العمل مستمر.", "التأكيد"),
    ("قال الوزير سامر الحلبي إن السد امتلأ. ودعا طهران إلى الحوار.", "طهران"),
    ("قال الوزير سامر الحلبي إن السد امتلأ. وتابع قائلا «العمل مستمر».", "قائلا"),
    ("قال الوزير سامر الحلبي إن السد امتلأ. ونصح البلدية بتنظيف القناة.", "البلدية"),
    ("قال الوزير سامر الحلبي إن السد امتلأ. واعتبر إعلان اليابان خطوة جيدة.", "إعلان اليابان"),
    ("قال الوزير سامر الحلبي إن السد امتلأ. وأشار بالوقت نفسه إلى أن العمل مستمر.", "بالوقت"),
    ("قال الوزير سامر الحلبي إن السد امتلأ. وأبدى رغبة في توسيع القناة.", "رغبة"),
    ("قال الوزير سامر الحلبي إن السد امتلأ. وفي مؤتمر صحفي في دمشق قال إن العمل مستمر.", "دمشق"),
]


@pytest.mark.parametrize(("text", "word"), NO_SUBJECT)
def test_an_object_behind_the_verb_is_not_its_subject(text, word):
    rows = statements(text)
    assert len(rows) == 2
    assert {row["source"] for row in rows} == {"سامر الحلبي"}
    assert word not in [row["mention"] for row in rows]


@pytest.mark.parametrize(("text", "mention"), PHRASES)
def test_the_phrase_that_names_the_source_ends_where_it_should(text, mention):
    assert mention in [row["mention"] for row in statements(text)]


NOT_SPEECH = [
    "زار الوزير سامر الحلبي المعرض الجديد.",
    "التقى المدير نادر القاسمي وفداً من الطلاب.",
    "وصل السفير كريم الدباغ إلى المدينة مساءً.",
    "افتتح رئيس البلدية فادي النجار الجسر.",
    "بحث الوزيران سبل التعاون في مجال المياه.",
    "تقع المدينة بين نهرين كبيرين.",
    "يمكن أن يتأخر القطار قليلاً.",
    "من المتوقع أن تهطل الأمطار غداً.",
    "يجب أن تبدأ الأعمال قبل الشتاء.",
    "ارتفعت الأسعار بعد أن توقفت المصانع.",
    "لم يعلن الوزير سامر الحلبي موعداً.",
    "فتحت المدارس أبوابها رغم أن الجو بارد.",
    "كتب الطلاب كثيرة في هذه المكتبة.",
    "عبر المسافرون الجسر ليلاً.",
    "الساعة 10:30 موعد الافتتاح.",
    "المدينة القديمة مدينة بالجمال للنهر.",
    "رداً على سؤال طويل ابتسم المدير.",
    "تؤيد الوزارة المشروع وترفض التأجيل.",
    "يعتقد أن البناء قديم.",
    "يذكر أن الجسر بني قبل قرن.",
    "اتفق الطرفان على بناء الجسر.",
    "دون أن يتوقف القطار مر بالمحطة.",
    "وأعتقد أن الأمر لا يستحق.",
    "دافع المدير نادر القاسمي عن المشروع.",
    "سلم المدير نادر القاسمي الجائزة بنفسه.",
    "واصل العمال البناء، وفي الورشة «آلات جديدة كثيرة».",
    "عقدت هيئة متابعة الأسعار اجتماعا حضره «ممثلو خمس شركات كبيرة».",
    "هناك أدلة تشير إلى أن الجسر قديم.",
    "المواد التي يعتقد أنها قديمة نقلت ليلا.",
    "بني الجسر وفقا للاتفاقية الأولى.",
    "تريد الوزارة أن تعلن أنها جاهزة.",
    "احتاج المشروع إلى شركاء جدد لإنجاز الجسر.",
    "التقى المدير نادر القاسمي الوفد مجددا لبحث الخطة.",
    "ويتوقع وصول الوفد إلى المدينة غدا.",
    "علق المدير نادر القاسمي زيارات كان مقررا أن تبدأ غدا.",
    "جاء الخبر مبكرا ليشير إلى وجود خلاف.",
    "بني الجسر على الرغم من تعهد المانحين بتوفير المال.",
    "لم يعرف المدير ما إن كان الجسر سليما.",
    "رفضت المدينة خطوات تهدد بإغلاق السوق.",
    "سنجهز الخطط إذا تطلب الأمر، ونعمل ليلا.",
    "كل المدن ترى ماذا يجري في السوق.",
    "ونشر العمال صواريخ «سهيل» قرب الجسر.",
    "تردد أن الجسر قديم.",
    'عرضت القاعة لوحة بعنوان "نهر يجري بين قريتين قديمتين".',
    "لا يمكن القول إن الجسر قديم.",
    'نشر صواريخ "الريح الباردة".',
    'وصل الوفد إلى القرية.\n"سوق الخميس القديم للنحاس والفضة والحرير."',
    'جاء فيها الناس من القرى إلى سوق "الخميس القديم للنحاس".',
]


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_arabic_sentences_without_speech_give_no_statement(text):
    assert found(text) == []


ENGLISH = [
    ("Minister Omar Halabi said that the dam is full.", "Omar Halabi", "the dam is full"),
    ("Omar Halabi said the dam would be full by spring.", "Omar Halabi", "the dam would be full by spring"),
    ("Director Nadia Kasimi stressed that work goes on.", "Nadia Kasimi", "work goes on"),
    ("The BBC reports that the fair has opened.", "bbc", "the fair has opened"),
    ("According to the BBC, the fair has opened.", "bbc", "the fair has opened"),
    ("The fair has opened, according to the BBC.", "bbc", "The fair has opened"),
    ("The fair will open soon, argues Nadia Kasimi.", "Nadia Kasimi", "The fair will open soon"),
    ("“The fair will open soon,” said Nadia Kasimi.", "Nadia Kasimi", "The fair will open soon"),
    ("Nadia Kasimi said: “The fair will open soon.”", "Nadia Kasimi", "The fair will open soon"),
    ("Omar Halabi told Reuters that the dam is full.", "Omar Halabi", "the dam is full"),
    ("Analysts believe that prices will fall.", "Analysts", "prices will fall"),
    ("Omar Halabi denied that there was a delay.", "Omar Halabi", "there was a delay"),
    ("Omar Halabi, through the Kremlin, said that the dam is full.", "Omar Halabi", "the dam is full"),
    ("Omar Halabi called for a wide dialogue.", "Omar Halabi", "a wide dialogue"),
]


@pytest.mark.parametrize(("text", "source", "content"), ENGLISH)
def test_english_speech_is_found_with_its_source(text, source, content):
    assert (source, content) in found(text)


RUSSIAN = [
    ("Министр Омар Халаби заявил, что плотина заполнена.", "Омар Халаби", "плотина заполнена"),
    ("Надя Касими сообщила, что работа продолжается.", "Надя Касими", "работа продолжается"),
    ("Эксперт Надя Касими считает, что цены упадут.", "Надя Касими", "цены упадут"),
    ("Би-би-си сообщила, что выставка открыта.", "bbc", "выставка открыта"),
    ("Как сообщает Би-би-си, выставка открыта.", "bbc", "выставка открыта"),
    ("По словам Омара Халаби, плотина заполнена.", "Омара Халаби", "плотина заполнена"),
    ("Плотина заполнена, сообщает Би-би-си.", "bbc", "Плотина заполнена"),
    ("«Плотина заполнена», — сказал Омар Халаби.", "Омар Халаби", "Плотина заполнена"),
    ("Омар Халаби сказал: «Плотина уже заполнена».", "Омар Халаби", "Плотина уже заполнена"),
    ("Омар Халаби подчеркнул важность ремонта.", "Омар Халаби", "важность ремонта"),
    ("Омар Халаби призвал к диалогу.", "Омар Халаби", "диалогу"),
    ("По данным Би-би-си, выставка открыта.", "bbc", "выставка открыта"),
    ("Омар Халаби отметил, что плотина заполнена.", "Омар Халаби", "плотина заполнена"),
]


@pytest.mark.parametrize(("text", "source", "content"), RUSSIAN)
def test_russian_speech_is_found_with_its_source(text, source, content):
    assert (source, content) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister visited the new fair.",
        "It was said long ago.",
        "The call took an hour.",
        "Министр посетил выставку.",
        "Цены не упали.",
    ],
)
def test_other_languages_without_speech_give_no_statement(text):
    assert found(text) == []


def test_every_rule_fires_at_least_once():
    texts = [text for text, *_ in ARABIC + ENGLISH + RUSSIAN]
    texts += [
        "قال الوزير سامر الحلبي إن السد امتلأ، مضيفاً أن الماء يكفي. وأضاف أن العمل مستمر.",
        "وعن قوله إن السد امتلأ لا تعليق.",
        "«سوريا قوية»: هكذا سمى أحمد الشرع البلد.",
        "سماغين: العمل مستمر حتى الربيع.",
        "زار القرية الوزير سامر الحلبي الذي أعلن أن السد امتلأ.",
        "The fair, Nadia Kasimi said, will open soon.",
    ]
    rules = set(attribute(articles(*texts))["rule"])
    assert rules >= {
        "verb-subject", "subject-verb", "relative", "participle", "carried", "relay", "according", "stated", "inverted",
        "parenthetical", "quotation", "label", "noun",
    }  # fmt: skip


def test_an_elided_subject_is_carried_on_and_a_new_speaker_takes_over():
    text = (
        "قال الوزير سامر الحلبي إن السد امتلأ، مضيفاً أن الماء يكفي. وأضاف أن العمل مستمر. "
        "وقالت الخبيرة سلمى الزين إن الأسعار ستهبط. وأوضحت أن السوق هادئة."
    )
    assert [source for source, _ in found(text)] == ["سامر الحلبي"] * 3 + ["سلمى الزين"] * 2


def test_nothing_is_carried_from_one_article_to_the_next():
    table = attribute(articles("قال الوزير سامر الحلبي إن السد امتلأ.", "وأضاف أن العمل مستمر."))
    assert table["source"].tolist()[0] == "سامر الحلبي"
    assert table["source"].isna().tolist() == [False, True]


@pytest.mark.parametrize("again", ["الحلبي", "الوزير السوري", "الوزير", "وزير المياه"])
def test_a_second_mention_is_the_one_who_was_named(again):
    text = f"قال وزير المياه السوري سامر الحلبي إن السد امتلأ. وشدد {again} على أن الماء يكفي."
    assert [source for source, _ in found(text)] == ["سامر الحلبي", "سامر الحلبي"]


def test_a_surname_is_the_bearer_whom_the_article_names_in_full(tmp_path):
    path = tmp_path / "mine.yml"
    entry = "- id: {}\n  type: official\n  person: true\n  ar: [{}]\n"
    path.write_text(entry.format("one", "سامر الوادي, الوادي") + entry.format("two", "نادر الوادي"), encoding="utf-8")

    def speaker(text):
        return attribute(articles(text), sources=read_sources(path))["source"].tolist()

    said = "وقال الوادي إن المعرض مفتوح."
    assert speaker(said) == ["one"]
    assert speaker("حضر نادر الوادي المعرض. " + said) == ["two"]
    assert speaker("حضر نادر الوادي وسامر الوادي المعرض. " + said) == ["one"]


def test_a_spokesman_with_a_registered_name_is_that_person(tmp_path):
    path = tmp_path / "mine.yml"
    path.write_text("- id: rami\n  type: official\n  person: true\n  ar: [رامي الوادي]\n", encoding="utf-8")
    said = "قال {} إن الطريق مغلق."
    spokesman, deputy = "المتحدث باسم وزارة المياه رامي الوادي", "نائب الرئيس رامي الوادي"
    table = attribute(articles(said.format(spokesman), said.format(deputy)), sources=read_sources(path))
    assert table["source"].tolist() == ["rami", "rami"]


@pytest.mark.parametrize("paper", ["صحيفة «الوطن» السورية", 'صحيفة "الوطن السورية"', "صحيفة الوطن السورية"])
def test_quotation_marks_inside_a_registered_name_are_passed_over(paper):
    assert found(f"وذكرت {paper} أن الطريق مغلق.") == [("alwatan_sy", "الطريق مغلق")]


def test_a_word_in_quotation_marks_behind_a_name_is_no_part_of_it():
    assert found("قالت سوريا «اليوم» إن الطريق مغلق.")[0][0] == "syria"


def test_a_broadcaster_is_taken_up_by_its_kind_and_country():
    text = "قالت بي بي سي إن المعرض افتتح. وذكرت الشبكة البريطانية أن الزوار كثر."
    assert [source for source, _ in found(text)] == ["bbc", "bbc"]


def test_a_verb_that_says_once_more_what_the_same_voice_says_opens_no_second_statement():
    assert found("أعلنت الوزيرة لينا الصباغ أنها ترى أن الموعد مناسب.") == [("لينا الصباغ", "ترى أن الموعد مناسب")]
    both = found("أعلنت الوزيرة لينا الصباغ أن المدير نادر القاسمي يرى أن الموعد مناسب.")
    assert ("نادر القاسمي", "الموعد مناسب") in both and len(both) == 2


WHO_GOES_ON = [
    # the noun that a relative clause takes up
    ("التقى المدير نادر القاسمي في الميناء الوزير سامر الحلبي الذي أعلن أن السد امتلأ.", "سامر الحلبي"),
    ("رد المدير نادر القاسمي على منتقدين يقولون إن السد فارغ.", "منتقدون"),
    ("علق المدير نادر القاسمي على التقارير التي أفادت بأن السد فارغ.", "التقارير"),
    # the subject of a clause before, not what a preposition governs
    ("وكتب المدير نادر القاسمي إلى الوزير سامر الحلبي قائلاً إن السد فارغ.", "نادر القاسمي"),
    ("وصل المدير نادر القاسمي إلى القرية وقال إن السد فارغ.", "نادر القاسمي"),
    (
        "أعربت الوزيرة لينا الصباغ عن قلقها إزاء التقارير التي تحدثت عن حريق، مؤكدة أن السد آمن.",
        "لينا الصباغ",
    ),
    # gender and number
    ("قال عدد من المحللين إن السد آمن. وزار سامر الحلبي القرية. واستبعدوا أن يمتلئ السد.", "محللون"),
    ("ندد النائب هشام البكري بالقرارات التي قال إنها ظالمة.", "هشام البكري"),
    # offices, other spellings, who may not be meant
    ("قال أمين عام الجامعة العربية إن اللقاء قريب. وشكر نبيل العربي الحضور.", "elaraby"),
    ("قال المتحدث ألكسندر لوكاشيفتش إن اللقاء قريب.", "lukashevich"),
    ("قال وزير المياه سامر الحلبي إن السد آمن. وأضافت الوزارة أن الماء كثير.", "الوزارة"),
    ("كان سامر الحلبي، مدير المركز، قد أكد أن السد آمن.", "سامر الحلبي"),
    ("أعلنت صحفية تدعى ريم النوري أن الكتاب جاهز. وأضافت أن النشر قريب.", "ريم النوري"),
    # a vague description, the correspondent, the topic of the sentence
    ("قال السفير الفرنسي كريم الدباغ إن اللقاء قريب. وأضاف الدبلوماسي الفرنسي أن الوقت ضيق.", "كريم الدباغ"),
    ("قال السفير الفرنسي كريم الدباغ إن اللقاء قريب. وأضاف الدبلوماسي الصيني أن الوقت ضيق.", "الدبلوماسي الصيني"),
    ("قال نادر القاسمي، مراسل الصحيفة، إن السد آمن. ويضيف مراسلنا أن الماء كثير.", "نادر القاسمي"),
    ("أما الشاعر نادر القاسمي فعاد إلى كتبه، مشدداً على أن القراءة حياة.", "نادر القاسمي"),
    # the subject of the sentence before, where the last speaker cannot be meant
    ("قال الوزير سامر الحلبي إن السد آمن. وجاءت الخبيرة سلمى الزين أمس. لكنها رأت أن الماء قليل.", "سلمى الزين"),
    # who issued a text
    ("أفاد تقرير أعدته وزارة المياه السورية بأن السد فارغ. وجاء في التقرير أن الماء قليل.", "وزارة المياه السورية"),
    (
        "قالت وزارة المياه السورية في بيان إن السد فارغ. ورحب السكان بالمطر. وأضاف البيان أن الماء قليل.",
        "وزارة المياه السورية",
    ),
    ("رأت الوزيرة لينا الصباغ أن السد آمن. وحضر سامر الحلبي اللقاء. وأضافت أن الماء كثير.", "لينا الصباغ"),
]


@pytest.mark.parametrize(("text", "source"), WHO_GOES_ON)
def test_a_verb_without_a_subject_goes_on_with_the_one_who_acts(text, source):
    assert statements(text)[-1]["source"] == source


def test_speech_within_speech_gives_two_linked_rows():
    outer, inner = statements("قالت بي بي سي إن الوزير سامر الحلبي أكد أن السد امتلأ.")
    assert (outer["source"], inner["source"]) == ("bbc", "سامر الحلبي")
    assert inner["within"] == outer["unit"]
    assert pd.isna(outer["within"])


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("ونقلت وكالة رويترز عن الوزير سامر الحلبي قوله إن السد امتلأ.", "سامر الحلبي", "reuters"),
        ("قال الوزير سامر الحلبي لرويترز إن السد امتلأ.", "سامر الحلبي", "reuters"),
        ("قال الوزير سامر الحلبي لـ«بي بي سي» إن السد امتلأ.", "سامر الحلبي", "bbc"),
        ("قال الوزير سامر الحلبي في مقابلة مع بي بي سي إن السد امتلأ.", "سامر الحلبي", "bbc"),
        ("في مقال نشرته مؤسسة كارنيغي، قال الباحث عماد الرفاعي إن السوق هادئة.", "عماد الرفاعي", "carnegie"),
        ("Omar Halabi has told the BBC that the dam is full.", "Omar Halabi", "bbc"),
        ("أكد الوزير سامر الحلبي أن السد امتلأ، وفق ما نقلت وكالة رويترز.", "سامر الحلبي", "reuters"),
    ],
)
def test_the_medium_is_told_from_the_source(text, source, via):
    assert [(row["source"], row["via"]) for row in statements(text)] == [(source, via)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قال الوزير سامر الحلبي إن السد امتلأ.", "indirect"),
        ("قال الوزير سامر الحلبي: «السد امتلأ تماماً».", "direct"),
        ("قال الوزير سامر الحلبي إن السد «امتلأ تماماً» هذا العام.", "mixed"),
        ("قال الوزير سامر الحلبي إن «السد امتلأ تماماً هذا العام».", "direct"),
        ('قال الوزير سامر الحلبي إن سفينة "الريح" وصلت.', "indirect"),
    ],
)
def test_the_kind_of_speech(text, kind):
    assert [row["kind"] for row in statements(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "said_on", "dated_by"),
    [
        ("قال الوزير سامر الحلبي في 12 شباط 2025 إن السد امتلأ.", "2025-02-12", "sentence"),
        ("قال الوزير سامر الحلبي في تموز الماضي إن السد امتلأ.", "2025-07", "sentence"),
        ("قال الوزير سامر الحلبي إن السد امتلأ.", "2025-10-15", "article"),
        ("قال الوزير سامر الحلبي إن السد سيمتلئ في كانون الأول 2026.", "2025-10-15", "article"),
    ],
)
def test_the_date_of_speech_is_that_of_its_sentence_or_of_the_article(text, said_on, dated_by):
    (row,) = statements(text)
    assert (row["said_on"], row["dated_by"]) == (said_on, dated_by)


def test_without_a_published_date_nothing_is_dated_by_the_article():
    (row,) = statements("قال الوزير سامر الحلبي إن السد امتلأ.", published=None)
    assert pd.isna(row["said_on"])
    assert pd.isna(row["dated_by"])


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("شهود عيان", "anonymous"),
        ("مصدر أمني", "anonymous"),
        ("الخبير رامي الشامي", "expert"),
        ("الوزير سامر الحلبي", "official"),
        ("وزارة المياه", "government"),
        ("وكالة رويترز", "news_agency"),
        ("بي بي سي", "foreign_media"),
        ("وكالة سانا", "state_media"),
        ("مركز النهر للدراسات", "think_tank"),
        ("الناشط وليد الأمين", "opposition"),
        ("المرصد السوري لحقوق الإنسان", "igo_ngo"),
        ("كتيبة الوادي", "armed_group"),
    ],
)
def test_the_type_of_a_source_follows_from_its_description(source, kind):
    (row,) = statements(f"وقال {source} إن الطريق مغلق.")
    assert row["source_type"] == kind


def test_the_table_keeps_its_contract_and_its_offsets():
    texts = [text for text, *_ in ARABIC]
    table = attribute(articles(*texts))
    check(table, "statements")
    printed = dict(zip(articles(*texts)["unit"], texts, strict=True))
    assert all(printed[row.article][row.start : row.end] == row.text for row in table.itertuples())
    assert (table["unit"] == table["article"] + ":" + table["start"].astype(str) + "-" + table["end"].astype(str)).all()
    assert set(table["outlet"]) == {"digest"}
    assert set(table["language"]) == {"ar"}


def test_articles_without_statements_give_an_empty_table():
    assert len(attribute(articles("زار الوزير المعرض.", "", "؟؟"))) == 0


@pytest.mark.parametrize(
    "text",
    [
        "«" * 10_000 + " قال الوزير سامر الحلبي إن السد امتلأ. " + "»" * 10_000,
        '"' * 10_000 + " قال الوزير سامر الحلبي إن السد امتلأ.",
        '"' * 10_001 + "\nقال الوزير سامر الحلبي إن السد امتلأ.",
        "\x00 قال الوزير سامر الحلبي إن السد امتلأ. \x00",
        "قال الوزير سامر الحلبي إن السد امتلأ. " + "كلمة " * 20_000,
    ],
)
def test_broken_text_keeps_its_statement(text):
    assert ("سامر الحلبي", "السد امتلأ") in found(text)


def test_marks_of_the_same_kind_may_stand_inside_one_another():
    rows = statements("قال الوزير سامر الحلبي: “وصف الشرع العلاقة بأنها “قديمة” وقال إنها باقية”.")
    assert rows[0]["text"] == "وصف الشرع العلاقة بأنها “قديمة” وقال إنها باقية"
    assert ("sharaa", "قديمة") in [(row["source"], row["text"]) for row in rows]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="«»“”\"'قالإنأ ن:،.\n الوزير", max_size=200))
def test_no_mixture_of_marks_and_words_breaks_the_offsets(text):
    table = attribute(articles(text, language="ar"))
    assert all(text[row.start : row.end] == row.text for row in table.itertuples())
    assert table["unit"].is_unique


@given(st.text(max_size=80))
def test_every_sentence_of_a_reading_holds_its_tokens(text):
    reading = read(text, "ar")
    assert all(first <= at < past for at, (first, past) in ((k, reading.bounds(k)) for k in range(len(reading.tokens))))


LETTERS = {"ar": re.compile(r"[\u0600-\u06ff]"), "en": re.compile("[A-Za-z]"), "ru": re.compile("[\u0400-\u04ff]")}


def test_the_registry_is_large_and_each_name_belongs_to_one_source_in_the_letters_of_its_language():
    sources = read_sources().sources
    assert len(sources) >= 150
    claimed = {}
    for source in sources.values():
        assert source.type in TYPES
        assert source.parent is None or source.parent in sources
        for language, names in source.names.items():
            others = [letters for code, letters in LETTERS.items() if code != language]
            for name in names:
                assert LETTERS[language].search(name), name
                assert not any(letters.search(name) for letters in others), name
                assert claimed.setdefault((language, fold(name)), source.id) == source.id, name


def test_the_shipped_registry_is_read_as_the_yaml_that_it_is():
    assert shipped_entries() == read_yaml(SOURCES).data
    assert not [fault for number, entry in enumerate(shipped_entries()) for fault in _faults(number, entry)]


def test_every_shipped_source_is_found_by_its_first_arabic_name():
    sources = [source for source in read_sources().sources.values() if "ar" in source.names]
    table = attribute(articles(*[f"وقال {source.names['ar'][0]} إن الطريق مغلق." for source in sources]))
    missed = {s.id for s in sources} - set(table["source"])
    assert len(missed) <= 0.02 * len(sources), sorted(missed)


@pytest.mark.parametrize("language", ["ar", "en", "ru"])
def test_the_cues_are_folded_and_in_the_letters_of_their_language(language):
    cues = lexicon(language).cues
    assert len(cues) > {"ar": 2000, "en": 150, "ru": 200}[language]
    assert all(fold(form) == form and LETTERS[language].search(form) for form in cues)


def test_a_registry_of_ones_own_is_added_and_replaces_by_id(tmp_path):
    path = tmp_path / "mine.yml"
    path.write_text("- id: river_watch\n  type: igo_ngo\n  ar: [مرصد النهر]\n", encoding="utf-8")
    table = attribute(articles("وقال مرصد النهر إن الطريق مغلق."), sources=read_sources(path))
    assert table[["source", "source_type"]].values.tolist() == [["river_watch", "igo_ngo"]]


def test_a_broken_registry_tells_every_fault_at_once(tmp_path):
    path = tmp_path / "mine.yml"
    path.write_text("- id: a\n  type: paper\n  ar: [x]\n- type: expert\n  colour: red\n", encoding="utf-8")
    with pytest.raises(AttributionError) as error:
        read_sources(path)
    for fault in ("type must be one of", "'paper'", "id is missing", "unknown key 'colour'", "names are missing"):
        assert fault in str(error.value)


def test_a_name_of_another_source_is_refused(tmp_path):
    path = tmp_path / "mine.yml"
    path.write_text("- id: other\n  type: foreign_media\n  ar: [بي بي سي]\n", encoding="utf-8")
    with pytest.raises(AttributionError, match="claimed by 'bbc' and 'other'"):
        read_sources(path)


def test_unknown_sources_are_counted_and_ready_to_paste():
    table = attribute(
        articles("قال الوزير سامر الحلبي إن السد امتلأ. وأضاف أن الماء يكفي. وقالت بي بي سي إن المعرض افتتح.")
    )
    unknown = unknown_sources(table)
    assert unknown[["source", "source_type", "statements"]].values.tolist() == [["سامر الحلبي", "official", 2]]
    assert "type: official" in unknown.attrs["yaml"]


@pytest.mark.skipif(not (SHARED / "case").is_dir(), reason="../shared is not here")
def test_the_case_article_has_at_least_sixteen_coded_statements_with_the_right_source():
    path = SHARED / "evaluate" / "attribution.py"
    spec = importlib.util.spec_from_file_location("scorer", path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    lines = (SHARED / "case" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    table = articles(*texts.values())
    table["unit"] = list(texts)
    sources, rows = read_sources().sources, []
    result = attribute(table)
    for row in result.to_dict("records"):
        names = sources[row["source"]].names["ar"] if row["source"] in sources else [row["source"]]
        rows.append({**row, "source": names[0], "aliases": names[1:]})
    gold = scorer.rows(SHARED / "case" / "statements.jsonl")
    scores = scorer.score(texts, gold, dict.fromkeys(texts, rows))
    assert scores["source_accuracy"] * scores["recall"] * scores["gold"] >= 18
    dates = set(result["said_on"])
    assert {"2025-02-12", "2025-03-20", "2024-12-18", "2025-07", "2025-03"} <= dates


def test_a_mark_without_a_partner_is_skipped_and_listed_with_its_place():
    text = 'قالت وزارة الزراعة إن "الموسم جيد. وأضافت الوزارة أن «السعر ثابت».'
    result = attribute(articles(text))
    assert result.attrs["unpaired_marks"] == [{"article": "n0", "start": text.index('"'), "mark": '"'}]
    assert len(result) == 2


def test_marks_in_pairs_are_not_listed():
    assert attribute(articles('قالت وزارة الزراعة إن "الموسم" جيد.')).attrs["unpaired_marks"] == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أعرب المدير عن دعمه لخطة الري، وعرض تعاوناً في صيانة القنوات.", "دعمه لخطة الري"),
        ("أعرب المدير عن دعمه لخطة الري، وعرض النتائج على الجمهور.", "دعمه لخطة الري، وعرض النتائج على الجمهور"),
        ("تحدث المدير واصفاً القناة بأنها قديمة، ونحن نعرف ذلك.", "قديمة"),
        ("قال المدير إن القناة قديمة، ونحن نعرف ذلك.", "القناة قديمة، ونحن نعرف ذلك"),
    ],
)
def test_a_noun_ends_before_a_clause_that_goes_on(text, content):
    row = attribute(articles(text)).iloc[-1]
    assert text[row["start"] : row["end"]] == content
