"""The room of dates: phrases that are dates, phrases that only look like one."""

from datetime import date, timedelta

import pandas as pd
import pytest
from babel.dates import format_date, get_month_names
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.dates import DateError, days, find_dates, parse_date, unread_dates

PUBLISHED = "2025-10-15"  # a Wednesday

READ = [
    # months of three traditions, with day and year
    ("اتصل الوزير في 12 شباط 2025 بنظيره.", "2025-02-12"),
    ("صدر البيان في ١٢ شباط ٢٠٢٥.", "2025-02-12"),
    ("وقع الاتفاق في 18 كانون الأول 2024.", "2024-12-18"),
    ("وقع الاتفاق في ١٨ كانون اول ٢٠٢٤.", "2024-12-18"),
    ("زار الوفد المدينة يوم 3 فبراير 2025م.", "2025-02-03"),
    ("انطلق المعرض في 5 جويلية 2024.", "2024-07-05"),
    ("انطلق المعرض في 5 غشت 2024.", "2024-08-05"),
    ("افتتح المعبر في 9 آب 2024.", "2024-08-09"),
    ("صدر القرار في الخامس عشر من آذار 2025.", "2025-03-15"),
    ("اجتمعوا في الحادي والعشرين من شهر نيسان 2025.", "2025-04-21"),
    ("احتفلت المدينة بالفاتح من نوفمبر 2024.", "2024-11-01"),
    # two names of one month
    ("عقد المؤتمر في فبراير / شباط 2013.", "2013-02"),
    ("عقد المؤتمر في 12 شباط (فبراير) 2025.", "2025-02-12"),
    ("وصلت الشحنة في كانون الثاني/يناير الماضي.", "2025-01"),
    ("وصلت الشحنة في أغسطس/آب الماضي.", "2025-08"),
    ("زار العاصمة في نوفمبر تشرين الثاني.", "2024-11"),
    # past, current, coming
    ("زار الوزير موسكو في تموز الماضي.", "2025-07"),
    ("استأنفت الشركة العمل في آذار الماضي.", "2025-03"),
    ("يستمر المعرض خلال تشرين الأول الجاري.", "2025-10"),
    ("تبدأ الدورة في تموز المقبل.", "2026-07"),
    ("توقفت الرحلات في كانون الأول المنصرم.", "2024-12"),
    ("ارتفعت الأسعار في مارس من العام الماضي.", "2024-03"),
    ("في 15 من الشهر الجاري افتتح الجسر.", "2025-10-15"),
    ("في 20 الجاري يفتتح الجسر.", "2025-10-20"),
    ("بدأت الأعمال العام الماضي.", "2024"),
    ("تنتهي الأعمال الشهر المقبل.", "2025-11"),
    ("جرت الانتخابات هذا العام.", "2025"),
    ("بدأ الحوار الأسبوع الماضي.", "2025-10"),
    # bare months: the latest one not after the published month
    ("استؤنفت الشحنات في نيسان.", "2025-04"),
    ("عاد الوفد بشباط.", "2025-02"),
    ("تراجعت الأسعار منذ تشرين الثاني.", "2024-11"),
    ("التقى الوزيران في مارس.", "2025-03"),
    ("وفي مطلع أيار عاد السفير.", "2025-05"),
    ("خلال شهر اب عاد السفير.", "2025-08"),
    ("افتتح الجسر في 17 نيسان.", "2025-04-17"),
    ("يستمر المعرض حتى 6 كانون الأول.", "2025-12-06"),
    ("سيزور الوفد بيروت في 25 تشرين الثاني.", "2025-11-25"),
    # weekdays and near days
    ("أعلن المتحدث الأربعاء أن المعبر مفتوح.", "2025-10-15"),
    ("أعلن المتحدث الأربعاء الماضي أن المعبر مفتوح.", "2025-10-08"),
    ("يجتمع المجلس الأربعاء المقبل.", "2025-10-22"),
    ("سيجتمع المجلس الخميس.", "2025-10-16"),
    ("قال الوزير مساء أمس الثلاثاء إن العمل مستمر.", "2025-10-14"),
    ("قال الوزير أمس إن العمل مستمر.", "2025-10-14"),
    ("وصل الوفد أول أمس.", "2025-10-13"),
    ("وصل الوفد اليوم إلى دمشق.", "2025-10-15"),
    ("يصل الوفد غداً إلى دمشق.", "2025-10-16"),
    ("يصل الوفد بعد غد إلى دمشق.", "2025-10-17"),
    # numbers and years
    ("التاريخ: 12/2/2025", "2025-02-12"),
    ("التاريخ: 12-2-2025", "2025-02-12"),
    ("التاريخ: 2025-02-12", "2025-02-12"),
    ("بدأت الأزمة عام 2013 في الشمال.", "2013"),
    ("بدأت الأزمة سنة 2013.", "2013"),
    ("تتراجع الأسعار منذ 2011.", "2011"),
    # several days of one month are that month
    ("استمر المعرض من 12 إلى 15 شباط 2025.", "2025-02"),
    ("The fair ran on March 12-15, 2025.", "2025-03"),
    ("توقفت الرحلات نهاية 2013 في الشمال.", "2013"),
    # a part of a month is no day
    ("وصلت الشحنة في الأسبوع الأول من آذار 2025.", "2025-03"),
    ("وصلت الشحنة في الأسبوع الأول من شهر كانون الثاني.", "2025-01"),
    # English
    ("The call took place on March 20, 2025.", "2025-03-20"),
    ("The call took place on the 20th of March 2025.", "2025-03-20"),
    ("The call took place on 20 Mar. 2025.", "2025-03-20"),
    ("Grain shipments resumed last March.", "2025-03"),
    ("The fair opens this October.", "2025-10"),
    ("The fair opens next May.", "2026-05"),
    ("Trade fell in May.", "2025-05"),
    ("Trade fell in March last year.", "2024-03"),
    ("The minister arrived on Wednesday.", "2025-10-15"),
    ("The minister arrived last Wednesday.", "2025-10-08"),
    ("The minister arrived yesterday.", "2025-10-14"),
    ("The war began in 2013.", "2013"),
    # Russian
    ("Звонок состоялся 20 марта 2025 г.", "2025-03-20"),
    ("Поставки возобновились в марте.", "2025-03"),
    ("Поставки возобновились в марте прошлого года.", "2024-03"),
    ("Ярмарка откроется в следующем месяце.", "2025-11"),
    ("Министр прибыл в среду.", "2025-10-15"),
    ("Министр прибыл в прошлую среду.", "2025-10-08"),
    ("Министр прибыл вчера.", "2025-10-14"),
    ("Конфликт начался в 2013 году.", "2013"),
    ("К маю цены выросли.", "2025-05"),
]

