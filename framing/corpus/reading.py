"""Files → articles, with a note on everything that was cut, guessed or set aside."""

import hashlib
import io
import os
import warnings
from collections import Counter
from pathlib import Path

import pandas as pd

from framing.corpus import columns as shape
from framing.corpus.encoding import CorpusError, decoded
from framing.dates import parse_date
from framing.readers import ReaderError, note
from framing.readers.delimited import read_delimited
from framing.readers.plain import read_plain
from framing.readers.records import read_json, read_json_lines
from framing.readers.workbook import read_workbook
from framing.tables import FramingError, FramingWarning, check


def read_articles(path, *, columns=None, published=None, outlet=None, language=None):
    """The articles in a file, in a folder of .txt files, or in a list of such paths: a checked table, a row each.

    .txt is one article (title, byline, body; a tail of other headlines is cut); its name is that of the file, and
    `offset` says where `text` begins in it. .csv, .tsv, .jsonl, .json, .parquet and .xlsx hold one article a row; texts
    stay as they are. Columns are known by name in any case (id, doc_id → unit; body, content → text; headline → title;
    date → published; …); `columns={"their name": "ours"}` maps others, and those left over are kept.

    `published`, `outlet` and `language` fill in what rows leave open; a given `outlet` goes before a byline's. A
    missing language is told by script, a missing name made from file and row. Only whole days become `published`.

    `attrs["reading"]` lists what was cut, guessed or set aside: dicts of file, row, what, found, remedy (None where
    nothing needs doing). `attrs["corpus"]` has name, number of articles and a hash of all names and texts, whatever
    their order. One FramingWarning sums up the notes that have a remedy.

    Raises CorpusError with all faults at once: files that are missing, empty, binary, unknown or in mixed encodings,
    tables without a column of texts, names that occur twice. Files of a *folder* that cannot be read are set aside.
    Not looked for: the same article in other words; dates, outlets or authors inside the text of a table.
    """
    given = _given(published)
    files, notes, lenient = _files(path)
    tables, faults = [], []
    for file in files:
        try:
            table, remarks = _articles(file, dict(columns or {}), given, outlet, language)
        except FramingError as fault:
            faults.append((file, str(fault)))
            continue
        tables.append(table)
        notes += [{"file": str(file)} | remark for remark in remarks]
    if faults and not (lenient and tables):
        raise CorpusError("\n  ".join(["nothing was read:", *(f"{file}: {fault}" for file, fault in faults)]))
    notes += [{"file": str(file)} | note("file set aside", fault, "mend or remove it") for file, fault in faults]
    articles = pd.concat(tables)
    _refuse_twins(articles)
    notes += _same_texts(articles)
    return _finished(articles, notes, path)


def _given(published):
    if published is None:
        return None
    day = parse_date(published)
    if day is None or len(day) != len("2025-03-20"):
        raise CorpusError(f"published= must be one day such as '2025-10-15'; found {published!r}")
    return day


def _files(path):
    """The files to read, notes on those passed over, and whether files were found (a folder) rather than named."""
    if isinstance(path, (str, os.PathLike)):
        path = Path(path)
        return _folder(path) if path.is_dir() else ([path], [], False)
    paths = [Path(one) for one in path]
    if not paths:
        raise CorpusError("the list of paths is empty; name at least one file")
    files, notes = [], []
    for one in paths:
        found, remarks, _ = _folder(one) if one.is_dir() else ([one], [], False)
        files += found
        notes += remarks
    return files, notes, False


def _folder(folder):
    inside = sorted(folder.iterdir())
    files = [file for file in inside if file.is_file() and file.suffix.lower() == ".txt"]
    others = [file for file in inside if file not in set(files)]
    if not files:
        names = ", ".join(file.name for file in others[:10]) or "nothing"
        raise CorpusError(f"{folder} has no .txt files; found {names}; name a table or another folder")
    remedy = "read it by its own path if it holds articles"
    found = {True: "a folder", False: "not a .txt file"}
    return files, [{"file": str(o)} | note("passed over", found[o.is_dir()], remedy) for o in others], True


