"""Where phrases were found in joined texts, and which of them lie inside others."""

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

import numpy as np


class Occurrence(NamedTuple):
    """A phrase found, as [start, end) and the starts of its words; -1 is no phrase but what a rule made of them."""

    phrase: int
    start: int
    end: int
    starts: tuple

    def moved(self, shift):
        return Occurrence(self.phrase, self.start + shift, self.end + shift, tuple(one + shift for one in self.starts))


class Occurrences:
    """Phrases found in joined texts, as arrays: their numbers, in order, and those of their first and last words."""

    def __init__(self, joined, phrases, firsts, lasts):
        self.joined, self.phrases, self.firsts, self.lasts = joined, phrases, firsts, lasts
        self._rows, self._covers = {}, {}

    def rows(self, phrases):
        """The rows of the arrays that hold one of some phrases (a frozenset), in the order of print."""
        if phrases not in self._rows:
            numbers = np.array(sorted(phrases), "int64")
            begin, end = np.searchsorted(self.phrases, [numbers, numbers + 1])
            _, rows = runs(begin, end - begin)
            self._rows[phrases] = rows[np.argsort(self.firsts[rows], kind="stable")]
        return self._rows[phrases]

    def at(self, rows):
        """Each of some rows as an Occurrence."""
        begins, ends = self.joined.begins, self.joined.ends
        columns = self.phrases, self.firsts, self.lasts
        for phrase, first, last in zip(*(column[rows].tolist() for column in columns), strict=True):
            starts = tuple(begins[first : last + 1].tolist())
            yield Occurrence(phrase, starts[0], int(ends[last]), starts)

    def hold(self, phrases, start, end):
        """Does [start, end) lie inside an occurrence of one of the phrases?"""
        if not phrases:
            return False
        if phrases not in self._covers:
            covering = list(self.at(self.rows(phrases)))
            # up to each start the farthest end, so that no text need be searched
            ends = accumulate((where.end for where in covering), max)
            self._covers[phrases] = [where.start for where in covering], list(ends)
        starts, ends = self._covers[phrases]
        last = bisect_right(starts, start) - 1
        return last >= 0 and end <= ends[last]


def runs(firsts, counts):
    """(owners, numbers): from each of `firsts` on as many numbers as its count says, and whose each of them is."""
    owners = np.repeat(np.arange(len(counts)), counts)
    before = np.cumsum(counts) - counts
    return owners, firsts[owners] + np.arange(len(owners)) - before[owners]
