"""Which phrases stand around proposed words, judged for many words at once.

Phrases are the branches of a tree. At a branch one word is judged, the anchor first; those phrases that accept it go on
together, to branches for the word that comes next. What a branch makes of a word is remembered, so that each word is
judged in Python once and afterwards found by a number.
"""

from itertools import repeat
from typing import NamedTuple

import numpy as np

from framing.matching.occurrences import runs
from framing.text.joined import FOREIGN

# odd numbers without pattern: a branch and a word make one key, and two pairs the same one but once in 2**64
_WORDS, _BRANCHES = np.uint64(0xD6E8FEB86659FD93), np.uint64(0xC2B2AE3D27D4EB4F)
_REMEMBERED = 1_000_000  # words, of all branches together
_NOTHING, _UNKNOWN = 0, -1


class Phrase(NamedTuple):
    number: int
    forms: tuple
    anchor: int  # the place of its anchor

    def offset(self, depth):
        """Which word is judged after `depth` others, from the anchor: first those after it, then those before it."""
        after = len(self.forms) - self.anchor
        return depth if depth < after else after - depth - 1


class Branches:
    """The tree of phrases; its first branches judge anchors.

    anchored : for each first branch, its phrases
    """

    def __init__(self, anchored):
        self._phrases, self._depths, self._known, self._nodes = [], [], {}, {}
        self._offsets = []  # of the word that each branch judges
        self._first, self._count = [0], [0]  # per node: which branches follow, from the first on
        self._whole, self._ends = [], [0]  # whole phrases as (number, anchor), and per node where its own end
        for phrases in anchored:
            self._branch(phrases, 0, 0)

    def find(self, joined, branches, anchors):
        """The phrases found at anchors: arrays of their numbers, in order, and of the numbers of their first words."""
        found = []
        while len(branches):
            offsets = np.array(self._offsets)[branches]
            words = anchors + offsets
            linked = (offsets == 0) | joined.linked(np.where(offsets > 0, words, words + 1))
            branches, anchors, words = branches[linked], anchors[linked], words[linked]
            nodes = self._judged(joined, branches, words)
            nodes, anchors = nodes[nodes != _NOTHING], anchors[nodes != _NOTHING]
            ends = np.array(self._ends)
            owners, rows = runs(ends[nodes - 1], ends[nodes] - ends[nodes - 1])
            places = np.array(self._whole, dtype="int64").reshape(-1, 2)[rows]
            found.append(np.stack([places[:, 0], anchors[owners] - places[:, 1]]))
            owners, branches = runs(np.array(self._first)[nodes], np.array(self._count)[nodes])
            anchors = anchors[owners]
        phrases, firsts = np.concatenate(found, axis=1) if found else np.zeros((2, 0), "int64")
        return np.divmod(np.unique(phrases * len(joined.begins) + firsts), len(joined.begins))

    def _judged(self, joined, branches, words):
        """What each branch makes of its word: the number of a node."""
        keys = (joined.hashed(words) * _WORDS + branches.astype("uint64") * _BRANCHES).tolist()
        nodes = np.fromiter(map(self._known.get, keys, repeat(_UNKNOWN)), "int64", len(keys))
        for place in np.flatnonzero(nodes == _UNKNOWN).tolist():
            key, word = keys[place], int(words[place])
            nodes[place] = self._known[key] if key in self._known else self._learn(int(branches[place]), word, joined)
            if FOREIGN not in joined.spelling(word):  # else other words are spelt alike
                self._known[key] = int(nodes[place])
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        return nodes

    def _learn(self, branch, word, joined):
        folded, offset = joined.word(word), self._offsets[branch]
        phrases = [phrase for phrase in self._phrases[branch] if phrase.forms[phrase.anchor + offset].accepts(folded)]
        if not phrases:
            return _NOTHING
        told = branch, *(phrase.number for phrase in phrases)
        if told not in self._nodes:
            self._nodes[told] = self._node(phrases, self._depths[branch] + 1)
        return self._nodes[told]

    def _node(self, phrases, depth):
        further = {}
        for phrase in phrases:
            if len(phrase.forms) > depth:
                further.setdefault(phrase.offset(depth), []).append(phrase)
        self._whole += [(phrase.number, phrase.anchor) for phrase in phrases if len(phrase.forms) == depth]
        self._ends.append(len(self._whole))
        self._first.append(len(self._offsets))
        self._count.append(len(further))
        for offset, group in further.items():
            self._branch(group, depth, offset)
        return len(self._ends) - 1

    def _branch(self, phrases, depth, offset):
        self._phrases.append(phrases)
        self._depths.append(depth)
        self._offsets.append(offset)
