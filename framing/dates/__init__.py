"""The date that a phrase names, in Arabic, English and Russian.

Read: the months of the Levant, of Egypt and of the Maghreb, also two at once (شباط / فبراير); day, month and year in
words and in numbers (the day first); weekdays, today and yesterday, last, this and next, counted from the published
date. A result is a period of one day, one month or one year: two or more days of a month are read as that month.
NOT found: durations (three days ago), centuries, holidays, hours, two months as one span. A weekday or a month alone
is the latest one, unless a future verb stands before it in its sentence (سيزور … الخميس).
Month and weekday names: Unicode CLDR, through Babel.
"""

from framing.dates.finding import DateMention, dates_in, find_dates, may_begin_date, parse_date
from framing.dates.periods import DateError, days
from framing.dates.unread import unread_dates

__all__ = ["DateError", "DateMention", "dates_in", "days", "find_dates", "may_begin_date", "parse_date", "unread_dates"]
