"""Quotations and brackets that are closed where they should be, however messy the marks around them are."""

import re

_MARKS = re.compile('[«»“”„()\\[\\]"]')
_CLOSES = {"»": "«", "”": "“", ")": "(", "]": "["}
_OPENS = frozenset("«“„([")


def closed_pairs(text, start, end):
    """(opening, closing) positions of the marks in text[start:end] that pair, in order of their opening.

    Each kind of mark is paired by itself, so that a stray one of another kind disturbs nothing; a mark without
    its partner is left out. A straight mark opens or closes by the spaces around it, in doubt by turns.
    """
    waiting = {mark: [] for mark in (*_OPENS, '"')}
    pairs = []
    for match in _MARKS.finditer(text, start, end):
        mark, place = match.group(), match.start()
        opener = _partner(mark, waiting, text[max(start, place - 1) : place], text[place + 1 : min(end, place + 2)])
        if opener:
            pairs.append((waiting[opener].pop(), place))
        elif mark == '"':
            waiting[mark] = [] if _is_closing(text, start, place) else [place]
        elif mark in _OPENS:
            waiting[mark].append(place)
    return sorted(pairs)


def outermost(pairs):
    """Pairs (in order of their opening) that lie in no other; pairs that overlap are taken as one."""
    merged = []
    for opening, closing in pairs:
        if merged and opening < merged[-1][1]:
            merged[-1] = merged[-1][0], max(closing, merged[-1][1])
        else:
            merged.append((opening, closing))
    return merged


def _partner(mark, waiting, before, after):
    """The kind of opening mark that `mark` closes here, None where it closes nothing."""
    if mark == "“" and waiting["„"]:
        return "„"
    if mark == '"':
        return mark if waiting[mark] and not _looks_opening(before, after) else None
    opener = _CLOSES.get(mark)
    return opener if opener and waiting[opener] else None


def _looks_opening(before, after):
    return (not before.strip() or before in "(«“[:") and (after.isalnum() or after in ("«", "“", "("))


def _is_closing(text, start, place):
    before, after = text[max(start, place - 1) : place], text[place + 1 : place + 2]
    return before.isalnum() and not after.isalnum()
