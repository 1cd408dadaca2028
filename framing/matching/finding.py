"""Units + scheme → evidence: what was found, where, and by which indicator."""

from collections import defaultdict
from functools import lru_cache, partial
from itertools import groupby

import pandas as pd

from framing import tables
from framing.matching.expressions import expressed
from framing.matching.nearness import near
from framing.matching.negation import negation_of
from framing.matching.rules import Rules
from framing.matching.scan import Scanner
from framing.text import Vocabulary, folded, languages

CODER = "dictionary"
_BATCH = 500  # units that one pass of the automaton takes together


def evidence(units, scheme, *, morphology="clitics"):
    """Every excerpt behind the scheme's answers: one row per indicator found, in the order of the text.

    units : a table with `unit` and `text`; statements and sentences also hold `article` and `start`, and their
        evidence then has its offsets in the article. A `language` column goes before a guess by script.
    scheme : what `read_scheme` returns.
    morphology : how an Arabic word is found in its other forms. "clitics" by rule (see `framing.text.inflection`);
        "camel" and "alkhalil" by lemma, broken plurals and verbs included (see `framing.text.morphology`), for which
        the words of all units are analysed first. Other languages are found by lemma whatever it says.

    Returns the evidence table; `text` is the words as printed, `[start, end)` their place in code points. Where
    matches overlap, the longest is kept and the others are not counted: within one item, or in the whole scheme,
    as its `nested_scope` says. `negated` tells whether a negating word stands before the match, and is NA where the
    scheme ignores negation. `weight` is what the indicator adds to a rate.
    NOT found: indicators in another language than the unit's; negation that follows its word, or stands in another
    clause. Raises TableError where `units` is not a table of units, MatchingError where an indicator needs a lemma
    backend that is not asked for, MorphologyError where the backend is unknown or not installed.
    """
    units = tables.check(units, "units")
    matchers = _matchers(units, scheme, morphology)
    rows = []
    for code, batch in _batches(units, scheme):
        found = matchers(code).find([folded(text) for _, _, text, _, _ in batch])
        for (place, unit, text, article, offset), matches in zip(batch, found, strict=True):
            for start, end, rule, negated in matches:
                row = (place, unit, article, rule.frame, rule.item, rule.indicator, text[start:end])
                rows.append((*row, start + offset, end + offset, negated, CODER, rule.weight))
    rows.sort(key=lambda row: row[0])
    columns = ["place", *tables.COLUMNS["evidence"]]
    table = pd.DataFrame(rows, columns=columns).drop(columns="place") if rows else tables.empty("evidence")
    found = tables.inherit(tables.check(table, "evidence"), units)
    found.attrs["scheme"], found.attrs["morphology"] = scheme.origin, morphology
    return found


def counted(found, scheme):
    """The rows of an evidence table that answer their item: all but the negated ones of items that exclude them."""
    excluding = [
        scheme.negation_of(frame, item) == "exclude" for frame, item in zip(found["frame"], found["item"], strict=True)
    ]
    return found[~(pd.Series(excluding, index=found.index, dtype=bool) & found["negated"].fillna(False))]


class Matcher:
    """The indicators of one scheme in one language, ready to be found."""

    def __init__(self, scheme, language, vocabulary=None):
        self.rules = Rules(scheme, language, vocabulary)
        self.scanner = Scanner(self.rules.phrases)
        self.negation = negation_of(scheme, language)
        self.whole_scheme = scheme.nested_scope == "dictionary"

    def find(self, texts):
        """For each Folded text its matches in the order of print: (start, end, rule, negated)."""
        for text, occurrences in zip(texts, self.scanner.find(texts), strict=True):
            kept = self._longest([*self._alone(occurrences), *self._judged(text.text, occurrences)])
            yield [
                (*text.printed(where.start, where.end), rule, self._negated(rule, text, where)) for where, rule in kept
            ]

    def _alone(self, occurrences):
        """Phrases that are evidence by themselves, where nothing excludes them."""
        alone = self.rules.alone
        for where in occurrences:
            for rule, outside in alone.get(where.phrase, ()):
                if not outside or not _excluded(where, outside, occurrences):
                    yield where, rule

    def _judged(self, text, occurrences):
        """Matches of `near` and of regular expressions."""
        for rule, terms, outside in self.rules.near if occurrences else ():
            told = [
                [where for where in occurrences if where.phrase in term and not _excluded(where, outside, occurrences)]
                for term in terms
            ]
            if all(told):
                yield from ((where, rule) for where in near(text, told, rule.near))
        for rule, outside in self.rules.regex:
            for where in expressed(text, rule.regex):
                if not _excluded(where, outside, occurrences):
                    yield where, rule

    def _longest(self, matches):
        """The matches that overlap no longer match of the same item, or of the scheme, in the order of print."""
        if len(matches) > 1:
            taken, kept = defaultdict(set), []
            for where, rule in sorted(matches, key=_length):
                words = taken[None if self.whole_scheme else (rule.frame, rule.item)]
                if words.isdisjoint(where.starts):
                    words.update(where.starts)
                    kept.append((where, rule))
            matches = sorted(kept, key=lambda match: match[0][1:3])
        return matches

    def _negated(self, rule, text, where):
        return None if rule.negation == "ignore" else self.negation.negates(text.text, where.start)


def _matchers(units, scheme, morphology):
    """The function from a language to its Matcher; with a lemma backend, the one for Arabic belongs to these units."""
    if morphology == "clitics":
        return partial(_matcher, scheme)
    arabic = (text for text, code in zip(units["text"], languages(units), strict=True) if code == "ar")
    by_lemma = Matcher(scheme, "ar", Vocabulary(arabic, morphology))
    return lambda language: by_lemma if language == "ar" else _matcher(scheme, language)


@lru_cache(maxsize=16)
def _matcher(scheme, language):
    return Matcher(scheme, language)


def _batches(units, scheme):
    """(language, [(place, unit, text, article, offset)]) of the units that the scheme can answer."""
    articles = units["article"] if "article" in units else units["unit"]
    offsets = units["start"] if "start" in units and "article" in units else [0] * len(units)
    spoken = languages(units)
    rows = zip(spoken, range(len(units)), units["unit"], units["text"], articles, offsets, strict=True)
    for code, same in groupby(sorted(rows, key=lambda row: str(row[0])), key=lambda row: row[0]):
        same = [row[1:] for row in same] if code in scheme.languages else []
        for begin in range(0, len(same), _BATCH):
            yield code, same[begin : begin + _BATCH]


def _excluded(where, outside, occurrences):
    """Does `where` lie inside an occurrence of one of the phrases `outside`?"""
    return any(
        other.phrase in outside and other.start <= where.start and where.end <= other.end
        for other in (occurrences if outside else ())
    )


def _length(match):
    where, _ = match
    return where.start - where.end, where.start