NOT_A_DATE = [
    "مارس الوزير ضغوطاً على الشركة.",
    "من مارس هذه المهنة يعرف صعوبتها.",
    "حتى مارس الرياضة لم يكن سعيداً.",
    "وتمارس اللجنة عملها في المدينة.",
    "آب المسافر إلى بيته.",
    "قال أب لثلاثة أطفال إنه سعيد.",
    "طرق باب الدار ثلاث مرات.",
    "وصلت تيريزا ماي إلى المطار.",
    "تحدثت جوان عن روايتها الجديدة.",
    "قال نائب من قوى 14 آذار إن الجلسة تأجلت.",
    "عاد إلى ميدان 6 أكتوبر.",
    "نشرت صحيفة تشرين افتتاحيتها.",
    "نشرت صحيفة المصري اليوم تقريراً.",
    "قالت قناة روسيا اليوم إن الوفد وصل.",
    "كان ذلك اليوم العالمي للمسرح.",
    "خرجوا بعد صلاة الجمعة.",
    "الفرق بين الاثنين كبير.",
    "غدا الوضع صعباً في المدينة.",
    "التقى الأمين العام الحالي للمنظمة.",
    "قتل 45 شخصاً وأصيب 12 آخرون.",
    "بلغ عدد الطلاب 2013 طالباً.",
    "في 2013 مدرسة من مدارس البلاد.",
    "المنتشرين في الريف يعملون.",
    "It may rain and they march on.",
    "The minister may leave.",
    "They march in protest.",
    "Theresa May spoke to reporters.",
    "He works every Friday.",
    "The channel Russia Today reported it.",
    "The version 1.12.2.2025 was withdrawn.",
    "The sat phone and the sun hat were lost.",
    "Марта купила хлеб.",
    "Люди влияют на окружающую среду.",
    "Они вошли в среду обитания волков.",
    "",
]

UNREADABLE = [
    ("اجتمعوا في 31 شباط 2025.", "31 شباط 2025", "February 2025 has no day 31"),
    ("التاريخ: 3/20/2025", "3/20/2025", "there is no month 20; the day stands first"),
    ("التاريخ: 12/2/13", "12/2/13", "a year of two digits does not say its century"),
    ("بدأ الصيف الماضي", "الصيف الماضي", "a season is neither a month nor a year"),
    ("وصل في تشرين الماضي", "تشرين الماضي", "تشرين alone is the name of two months"),
    ("في 15 شعبان 1434", "15 شعبان 1434", "a date of the Hijri calendar, which is not converted"),
    ("عاد الأربعاء التالي", "الأربعاء", "counted from another day that the text tells"),
    ("منذ نيسان الجاري", "نيسان الجاري", "called the current month, which is not the month of publication"),
]


