"""Which phrases stand around proposed words, judged for many words at once.

Phrases are the branches of a tree. At a branch one word is judged, the anchor first; those phrases that accept it go on
together, to branches for the word that comes next. What a branch makes of a word is remembered, so that each word is
judged in Python once and afterwards found by a number.
"""

from itertools import repeat
from typing import NamedTuple

import numpy as np

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
        self._phrases, self._depths, self._known = [], [], {}
        self._offsets = []  # of the word that each branch judges
        self.whole, self._first, self._count = [[]], [0], [0]  # per node: whole phrases, and which branches follow
        for phrases in anchored:
            self._branch(phrases, 0, 0)

    def find(self, joined, branches, anchors):
        """Yields (nodes, anchors): at each anchor the phrases `whole[node]` are found; arrays of numbers."""
        while len(branches):
            offsets = np.array(self._offsets)[branches]
            words = anchors + offsets
            linked = (offsets == 0) | joined.linked(np.where(offsets > 0, words, words + 1))
            branches, anchors, words = branches[linked], anchors[linked], words[linked]
            nodes = self._judged(joined, branches, words)
            nodes, anchors = nodes[nodes != _NOTHING], anchors[nodes != _NOTHING]
            yield nodes, anchors
            counts = np.array(self._count)[nodes]
            steps = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
            branches, anchors = np.repeat(np.array(self._first)[nodes], counts) + steps, np.repeat(anchors, counts)

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
        return self._node(phrases, self._depths[branch] + 1) if phrases else _NOTHING

    def _node(self, phrases, depth):
        further = {}
        for phrase in phrases:
            if len(phrase.forms) > depth:
                further.setdefault(phrase.offset(depth), []).append(phrase)
        self.whole.append([phrase for phrase in phrases if len(phrase.forms) == depth])
        self._first.append(len(self._offsets))
        self._count.append(len(further))
        for offset, group in further.items():
            self._branch(group, depth, offset)
        return len(self.whole) - 1

    def _branch(self, phrases, depth, offset):
        self._phrases.append(phrases)
        self._depths.append(depth)
        self._offsets.append(offset)
