"""The first sheet of an Excel workbook (.xlsx), with formulas as the values that Excel last saved."""

import io

import pandas as pd

from framing.readers import ReaderError, note

_LONGEST_CELL = 32_767  # characters; Excel cuts what is longer


def read_workbook(data):
    """(table, notes) from the bytes of an .xlsx file; the index is the row of the sheet.

    Whole numbers lose their «.0»; a number that Excel shows as 007 is 7 in the file and stays so. A cell as long as
    Excel allows was probably cut by Excel and is noted. Raises ReaderError where it is no workbook or its first sheet
    names no columns.
    """
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # some programs write a wrong size, which would hide rows
        rows = [(number, list(cells)) for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1)]
        names = book.sheetnames
        book.close()
    except Exception as error:  # damage shows as an error of zip, zlib, XML or openpyxl, wherever it strikes
        raise ReaderError(f"cannot be read as an Excel workbook ({error}); save it again as .xlsx or CSV") from None
    rows = [(number, cells) for number, cells in rows if any(cell is not None for cell in cells)]
    if not rows:
        raise ReaderError(f"the first sheet ({names[0]!r}) is empty; its first row must name the columns")
    width = max(len(cells) for _, cells in rows)
    header = _header(rows[0][1], width)
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise ReaderError(
            f"the header names {', '.join(map(repr, twice))} more than once; give each column its own name"
        )
    table = pd.DataFrame(
        [[_plain(cell) for cell in cells] + [None] * (width - len(cells)) for _, cells in rows[1:]],
        columns=header,
        index=[number for number, _ in rows[1:]],
        dtype=object,
    )
    return table, _other_sheets(names) + _cut_cells(table)


def _header(cells, width):
    cells = cells + [None] * (width - len(cells))
    return [f"column {n}" if cell is None else str(cell).strip() for n, cell in enumerate(cells, start=1)]


def _plain(cell):
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _other_sheets(names):
    if len(names) == 1:
        return []
    remedy = "save the other sheets as files of their own if they hold articles"
    return [note("only the first sheet was read", f"{names[0]!r}; not read: {', '.join(names[1:])}", remedy)]


def _cut_cells(table):
    full = [(row, name) for name in table for row, cell in table[name].items() if _is_full(cell)]
    remedy = "take the text from its source; Excel keeps no longer cell"
    return [
        note("text probably cut by Excel", f"column {name!r}: {_LONGEST_CELL} characters", remedy, row)
        for row, name in full
    ]


def _is_full(cell):
    return isinstance(cell, str) and len(cell) >= _LONGEST_CELL
