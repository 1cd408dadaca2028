"""A coding scheme: frames, the items that ask for them, and the indicators by which the dictionary answers.

The way from a YAML file: `reading` finds the file, `extending` lays it over what it extends, `faults` looks for what no
type can say, `model` and `indicators` hold the result. `codebook` shows it, `differences` compares two versions,
`editing` helps to write one.
"""

from framing.scheme.codebook import write_codebook
from framing.scheme.differences import diff_schemes
from framing.scheme.editing import new_scheme
from framing.scheme.indicators import Indicator
from framing.scheme.model import Contrast, Frame, Item, Negators, Scheme, SchemeError
from framing.scheme.reading import read_scheme, shipped

__all__ = [
    "Contrast",
    "Frame",
    "Indicator",
    "Item",
    "Negators",
    "Scheme",
    "SchemeError",
    "diff_schemes",
    "new_scheme",
    "read_scheme",
    "shipped",
    "write_codebook",
]
