"""Tables with a delimiter (CSV, TSV), whose quotation marks may be quoting or part of the words."""

import csv
import io
import re
import sys

import pandas as pd

from framing.readers import ReaderError, note

_HINT = re.compile("sep=(.)\r?\n", re.IGNORECASE)


def read_delimited(text, *, delimiter=None):
    """(table of strings, notes) from the text of a CSV or TSV file; every cell stays as printed («007», «NA»).

    Without a `delimiter` it is the one of , ; and tab that the first line holds most. Quoting is believed only where
    it is sound: where quotation marks do not pair, and in a table with tabs whose cells need no quoting, they belong
    to the words and every line is a row. Lines with too many or too few cells are set aside in a note.
    Raises ReaderError without a header, with two columns of one name, and where marks do not pair in a file that
    needs them, with the line.
    """
    hint = _HINT.match(text)
    if hint:
        text, delimiter = text[hint.end() :], hint.group(1)
    delimiter = delimiter or _delimiter(text)
    rows, notes = _rows(text, delimiter)
    if not rows:
        raise ReaderError("the file holds no rows; its first line must name the columns")
    header = [name.strip() or f"column {number}" for number, name in enumerate(rows[0][1], start=1)]
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise ReaderError(
            f"the header names {', '.join(map(repr, twice))} more than once; give each column its own name"
        )
    fitting, misfits = [], []
    for number, cells in rows[1:]:
        (fitting if len(cells) == len(header) else misfits).append((number, cells))
    notes += [_misfit(number, cells, header) for number, cells in misfits]
    index = [number for number, _ in fitting]
    return pd.DataFrame([cells for _, cells in fitting], columns=header, index=index, dtype=object), notes


def _delimiter(text):
    first = text.lstrip("\r\n").split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _rows(text, delimiter):
    quoted, fault = _parsed(text, delimiter, csv.QUOTE_MINIMAL)
    if '"' not in text:
        return quoted, []
    literal, _ = _parsed(text, delimiter, csv.QUOTE_NONE)
    even = len({len(cells) for _, cells in literal}) == 1
    if fault and (not even or _mostly_marked(literal)):
        raise ReaderError(f'quotation marks do not pair: {fault}; put that text in "…" and double the marks inside it')
    if fault is None and not (delimiter == "\t" and even and not _is_quoting(literal)):
        return quoted, []
    return literal, [note("quotation marks taken as part of the text", fault or "no cell needs quoting")]


def _parsed(text, delimiter, quoting):
    """Numbered rows that are not blank, and the fault that stopped the parser or None."""
    limit = csv.field_size_limit(sys.maxsize)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, strict=True)
    rows, begun = [], 1
    try:
        for number, cells in enumerate(lines, start=1):
            if any(cells):
                rows.append((number, _without_empty_end(cells, len(rows[0][1]) if rows else len(cells))))
            begun = lines.line_num + 1
    except csv.Error as error:
        return rows, f"line {begun} ({error})"
    finally:
        csv.field_size_limit(limit)
    return rows, None


def _without_empty_end(cells, width):
    """Cells past the header go where all of them are empty, as spreadsheets write them."""
    return cells if any(cells[width:]) else cells[:width]


def _is_quoting(rows):
    """Whether marks around cells are quoting: every cell of a column has them, or they hold doubled marks."""
    for column in zip(*(cells for _, cells in rows), strict=True):
        filled = [cell for cell in column if cell]
        marked = [cell for cell in filled if len(cell) > 1 and cell[0] == cell[-1] == '"']
        if len(marked) < len(filled) - 1 and not all('""' in cell[1:-1] for cell in marked):
            return False
    return any(cell.startswith('"') and cell.endswith('"') for _, cells in rows for cell in cells)


def _mostly_marked(rows):
    """Whether cells in marks are the rule, so that one wrong mark must not make words of all the others."""
    return sum(any(len(c) > 1 and c[0] == c[-1] == '"' for c in cells) for _, cells in rows[1:]) > (len(rows) - 1) / 2


def _misfit(number, cells, header):
    found = f"{len(cells)} cells where the header names {len(header)}: {' | '.join(cells)[:80]}"
    return note(
        "row set aside: its cells do not fit the header", found, "mend the row: quote texts with delimiters", number
    )
