"""Arabic, English and Russian as they are written: one normal form, words with offsets, clitics and inflection.

Offsets are half-open, in code points of the text as printed.
"""

from framing.text.folding import Folded, fold, folded
from framing.text.inflection import Form, form
from framing.text.joined import Joined, letters
from framing.text.lemmas import lemma
from framing.text.morphology import MorphologyError, Vocabulary, check_morphology
from framing.text.words import WORD, language, languages, words

__all__ = [
    "WORD",
    "Folded",
    "Form",
    "Joined",
    "MorphologyError",
    "Vocabulary",
    "check_morphology",
    "fold",
    "folded",
    "form",
    "language",
    "languages",
    "lemma",
    "letters",
    "words",
]
