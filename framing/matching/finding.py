"""Units + scheme → evidence: what was found, where, and by which indicator."""

from functools import lru_cache

import numpy as np
import pandas as pd

from framing import tables
from framing.matching.expressions import expressed
from framing.matching.nearness import near, together
from framing.matching.negation import negation_of
from framing.matching.occurrences import runs
from framing.matching.overlaps import longest
from framing.matching.rules import Rules
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
        self.rules = Rules(scheme, language, vocabulary)
        self.scanner = Scanner(self.rules.phrases)
        self._negation = negation_of(scheme, language)
        items = {place[:2]: number for number, place in enumerate(scheme.items)}
        alone = sorted(self.rules.alone.items())
        # the rules of each phrase, from the first on as many as it has
        self._entries = [entry for _, entries in alone for entry in entries]
        self._counts = np.zeros(len(self.rules.phrases), "int64")
        self._counts[[phrase for phrase, _ in alone]] = [len(entries) for _, entries in alone]
        self._rule_of = np.array([rule for rule, _ in self._entries], "int64")
        self._excluded = np.array([bool(outside) for _, outside in self._entries], bool)
        rules = self.rules.rules
        self._scopes = np.array([scheme.nested_scope == "key" and items[rule[:2]] for rule in rules], "int64")
        self._looked = np.array([rule.negation != "ignore" for rule in rules], bool)

    def find(self, texts):
        """What is found in `texts`: a table of text (its number), start and end in print, rule (its number), negated.

        The order is that of print; matches of the same words stand in the order of their rules.
        """
        joined = Joined(texts)
        occurrences = self.scanner.find(joined)
        rules, firsts, lasts = self._alone(joined, occurrences)
        judged = list(self._judged(joined, occurrences))
        owners, words = runs(firsts, lasts - firsts + 1)
        within = [np.unique(joined.words_at(where.starts)) for _, where in judged]
        owners = np.append(owners, np.repeat(np.arange(len(judged)) + len(rules), [*map(len, within)])).astype("int64")
        words = np.concatenate([words, *within])
        rules = np.append(rules, [rule for rule, _ in judged]).astype("int64")
        starts = np.append(joined.begins[firsts], [where.start for _, where in judged]).astype("int64")
        ends = np.append(joined.ends[lasts], [where.end for _, where in judged]).astype("int64")
        claims = self._scopes[rules][owners] * len(joined.begins) + words
        kept = longest(starts, ends, rules, owners, claims)
        kept = kept[np.lexsort([rules[kept], ends[kept], starts[kept]])]
        numbers, begins, stops = joined.printed(starts[kept], ends[kept])
        negated = self._negated(joined, starts[kept], rules[kept])
        return pd.DataFrame({"text": numbers, "start": begins, "end": stops, "rule": rules[kept], "negated": negated})

    def _alone(self, joined, occurrences):
        """Phrases that are evidence by themselves, where nothing excludes them: rules, first and last words."""
        counts = self._counts[occurrences.phrases]
        owners, entries = runs((np.cumsum(self._counts) - self._counts)[occurrences.phrases], counts)
        firsts, lasts = occurrences.firsts[owners], occurrences.lasts[owners]
        fine = np.ones(len(entries), bool)
        for row in np.flatnonzero(self._excluded[entries]).tolist():
            _, outside = self._entries[entries[row]]
            fine[row] = not occurrences.hold(outside, int(joined.begins[firsts[row]]), int(joined.ends[lasts[row]]))
        return self._rule_of[entries][fine], firsts[fine], lasts[fine]

    def _judged(self, joined, occurrences):
        """(rule, Occurrence) of the matches of `near` and of regular expressions."""
        for rule, terms, outside in self.rules.near:
            indicator = self.rules.rules[rule].near
            for number, parts in together(occurrences, terms, indicator.window):
                shift = int(joined.starts[number])
                told = [
                    [where.moved(-shift) for where in part if not occurrences.hold(outside, where.start, where.end)]
                    for part in parts
                ]
                for where in near(joined.text(number).text, told, indicator) if all(told) else ():
                    yield rule, where.moved(shift)
        for rule, outside in self.rules.regex:
            for number in range(len(joined.texts)):
                shift = int(joined.starts[number])
                for where in expressed(joined.text(number).text, self.rules.rules[rule].regex):
                    where = where.moved(shift)
                    if not occurrences.hold(outside, where.start, where.end):
                        yield rule, where

    def _negated(self, joined, starts, rules):
        """Whether each match is negated, NA where its rule ignores that."""
        negated, looked = np.zeros(len(rules), bool), self._looked[rules]
        for row in np.flatnonzero(looked).tolist():
            number = int(joined.text_of(starts[row]))
            position = int(starts[row] - joined.starts[number])
            negated[row] = self._negation.negates(joined.text(number).text, position)
        return pd.arrays.BooleanArray(negated, ~looked)


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
    parts = []
    for begin in range(0, max(1, len(places)), _BATCH):
        batch = places[begin : begin + _BATCH]
        texts = units["text"].iloc[batch].tolist()
        found = matcher.find(texts)
        spans = zip(found["text"].tolist(), found["start"].tolist(), found["end"].tolist(), strict=True)
        words = pd.array([texts[number][start:end] for number, start, end in spans], dtype="str")
        parts.append(found.assign(place=batch[found["text"]], text=words))
    found = pd.concat(parts, ignore_index=True)
    place = found["place"].to_numpy()
    said = matcher.rules.named.take(found["rule"])
    offset = units["start"].to_numpy()[place] if "start" in units and "article" in units else 0
    return pd.DataFrame(
        {
            "place": place,
            "unit": units["unit"].array.take(place),
            "article": units["article" if "article" in units else "unit"].array.take(place),
            **{name: said[name].array for name in said},
            "text": found["text"].array,
            "start": found["start"] + offset,
            "end": found["end"] + offset,
            "negated": found["negated"].array,
            "coder": CODER,
        }
    )
