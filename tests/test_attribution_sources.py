"""Who the phrase around an Arabic verb of saying means: sentences of our own, with invented names and bodies."""

import pandas as pd
import pytest

from framing.attribution import attribute, read_sources


def sources(text, registry=None):
    table = pd.DataFrame({"unit": ["n0"], "text": [text], "outlet": ["digest"], "language": ["ar"]})
    table["published"] = pd.to_datetime("2013-03-01")
    return {row.text: row.source for row in attribute(table, sources=registry).itertuples()}


MINISTER = "قال الوزير سامر الحلبي إن السد امتلأ. "

SPEAKERS = [
    # adverbs between the verb and what it takes are nobody
    (MINISTER + "وأعرب بشكل واضح عن أمله في النجاح.", "أمله في النجاح", "سامر الحلبي"),
    (MINISTER + 'وأعرب "بصورة واضحة" عن أمله في النجاح.', "أمله في النجاح", "سامر الحلبي"),
    (MINISTER + "وقال لاحقا إن الطريق مغلق.", "الطريق مغلق", "سامر الحلبي"),
    # a word with a pronoun, journalists without the article, the object of a plural verb
    (MINISTER + "وأعرب اعتقاده بأن الطريق مغلق.", "الطريق مغلق", "سامر الحلبي"),
    (MINISTER + "وقال لصحافيين إن الطريق مغلق.", "الطريق مغلق", "سامر الحلبي"),
    # the subject stands before its verb, what follows is asked or accused
    ("وأضاف أن إيطاليا تدعو السلطات المحلية إلى الحوار.", "الحوار", "italy"),
    ("اتهمت الوزيرة النرويجية لينا الصباغ إيطاليا بالتأخر.", "التأخر", "لينا الصباغ"),
    # those who are several
    ("دعا كل من الوزارة والاتحاد إلى الحوار.", "الحوار", "كل من الوزارة والاتحاد"),
    ("ودعت الدول الشمالية وبعض الدول الجنوبية إلى الحوار.", "الحوار", "الدول الشمالية وبعض الدول الجنوبية"),
    ("وقال أحد هؤلاء المزارعين إن الطريق مغلق.", "الطريق مغلق", "أحد هؤلاء المزارعين"),
    ("التقى الوزير سامر الحلبي السفير كريم الدباغ. وأكد الرجلان أن السد امتلأ.", "السد امتلأ",
     "سامر الحلبي وكريم الدباغ"),
    ("وتشتبه الدول الشمالية وإيطاليا في أن الأرقام خاطئة.", "الأرقام خاطئة", "الدول الشمالية وإيطاليا"),
    # people and reports without an article, in front of the particle
    ("وذكر نشطاء إن الطريق مغلق.", "الطريق مغلق", "نشطاء"),
    ("وأكدت تقارير صحفية أن الطريق مغلق.", "الطريق مغلق", "تقارير صحفية"),
    # an ending that shows the object, one who is only told, a woman among the members
    (MINISTER + "واتهم أطرافاً بالتأخر.", "التأخر", "سامر الحلبي"),
    ("قال الوزير سامر الحلبي إن السد امتلأ، وأبلغ المدير بأن الطريق مغلق.", "الطريق مغلق", "سامر الحلبي"),
    ("ودعت عضو اللجنة لينا الصباغ إلى الحوار.", "الحوار", "لينا الصباغ"),
    # which newspaper the newspaper is: the one named last, also where only marks show its name, also by another noun
    ('حذرت صحيفة محلية من التأخر. وقالت صحيفة "الميناء" إن السد امتلأ. وأوضحت الصحيفة أن الطريق مغلق.', "الطريق مغلق",
     "صحيفة الميناء"),
    ("نشرت صحيفة الغارديان موضوعا عن السد. وقالت الجريدة إن الطريق مغلق.", "الطريق مغلق", "guardian"),
    ("قالت وكالة رويترز إن السد امتلأ. وأضافت الوكالة أن الطريق مغلق.", "الطريق مغلق", "reuters"),
    ("دعا ائتلاف المزارعين إلى الصبر. وقال الائتلاف إن الطريق مغلق.", "الطريق مغلق", "ائتلاف المزارعين"),
    # one source under two names takes the gender of the name that is printed
    ("أقر النظام السوري بالتأخر وهدد بإغلاق الطريق.", "إغلاق الطريق", "syria"),
    (MINISTER + "وأقرت الحكومة السورية بالتأخر وهددت بإغلاق الطريق.", "إغلاق الطريق", "syria"),
    # a family name behind a name of two words, people that are no name
    ("وقال عبد الرحيم الحلبي، عضو مجلس الميناء، إن الطريق مغلق.", "الطريق مغلق", "عبد الرحيم الحلبي"),
    ("وقال عضو مجلس الميناء عبد الرحيم الحلبي إن الطريق مغلق.", "الطريق مغلق", "عبد الرحيم الحلبي"),
    ("اتهمت الوكالة العربية السورية (سانا) للأنباء مقاتلي الشمال بإغلاق الطريق.", "إغلاق الطريق", "sana"),
    # the construct of people in the genitive, a verb's form behind a noun that it completes
    (MINISTER + "ورأى بعض مقاتلي الشمال أن الطريق مغلق.", "الطريق مغلق", "مقاتلي الشمال"),
    (MINISTER + "ودعا مسؤولي الميناء إلى الصبر.", "الصبر", "سامر الحلبي"),
    ("وقالت لينا الصباغ، الباحثة في شؤون نقل البضائع في الميناء، إنه من الواضح أن السد امتلأ.",
     "من الواضح أن السد امتلأ", "لينا الصباغ"),
    ("وكشف استطلاع رأي أجرته منظمة العفو الدولية أن الطريق مغلق.", "الطريق مغلق", "amnesty"),
    ("رأى أحد المزارعين أن الطريق مغلق.", "الطريق مغلق", "أحد المزارعين"),
    # a feminine role before a masculine verb is not its subject
    (MINISTER + "وعن الزيارة التي كانت مقررة أمس قال إن الطريق مغلق.", "الطريق مغلق", "سامر الحلبي"),
    ("لكن مقررة اللجنة قالت إن الطريق مغلق.", "الطريق مغلق", "مقررة اللجنة"),
    # a medium whose name stands in brackets
    ("وذكرت صحيفة (النهر القديم) المحلية أن الطريق مغلق.", "الطريق مغلق", "صحيفة (النهر القديم) المحلية"),
    # a role behind the name, documents and nobody's names taken up again
    ("صرح العميد سامر الحلبي، قائد قوات حلف الناتو، بأن الأمر سهل. وقال قائد قوات حلف الناتو إن النهر فاض.",
     "النهر فاض", "سامر الحلبي"),
    ("قال استطلاع أعده مركز النهر إن السد امتلأ. وأظهر الاستطلاع أن النهر فاض.", "النهر فاض", "مركز النهر"),
    ("وقال دبلوماسي شمالي إن السد امتلأ. وأكدت الوزارة أن الطريق مغلق. وأضاف المصدر نفسه أن النهر فاض.",
     "النهر فاض", "دبلوماسي شمالي"),
    # an official without a name is nobody whom the text has named
    (MINISTER + "وقال مسؤول فرنسي إن الطريق مغلق.", "الطريق مغلق", "مسؤول فرنسي"),
    ("ولكن الناطق بلسان الوزارة قال إن الطريق مغلق.", "الطريق مغلق", "الناطق بلسان الوزارة"),
    # a place behind the role, then the name
    ("وقال مراسل بي بي سي في الصخرة، سامر الحلبي، إن الطريق مغلق.", "الطريق مغلق", "سامر الحلبي"),
    # a name that only stood behind a preposition, and one that begins like a particle
    ("ونشرت الصحيفة تعليقا للكاتب نادر فاليني. ويرى الكاتب أن الطريق مغلق.", "الطريق مغلق", "نادر فاليني"),
    ("ونشرت الصحيفة تعليقا للكاتب نادر فاليني. ويرى فاليني أن الطريق مغلق.", "الطريق مغلق", "نادر فاليني"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "source"), SPEAKERS)
