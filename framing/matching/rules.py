"""What a scheme's indicators look for in one language, as rules over phrases."""

import re
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from framing.tables import FramingError
from framing.text import form

_PIECE = re.compile(r"[^\s\-\u2010\u2011]+")


class MatchingError(FramingError):
    """A scheme asks for something that cannot be looked for as asked."""


class Rule(NamedTuple):
    """One indicator, or one phrase of it: `frame`, `item`, `indicator` and `weight` stand in the evidence."""

    frame: str
    item: str
    indicator: str
    weight: float
    negation: str
    near: object = None  # the Indicator that says how near its terms must be
    regex: str | None = None


class Rules:
    """The rules of one scheme in one language; `vocabulary` is what a lemma backend knows of the texts.

    rules : every Rule in the order of the scheme; below it stands for itself by its number
    phrases : {phrase as a tuple of Forms: its number}, every phrase once, whoever looks for it
    alone : number of a phrase -> [(rule, numbers of the phrases inside which it does not count)]
    near : [(rule, numbers of each term's phrases, numbers of excluding phrases)]
    regex : [(rule, numbers of excluding phrases)]
    """

    def __init__(self, scheme, language, vocabulary=None):
        self.language, self._vocabulary = language, vocabulary
        self.rules, self.phrases, self.alone, self.near, self.regex = [], {}, {}, [], []
        for frame, item, content in scheme.items:
            negation = scheme.negation_of(frame, item)
            for indicator in content.indicators.get(language, ()):
                self._add(indicator, Rule(frame, item, indicator.text, indicator.weight, negation))

    @cached_property
    def named(self):
        """The rules as a table: frame, item, indicator, weight."""
        rules = pd.DataFrame([rule[:4] for rule in self.rules], columns=Rule._fields[:4])
        return rules.astype({"frame": "str", "item": "str", "indicator": "str", "weight": "float64"})

    def _add(self, indicator, rule):
        outside = frozenset(self._number(phrase, indicator) for phrase in indicator.unless or ())
        for phrase in indicator.phrases:
            number = self._number(phrase, indicator)
            self.alone.setdefault(number, []).append((self._rule(rule._replace(indicator=phrase)), outside))
        if indicator.near:
            terms = [frozenset(self._number(phrase, indicator) for phrase in term) for term in indicator.near]
            self.near.append((self._rule(rule._replace(near=indicator)), terms, outside))
        elif indicator.regex:
            self.regex.append((self._rule(rule._replace(regex=indicator.regex)), outside))
        elif indicator.lemma:
            self._add_lemma(indicator, rule, outside)

    def _add_lemma(self, indicator, rule, outside):
        if self._vocabulary:
            forms = (self._vocabulary.lemma_form(indicator.lemma),)
        elif self.language == "ar":
            raise MatchingError(
                f"the indicator lemma: {indicator.lemma} of {rule.frame}.{rule.item} needs a lemma backend: "
                'morphology="camel" or "alkhalil"; or write its forms as phrases'
            )
        else:
            forms = (form(indicator.lemma, self.language),)
        self.alone.setdefault(self._numbered(forms), []).append((self._rule(rule), outside))

    def _rule(self, rule):
        self.rules.append(rule)
        return len(self.rules) - 1

    def _number(self, phrase, indicator):
        return self._numbered(tuple(self._form(word, indicator) for word in _PIECE.findall(phrase)))

    def _form(self, word, indicator):
        if self._vocabulary and indicator.inflect:
            return self._vocabulary.form(word, indicator.nisba)
        return form(word, self.language, indicator.inflect, indicator.nisba)

    def _numbered(self, forms):
        return self.phrases.setdefault(forms, len(self.phrases))
