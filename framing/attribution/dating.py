"""On which day a statement was made: a date of its own sentence, that of the speech it continues, the article's."""

from bisect import bisect_left

import pandas as pd

from framing.dates import dates_in, days
from framing.text import fold

_OPENS_WITH_TIME = frozenset(
    "في وفي فى خلال منذ قبل بعد يوم وخلال on in during since after before at в во после с".split()
)
_LEADING = 160  # characters: «في أول مقابلة أجرتها معه … في 18 كانون الأول 2024، …»


def date_statements(reading, drafts, enclosing, published):
    """[(said_on or None, dated_by or None)] for every draft; `published` is a Timestamp or missing."""
    published = None if pd.isna(published) else published
    places = [(reading.starts[k], reading.ends[k]) for k in reading.places["date"]]
    mentions = [m for m in dates_in(reading.fold, published, places) if m.period and not _later(m, published)]
    starts = [mention.start for mention in mentions]
    spans = [reading.span(draft.begins, draft.ends) for draft in drafts]
    latest = f"{published:%Y-%m-%d}" if published is not None else None
    dated = []
    for number in range(len(drafts)):
        found = _own(reading, drafts, spans, number, mentions, starts)
        found = found or _carried(reading, drafts, dated, enclosing, number)
        dated.append((found, "sentence") if found else (latest, "article" if latest else None))
    return dated


def _own(reading, drafts, spans, number, mentions, starts):
    """The period of the nearest date beside the content, or of one that opens the content; None without one."""
    draft, (begins, ends) = drafts[number], spans[number]
    first, past = reading.bounds(draft.first)
    start, end = reading.span(first, past)
    cue = reading.span(draft.first, draft.past)[0]
    others = [span for span in spans[max(0, number - 6) : number + 7] if not span[0] <= cue < span[1]]
    here = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
    beside = [m for m in here if not any(span[0] <= m.start < span[1] for span in others)]
    if beside:
        return min(beside, key=lambda mention: abs(mention.start - cue)).period
    inside = mentions[bisect_left(starts, begins) : bisect_left(starts, min(ends, begins + _LEADING))]
    return next((m.period for m in inside if _leads(reading.printed, begins, m.start)), None)


def _later(mention, published):
    """Nothing is reported before it was said: a date after the article is one that is spoken of."""
    return published is not None and days(mention.period)[0] > published.date()


def _leads(printed, begins, at):
    """Whether the content opens with the words of time that hold this date, before its first comma."""
    before = printed[begins:at]
    words = fold(before).split()
    return "،" not in before and "," not in before and bool(words) and words[0].strip("\"'«“”") in _OPENS_WITH_TIME


def _carried(reading, drafts, dated, enclosing, number):
    """The date of the statement around this one, or of the one whose speech it goes on with; None without one."""
    draft, outer = drafts[number], enclosing[number]
    if outer is not None and outer < number:
        return dated[outer][0] if dated[outer][1] == "sentence" else None
    if not number:
        return None
    before = next((n for n in range(number - 1, max(-1, number - 5), -1) if enclosing[n] == outer), None)
    if before is None or drafts[before].attributed is None or draft.attributed is None:
        return None
    same = drafts[before].attributed.key == draft.attributed.key
    same = same and (draft.elided or "\n" not in reading.tokens[drafts[before].ends : draft.first])
    return dated[before][0] if same and dated[before][1] == "sentence" else None
