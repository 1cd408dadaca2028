"""Units + scheme → evidence: what was found, where, and by which indicator.

One Aho-Corasick pass over the folded text proposes; at each proposal the words themselves are judged.
"""

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

import ahocorasick_rs

from framing import tables
from framing.text import WORD, Form, folded, form, languages

CODER = "dictionary"

# what may stand between two words of one phrase: space, hyphen, the quotation marks around a word
_GAP = re.compile(r"[\s\-\u2010\u2011«»“”\"]{1,4}")
_LATIN_APOSTROPHE = re.compile("[a-z]'[a-z]")
_PIECE = re.compile(r"[^\s\-\u2010\u2011]+")


class Phrase(NamedTuple):
    """An indicator ready to be looked for: the written forms of its words, in order."""

    frame: str
    item: str
    indicator: str
    forms: tuple[Form, ...]


class Matcher:
    """The indicators of one scheme in one language as one automaton."""

    def __init__(self, scheme, language):
        # literal of the first word → that word's forms → the phrases that begin with it
        proposed = defaultdict(lambda: defaultdict(list))
        for frame, item, content in scheme.items:
            for indicator in content.indicators.get(language, ()):
                words = _PIECE.findall(indicator.phrase)
                forms = tuple(form(word, language, indicator.inflect) for word in words)
                phrase = Phrase(frame, item, indicator.phrase, forms)
                proposed[forms[0].literal][forms[0]].append(phrase)
        self.proposed = list(proposed.values())
        self.automaton = ahocorasick_rs.AhoCorasick(list(proposed), implementation=ahocorasick_rs.Implementation.DFA)

    def find(self, plain):
        """Every match in a `Folded` text as (start, end, phrase, starts of its words), overlaps included."""
        text, seen = plain.text, set()
        begin = end = 0
        for literal, position, _ in self.automaton.find_matches_as_indexes(text, overlapping=True):
            if not begin <= position < end:  # another word than the last one
                begin = _word_start(text, position)
                end = _word_end(text, begin)
                word = plain.word(begin, end)
            if (literal, begin) in seen:
                continue
            seen.add((literal, begin))
            for wanted, phrases in self.proposed[literal].items():
                if not wanted.accepts(word):
                    continue
                for phrase in phrases:
                    starts, past = _follow(plain, end, phrase.forms[1:])
                    if starts is not None:
                        yield begin, past, phrase, (begin, *starts)


@lru_cache(maxsize=16)
def matcher(scheme, language):
    """The Matcher of a scheme in one language, built once."""
    return Matcher(scheme, language)


def evidence(units, scheme):
    """Every excerpt behind the scheme's answers: one row per indicator found, in the order of the text.

    units : a table with `unit` and `text`; statements and sentences also hold `article` and `start`, and their
        evidence then has its offsets in the article. A `language` column goes before a guess by script.
    scheme : what `read_scheme` returns.

    Returns the evidence table; `text` is the words as printed, `[start, end)` their place in code points.
    Where matches of one frame overlap, the longest is kept and the others are not counted; frames do not
    compete. `negated` is NA: nobody looked. NOT found: indicators in another language than the unit's.
    Raises TableError where `units` is not a table of units.
    """
    units = tables.check(units, "units")
    rows = []
    for unit, text, article, offset, code in _walk(units):
        if code not in scheme.languages:
            continue
        plain = folded(text)
        for start, end, phrase in _longest(matcher(scheme, code).find(plain)):
            start, end = plain.printed(start, end)
            rows.append(
                {
                    "unit": unit,
                    "article": article,
                    "frame": phrase.frame,
                    "item": phrase.item,
                    "indicator": phrase.indicator,
                    "text": text[start:end],
                    "start": start + offset,
                    "end": end + offset,
                    "negated": None,
                    "coder": CODER,
                }
            )
    found = tables.inherit(tables.from_rows(rows, "evidence"), units)
    found.attrs["scheme"] = scheme.origin
    return found


def _walk(units):
    articles = units["article"] if "article" in units else units["unit"]
    offsets = units["start"] if "start" in units and "article" in units else [0] * len(units)
    return zip(units["unit"], units["text"], articles, offsets, languages(units), strict=True)


def _word_start(text, position):
    """Where the word begins that holds `position`."""
    while position and (text[position - 1].isalnum() or _LATIN_APOSTROPHE.match(text, position - 2)):
        position -= 1
    return position


def _word_end(text, position):
    word = WORD.match(text, position)
    return word.end() if word else position + 1


def _follow(plain, position, forms):
    """Starts of the words that answer to `forms` after `position`, and the last one's end; (None, 0) if one fails."""
    starts = []
    for wanted in forms:
        gap = _GAP.match(plain.text, position)
        word = gap and WORD.match(plain.text, gap.end())
        if not word or not wanted.accepts(plain.word(*word.span())):
            return None, 0
        starts.append(word.start())
        position = word.end()
    return starts, position


def _longest(matches):
    """The matches of each frame that overlap no longer match of the same frame; (start, end, phrase) in text order."""
    taken, kept = defaultdict(set), []
    for start, end, phrase, starts in sorted(matches, key=lambda match: (match[0] - match[1], match[0])):
        if taken[phrase.frame].isdisjoint(starts):
            taken[phrase.frame].update(starts)
            kept.append((start, end, phrase))
    return sorted(kept, key=lambda match: match[:2])
