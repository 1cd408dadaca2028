"""Units + scheme → evidence: what was found, where, and by which indicator."""

from functools import lru_cache

import numpy as np
import pandas as pd

from framing import tables
from framing.matching.expressions import expressed
from framing.matching.nearness import near, together
from framing.matching.negation import negation_of
from framing.matching.rules import Rule, Rules
from framing.matching.scan import Scanner
from framing.text import Joined, Vocabulary, check_morphology, languages

CODER = "dictionary"
_BATCH = 4000  # units that one pass of the automaton takes together


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
    check_morphology(morphology)
    spoken = np.array(languages(units), dtype=object)
    parts = []
    for language in scheme.languages:
        places = np.flatnonzero(spoken == language)
        parts.append(
            _in_language(units, places, _matcher_for(units["text"].iloc[places], scheme, language, morphology))
        )
    table = pd.concat(parts).sort_values("place", kind="stable", ignore_index=True).drop(columns="place")
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
        rules = Rules(scheme, language, vocabulary)
        self.rules, self._alone_of, self._near, self._regex = rules.rules, rules.alone, rules.near, rules.regex
        self._scanner = Scanner(rules.phrases)
        self._negation = negation_of(scheme, language)
        items = {place[:2]: number for number, place in enumerate(scheme.items)}
        self._scopes = [0 if scheme.nested_scope == "dictionary" else items[rule[:2]] for rule in self.rules]

    def find(self, texts):
        """What is found in `texts`, as lists: numbers of the texts, starts and ends in print, rules, negated, words.

        The order is that of print; matches of the same words stand in the order of their rules.
        """
        joined = Joined(texts)
        occurrences = self._scanner.find(joined)
        matches = self._longest([*self._alone(occurrences), *self._judged(joined, occurrences)], len(joined.letters))
        if not matches:
            return [], [], [], [], [], []
        starts, ends, rules = zip(*matches, strict=True)
        numbers, begins, stops = (places.tolist() for places in joined.printed(np.array(starts), np.array(ends)))
        negated = [self._negated(joined, *match) for match in matches]
        words = [texts[number][begin:stop] for number, begin, stop in zip(numbers, begins, stops, strict=True)]
        return numbers, begins, stops, rules, negated, words

    def _alone(self, occurrences):
        """Phrases that are evidence by themselves, where nothing excludes them."""
        for where in occurrences:
            for rule, outside in self._alone_of.get(where.phrase, ()):
                if not outside or not occurrences.hold(outside, where):
                    yield where, rule

    def _judged(self, joined, occurrences):
        """Matches of `near` and of regular expressions."""
        for rule, terms, outside in self._near:
            told = [[where for where in occurrences.of(term) if not occurrences.hold(outside, where)] for term in terms]
            for number, parts in together(joined, told):
                shift = int(joined.starts[number])
                for where in near(joined.text(number).text, parts, self.rules[rule].near):
                    yield where.moved(shift), rule
        for rule, outside in self._regex:
            for number in range(len(joined.texts)):
                shift = int(joined.starts[number])
                for where in expressed(joined.text(number).text, self.rules[rule].regex):
                    if not occurrences.hold(outside, where.moved(shift)):
                        yield where.moved(shift), rule

    def _longest(self, matches, size):
        """(start, end, rule) of the matches that overlap no longer match of the same item, or of the scheme."""
        taken, kept = set(), []
        for length, start, rule, starts in sorted((w.start - w.end, w.start, rule, w.starts) for w, rule in matches):
            scope = self._scopes[rule] * size
            words = [scope + word for word in starts]
            if taken.isdisjoint(words):
                taken.update(words)
                kept.append((start, start - length, rule))
        return sorted(kept)

    def _negated(self, joined, start, end, rule):
        if self.rules[rule].negation == "ignore":
            return None
        number = int(joined.text_of(start))
        return self._negation.negates(joined.text(number).text, start - int(joined.starts[number]))


def _matcher_for(texts, scheme, language, morphology):
    """The Matcher of a language; with a lemma backend, the one for Arabic belongs to these texts."""
    if language == "ar" and morphology != "clitics":
        return Matcher(scheme, language, Vocabulary(texts, morphology))
    return _matcher(scheme, language)


@lru_cache(maxsize=16)
def _matcher(scheme, language):
    return Matcher(scheme, language)


def _in_language(units, places, matcher):
    """The evidence in the units of one language, with the `place` of each unit in the table."""
    columns = [[], [], [], [], [], []]
    for begin in range(0, len(places), _BATCH):
        batch = places[begin : begin + _BATCH]
        numbers, *found = matcher.find(units["text"].iloc[batch].tolist())
        for column, values in zip(columns, [batch[numbers], *found], strict=True):
            column.extend(values)
    place, start, end, number, negated, words = columns
    place = np.array(place, dtype="int64")
    offset = units["start"].to_numpy()[place] if "start" in units and "article" in units else 0
    said = pd.DataFrame(matcher.rules, columns=Rule._fields).iloc[number].reset_index(drop=True)
    return pd.DataFrame(
        {
            "place": place,
            "unit": units["unit"].array.take(place),
            "article": units["article" if "article" in units else "unit"].array.take(place),
            "frame": said["frame"],
            "item": said["item"],
            "indicator": said["indicator"],
            "text": pd.array(words, dtype="str"),
            "start": np.array(start, dtype="int64") + offset,
            "end": np.array(end, dtype="int64") + offset,
            "negated": pd.array(negated, dtype="boolean"),
            "coder": CODER,
            "weight": said["weight"],
        }
    )
