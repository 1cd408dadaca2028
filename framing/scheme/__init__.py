"""A coding scheme: frames, the items that ask for them, and the indicators by which the dictionary answers.

The way from a YAML file: `reading` finds the file, `faults` looks for what no type can say, `model` holds the result,
`codebook` shows it.
"""

from framing.scheme.indicators import Indicator
from framing.scheme.model import Contrast, Frame, Item, Negators, Scheme, SchemeError
from framing.scheme.reading import read_scheme, shipped

__all__ = ["Contrast", "Frame", "Indicator", "Item", "Negators", "Scheme", "SchemeError", "read_scheme", "shipped"]
