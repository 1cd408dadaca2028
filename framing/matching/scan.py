"""Every phrase of a set in many texts by one Aho-Corasick pass: it proposes stems, and at each the word is judged."""

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

import ahocorasick_rs

from framing.text import WORD

# what may stand between two words of one phrase: space, hyphen, the quotation marks around a word
_GAP = re.compile(r"[\s\-\u2010\u2011«»“”\"]{1,4}")
_GAP_LETTERS = frozenset(' \t\n\r\u00a0-\u2010\u2011«»“”"')
_LATIN_APOSTROPHE = re.compile("[a-z]'[a-z]")
_BETWEEN = "\x00"  # neither part of a word nor of a gap: no phrase runs from one text into the next


class Occurrence(NamedTuple):
    """A phrase found in a folded text, as [start, end) and the starts of its words."""

    phrase: int
    start: int
    end: int
    starts: tuple


class Scanner:
    """The automaton of a set of phrases: {tuple of Forms: number}."""

    def __init__(self, phrases):
        # literal of the anchor -> [(its form, the forms before it, the forms after it, number of the phrase)]
        anchored = {}
        for forms, number in phrases.items():
            anchor = max(range(len(forms)), key=lambda place: min(map(len, forms[place].literals)))
            entry = (forms[anchor], forms[:anchor][::-1], forms[anchor + 1 :], number)
            for literal in forms[anchor].literals:
                anchored.setdefault(literal, []).append(entry)
        self._anchored = list(anchored.values())
        self._answers = [{} for _ in self._anchored]  # per literal: word -> the entries whose anchor it is
        self._automaton = ahocorasick_rs.AhoCorasick(list(anchored), implementation=ahocorasick_rs.Implementation.DFA)

    def find(self, texts):
        """The occurrences in each of `texts` (Folded), in the order of their words' ends."""
        found = [[] for _ in texts]
        starts = [0, *accumulate(len(text.text) + 1 for text in texts)]
        whole = _BETWEEN.join(text.text for text in texts)
        begin = end = 0
        seen, told = set(), set()  # literals and phrases of this word
        for literal, position, _ in self._automaton.find_matches_as_indexes(whole, overlapping=True):
            if not begin <= position < end:  # another word than the last one
                begin = _word_start(whole, position)
                end = _word_end(whole, begin)
                number = bisect_right(starts, begin) - 1
                word = texts[number].word(begin - starts[number], end - starts[number])
                seen.clear()
                told.clear()
            if literal in seen:
                continue
            seen.add(literal)
            for before, after, phrase in self._entries(literal, word):
                words = phrase not in told and _around(whole, begin, end, before, after, texts[number], starts[number])
                if words:
                    told.add(phrase)
                    shift = starts[number]
                    places = tuple(start - shift for start, _ in words)
                    found[number].append(Occurrence(phrase, places[0], words[-1][1] - shift, places))
        return found

    def _entries(self, literal, word):
        answers = self._answers[literal]
        if word not in answers:
            answers[word] = [
                (before, after, phrase)
                for wanted, before, after, phrase in self._anchored[literal]
                if wanted.accepts(word)
            ]
        return answers[word]


def _around(whole, begin, end, before, after, text, shift):
    """[(start, end)] of the words of a phrase whose anchor is [begin, end); None where a neighbour fails."""
    words = [(begin, end)]
    for wanted in before:
        word = _word_before(whole, words[0][0])
        if not word or not wanted.accepts(text.word(word[0] - shift, word[1] - shift)):
            return None
        words.insert(0, word)
    for wanted in after:
        gap = _GAP.match(whole, words[-1][1])
        match = gap and WORD.match(whole, gap.end())
        if not match or not wanted.accepts(text.word(match.start() - shift, match.end() - shift)):
            return None
        words.append(match.span())
    return words


def _word_before(whole, position):
    end = position
    while end and position - end < 4 and whole[end - 1] in _GAP_LETTERS:
        end -= 1
    if end in (0, position) or not _is_word(whole[end - 1]):
        return None
    start = _word_start(whole, end - 1)
    return (start, end) if _word_end(whole, start) == end else None


def _is_word(letter):
    return letter.isalnum()


def _word_start(text, position):
    """Where the word begins that holds `position`."""
    while position and (text[position - 1].isalnum() or _LATIN_APOSTROPHE.match(text, position - 2)):
        position -= 1
    return position


def _word_end(text, position):
    word = WORD.match(text, position)
    return word.end() if word else position + 1