@pytest.mark.parametrize(("sentence", "period"), READ)
def test_a_date_is_read_as_its_period(sentence, period):
    assert [mention.period for mention in find_dates(sentence, PUBLISHED)] == [period]


@pytest.mark.parametrize("sentence", NOT_A_DATE)
def test_a_word_that_only_looks_like_a_date_is_left_alone(sentence):
    assert find_dates(sentence, PUBLISHED) == []


@pytest.mark.parametrize(("sentence", "phrase", "reason"), UNREADABLE)
def test_a_date_that_cannot_be_read_says_why(sentence, phrase, reason):
    assert [(m.text, m.period, m.reason) for m in find_dates(sentence, PUBLISHED)] == [(phrase, None, reason)]


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("من 12 شباط إلى 3 آذار 2024", ["2024-02-12", "2024-03-03"]),
        ("من كانون الأول إلى شباط 2024", ["2023-12", "2024-02"]),
        ("يومي الاثنين والثلاثاء المقبلين", ["2025-10-20", "2025-10-21"]),
        ("بين عامي 2011 و2012", ["2011", "2012"]),
        ("في آذار ونيسان", ["2025-03", "2025-04"]),
        ("في تموز الماضي وفي مارس 2024 ثم أمس", ["2025-07", "2024-03", "2025-10-14"]),
    ],
)
def test_joined_dates_are_read_one_by_one(sentence, periods):
    assert [mention.period for mention in find_dates(sentence, PUBLISHED)] == periods


def test_the_phrase_is_given_as_printed():
    text = "أُعلِنَ ذلكَ في ١٢ شُبـاط ٢٠٢٥، وفي آذار."
    mention = find_dates(text, PUBLISHED)[0]
    assert (mention.text, mention.start, mention.end, mention.period) == ("١٢ شُبـاط ٢٠٢٥", 16, 30, "2025-02-12")


def test_without_a_published_date_relative_dates_have_a_reason():
    reasons = {mention.reason for mention in find_dates("في نيسان، وأمس، والأربعاء الماضي", None)}
    assert reasons == {
        "a month without a year needs the published date",
        "counted from the day of publication, which is not known",
    }


def test_a_week_that_may_touch_two_months_has_no_period():
    assert find_dates("الأسبوع الماضي", "2025-10-20")[0].period == "2025-10"
    assert find_dates("الأسبوع الماضي", "2025-10-05")[0].period is None


def test_the_weekday_decides_the_year_of_a_day_without_one():
    assert find_dates("الأربعاء 10 نيسان", "2013-03-28")[0].period == "2013-04-10"
    assert find_dates("10 نيسان", "2013-03-28")[0].period == "2012-04-10"


def test_the_current_month_may_have_ended_the_day_before():
    assert find_dates("28 شباط الجاري", "2013-03-01")[0].period == "2013-02-28"
    assert find_dates("31 كانون الأول الجاري", "2014-01-01")[0].period == "2013-12-31"


def test_last_december_read_in_december_is_a_year_ago():
    assert find_dates("كانون الأول الماضي", "2024-12-20")[0].period == "2023-12"


def test_a_line_may_break_inside_a_date_but_a_paragraph_may_not():
    assert [m.text for m in find_dates("في 20\nآذار 2025", PUBLISHED)] == ["20\nآذار 2025"]
    assert [m.text for m in find_dates("عددهم 20\n\nآذار 2025", PUBLISHED)] == ["آذار 2025"]


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("2025-03-20", "2025-03-20"),
        ("20/3/2025", "2025-03-20"),
        ("20.03.2025", "2025-03-20"),
        ("20 آذار 2025", "2025-03-20"),
        ("٢٠/٣/٢٠٢٥", "2025-03-20"),
        ("March 20, 2025", "2025-03-20"),
        ("20 марта 2025 г.", "2025-03-20"),
        ("2025-03-20T23:11:12Z", "2025-03-20"),
        ("2025-03-20 10:11:12.5+03:00", "2025-03-20"),
        ("الخميس 20 آذار 2025 - 10:30", "2025-03-20"),
        ("Thu, 20 Mar 2025 10:00:00 +0000", "2025-03-20"),
        ("مارس 20, 2025", "2025-03-20"),
        ("20250320", "2025-03-20"),
        ("2025-03", "2025-03"),
        ("3/2025", "2025-03"),
        ("آذار 2025", "2025-03"),
        ("2025", "2025"),
        ("3/20/2025", None),
        ("2025-13-01", None),
        ("20 آذار 2025 وما بعدها", None),
        ("آذار", None),
        ("", None),
        (None, None),
        (float("nan"), None),
        (pd.NaT, None),
        (date(2025, 3, 20), "2025-03-20"),
        (pd.Timestamp("2025-03-20 10:00"), "2025-03-20"),
    ],
)
def test_a_cell_is_one_date_or_none(cell, period):
    assert parse_date(cell) == period


