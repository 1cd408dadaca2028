"""Terms within so many words of each other, in one sentence."""

import re
from functools import reduce

import numpy as np

from framing.matching.occurrences import Occurrence
from framing.text import WORD

_END = re.compile(r"[.!?؟\n\u2026]")


def together(occurrences, terms, window):
    """(number, terms) of the texts that hold an occurrence of every term, as lists of Occurrences per term.

    Occurrences that are farther from all those of the rarest term than `window` words a term allow are left out.
    """
    rows = [occurrences.rows(term) for term in terms]
    if not all(map(len, rows)):
        return
    firsts = [occurrences.firsts[found] for found in rows]
    longest = max((occurrences.lasts[found] - occurrences.firsts[found]).max() for found in rows) + 1
    reach, rarest = (len(terms) - 1) * (window + longest), min(firsts, key=len)
    rows = [found[_distance(words, rarest) <= reach] for found, words in zip(rows, firsts, strict=True)]
    numbers = [occurrences.joined.text_of(occurrences.joined.begins[occurrences.firsts[found]]) for found in rows]
    for number in reduce(np.intersect1d, numbers).tolist():
        yield number, [list(occurrences.at(found[own == number])) for found, own in zip(rows, numbers, strict=True)]


def _distance(words, others):
    """How many words from each word to the nearest of others, which are in order."""
    after = np.searchsorted(others, words)
    before = np.maximum(after - 1, 0)
    return np.minimum(abs(others[before] - words), abs(others[np.minimum(after, len(others) - 1)] - words))


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
