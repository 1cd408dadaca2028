"""A text cut where marks begin and end, so that marks may nest and cross."""

from itertools import pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """The half-open span [start, end) of a text, in code points, what it stands for, and the name of that."""

    start: int
    end: int
    value: object
    label: str


class Piece(NamedTuple):
    """A run of text under the same marks: `marks` holds those over it, outermost first; `opens` those that begin."""

    text: str
    marks: tuple
    opens: tuple


def pieces(text, marks):
    """The whole of `text` as Pieces; a mark without a letter in the text is left out."""
    marks = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))
    edges = sorted({0, len(text), *(edge for mark in marks for edge in mark[:2] if 0 < edge < len(text))})
    cut, waiting, over = [], list(reversed(marks)), []
    for start, end in pairwise(edges):
        over = [mark for mark in over if mark.end > start]
        opens = []
        while waiting and waiting[-1].start <= start:
            opens.append(waiting.pop())
        over = sorted([*over, *opens], key=lambda mark: (mark.start, -mark.end))
        cut.append(Piece(text[start:end], tuple(over), tuple(opens)))
    return cut