def _articles(file, columns, published, outlet, language):
    table, notes = _table(file)
    table.columns = [shape.writable(str(name)) for name in table.columns]
    if file.suffix.lower() == ".txt":
        table["unit"] = file.stem
        table["outlet"] = table["outlet"] if outlet is None else outlet
    else:
        table, remarks = shape.renamed(table, columns)
        notes += remarks
    if table.empty:
        raise CorpusError("has a header and no rows; fill it or leave it out")
    table, remarks = shape.with_texts(table)
    if table.empty:
        raise CorpusError(f"has no row with a text ({len(remarks)} rows without); is the right column named text?")
    notes += remarks
    table, remarks = shape.with_units(table, shape.writable(file.stem))
    notes += remarks
    table = shape.with_languages(shape.with_strings(table), language)
    table["outlet"] = [outlet if cell is None else cell for cell in table["outlet"]]
    table, remarks = shape.with_days(table, published)
    table.index = pd.MultiIndex.from_product([[str(file)], table.index], names=["file", "row"])
    return table, notes + remarks


def _table(file):
    """(table with our row numbers, notes) from one file of any kind that is known."""
    kind = file.suffix.lower()
    if not file.exists():
        raise CorpusError("is not there; check the path")
    if kind not in _READERS:
        known = ", ".join(_READERS)
        raise CorpusError(f"the ending {kind or '(none)'} is not known; save it as one of {known}")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise CorpusError(f"cannot be opened: {error.strerror}; check the path") from None
    if not data.strip():
        raise CorpusError("is empty; fill it or leave it out")
    if kind in (".xlsx", ".parquet"):
        return _READERS[kind](data)
    text, encoding = decoded(data)
    table, notes = _READERS[kind](text)
    return table, notes + ([] if encoding == "utf-8" else [note("encoding", encoding)])


def _read_tabs(text):
    return read_delimited(text, delimiter="\t")


def _read_parquet(data):
    try:
        table = pd.read_parquet(io.BytesIO(data))
        if table.index.names != [None]:
            table = table.reset_index()
        return table.astype(object).set_axis(range(1, len(table) + 1)), []
    except Exception as error:  # damage shows as an error of Arrow, pandas or Python, wherever it strikes
        raise ReaderError(f"cannot be read as Parquet ({error}); write it again, or as CSV") from None


_READERS = {
    ".txt": read_plain,
    ".csv": read_delimited,
    ".tsv": _read_tabs,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json,
    ".parquet": _read_parquet,
    ".xlsx": read_workbook,
}


def _refuse_twins(articles):
    places = {}
    for (file, row), unit in zip(articles.index, articles["unit"], strict=True):
        places.setdefault(unit, []).append(f"{file}, row {row}")
    faults = [f"{unit!r}: {'; '.join(found[:10])}" for unit, found in places.items() if len(found) > 1]
    if faults:
        more = [f"and {len(faults) - 20} more"] if len(faults) > 20 else []
        head = "names of units occur more than once; give each article its own, or remove the copies:"
        raise CorpusError("\n  ".join([head, *faults[:20], *more]))


def _same_texts(articles):
    first = {}
    notes = []
    for (file, row), unit, text in zip(articles.index, articles["unit"], articles["text"], strict=True):
        twin = first.setdefault(text, unit)
        if twin != unit:
            remedy = "keep one of them if they are one article"
            notes.append({"file": file} | note("same text twice", f"{unit!r} repeats {twin!r}", remedy, row))
    return notes


def _finished(articles, notes, path):
    if "offset" in articles:
        articles["offset"] = articles["offset"].fillna(0).astype("int64")
    articles = check(articles.reset_index(drop=True), "articles")
    name = Path(path).name if isinstance(path, (str, os.PathLike)) else ", ".join(Path(one).name for one in path)
    articles.attrs = {
        "reading": notes,
        "corpus": {"name": name, "sha256": _hash(articles), "articles": len(articles)},
    }
    needed = Counter(one["what"] for one in notes if one["remedy"])
    if needed:
        summary = "; ".join(f"{what} ({count})" for what, count in needed.items())
        warnings.warn(f"{name}: {summary}. See articles.attrs['reading']", FramingWarning, stacklevel=3)
    return articles


def _hash(articles):
    """SHA-256 over the sorted digests of each name and text, so that the order of rows does not matter."""
    rows = zip(articles["unit"], articles["text"], strict=True)
    digests = sorted(hashlib.sha256(f"{len(unit)}:{unit}{text}".encode()).digest() for unit, text in rows)
    return hashlib.sha256(b"".join(digests)).hexdigest()