@pytest.mark.parametrize(
    "published", ["2025-10-15", date(2025, 10, 15), pd.Timestamp("2025-10-15 08:00"), "15/10/2025"]
)
def test_the_published_date_comes_in_any_form(published):
    assert find_dates("أمس", published)[0].period == "2025-10-14"


@pytest.mark.parametrize("published", [None, float("nan"), pd.NaT])
def test_the_published_date_may_be_missing(published):
    assert find_dates("أمس", published)[0].period is None


@pytest.mark.parametrize("published", ["2025-10", "soon", 7])
def test_a_published_date_that_is_no_day_is_refused(published):
    with pytest.raises(DateError, match="give one day, as in 2025-10-15"):
        find_dates("أمس", published)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2025-03-20", date(2025, 3, 20), date(2025, 3, 20)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(period, first, last):
    assert days(period) == (first, last)


@pytest.mark.parametrize("period", ["2025-02-30", "2025-13", "25", "", None, "2025-3"])
def test_days_refuses_what_is_no_period(period):
    with pytest.raises(DateError, match="is not a period"):
        days(period)


WRITTEN = st.dates(date(1900, 1, 1), date(2099, 12, 31))
ARABIC = ["ar", "ar_SY", "ar_MA", "ar_DZ", "ar_TN", "ar_MR"]


@given(WRITTEN, st.sampled_from(ARABIC), st.booleans())
def test_every_date_is_read_back_in_each_arabic_tradition(day, locale, indic):
    text = f"{day.day} {get_month_names('wide', locale=locale)[day.month]} {day.year}"
    text = text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) if indic else text
    assert [m.period for m in find_dates(f"صدر البيان في {text}.", PUBLISHED)] == [day.isoformat()]
    assert parse_date(text) == day.isoformat()


@given(WRITTEN, st.sampled_from(ARABIC), st.sampled_from(["/", " / ", " (", "-"]))
def test_every_month_is_read_back_under_two_names(day, locale, bridge):
    first, second = (
        get_month_names("wide", locale="ar_SY")[day.month],
        get_month_names("wide", locale=locale)[day.month],
    )
    text = f"{first}{bridge}{second}{')' if '(' in bridge else ''} {day.year}"
    assert [m.period for m in find_dates(f"في {text}", PUBLISHED)] == [f"{day:%Y-%m}"]


@given(WRITTEN, st.sampled_from(["long", "full"]), st.sampled_from(["en_US", "en_GB", "ru"]))
def test_every_date_is_read_back_in_english_and_russian(day, width, locale):
    text = format_date(day, width, locale=locale)
    assert parse_date(text) == day.isoformat()
    assert [m.period for m in find_dates(text)] == [day.isoformat()]


@given(WRITTEN)
def test_every_date_is_read_back_in_numbers(day):
    for text in (day.isoformat(), f"{day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}"):
        assert parse_date(text) == day.isoformat()
        assert [m.period for m in find_dates(f"({text})")] == [day.isoformat()]


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(1, 12))
def test_a_bare_month_is_never_after_the_published_one_and_never_a_year_before(published, month):
    name = get_month_names("wide", locale="ar_SY")[month]
    first, _ = days(find_dates(f"في {name}", published)[0].period)
    assert first <= published and published - first < timedelta(397)


PIECES = """
12 31 99 2025 شباط مارس آب تشرين الأول الماضي قبل المقبل الأربعاء أمس اليوم غداً العام الأسبوع من و - / ( ، في
March May last Friday 20th марта года в среду ـ ً \u200f \ud800 ﻻ İ
"""
WORDS = st.lists(st.sampled_from([*PIECES.split(), "\n"]))


@settings(max_examples=300)
@given(
    st.one_of(st.text(), WORDS.map(" ".join), WORDS.map("".join)),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_is_read_without_an_error_and_offsets_hold(text, published):
    end = 0
    for mention in find_dates(text, published):
        assert text[mention.start : mention.end] == mention.text
        assert end <= mention.start < mention.end
        assert (mention.period is None) != (mention.reason is None)
        if mention.period:
            days(mention.period)
        end = mention.end
    parse_date(text, published)


def test_dates_without_a_period_are_listed_with_their_article_and_reason():
    articles = pd.DataFrame(
        {"unit": ["a", "b"], "text": ["وصل في 12 شباط 2025.", "قال في تموز الماضي ثم في 31 شباط 2025."]}
    )
    rows = unread_dates(articles)
    assert rows[["unit", "text"]].to_numpy().tolist() == [["b", "تموز الماضي"], ["b", "31 شباط 2025"]]
    assert all(articles["text"][1][row.start : row.end] == row.text for row in rows.itertuples())
    assert "published" in rows["reason"][0]
