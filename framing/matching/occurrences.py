"""Where phrases were found in joined texts, and which of them lie inside others."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple


class Occurrence(NamedTuple):
    """A phrase found, as [start, end) and the starts of its words; -1 is no phrase but what a rule made of them."""

    phrase: int
    start: int
    end: int
    starts: tuple

    def moved(self, shift):
        return Occurrence(self.phrase, self.start + shift, self.end + shift, tuple(one + shift for one in self.starts))


class Occurrences(list):
    """Occurrences in joined texts."""

    @cached_property
    def _by_phrase(self):
        found = {}
        for where in self:
            found.setdefault(where.phrase, []).append(where)
        return found

    @cached_property
    def _covers(self):
        return {}

    def of(self, phrases):
        """Those of some phrases, in no order."""
        return [where for phrase in phrases for where in self._by_phrase.get(phrase, ())]

    def hold(self, phrases, where):
        """Does `where` lie inside an occurrence of one of the phrases?"""
        if phrases not in self._covers:
            covering = sorted((other.start, other.end) for other in self.of(phrases))
            # up to each start, the farthest end: no text need be searched
            self._covers[phrases] = [start for start, _ in covering], [*accumulate((end for _, end in covering), max)]
        starts, ends = self._covers[phrases]
        last = bisect_right(starts, where.start) - 1
        return last >= 0 and where.end <= ends[last]
