"""The words that name months, weekdays, ordinals and nearness, in their normal form.

Month and weekday names are CLDR's (through Babel); what CLDR does not list is spelt out here, and why.
"""

import re

from babel.dates import get_day_names, get_month_names

from framing.text import fold

# the Levant and Iraq, Egypt and the Gulf, Morocco, Algeria, Tunisia, Mauritania
ARABIC = ("ar", "ar_SY", "ar_MA", "ar_DZ", "ar_TN", "ar_MR")

# spellings of newspapers that fold() leaves apart from CLDR's
_ALSO = {
    "فيبراير": 2, "افريل": 4, "يونيه": 6, "يوليه": 7, "جويليه": 7, "اوغسطس": 8, "سبتنبر": 9, "اوكتوبر": 10,
    "تشرين اول": 10, "تشرين ثاني": 11, "تشرين ثان": 11, "كانون اول": 12, "كانون ثاني": 1, "كانون ثان": 1,
}  # fmt: skip
# Tishrin and Kanun are two months each: named alone they cannot be read
UNDECIDED = {"تشرين": 0, "كانون": 0}

_HIJRI = """
    محرم|صفر|ربيع الأول|ربيع الثاني|ربيع الآخر|جمادى الأولى|جمادى الآخرة|جمادى الثانية|رجب|شعبان|رمضان|شوال
    |ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة"""
HIJRI = {fold(name.strip()) for name in _HIJRI.split("|")}

_UNITS = fold("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر").split(" ")
_TEENS = ["الحادي", *_UNITS[1:9]]
ORDINALS = {
    **{fold(word): number for number, word in enumerate(_UNITS, start=1)},
    **{fold(f"{word} عشر"): number for number, word in enumerate(_TEENS, start=11)},
    **{fold(f"{word} والعشرين"): number for number, word in enumerate(_TEENS, start=21)},
    **{fold(f"{word} والعشرون"): number for number, word in enumerate(_TEENS, start=21)},
    fold("العشرين"): 20, fold("العشرون"): 20, fold("الثلاثين"): 30, fold("الثلاثون"): 30,
    fold("الحادي والثلاثين"): 31, fold("الحادي والثلاثون"): 31,
    fold("الفاتح"): 1,  # the Maghreb's first of a month
}  # fmt: skip


def _each(words, value):
    return dict.fromkeys(words.split(" "), value)


# days away from the published one
NEAR = {
    "اليوم": 0, "امس": -1, "بالامس": -1, "البارحه": -1, "امس الاول": -2, "اول امس": -2, "اول من امس": -2,
    "غدا": 1, "غد": 1, "بعد غد": 2, "بعد غدا": 2,
    "today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2,
    "сегодня": 0, "вчера": -1, "завтра": 1, "позавчера": -2, "послезавтра": 2,
}  # fmt: skip

# which way from the published date: the one before last, last, this, next
_ARABIC_WAYS = {
    "الماضي": -1,
    "المنصرم": -1,
    "الفايت": -1,
    "الجاري": 0,
    "الحالي": 0,
    "المقبل": 1,
    "القادم": 1,
    "الاتي": 1,
}
_RUSSIAN_WAYS = {"прошл": -1, "минувш": -1, "нынешн": 0, "текущ": 0, "следующ": 1, "будущ": 1}
_RUSSIAN_ENDINGS = ["ого", "его", "ому", "ему", *re.findall("..", "ыйийымимомемуюююаяяяойейоеее")]
WAYS = {
    **_ARABIC_WAYS,
    **{word + "ه": way for word, way in _ARABIC_WAYS.items()},
    **{word + "ين": way for word, way in _ARABIC_WAYS.items()},  # two weekdays, two months
    **{f"قبل {word}{end}": -2 for word in ("الماضي", "المنصرم") for end in ("", "ه")},
    "last": -1, "past": -1, "this": 0, "next": 1,
    **{stem + ending: way for stem, way in _RUSSIAN_WAYS.items() for ending in _RUSSIAN_ENDINGS},
    **_each("этот этого этом эту эта этой это этим", 0),
    "هذا": 0, "هذه": 0,
}  # fmt: skip

UNITS = {
    "عام": "year", "سنه": "year", "شهر": "month", "اسبوع": "week",
    "صيف": "season", "شتاء": "season", "ربيع": "season", "خريف": "season",
    "year": "year", "month": "month", "week": "week",
    "summer": "season", "winter": "season", "spring": "season", "autumn": "season", "fall": "season",
    **_each("год года году годом", "year"),
    **_each("месяц месяца месяце месяцем", "month"),
    **_each("неделя недели неделе неделю неделей", "week"),
    **_each("лето лета летом зима зимы зиму зимой", "season"),
    **_each("весна весны весну весной осень осени осенью", "season"),
}  # fmt: skip


def _babel(get, locale, widths=("wide",)):
    """Folded name -> number for every form that CLDR gives."""
    return {
        fold(name.replace("\xa0", " ")).rstrip("."): number
        for width in widths
        for context in ("format", "stand-alone")
        for number, name in get(width, context, locale).items()
    }


def _russian_months():
    """CLDR gives nominative and genitive; the other cases follow from them."""
    forms = _babel(get_month_names, "ru", ("wide", "abbreviated"))
    for number, name in get_month_names("wide", "format", "ru").items():
        endings = ("ю", "ем", "е") if name.endswith("я") else ("у", "ом", "е")
        forms |= {fold(name[:-1] + ending): number for ending in endings}
    return forms


def _arabic_weekdays():
    return _babel(get_day_names, "ar")


def _russian_weekdays():
    """CLDR's nominatives and the accusatives that follow a preposition (в среду)."""
    names = _babel(get_day_names, "ru")
    return names | {name[:-1] + "у": number for name, number in names.items() if name.endswith("а")}


ARABIC_MONTHS = (
    {name: n for locale in ARABIC for name, n in _babel(get_month_names, locale).items()} | _ALSO | UNDECIDED
)
ENGLISH_MONTHS = _babel(get_month_names, "en", ("wide", "abbreviated")) | {"sept": 9}
RUSSIAN_MONTHS = _russian_months()
MONTHS = ARABIC_MONTHS | ENGLISH_MONTHS | RUSSIAN_MONTHS

ARABIC_WEEKDAYS = _arabic_weekdays()
ENGLISH_WEEKDAYS = _babel(get_day_names, "en", ("wide", "abbreviated")) | {"tues": 1, "thur": 3, "thurs": 3}
RUSSIAN_WEEKDAYS = _russian_weekdays()
WEEKDAYS = ARABIC_WEEKDAYS | ENGLISH_WEEKDAYS | RUSSIAN_WEEKDAYS
MONTH_NAMES = ("", *get_month_names("wide", "format", "en").values())
