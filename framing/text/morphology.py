"""Lemma backends for Arabic: programs that know the words, in place of the rules of `inflection`.

camel : the analyser of camel-tools (Obeid et al. 2020, LREC) with the database on the disk; none is downloaded
alkhalil : farahidi, AlKhalil Morpho Sys 2 (Boudchiche et al. 2017, J. King Saud Univ. CIS 29) in Python, data included
"""

import importlib.util
import json
import os
import re
import sys
from functools import cache, lru_cache
from pathlib import Path

from framing.tables import FramingError
from framing.text.folding import fold, folded
from framing.text.inflection import Form, form, is_definite, shortest
from framing.text.proclitics import before_article
from framing.text.words import words

MORPHOLOGIES = ("clitics", "camel", "alkhalil")

_ARABIC = re.compile("[\u0621-\u064a]")
_WITH_ARTICLE = re.compile(f"{before_article('ل')}..")


class MorphologyError(FramingError):
    """A lemma backend is unknown, or is not there."""


class Vocabulary:
    """The distinct words of some Arabic texts by their lemmas, each word analysed once and out of its context.

    camel-tools ranks the lemmas of a word and the likeliest is taken; AlKhalil does not rank nouns, all are taken.
    Homographs are therefore NOT told apart.
    """

    def __init__(self, texts, morphology):
        self._lemmas_of = lemmatiser(morphology)
        self._words, self._unknown, self._by_lemma, self._by_bare_lemma, self._forms = set(), set(), {}, {}, {}
        seen = set()
        for plain in map(folded, texts):
            for start, end in words(plain.text):
                printed = plain.letters[start:end]
                if printed not in seen and _ARABIC.match(printed):
                    seen.add(printed)
                    self._add(plain.word(start, end), self._lemmas_of(printed))

    def form(self, word, nisba=False):
        """The written forms in the texts that share a lemma with `word`; what is unknown is left to the rules.

        A word with ال is found with its article only, a wildcard and a word that the backend does not know by rule.
        """
        if (word, nisba) not in self._forms:
            self._forms[word, nisba] = self._form(word, nisba)
        return self._forms[word, nisba]

    def _form(self, word, nisba):
        by_rule = form(word, "ar", nisba=nisba)
        lemmas = () if "*" in word or "?" in word else self._lemmas_of(word)
        if not lemmas:
            return by_rule
        found = {other for other in (self._words if nisba else self._unknown) if by_rule.accepts(other)}
        found.update(*(self._by_lemma.get(lemma, ()) for lemma in lemmas))
        return _listed(word, filter(_WITH_ARTICLE.match, found) if is_definite(word) else found)

    def lemma_form(self, lemma):
        """The written forms in the texts with a lemma that is written like `lemma`, whatever its vowels."""
        return _listed(lemma, self._by_bare_lemma.get(fold(lemma), ()))

    def _add(self, word, lemmas):
        self._words.add(word)
        if not lemmas:
            self._unknown.add(word)
        for lemma in lemmas:
            self._by_lemma.setdefault(lemma, set()).add(word)
            self._by_bare_lemma.setdefault(fold(lemma), set()).add(word)


def lemmatiser(morphology):
    """The function from a printed Arabic word to the set of its lemmas, with their vowels; of "camel" or "alkhalil".

    Raises MorphologyError where the backend is not installed, with what to do.
    """
    return _camel() if check_morphology(morphology) == "camel" else _alkhalil()


def check_morphology(morphology):
    """`morphology` if it is one of MORPHOLOGIES; raises MorphologyError that names them."""
    if morphology not in MORPHOLOGIES:
        raise MorphologyError(f"morphology={morphology!r} is unknown; write one of {', '.join(MORPHOLOGIES)}")
    return morphology


@cache
def _alkhalil():
    if not importlib.util.find_spec("farahidi"):
        raise MorphologyError(
            'morphology="alkhalil" needs the package farahidi, which is not installed: run '
            "pip install 'media-framing[lemmas]', or use morphology=\"clitics\""
        )
    from farahidi import Analyzer

    analyser = Analyzer()

    @lru_cache(maxsize=500_000)
    def lemmas_of(word):
        return frozenset(analysis.lemma for analysis in analyser.analyze(word))

    return lemmas_of


def _camel():
    return _camel_with(_camel_database())


@cache
def _camel_with(database):
    # without its catalogue, which lies beside the database, camel-tools goes online as soon as it is imported
    from camel_tools.morphology.analyzer import Analyzer
    from camel_tools.morphology.database import MorphologyDB

    analyser = Analyzer(MorphologyDB(str(database), "a"))

    @lru_cache(maxsize=500_000)
    def lemmas_of(word):
        analyses = analyser.analyze(word)
        return frozenset([max(analyses, key=_likelihood)["lex"]] if analyses else [])

    return lemmas_of


def _likelihood(analysis):
    return float(analysis.get("pos_lex_logprob", -99))


def _camel_database():
    """The morphology.db that the catalogue of camel-tools names first and that is there; see its `camel_data`."""
    default = "AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools"
    folder = Path(os.environ.get("CAMELTOOLS_DATA") or Path.home() / default).expanduser().absolute()
    catalogue = folder / "catalogue.json"
    if catalogue.is_file():
        databases = json.loads(catalogue.read_text(encoding="utf-8"))["components"]["MorphologyDB"]
        for name in (databases["default"], *databases["datasets"]):
            path = folder / "data" / databases["datasets"][name]["path"] / "morphology.db"
            if path.is_file():
                return path
    raise MorphologyError(
        f'morphology="camel" needs a database of camel-tools, and there is none in {folder}: run '
        "camel_data -i morphology-db-msa-r13 once where there is a network (or set CAMELTOOLS_DATA to the folder that "
        'holds it), or use morphology="clitics"'
    )


def _listed(word, found):
    """A Form of the words in `found`; of no word where there is none."""
    found = frozenset(found)
    literals = shortest(sorted({other.translate(_FOLDED) for other in found}, key=len))
    return Form(literals or (fold(word),), found.__contains__)


_FOLDED = str.maketrans("ةأ", "ها")  # from a word as it is judged to its folded letters
