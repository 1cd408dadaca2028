"""From what a phrase says to a period: calendar arithmetic only, no language.

A period is ISO 8601 with reduced precision: "2025-03-20", "2025-03" or "2025". Every function here returns
(period, None), or (None, the reason why there is none).
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from framing.dates.names import MONTH_NAMES
from framing.tables import FramingError

NEEDS_YEAR = "a month without a year needs the published date"
NEEDS_PUBLISHED = "counted from the day of publication, which is not known"
AHEAD = "ahead"  # the way of a date that the words before put in the future
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class DateError(FramingError):
    """A period, or a published date, that is not one."""


def days(period):
    """The first and the last day of a period, as a pair of datetime.date.

    Raises DateError for anything but YYYY, YYYY-MM and YYYY-MM-DD.
    """
    match = _PERIOD.fullmatch(period) if isinstance(period, str) else None
    try:
        year, month, day = (int(part) if part else None for part in match.groups())
        first = date(year, month or 1, day or 1)
    except (AttributeError, ValueError):
        raise DateError(f"{period!r} is not a period: write 2025, 2025-03 or 2025-03-20") from None
    if day:
        return first, first
    last_month = month or 12
    return first, date(year, last_month, monthrange(year, last_month)[1])


def calendar(year, month, day=None):
    """A year, a month or a day."""
    if month and not 1 <= month <= 12:
        return None, f"there is no month {month}; the day stands first"
    if not MINYEAR <= year <= MAXYEAR:
        return None, f"there is no year {year}"
    if not month:
        return f"{year:04}", None
    if day is None:
        return f"{year:04}-{month:02}", None
    if not 1 <= day <= monthrange(year, month)[1]:
        return None, f"{MONTH_NAMES[month]} {year} has no day {day}"
    return f"{year:04}-{month:02}-{day:02}", None


def year_of(month, way, published):
    """The year that a month without one belongs to, or None.

    way None: the latest such month not after the published month; AHEAD: the first one not before it;
    -1, 1: before, after it (-2: a year further back);
    0: the published month, or its neighbour, since a piece of the 28th may be dated the 1st.
    """
    later = month > published.month
    if way is None:
        return published.year - later
    if way == AHEAD:
        return published.year + (month < published.month)
    if way == 0:
        distance = (month - published.month + 6) % 12 - 6
        return published.year + (published.month + distance - 1) // 12 if abs(distance) <= 1 else None
    if way > 0:
        return published.year + (not later)
    return published.year - (month >= published.month) + way + 1


def shifted(published, number):
    """The day so many days away."""
    try:
        return (published + timedelta(number)).isoformat(), None
    except OverflowError:
        return None, "outside the calendar"


def weekday(number, way, published):
    """The nearest such weekday on or before the published day; -1: before it, 1: after it, AHEAD: on or after."""
    back = (published.weekday() - number) % 7
    if way is None or way == 0:
        return shifted(published, -back)
    if way == AHEAD:
        return shifted(published, -back % 7)
    if way > 0:
        return shifted(published, 7 - back)
    return shifted(published, -(back or 7) + 7 * (way + 1))


def unit(name, way, published):
    """Last year, this month, next week …; a season and most weeks are no period.

    A week is read as its month when it lies in that month whatever day weeks begin with.
    """
    if name == "season":
        return None, "a season is neither a month nor a year"
    if name == "year":
        return calendar(published.year + way, None)
    if name == "month":
        months = published.year * 12 + published.month - 1 + way
        return calendar(months // 12, months % 12 + 1)
    first, _ = shifted(published, 7 * way - 6)
    last, _ = shifted(published, 7 * way + 6)
    if first and last and first[:7] == last[:7]:
        return first[:7], None
    return None, "a week that may touch two months is no day, month or year"