def test_the_phrase_around_the_verb_names_its_speaker(text, content, source):
    assert sources(text).get(content) == source


OTHERS = [
    # a subject behind a verb of asking, though it may be asked elsewhere
    (MINISTER + "بينما طالب قادة المزارعين بتحقيق شامل.", "تحقيق شامل", "سامر الحلبي"),
    (MINISTER + "لكنه دعا المجلس البلدي إلى الحوار.", "الحوار", "المجلس البلدي"),
    ("وأبلغ مصدر أمني الصحيفة بأن الطريق مغلق.", "الطريق مغلق", "الصحيفة"),
    (MINISTER + "وقالت الوزيرة لينا الصباغ إن الطريق مغلق. وأكد الوزير أن النهر فاض.", "النهر فاض", "لينا الصباغ"),
    ("قال الأمين العام للجامعة سامر الحلبي إن السد امتلأ. وأكدت الجامعة أن النهر فاض.", "النهر فاض", "سامر الحلبي"),
    ("وكشفت الصحف هذا العام عن تأخر المشروع.", "تأخر المشروع", "الصحف هذا العام"),
    # persons who are there all the same
    ("وقال النائب الأول لرئيس الوزراء سامر الحلبي إن السد امتلأ.", "السد امتلأ", "رئيس الوزراء"),
]


@pytest.mark.parametrize(("text", "content", "source"), OTHERS)
def test_who_only_stands_nearby_does_not_speak(text, content, source):
    found = sources(text)
    assert content in found
    assert found[content] != source


def test_who_serves_a_registered_person_is_not_that_person(tmp_path):
    path = tmp_path / "sources.yml"
    path.write_text("- {id: halabi, type: official, person: true, ar: [سامر الحلبي]}", encoding="utf-8")
    registry = read_sources(path)
    served = "قال المسؤول في الوفد المرافق لوزير المياه سامر الحلبي إن الطريق مغلق."
    deputy = "قال النائب الأول لرئيس الوزراء سامر الحلبي إن الطريق مغلق."
    assert sources(served, registry)["الطريق مغلق"] != "halabi"
    assert sources(deputy, registry)["الطريق مغلق"] == "halabi"
