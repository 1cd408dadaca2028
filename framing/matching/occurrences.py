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
        self._joined, self.phrases, self.firsts, self.lasts = joined, phrases, firsts, lasts
        self._covers = {}

    def of(self, phrases):
        """Those of some phrases, each as an Occurrence, in the order of print."""
        bounds = np.searchsorted(self.phrases, [[phrase, phrase + 1] for phrase in phrases])
        return sorted((self._at(row) for bound in bounds.tolist() for row in range(*bound)), key=_place)

    def _at(self, row):
        first, last = int(self.firsts[row]), int(self.lasts[row])
        begins = self._joined.begins[first : last + 1].tolist()
        return Occurrence(int(self.phrases[row]), begins[0], int(self._joined.ends[last]), tuple(begins))

    def hold(self, phrases, start, end):
        """Does [start, end) lie inside an occurrence of one of the phrases?"""
        if not phrases:
            return False
        if phrases not in self._covers:
            covering = self.of(phrases)
            # up to each start the farthest end, so that no text need be searched
            ends = accumulate((where.end for where in covering), max)
            self._covers[phrases] = [where.start for where in covering], list(ends)
        starts, ends = self._covers[phrases]
        last = bisect_right(starts, start) - 1
        return last >= 0 and end <= ends[last]


def _place(where):
    return where.start, where.end


def runs(firsts, counts):
    """(owners, numbers): from each of `firsts` on as many numbers as its count says, and whose each of them is."""
    owners = np.repeat(np.arange(len(counts)), counts)
    before = np.cumsum(counts) - counts
    return owners, firsts[owners] + np.arange(len(owners)) - before[owners]
