"""What dates look like, in the normal form: patterns that are tried only where a word may begin a date.

All share their group names: near, weekday, weekday_way, day, until, ordinal, month, year, way, year_way, unit, short.
"""

import re

from framing.dates.names import (
    ARABIC_MONTHS,
    ARABIC_WEEKDAYS,
    ENGLISH_MONTHS,
    ENGLISH_WEEKDAYS,
    HIJRI,
    NEAR,
    ORDINALS,
    RUSSIAN_MONTHS,
    RUSSIAN_WEEKDAYS,
    UNITS,
    WAYS,
)

YEAR = r"(?:1[5-9]|20)\d\d(?!\w|[.,/:]\d)"
_S = r"(?:[^\S\n]{1,3}\n?|\n)"  # space; a line may break inside a date, a paragraph may not
_S0 = rf"{_S}?"
_UNTIL = rf"(?:{_S0}[-–—/]{_S0}|{_S}(?:و|الي|حتي|and|to|и|по|до){_S}|{_S}و(?=\d))"
_DAYS = rf"(?:(?P<day>\d{{1,2}})(?:{_UNTIL}(?P<until>\d{{1,2}}))?)"


def _any(words):
    """One alternation, longest first; spaces in a name match any space."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", _S) for word in ordered) + r")(?!\w)"


def _only(words, letters):
    return [word for word in words if re.match(f"[{letters}]", word)]


_AR, _EN, _RU = "ء-ي", "a-z", "а-я"


def _double_months():
    """Each month under one of its names or under two: «فبراير / شباط», «شباط (فبراير)»."""
    alternatives = []
    for number in range(1, 13):
        names = _any(name for name, n in ARABIC_MONTHS.items() if n == number)
        bridge = rf"{_S0}[/\-–—]{_S0}|{_S0}\({_S0}|{_S}(?:او{_S})?"
        alternatives.append(rf"{names}(?:(?:{bridge}){names}(?:{_S0}\))?)?")
    alternatives.append(_any(name for name, n in ARABIC_MONTHS.items() if not n))
    return f"(?P<month>{'|'.join(alternatives)})"


_AR_WAY = _any(word for word in _only(WAYS, _AR) if word not in {"هذا", "هذه"})  # these stand before
_AR_UNITS = rf"(?:ال)?(?P<unit>{_any(_only(UNITS, _AR))})"
_AR_YEAR_WORD = r"(?:ال)?(?:عام|سنه)"
_AR_TAIL = rf"""(?:
    {_S0}[,/\-]?{_S0}(?:من{_S})?(?:ل?{_AR_YEAR_WORD}{_S})?(?P<year>{YEAR})(?:{_S0}م(?!\w))?
  | {_S}(?P<way>{_AR_WAY})
  | {_S}(?:من{_S}|في{_S})?(?:ال)?(?:عام|سنه){_S}(?P<year_way>{_AR_WAY})
  | {_S}(?:من{_S}|في{_S})?(?P<this_year>هذا{_S}العام|هذه{_S}السنه)(?!\w)
  )?"""
_AR_WEEKDAY = _any(ARABIC_WEEKDAYS)
_AR_DAY = rf"""(?:
    {_DAYS}(?:{_S}من(?:{_S}شهر)?{_S}|{_S}شهر{_S}|{_S0})
  | (?P<ordinal>{_any(ORDINALS)})(?:{_S}من(?:{_S}شهر)?{_S}|{_S}شهر{_S})
  )"""

_RU_WAY = _any(_only(WAYS, _RU))
_RU_YEAR = rf"(?P<year>{YEAR})(?:{_S0}(?:год[ау]?(?!\w)|г\.|г(?!\w)))?"

_PATTERNS = {
    "arabic": rf"""(?:(?P<near>{_any(_only(NEAR, _AR))})[ ,،/(]{{1,3}})?
        (?:(?P<weekday>{_AR_WEEKDAY})(?:{_S}(?P<weekday_way>{_AR_WAY}))?{_S0}[,،(/\-]?{_S0}
           (?:(?:الموافق|في|بتاريخ){_S})?(?:ال{_S0})?)?
        {_AR_DAY}?{_double_months()}{_AR_TAIL}""",
    "arabic_us": rf"(?P<month>{_any(ARABIC_MONTHS)}){_S}(?P<day>\d{{1,2}}){_S0}[,،]{_S0}(?P<year>{YEAR})",
    "arabic_day_of_month": rf"(?P<day>\d{{1,2}}){_S}(?:من{_S})?(?:ال(?P<unit>شهر){_S}(?P<way>{_AR_WAY})"
    r"|(?P<here>الجاري|الحالي)(?!\w))",
    "arabic_unit": rf"{_AR_UNITS}{_S}(?P<way>{_AR_WAY})",
    "arabic_this": rf"(?P<way>هذا|هذه){_S}ال(?P<unit>{_any(_only(UNITS, _AR))})",
    "arabic_year": rf"(?:ال)?(?:عام|سنه|عامي){_S}(?P<year>{YEAR})(?:{_S0}م(?!\w))?",
    "arabic_near": rf"(?P<near>{_any(_only(NEAR, _AR))})(?:[ ,،/(]{{1,3}}(?P<weekday>{_AR_WEEKDAY}))?",
    "arabic_weekday": rf"(?P<weekday>{_AR_WEEKDAY})(?:{_S}(?P<way>{_AR_WAY}))?",
    "hijri": rf"""(?:(?P<day>\d{{1,2}}){_S}(?:من{_S})?)?(?P<hijri>{_any(HIJRI)}){_S0}[,،]?{_S0}
        (?P<year>1[34]\d\d)(?!\w)(?:{_S0}ه(?!\w))?""",
    "english": rf"""(?:(?P<near>{_any(_only(NEAR, _EN))})[ ,(]{{1,3}})?
        (?:(?P<weekday>{_any(ENGLISH_WEEKDAYS)})\.?,?{_S})?
        (?:{_DAYS}(?:st|nd|rd|th)?{_S}(?:of{_S})?)?
        (?P<month>{_any(ENGLISH_MONTHS)})\.?
        (?:,?{_S}(?:of{_S})?(?P<year>{YEAR}) | {_S}(?:of{_S})?(?P<year_way>last|this|next){_S}year(?!\w))?""",
    "english_month_first": rf"""(?:(?P<weekday>{_any(ENGLISH_WEEKDAYS)})\.?,?{_S})?
        (?P<month>{_any(ENGLISH_MONTHS)})\.?{_S}{_DAYS}(?:st|nd|rd|th)?(?!\w)
        (?:,?{_S}(?P<year>{YEAR}) | {_S}(?:of{_S})?(?P<year_way>last|this|next){_S}year(?!\w))?""",
    "english_way": rf"""(?P<way>last|this|next){_S}(?:
        (?P<month>{_any(ENGLISH_MONTHS)})|(?P<weekday>{_any(ENGLISH_WEEKDAYS)})|(?P<unit>{_any(_only(UNITS, _EN))}))""",
    "english_near": rf"(?P<near>{_any(_only(NEAR, _EN))})",
    "english_weekday": rf"(?P<weekday>{_any(ENGLISH_WEEKDAYS)})",
    "russian": rf"""(?:(?P<near>{_any(_only(NEAR, _RU))})[ ,(]{{1,3}})?
        (?:(?P<weekday>{_any(RUSSIAN_WEEKDAYS)}),?{_S})?
        (?:{_DAYS}(?:-?го)?{_S})?
        (?P<month>{_any(RUSSIAN_MONTHS)})\.?
        (?:,?{_S}{_RU_YEAR} | {_S}(?P<year_way>{_RU_WAY}){_S}года(?!\w))?""",
    "russian_way": rf"""(?P<way>{_RU_WAY}){_S}(?:
        (?P<month>{_any(RUSSIAN_MONTHS)})|(?P<weekday>{_any(RUSSIAN_WEEKDAYS)})|(?P<unit>{_any(_only(UNITS, _RU))}))""",
    "russian_day_of_month": rf"(?P<day>\d{{1,2}}){_S}числа{_S}(?P<way>{_RU_WAY}){_S}(?P<unit>месяца)(?!\w)",
    "russian_near": rf"(?P<near>{_any(_only(NEAR, _RU))})",
    "russian_weekday": rf"(?P<weekday>{_any(RUSSIAN_WEEKDAYS)})",
    "russian_year": rf"(?P<year>{YEAR}){_S0}(?:год(?:[ау]|ом)?(?!\w)|г\.|г(?!\w))",
    "year": rf"(?P<year>{YEAR})",
    "year_first": r"(?P<year>(?:1[5-9]|20)\d\d)(?P<mark>[-/.])(?P<number>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d/])",
    "day_first": r"""(?P<day>\d{1,2})[ ]?(?P<mark>[-/.])[ ]?(?P<number>\d{1,2})[ ]?(?P=mark)[ ]?
        (?P<year>(?:1[5-9]|20)\d\d)(?![\d/-])""",
    "short_year": r"(?P<day>\d{1,2})/(?P<number>\d{1,2})/(?P<short>\d\d)(?![\w/])",
}
PATTERNS = {name: re.compile(pattern, re.VERBOSE) for name, pattern in _PATTERNS.items()}


def _starts():
    """First word of a date -> names of the patterns worth trying there; "0" stands for any number."""
    starts = {}

    def begin(words, *names):
        for word in words:
            starts.setdefault(re.match(r"[^\W\d_]+|0", word).group(), {}).update(dict.fromkeys(names))

    begin(ARABIC_MONTHS, "arabic", "arabic_us")
    begin(ORDINALS, "arabic")
    begin(ARABIC_WEEKDAYS, "arabic", "arabic_weekday")
    begin(_only(NEAR, _AR), "arabic", "arabic_near")
    units = [article + word for word in _only(UNITS, _AR) for article in ("", "ال")]
    begin(units, "arabic_unit")
    begin(["عام", "سنه", "عامي", "العام", "السنه"], "arabic_year")
    begin(["هذا", "هذه"], "arabic_this")
    begin(HIJRI, "hijri")
    begin(ENGLISH_MONTHS, "english", "english_month_first")
    begin(ENGLISH_WEEKDAYS, "english", "english_month_first", "english_weekday")
    begin(_only(NEAR, _EN), "english", "english_near")
    begin(["last", "this", "next"], "english_way")
    begin(RUSSIAN_MONTHS, "russian")
    begin(RUSSIAN_WEEKDAYS, "russian", "russian_weekday")
    begin(_only(NEAR, _RU), "russian", "russian_near")
    begin(_only(WAYS, _RU), "russian_way")
    begin(["0"], "year_first", "day_first", "short_year", "arabic", "english", "russian", "hijri")
    begin(["0"], "arabic_day_of_month", "russian_day_of_month", "russian_year", "year")
    return {word: tuple(names) for word, names in starts.items()}


STARTS = _starts()
