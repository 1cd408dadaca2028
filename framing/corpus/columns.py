"""From the columns of a researcher's table to those of the articles table."""

import re
from collections import Counter

import pandas as pd

from framing.corpus.encoding import CorpusError
from framing.dates import parse_date
from framing.readers import note
from framing.text import language as language_of
from framing.text.folding import CONTROLS

# ours -> what others call it, the most telling name first
NAMES = {
    "unit": "unit id doc_id docid docname doc_name article_id document_id document uid معرف المعرف",
    "text": "text content body article_text full_text fulltext article النص نص المتن текст",
    "title": "title headline heading العنوان عنوان заголовок",
    "outlet": "outlet newspaper publisher publication medium source_name الصحيفة صحيفة الوسيلة издание сми source",
    "author": "author byline journalist writer الكاتب كاتب автор",
    "published": "published date pub_date published_at publication_date publish_date date_published التاريخ تاريخ дата",
    "language": "language lang اللغة لغة язык",
    "url": "url link href الرابط رابط ссылка",
}
_LANGUAGES = {
    "ar": "ar ara arabic العربية عربي عربية арабский",
    "en": "en eng english الإنجليزية الانجليزية английский",
    "ru": "ru rus russian الروسية русский",
}
_CODES = {name: code for code, names in _LANGUAGES.items() for name in names.split()}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_BLANK = re.compile(rf"[\s\0{CONTROLS}]*")


def renamed(table, columns):
    """(table with our column names, notes): first those that `columns` maps, then those known by name in any case.

    Raises CorpusError for names in `columns` that the table or the articles table lacks, and where no column is text.
    """
    found = ", ".join(map(repr, table.columns))
    faults = [f"columns= names {name!r}; found {found}" for name in columns if name not in table.columns]
    for target, count in Counter(columns.values()).items():
        taken = [name for name in table.columns if name == target and name not in columns]
        if target not in NAMES:
            faults.append(f"columns= gives {target!r}; choose from {', '.join(NAMES)}")
        if count > 1 or taken:
            faults.append(f"columns= gives {target!r} to a second column; rename one of them in the file")
    if faults:
        raise CorpusError("\n  ".join(faults))
    names = dict(columns)
    for target, known in NAMES.items():
        if target not in names.values() and (name := _known(table.columns, known.split(), names)) is not None:
            names[name] = target
    if "text" not in names.values():
        raise CorpusError(f"has no column of texts; found {found}; name it: columns={{'{table.columns[0]}': 'text'}}")
    notes = [note("column read as outlet", name) for name, target in names.items() if _is_source(name, target)]
    return table.rename(columns=names), notes


def _known(present, known, taken):
    """The column that has the first of the known names; of two that differ in case only, the one in small letters."""
    plain = {}
    for name in present:
        key = re.sub(r"[\s-]+", "_", name.strip().casefold())
        if name not in taken and (key not in plain or name == key):
            plain[key] = name
    return next((plain[name] for name in known if name in plain), None)


def _is_source(name, target):
    return target == "outlet" and name.strip().casefold().startswith("source")


def with_texts(table):
    """(rows that have a text, notes on the others). NULs and lone surrogates become U+FFFD, one for one."""
    filled = table["text"].map(lambda text: isinstance(text, str) and not _BLANK.fullmatch(text))
    remedy = "fill in its text, or leave it out"
    notes = [
        note("row without text set aside", "nothing" if _is_missing(cell) else f"{cell!r:.60}", remedy, row)
        for row, cell in table.loc[~filled, "text"].items()
    ]
    table = table[filled].copy()
    for name in table.columns:
        table[name] = [writable(cell) for cell in table[name]]
    replaced = {row: text.count("\ufffd") for row, text in table["text"].items() if "\ufffd" in text}
    remedy = "look at these places in the text; U+FFFD stands for a character that was lost"
    notes += [
        note("characters that cannot be printed", f"{n} times U+FFFD", remedy, row) for row, n in replaced.items()
    ]
    return table, notes


def writable(cell):
    """A string without what UTF-8 or XML cannot hold; anything else as it is."""
    return _UNWRITABLE.sub("\ufffd", cell) if isinstance(cell, str) else cell


def with_units(table, stem):
    """(table whose units are strings, notes): names that are missing are made from the file's name and the row."""
    units = table["unit"] if "unit" in table else pd.Series([None] * len(table), index=table.index, dtype=object)
    named = [_string(unit) for unit in units]
    missing = [row for row, unit in zip(table.index, named, strict=True) if unit is None]
    table["unit"] = [unit or f"{stem}-{row}" for row, unit in zip(table.index, named, strict=True)]
    if not missing:
        return table, []
    return table, [note("unit names made from file and row", f"{len(missing)} rows, from {stem}-{missing[0]}")]


def with_strings(table):
    """`table` with title, outlet, author, url as strings, absent where a cell is empty."""
    for name in ("title", "outlet", "author", "language", "url"):
        cells = [_string(cell) for cell in table[name]] if name in table else [None] * len(table)
        table[name] = pd.Series(cells, index=table.index, dtype=object)
    return table


def with_languages(table, language):
    """`table` with a language in each row: its own as a code, else `language`, else the script of its text."""
    given = [_code(cell) for cell in table["language"]]
    table["language"] = [
        code or _code(language) or language_of(text) for code, text in zip(given, table["text"], strict=True)
    ]
    return table


def _code(cell):
    return _CODES.get(re.split("[-_]", cell.casefold())[0], cell) if cell else None


def with_days(table, published):
    """(table with whole days in `published`, notes on what was no day). Cells that are empty take `published`."""
    cells = list(table["published"]) if "published" in table else [None] * len(table)
    read = {cell: _day(cell) for cell in cells if isinstance(cell, str)}
    days, notes = [], []
    for row, cell in zip(table.index, cells, strict=True):
        if _is_missing(cell) or (isinstance(cell, str) and not cell.strip()):
            days.append(published)
            continue
        day = read[cell] if isinstance(cell, str) else _day(cell)
        days.append(day)
        if day is None:
            remedy = "write the date as 2025-03-20; the row is kept without a date"
            notes.append(note("date not read as a day", f"{cell!r:.60}", remedy, row))
    table["published"] = pd.to_datetime(pd.Series(days, index=table.index, dtype=object)).astype("datetime64[us]")
    return table, notes


def _day(cell):
    read = parse_date(str(cell) if isinstance(cell, int) else cell)
    return read if read and _DAY.fullmatch(read) else None


def _string(cell):
    if _is_missing(cell):
        return None
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)  # pandas writes whole numbers as floats where one is missing
    return str(cell).strip() or None


def _is_missing(cell):
    return cell is None or cell is pd.NaT or cell is pd.NA or (isinstance(cell, float) and cell != cell)
