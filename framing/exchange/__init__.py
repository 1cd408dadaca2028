"""Dictionaries of other programs in and out; one file per format.

`dictionary` holds what all of them have in common, nested keys with their patterns, and the way between that and a
scheme. Every format is a `read(text) -> Dictionary` and a `write(dictionary) -> text`; what a format or a scheme cannot
hold is told in `Dictionary.losses` and warned of, never dropped in silence.
"""

from framing.exchange.dictionary import ExchangeError
from framing.exchange.files import read_dictionary, write_dictionary

__all__ = ["ExchangeError", "read_dictionary", "write_dictionary"]
