"""Terms within so many words of each other, in one sentence."""

import re

import numpy as np

from framing.matching.occurrences import Occurrence
from framing.text import WORD

_END = re.compile(r"[.!?؟\n\u2026]")


def together(joined, terms, window):
    """(number, terms) of the texts that hold an occurrence of every term, placed as in the folded text.

    Occurrences that are farther from all those of the rarest term than `window` words a term allow are left out.
    """
    if not all(terms):
        return
    places = [joined.words_at([where.start for where in found]) for found in terms]
    longest = max(len(where.starts) for found in terms for where in found)
    reach, rarest = (len(terms) - 1) * (window + longest), np.sort(min(places, key=len))
    held = [{} for _ in terms]
    for within, found, words in zip(held, terms, places, strict=True):
        after = np.searchsorted(rarest, words)
        gaps = np.minimum(abs(rarest[after - 1] - words), abs(rarest[np.minimum(after, len(rarest) - 1)] - words))
        numbers = joined.text_of([where.start for where in found])
        for place in np.flatnonzero(gaps <= reach).tolist():
            within.setdefault(int(numbers[place]), []).append(found[place])
    for number in sorted(set.intersection(*map(set, held))):
        shift = -int(joined.starts[number])
        yield number, [[where.moved(shift) for where in within[number]] for within in held]


def near(text, terms, indicator):
    """Occurrences that hold one occurrence of every term, neighbours at most `indicator.window` words apart.

    text : a folded text; terms : for each term, the occurrences of its phrases. An occurrence serves once; from the
    beginning of the text on, the nearest partners are taken.
    """
    placed = sorted(((where, number) for number, found in enumerate(terms) for where in found), key=_place)
    together = _in_order if indicator.ordered else _in_any_order
    for parts in together(text, placed, len(terms), indicator.window):
        yield Occurrence(-1, parts[0].start, parts[-1].end, tuple(start for part in parts for start in part.starts))


def _place(pair):
    return pair[0].start, -pair[0].end, pair[1]


def _in_any_order(text, placed, wanted, window):
    last = {}
    for where, number in placed:
        last[number] = where
        if len(last) == wanted:
            parts = sorted(last.values(), key=lambda part: part.start)
            if all(map(_Close(text, window), parts, parts[1:])):
                last = {}
                yield parts


def _in_order(text, placed, wanted, window):
    close, chains = _Close(text, window), {}
    for where, number in placed:
        if number == 0:
            chains[0] = [where]
        elif number - 1 in chains and close(chains[number - 1][-1], where):
            chains[number] = [*chains[number - 1], where]
        if wanted - 1 in chains:
            yield chains[wanted - 1]
            chains = {}


class _Close:
    """Do at most `window` words, and no end of a sentence, stand between two occurrences?"""

    def __init__(self, text, window):
        self.text, self.window = text, window

    def __call__(self, one, other):
        position = one.end
        for _ in range(self.window + 1):
            word = WORD.search(self.text, position, other.start)
            if not word:
                return one.end <= other.start and not _END.search(self.text, position, other.start)
            if _END.search(self.text, position, word.start()):
                return False
            position = word.end()
        return False
