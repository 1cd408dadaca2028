"""Files that appear whole or not at all: written under a temporary name in the same folder, then renamed."""

import contextlib
import os
import tempfile
from pathlib import Path

from framing.tables import FramingError

# a cell that begins so would be run as a formula by a spreadsheet
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class FileError(FramingError):
    """A file or folder cannot be written."""


@contextlib.contextmanager
def replacing(path):
    """A temporary path to write to; on success it takes the place of `path`, on failure `path` stays as it was."""
    path = Path(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise FileError(f"cannot write in {path.parent}: {error.strerror}; choose another folder") from error
    try:
        yield Path(name)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        raise FileError(f"cannot write {path}: {error.strerror}; an older file of that name is unchanged") from error
    finally:
        Path(name).unlink(missing_ok=True)


def write_table(table, path, *, bom=False):
    """Write a table to .csv (UTF-8, with a byte order mark for Excel if `bom`) or .parquet; returns the path.

    In CSV a text cell that a spreadsheet would run as a formula (it begins with = + - @) gets an apostrophe in
    front. Parquet keeps every text as it is, and the table's origin (`attrs`).
    """
    path = Path(path)
    if path.suffix not in (".csv", ".parquet"):
        raise FileError(f"{path}: tables are written as .csv or .parquet, found '{path.suffix}'")
    with replacing(path) as temporary:
        if path.suffix == ".parquet":
            table.to_parquet(temporary, index=False)
        else:
            encoding = "utf-8-sig" if bom else "utf-8"
            _without_formulas(table).to_csv(temporary, index=False, encoding=encoding, lineterminator="\n")
    return path


def write_text(text, path):
    """Write text in UTF-8, whole or not at all; returns the path."""
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")
    return Path(path)


def _without_formulas(table):
    def guarded(cell):
        return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell

    texts = table.select_dtypes(include=["str", "object"]).columns
    return table.assign(**{name: table[name].map(guarded) for name in texts})
