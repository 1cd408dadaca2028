"""Units + coder → codings: every coder, human or dictionary, answers on one sheet."""

import warnings
from pathlib import Path

import numpy as np
import pandas as pd

from framing import tables
from framing.files import write_table
from framing.matching import CODER, counted, evidence
from framing.text import languages


class CodingError(tables.FramingError):
    """A coding sheet cannot be read."""


def code(units, scheme, *, morphology="clitics"):
    """The dictionary's answer to every item for every unit.

    units : a table with `unit` and `text`; scheme : what `read_scheme` returns; morphology : see `evidence`.

    Returns codings (unit, coder, frame, item, value): 1 where the item has evidence in the unit (where the scheme says
    `negation: exclude`, evidence that is not negated), 0 where it was looked for and not found, NA where the scheme has
    no indicators for that item in the unit's language; a FramingWarning counts the units that are left unanswered.
    """
    units = tables.check(units, "units")
    items = [(frame, item) for frame, item, _ in scheme.items]
    spoken = languages(units)
    answers = np.zeros((len(units), len(items)), dtype="int8")
    rows = pd.Series(range(len(units)), index=units["unit"])
    columns = {name: number for number, name in enumerate(items)}
    found = counted(evidence(units, scheme, morphology=morphology), scheme)
    answers[rows[found["unit"]], [columns[name] for name in zip(found["frame"], found["item"], strict=True)]] = 1
    looked = {language: [bool(item.indicators.get(language)) for *_, item in scheme.items] for language in set(spoken)}
    silent = ~np.array([looked[language] for language in spoken], dtype=bool).reshape(answers.shape)
    _warn_of_silence(silent, spoken, scheme)
    frames, names = (pd.array(column, dtype="str") for column in zip(*items, strict=True))
    each = np.tile(np.arange(len(items)), len(units))
    # units are named once, so that no row is named twice: a check would cost more than the answers
    codings = pd.DataFrame(
        {
            "unit": units["unit"].array.take(np.repeat(np.arange(len(units)), len(items))),
            "coder": pd.array([CODER], dtype="str").take(np.zeros(len(each), int)),
            "frame": frames.take(each),
            "item": names.take(each),
            "value": pd.arrays.IntegerArray(answers.ravel(), silent.ravel()),
        }
    )
    codings = tables.inherit(codings, found)
    codings.attrs["roll_up"] = scheme.roll_up
    return codings


def read_codings(path):
    """Codings from a .csv or .parquet sheet with the columns unit, coder, frame, item, value (0, 1 or empty).

    Raises CodingError with every fault at once: the file, the rows and what they hold.
    """
    path = Path(path)
    if not path.is_file():
        raise CodingError(f"{path}: there is no such file")
    if path.suffix == ".parquet":
        return tables.check(pd.read_parquet(path), "codings")
    if path.suffix != ".csv":
        raise CodingError(f"{path}: codings are read from .csv or .parquet, found '{path.suffix}'")
    try:
        sheet = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise CodingError(f"{path}: not a readable CSV file in UTF-8: {error}") from None
    faults = [f"column '{name}' is missing" for name in tables.COLUMNS["codings"] if name not in sheet]
    if not faults:
        faults = [
            f"line {row + 2}, column '{name}': {sheet[name][row]!r} found, {wanted} wanted"
            for name, wanted, fine in _rules(sheet)
            for row in np.flatnonzero(~fine)
        ]
    if faults:
        raise CodingError("\n  ".join([f"{path} cannot be used:", *faults]))
    values = pd.to_numeric(sheet["value"].str.strip().replace("", None)).astype("Int8")
    return tables.check(sheet.assign(value=values), "codings")


def write_codings(codings, path, *, bom=False):
    """Write codings to .csv or .parquet, whole or not at all; returns the path. Read them with `read_codings`."""
    return write_table(tables.check(codings, "codings"), path, bom=bom)


def _rules(sheet):
    yield "value", "0, 1 or an empty cell", sheet["value"].str.strip().isin(["0", "1", ""]).to_numpy()
    for name in ("unit", "coder", "frame", "item"):
        yield name, "a name", sheet[name].str.strip().ne("").to_numpy()


def _warn_of_silence(silent, spoken, scheme):
    unanswered = pd.Series(spoken)[silent.all(axis=1)].fillna("no language found")
    for language, count in unanswered.value_counts().items():
        warnings.warn(
            f"{count} units ({language}) are left unanswered (NA, not 0): scheme {scheme.name} has indicators in "
            f"{', '.join(scheme.languages)} only",
            tables.FramingWarning,
            stacklevel=3,
        )
