"""Dates in a text, and a text that is a date."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from framing.dates.contexts import ahead, is_date, joined, relative_to_another, until
from framing.dates.names import MONTHS, NEAR, ORDINALS, UNITS, WAYS, WEEKDAYS
from framing.dates.patterns import PATTERNS, STARTS
from framing.dates.periods import (
    AHEAD,
    NEEDS_PUBLISHED,
    NEEDS_YEAR,
    DateError,
    calendar,
    days,
    shifted,
    unit,
    weekday,
    year_of,
)
from framing.text import folded

_WORD = re.compile(r"[^\W\d_]+|\d+")
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_INSIDE_NUMBER = re.compile(r"\d ?[.,/:]\Z")
_GLUED = re.compile(r"(?:[a-z/_=]|\d-)\Z")
_CLOCK = re.compile(
    r"(?:[t ,،|–-]+\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?|z|utc|gmt)?(?:\s*[+-]\d\d:?\d\d)?)\Z"
)
_FIRST_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?[ ,،|-]+")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_MONTH_ONLY = re.compile(
    r"(?:(?P<year>(?:1[5-9]|20)\d\d)[-/.](?P<month>\d{1,2})|(?P<month2>\d{1,2})[-/.](?P<year2>(?:1[5-9]|20)\d\d))"
)
_NUMERIC = {"year_first", "day_first", "short_year"}


class DateMention(NamedTuple):
    """A phrase that names a date: [start, end) in print, its period, or the reason why there is none."""

    start: int
    end: int
    text: str
    period: str | None
    reason: str | None


def find_dates(text, published=None):
    """Every phrase of `text` that names a date, in order, as DateMention; they never overlap.

    `published` is the day that relative dates are counted from: a date, a Timestamp or a string that is one day;
    missing (None, NaN, NaT) is allowed, then such dates have a reason instead of a period. DateError if it is no day.
    """
    form = folded(text)
    return dates_in(form, published, [(0, len(form.text))])


def dates_in(form, published, places):
    """`find_dates` of a text that is folded already; `places`, in order, are (start, end) of where dates may begin."""
    published, text = _published(published), form.source
    found = _candidates(form, places)
    mentions = []
    for number, match in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        period, reason = _read(match, published, form.text, _borrowed(match, following, form.text))
        start, end = form.printed(*match.span())
        mentions.append(DateMention(start, end, text[start:end], period, reason))
    return mentions


def parse_date(text, published=None):
    """The period of a text that is one date and nothing else (a metadata cell, a byline), or None.

    Also ISO timestamps and a time of day beside the date, which is dropped without change of time zone; numbers stand
    day first, so 3/20/2025 is None. A date or a Timestamp comes back as its day.
    """
    if isinstance(text, date):
        return None if text != text else f"{text:%Y-%m-%d}"
    if not isinstance(text, str):
        return None
    published = _published(published)
    cell = _FIRST_CLOCK.sub("", _CLOCK.sub("", folded(text).text.strip().strip(".,،؛;"))).strip(" ,،")
    if match := _MONTH_ONLY.fullmatch(cell):
        return calendar(int(match["year"] or match["year2"]), int(match["month"] or match["month2"]))[0]
    if match := _COMPACT.fullmatch(cell):
        return calendar(*map(int, match.groups()))[0]
    word = _WORD.match(cell)
    for match in _matches(cell, word.group(), word.start()) if word else ():
        if match.end() == len(cell):
            return _read(match, published, cell, None)[0]
    return None


def _published(value):
    if value is None or value != value:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    period = parse_date(value)
    if period is None or len(period) != 10:
        raise DateError(f"the published date is {value!r}; give one day, as in 2025-10-15")
    return days(period)[0]


def _matches(text, word, position):
    """What may be a date here, longest first."""
    names = STARTS.get("0" if word[0].isdigit() else word, ())
    found = [match for name in names if (match := PATTERNS[name].match(text, position)) and _stands_free(name, match)]
    return sorted(found, key=lambda match: -match.end())


def _stands_free(name, match):
    if match.start() == 0:
        return True
    head = match.string[max(0, match.start() - 3) : match.start()]
    if match.group()[0].isdigit() and _INSIDE_NUMBER.search(head):
        return False
    return not (name in _NUMERIC | {"year"} and _GLUED.search(head))


def _candidates(form, places):
    """Matches that are dates where they stand, from left to right."""
    text, found, position = form.text, [], 0
    for word in (word for place in places for word in _WORD.finditer(text, *place)):
        token = word.group()
        proclitic = _proclitic(token)
        if proclitic is None or word.start() < position:
            continue
        start = word.start() + len(proclitic)
        follows = bool(found) and joined(text, found[-1].end(), start)
        for match in _matches(text, token[len(proclitic) :], start):
            first, last = form.printed(*match.span())
            if is_date(match, text, proclitic, follows, form.source[first:last]) and _plausible(match):
                found.append(match)
                position = match.end()
                break
    return found


@lru_cache(1 << 16)
def _proclitic(token):
    """The letters before the first word of a date that are written on it; None where the word begins no date."""
    if token in STARTS or token[0].isdigit():
        return ""
    return next((p for p in _PROCLITICS if token.startswith(p) and token[len(p) :] in STARTS), None)


def may_begin_date(token):
    """Whether a date may begin within this token."""
    return any(_proclitic(word) is not None for word in _WORD.findall(token))


def _plausible(match):
    """Day 45 is a quantity, day 31 of February is a mistake to report."""
    given = match.groupdict()
    return all(int(given.get(name) or 1) <= 31 for name in ("day", "until"))


def _borrowed(match, following, text):
    """What stands only on the second of two joined dates: its year, or the way of its weekday.

    «من 12 شباط إلى 3 آذار 2025», «الاثنين والثلاثاء المقبلين».
    """
    given = {name for name, value in match.groupdict().items() if value}
    if following is None or given & {"year", "way", "year_way", "near"}:
        return None
    later = {name: value for name, value in following.groupdict().items() if value}
    if not joined(text, match.end(), following.start()):
        return None
    if "month" in given and "month" in later and "year" in later:
        return int(later["year"]) - (_month(match["month"]) > _month(later["month"]))
    if "month" not in given | later.keys() and "weekday" in given and "weekday" in later and "way" in later:
        return WAYS[re.sub(r"\s+", " ", later["way"])]
    return None


def _month(name):
    """The number of a month by its name, or by the first of its two names."""
    words = re.split(r"\s*[/(–—-]\s*|\s+", name)
    return MONTHS[" ".join(words[:2])] if " ".join(words[:2]) in MONTHS else MONTHS[words[0]]


def _read(match, published, text, borrowed):
    """(period, None) or (None, reason)."""
    given = {name: value for name, value in match.groupdict().items() if value}
    way = WAYS.get(re.sub(r"\s+", " ", given.get("way") or ""))
    if "way" not in given and "here" not in given and ahead(text, match.start()):
        way = AHEAD
    if "month" in given and "way" not in given and published and until(text, match.start()):
        soon = 1 <= (_month(given["month"]) - published.month) % 12 <= 3
        way = AHEAD if soon else way
    if "hijri" in given:
        return None, "a date of the Hijri calendar, which is not converted"
    if "short" in given:
        return None, "a year of two digits does not say its century"
    if "number" in given:
        return calendar(int(given["year"]), int(given["number"]), int(given["day"]))
    if "month" in given:
        return _read_month(given, way, published, borrowed)
    if "year" in given:
        return calendar(int(given["year"]), None)
    if relative_to_another(text, match.end()):
        return None, "counted from another day that the text tells"
    if published is None:
        return None, NEEDS_PUBLISHED
    if "unit" in given or "here" in given:
        return _read_unit(given, way, published)
    if "near" in given:
        return _read_near(given, published)
    return weekday(WEEKDAYS[given["weekday"]], way if borrowed is None else borrowed, published)


def _read_unit(given, way, published):
    period, reason = unit(UNITS[given.get("unit", "شهر")], way or 0, published)
    if period and "day" in given:
        year, month = map(int, period.split("-"))
        return calendar(year, month, int(given["day"]))
    return period, reason


def _read_near(given, published):
    number = NEAR[re.sub(r"\s+", " ", given["near"])]
    if "weekday" not in given:
        return shifted(published, number)
    # the weekday decides: a piece may be dated a day late
    way = 1 if number > 0 else None
    if number > 0 and published.weekday() == WEEKDAYS[given["weekday"]]:
        way = None
    return weekday(WEEKDAYS[given["weekday"]], way, published)


def _read_month(given, way, published, borrowed):
    month = _month(given["month"])
    if not month:
        return None, f"{given['month']} alone is the name of two months"
    year = int(given["year"]) if "year" in given else borrowed
    day = _day(given)
    if year is None and published is None:
        return None, NEEDS_YEAR
    if year is None and "this_year" in given:
        year = published.year
    if year is None and "year_way" in given:
        year = published.year + WAYS[re.sub(r"\s+", " ", given["year_way"])]
    if year is None:
        year = _year_by_weekday(year_of(month, way, published), month, day, given)
    if year is None:
        return None, "called the current month, which is not the month of publication"
    return calendar(year, month, None if "until" in given and day else day)


def _day(given):
    if "ordinal" in given:
        return ORDINALS[re.sub(r"\s+", " ", given["ordinal"])]
    return int(given["day"]) if "day" in given else None


def _year_by_weekday(year, month, day, given):
    """«الأربعاء 10 نيسان» before April: the year after, if the weekday is right there and not in the year before."""
    if year is None or day is None or "weekday" not in given or "way" in given:
        return year
    for candidate in (year, year + 1):
        period, _ = calendar(candidate, month, day)
        if period and date.fromisoformat(period).weekday() == WEEKDAYS[given["weekday"]]:
            return candidate
    return year
