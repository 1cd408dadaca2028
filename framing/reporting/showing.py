"""Texts in a notebook with their statements or their evidence marked, each by colour and by name."""

from html import escape

import pandas as pd

from framing import tables
from framing.attribution import source_names
from framing.reporting.marking import Mark, pieces
from framing.tables import FramingError
from framing.text import languages

# light enough for black text at a contrast above 12 : 1; the eight are told apart with any colour vision
_TINTS = ("#CDE4F5", "#FBE3B8", "#D9D9D9", "#F3D3E4", "#BFE8DA", "#F8CDB5", "#DDF1FC", "#F6F2A6")
_LINES = ("#0072B2", "#B26B00", "#333333", "#A8477F", "#00775A", "#B34700", "#2A7FB0", "#77700A")
_VALUE, _LABEL = "marked value", "marked label"  # no table of ours has such columns
_NOBODY = {"ar": "بلا مصدر", "en": "no source", "ru": "без источника"}


class ReportingError(FramingError):
    """Tables that do not belong together, or nothing to show."""


class Shown:
    """Texts for the screen: HTML in a notebook, a line of counts elsewhere."""

    def __init__(self, html, summary):
        self._html, self._summary = html, summary

    def _repr_html_(self):
        return self._html

    def __repr__(self):
        return self._summary


def show(units, marked, *, by=None):
    """The texts of `units`, each in its own direction, with the rows of `marked` highlighted in place.

    `marked` is a table of statements (then `units` are their articles) or of evidence (then `units` are what was
    searched), with `start` and `end` in code points of the text as printed. One colour and one name for every value of
    the column `by`: 'source' for statements, by its name in the registry, 'frame' for evidence. A mark inside another
    is drawn over it, with the line of the outer one below. Text is shown as text: markup in it does nothing.

    Returns an object that a notebook displays. TableError for a broken table; ReportingError for a `by` that is no
    column, for spans outside their text and for no units.
    """
    units = tables.check(units, "units")
    statements = "article" in marked and "source" in marked
    marked = tables.check(marked, "statements" if statements else "evidence")
    by = by or ("source" if statements else "frame")
    if units.empty:
        raise ReportingError("there are no units to show: the table has no rows")
    if by not in marked:
        raise ReportingError(f"'{by}' is no column of what is marked; found {', '.join(map(str, marked.columns))}")
    owner = marked["article" if statements else "unit"]
    here = marked[owner.isin(units["unit"])]
    here = here.assign(**{_VALUE: here[by].astype("object").where(here[by].notna(), None), _LABEL: _labels(here, by)})
    colours = {value: number % len(_TINTS) for number, value in enumerate(dict.fromkeys(here[_VALUE]))}
    blocks, faults = [], []
    for unit, language in zip(units.to_dict("records"), languages(units), strict=True):
        rows = here[owner[here.index] == unit["unit"]]
        offset = _offset(unit, statements)
        spans = rows[["start", "end"]] - offset
        marks = list(map(Mark, spans["start"], spans["end"], rows[_VALUE], rows[_LABEL]))
        faults += [
            f"'{unit['unit']}' has {len(unit['text'])} letters; a mark runs from {mark.start} to {mark.end}"
            for mark in marks
            if not 0 <= mark.start <= mark.end <= len(unit["text"])
        ]
        blocks.append(_block(unit, language, marks, colours))
    if faults:
        raise ReportingError(
            "\n  ".join(["marks must lie inside their text; were these made of other units?", *faults])
        )
    summary = f"texts: {len(units)}, marks: {len(here)}, values of {by}: {len(colours)}"
    return Shown(_page(blocks, here, colours), summary)


def _offset(unit, statements):
    """Where the text of a unit begins in its article, which evidence counts from."""
    start = unit.get("start")
    return 0 if statements or start is None or pd.isna(start) else int(start)


def _labels(marked, by):
    if by != "source":
        return marked[by].astype("str").where(marked[by].notna(), "–")
    languages = marked["language"] if "language" in marked else pd.Series("en", index=marked.index)
    labels = pd.Series("", index=marked.index, dtype="str")
    for language, rows in marked.groupby(languages.fillna("en")):
        nobody = _NOBODY.get(language, _NOBODY["en"])
        labels[rows.index] = source_names(rows, language).fillna(nobody)
    return labels


def _block(unit, language, marks, colours):
    """One text as a paragraph in its direction."""
    direction = "rtl" if language == "ar" else "ltr"
    title = unit.get("title")
    heading = f"<b>{escape(title)}</b><br>" if isinstance(title, str) and title.strip() else ""
    text = "".join(_piece(piece, colours) for piece in pieces(unit["text"], marks))
    return (
        f'<div dir="{direction}" style="background:#FFFFFF;color:#000000;text-align:start;line-height:2;'
        f'max-width:46em;padding:0.6em 1em;unicode-bidi:isolate;white-space:pre-wrap">{heading}{text}</div>'
    )


def _piece(piece, colours):
    text = escape(piece.text)
    if not piece.marks:
        return text
    inner = piece.marks[-1]
    tint, line = _TINTS[colours[inner.value]], _LINES[colours[piece.marks[0].value]]
    names = "".join(_chip(mark.label, colours[mark.value]) for mark in piece.opens)
    style = f"background:{tint};color:#000000;border-bottom:2px solid {line}"
    title = escape(" > ".join(mark.label for mark in piece.marks))
    return f'{names}<mark style="{style}" title="{title}">{text}</mark>'


def _chip(label, colour):
    """The name in front of what it marks, so that colour is never alone."""
    style = f"background:{_LINES[colour]};color:#FFFFFF;font-size:70%;padding:0 0.4em;margin:0 0.2em;border-radius:3px"
    return f'<span style="{style};unicode-bidi:isolate">{escape(label)}</span>'


def _page(blocks, marked, colours):
    """The blocks, and below them every value with the number of its marks."""
    names = marked.groupby(_VALUE, sort=False, dropna=False)[_LABEL].agg(["first", "size"])
    key = " ".join(
        f"<span>{_chip(name, colour)}&nbsp;{size}</span>"
        for colour, (name, size) in zip(colours.values(), names.itertuples(index=False), strict=True)
    )
    return f'<div>{"".join(blocks)}<div style="padding:0.4em 1em">{key}</div></div>'
