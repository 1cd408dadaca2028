"""Is a match negated? It is where a negating word stands a few words before it, in the same clause."""

import re
from functools import cache
from importlib.resources import files

from framing.scheme import Negators
from framing.text import WORD, fold
from framing.yamlfile import read_yaml

# what ends a clause between two words; space, quotation marks, brackets that open, hyphens and marks do not
_ENDS = re.compile(r"[.!?؟,،;؛:\n\u2026)\]\u2013\u2014]")
_REACH = 25  # characters back for each word of the window


class Negation:
    """The negators of one language, ready to judge: a `Negators` and its language."""

    def __init__(self, negators, language):
        self.window = negators.window
        self.words, self.ends, self.unless = (
            {tuple(fold(phrase).split()) for phrase in phrases}
            for phrases in (negators.words, negators.ends, negators.unless)
        )
        self.longest = max(map(len, self.words | self.ends | self.unless))
        self.conjunctions = ("و", "ف") if language == "ar" else ()

    def negates(self, text, position):
        """Is what begins at `position` of a folded text negated?"""
        before = self._before(text, position)
        spared = {
            index + step
            for index in range(len(before))
            for length in range(1, self.longest + 1)
            if self._says(before, index, length, self.unless)
            for step in range(length)
        }
        for index in reversed(range(max(0, len(before) - self.window), len(before))):
            if index not in spared and self._any(before, index, self.words):
                return True
            if self._any(before, index, self.ends):
                return False
        return False

    def _before(self, text, position):
        """The words of the same clause before `position`, at most as many as can matter, the nearest last."""
        wanted = self.window + self.longest
        begin = max(0, position - wanted * _REACH)
        stretch = text[begin:position]
        for end in _ENDS.finditer(stretch):
            begin = position - len(stretch) + end.end()
        return [match.group() for match in WORD.finditer(text, begin, position)][-wanted:]

    def _any(self, words, index, phrases):
        return any(self._says(words, index, length, phrases) for length in range(1, self.longest + 1))

    def _says(self, words, index, length, phrases):
        """Is the phrase of `length` words at `index` one of `phrases`, in Arabic perhaps after «و» or «ف»?"""
        said = tuple(words[index : index + length])
        if len(said) < length:
            return False
        return said in phrases or (
            said[0][:1] in self.conjunctions and len(said[0]) > 2 and (said[0][1:], *said[1:]) in phrases
        )


def negation_of(scheme, language):
    """The Negation that a scheme asks for in a language: its own `negators`, else those that ship."""
    return Negation(scheme.negators.get(language) or shipped_negators()[language], language)


@cache
def shipped_negators():
    """{language: Negators} of lexicons/negation.yml."""
    path = files("framing").joinpath("lexicons", "negation.yml")
    written = read_yaml(path.read_text(encoding="utf-8"), name="negation.yml").data
    return {language: Negators.model_validate(negators) for language, negators in written.items()}
