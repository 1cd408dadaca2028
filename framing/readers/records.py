"""JSON: one object a line (JSONL), or a list of objects."""

import json

import pandas as pd

from framing.readers import ReaderError, note


def read_json_lines(text):
    """(table, notes) from JSONL; the index is the line. A line that is no JSON object is set aside in a note.

    Raises ReaderError when no line can be read.
    """
    rows, notes = {}, []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        row, fault = _parsed(line)
        if fault is None and not isinstance(row, dict):
            fault = f"{type(row).__name__} where an object was expected"
        if fault:
            remedy = 'write one JSON object a line: {"id": …, "text": …}'
            notes.append(note("line set aside: not a JSON object", f"{fault}: {line.strip()[:60]}", remedy, number))
        else:
            rows[number] = row
    if not rows:
        raise ReaderError(f"no line is a JSON object; {notes[0]['found']}" if notes else "the file holds no rows")
    return _table(rows), notes


def read_json(text):
    """(table, notes) from a JSON list of objects; the index is the place in the list, from 1."""
    rows, fault = _parsed(text)
    if fault:
        raise ReaderError(f"not JSON: {fault}; a file with one object a line must end in .jsonl")
    if not isinstance(rows, list):
        raise ReaderError(f"holds one {type(rows).__name__} where a list of objects was expected: [{{…}}, {{…}}]")
    odd = [number for number, row in enumerate(rows, start=1) if not isinstance(row, dict)]
    kept = {number: row for number, row in enumerate(rows, start=1) if isinstance(row, dict)}
    if not kept:
        raise ReaderError("the list holds no objects; each article must be an object with its fields")
    remedy = 'make it an object: {"id": …, "text": …}'
    notes = [note("entry set aside: not a JSON object", repr(rows[n - 1])[:60], remedy, n) for n in odd]
    return _table(kept), notes


def _parsed(text):
    try:
        return json.loads(text), None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        return None, f"{error.msg} at {where}"
    except RecursionError:
        return None, "nested too deeply"
    except ValueError as error:  # an integer of more digits than Python reads
        return None, str(error)


def _table(rows):
    columns = list(dict.fromkeys(name for row in rows.values() for name in row))
    cells = [[row.get(name) for name in columns] for row in rows.values()]
    names = pd.Index(columns, dtype=object)  # a name may hold what Arrow's strings refuse
    return pd.DataFrame(cells, columns=names, index=list(rows), dtype=object)
