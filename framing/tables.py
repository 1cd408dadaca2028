"""The columns of every table that travels, and their one check.

A table is a pandas DataFrame. `check` returns it with these columns first, in these types; columns of the
researcher's own follow untouched. Where a table came from (corpus, scheme, what was set aside while reading)
travels in `DataFrame.attrs`, as plain values.
"""

from functools import cache

import pandas as pd


class FramingError(ValueError):
    """What every room raises, in a subclass of its own: what is wrong, where, what was found, what to do."""


class TableError(FramingError):
    """A table lacks a column, or holds values that its contract does not allow."""


class FramingWarning(UserWarning):
    """Something was set aside, guessed or left open, and the researcher should know."""


# pandera knows days in nanoseconds only
TEXT, DAY, OFFSET, NUMBER, FLAG = "str", "datetime64[ns]", "int64", "float64", "boolean"

# column -> (type, must be there, may be missing in a row)
COLUMNS = {
    "units": {"unit": (TEXT, True, False), "text": (TEXT, True, False)},
    "articles": {
        "unit": (TEXT, True, False),
        "text": (TEXT, True, False),
        "title": (TEXT, False, True),
        "outlet": (TEXT, False, True),
        "author": (TEXT, False, True),
        "published": (DAY, False, True),
        "language": (TEXT, False, True),
        "url": (TEXT, False, True),
    },
    "sentences": {
        "unit": (TEXT, True, False),
        "text": (TEXT, True, False),
        "article": (TEXT, True, False),
        "start": (OFFSET, True, False),
        "end": (OFFSET, True, False),
        "outlet": (TEXT, False, True),
        "published": (DAY, False, True),
        "language": (TEXT, False, True),
    },
    "statements": {
        "unit": (TEXT, True, False),
        "text": (TEXT, True, False),
        "article": (TEXT, True, False),
        "source": (TEXT, True, True),
        "source_type": (TEXT, True, True),
        "mention": (TEXT, True, True),
        "cue": (TEXT, True, True),
        "kind": (TEXT, True, False),
        "via": (TEXT, True, True),
        "rule": (TEXT, True, False),
        "said_on": (TEXT, True, True),
        "dated_by": (TEXT, True, True),
        "within": (TEXT, True, True),
        "start": (OFFSET, True, False),
        "end": (OFFSET, True, False),
        "outlet": (TEXT, False, True),
        "published": (DAY, False, True),
        "language": (TEXT, False, True),
    },
    "evidence": {
        "unit": (TEXT, True, False),
        "article": (TEXT, True, False),
        "frame": (TEXT, True, False),
        "item": (TEXT, True, False),
        "indicator": (TEXT, True, False),
        "text": (TEXT, True, False),
        "start": (OFFSET, True, False),
        "end": (OFFSET, True, False),
        "negated": (FLAG, True, True),
        "coder": (TEXT, True, False),
        "weight": (NUMBER, False, False),
    },
    "codings": {
        "unit": (TEXT, True, False),
        "coder": (TEXT, True, False),
        "frame": (TEXT, True, False),
        "item": (TEXT, True, False),
        "value": ("Int8", True, True),
    },
    "scores": {
        "unit": (TEXT, True, False),
        "coder": (TEXT, True, False),
        "frame": (TEXT, True, False),
        "score": (NUMBER, True, True),
    },
    "estimates": {
        "frame": (TEXT, True, False),
        "estimate": (NUMBER, True, True),
        "low": (NUMBER, True, True),
        "high": (NUMBER, True, True),
        "units": (OFFSET, True, False),
        "articles": (OFFSET, True, False),
    },
}

# the columns that name a row; a second row of the same name is a fault
KEYS = {
    "units": ["unit"],
    "articles": ["unit"],
    "sentences": ["unit"],
    "statements": ["unit"],
    "codings": ["unit", "coder", "frame", "item"],
    "scores": ["unit", "coder", "frame"],
}


@cache
def contract(kind):
    """The pandera schema of one kind of table; a key of `COLUMNS` names the kind."""
    import pandera.pandas as pa

    columns = {
        name: pa.Column(dtype, required=required, nullable=nullable, coerce=True)
        for name, (dtype, required, nullable) in COLUMNS[kind].items()
    }
    return pa.DataFrameSchema(columns, unique=KEYS.get(kind), name=kind)


def check(table, kind):
    """`table` with the columns of its contract first and in their types.

    Raises TableError with every fault at once: missing columns, values of the wrong type, empty cells
    where none may be, rows that share one name.
    """
    from pandera.errors import SchemaErrors

    if not isinstance(table, pd.DataFrame):
        raise TableError(f"{kind} must be a pandas DataFrame; found {type(table).__name__}")
    named = [name for name in COLUMNS[kind] if name in table.columns]
    ordered = table[named + [name for name in table.columns if name not in named]]
    try:
        checked = contract(kind).validate(ordered, lazy=True)
    except SchemaErrors as errors:
        raise TableError(_faults(table, kind, errors.failure_cases)) from None
    checked.attrs = dict(table.attrs)
    return checked


def empty(kind):
    """A table of that kind without rows."""
    return pd.DataFrame({name: pd.Series(dtype=dtype) for name, (dtype, *_) in COLUMNS[kind].items()})


def from_rows(rows, kind):
    """A checked table of that kind from a list of dicts, which may be empty."""
    return check(pd.DataFrame(rows), kind) if rows else empty(kind)


def inherit(table, *parents):
    """`table` with the origin (`attrs`) of the tables that it was made from; a later parent wins."""
    table.attrs = {key: value for parent in parents for key, value in parent.attrs.items()}
    return table


def _faults(table, kind, cases):
    lines = []
    for (column, rule), group in cases.groupby(["column", "check"], sort=False, dropna=False):
        if rule == "column_in_dataframe":
            lines += [
                f"column '{name}' is missing; found {', '.join(map(str, table.columns))}" for name in group.failure_case
            ]
            continue
        rows = ", ".join(str(row) for row in group["index"].dropna().unique()[:5])
        found = ", ".join(repr(value) for value in group.failure_case.unique()[:5])
        if "unique" in str(rule):
            lines.append(f"rows {rows} share one name in {' + '.join(KEYS[kind])}")
        elif rule == "not_nullable":
            lines.append(f"column '{column}' is empty in row {rows}; fill it or leave the row out")
        else:
            lines.append(
                f"column '{column}' must hold {COLUMNS[kind].get(column, ('?',))[0]}; row {rows} holds {found}"
            )
    return "\n  ".join([f"the {kind} table cannot be used:", *dict.fromkeys(lines)])
