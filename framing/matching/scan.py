"""Every phrase of a set in many texts by one Aho-Corasick pass: it proposes words, and `branching` judges them.

A phrase is proposed by its rarest word, its anchor, so that frequent words are looked at only beside it.
"""

from collections import Counter
from itertools import chain

import ahocorasick_rs
import numpy as np

from framing.matching.branching import Branches, Phrase
from framing.matching.occurrences import Occurrences
from framing.text.joined import letters

_SAMPLE = 300_000  # letters in which words are counted before the first scan


class Scanner:
    """The automaton of a set of phrases: {tuple of Forms: number}."""

    def __init__(self, phrases):
        self._phrases, self._automaton = phrases, None
        self._lengths = np.zeros(1 + max(phrases.values(), default=0), "int64")
        for forms, number in phrases.items():
            self._lengths[number] = len(forms)

    def find(self, joined):
        """The occurrences in joined texts, as Occurrences."""
        if self._automaton is None:
            self._prepare(joined.folded[:_SAMPLE])
        phrases, firsts = self._branches.find(joined, *self._proposed(joined))
        return Occurrences(joined, phrases, firsts, firsts + self._lengths[phrases] - 1)

    def _prepare(self, sample):
        """Choose the word that proposes each phrase, the one that the sample holds least, and build the automaton."""
        common = _counted({form for forms in self._phrases for form in forms}, sample)
        anchored = {}
        for forms, number in self._phrases.items():
            anchor = min(range(len(forms)), key=lambda place: common[forms[place]])
            for literal in forms[anchor].literals:
                anchored.setdefault(literal, []).append(Phrase(number, forms, anchor))
        self._branches = Branches(anchored.values())
        self.literals = list(anchored)
        self._automaton = _automaton(self.literals)

    def _proposed(self, joined):
        """For each literal found, its number and the number of the word that holds it, in two arrays."""
        hits = self._automaton.find_matches_as_indexes(joined.folded, overlapping=True)
        flat = np.fromiter(chain.from_iterable(hits), "int64", 3 * len(hits))
        return flat[::3], joined.words_at(flat[1::3])


def _automaton(literals):
    return ahocorasick_rs.BytesAhoCorasick(
        list(map(letters, literals)), implementation=ahocorasick_rs.Implementation.DFA
    )


def _counted(forms, sample):
    """{form: (how often the sample holds its literals, minus their least length)}: the least is the rarest."""
    spelt = [(form, literal) for form in forms for literal in form.literals]
    literals = list(dict.fromkeys(literal for _, literal in spelt))
    hits = _automaton(literals).find_matches_as_indexes(sample, overlapping=True)
    times = Counter(literals[number] for number, *_ in hits)
    counted = dict.fromkeys(forms, 0)
    for form, literal in spelt:
        counted[form] += times[literal]
    return {form: (count, -min(map(len, form.literals))) for form, count in counted.items()}
