"""A coding scheme read for its faults: what is wrong in it, and what works otherwise than meant."""

import re

import pandas as pd

from framing import tables
from framing.matching import counted, evidence
from framing.scheme.faults import address
from framing.scheme.reading import read_with_places
from framing.text import fold, languages

_COLUMNS = ["severity", "file", "line", "column", "address", "message"]
_FAULT = re.compile(r"(?P<file>.*?):(?P<line>\d+):(?P<column>\d+): (?:(?P<address>\$\S*?):? )?(?P<message>.*)")
OFTEN = 0.05  # an indicator that fires in more units than this share says little


def check_scheme(name_or_path, units=None, *, morphology="clitics"):
    """Every fault and every weakness of a scheme, one row each, in the order of the file.

    name_or_path : as for `read_scheme`; units : a table with `unit` and `text`, on which the indicators are tried;
    morphology : see `evidence`, whose errors are raised too where an indicator needs another one.

    Returns a table with the columns severity, file, line, column, address, message. "fault": the scheme cannot be read;
    nothing else is then looked for. "warning": an example that is not found, a counter-example that is found, an
    indicator that two frames share, or that differs from another only by what folding takes away (عُمان, عَمّان); and, of
    `units` in the indicator's language, an indicator that never fires or fires in more than 5 % of them.
    Raises SchemeError only where there is no such scheme or file.
    """
    try:
        scheme, written = read_with_places(name_or_path)
    except tables.FramingError as error:
        rows = [_FAULT.fullmatch(line) for line in str(error).splitlines()]
        if not all(rows):
            raise
        return _findings([("fault", *(row[name] or "" for name in _COLUMNS[1:])) for row in rows])
    warnings = [*_of_examples(scheme, morphology), *_of_twins(scheme)]
    if units is not None:
        warnings += _of_units(scheme, units, morphology)
    return _findings([("warning", *_place(written, path), message) for path, message in warnings])


def _findings(rows):
    table = pd.DataFrame(rows, columns=_COLUMNS).astype({"line": "int64", "column": "int64"})
    return table.sort_values(["file", "line", "column"], kind="stable", ignore_index=True)


def _place(written, path):
    file, line, column = written.place(path)
    return file, line, column, address(path)


def _path(frame, item, *steps):
    """The path of something in an item, through the frames around it."""
    inside = [step for name in frame.split(".") for step in ("frames", name)]
    return (*inside, "items", item, *steps)


def _of_examples(scheme, morphology):
    """Examples that are not found and counter-examples that are."""
    told = {
        _path(frame, item, part, language, number): (frame, item, part, language, text)
        for frame, item, content in scheme.items
        for part in ("examples", "counter_examples")
        for language, texts in getattr(content, part).items()
        for number, text in enumerate(texts)
    }
    if not told:
        return
    units = pd.DataFrame(
        {
            "unit": [address(path) for path in told],
            "text": [text for *_, text in told.values()],
            "language": [language for *_, language, _ in told.values()],
        }
    )
    rows = counted(evidence(units, scheme, morphology=morphology), scheme)
    hits = rows.groupby(["unit", "frame", "item"])["text"].agg(lambda texts: ", ".join(dict.fromkeys(texts)))
    for path, (frame, item, part, _, text) in told.items():
        hit = hits.get((address(path), frame, item))
        if part == "examples" and hit is None:
            yield path, f"the example is not found: {text}; add an indicator for it, or take it out"
        elif part == "counter_examples" and hit is not None:
            yield path, f"the counter-example is found by «{hit}»: {text}; narrow that indicator (`unless`, a phrase)"


def _of_twins(scheme):
    """Phrases that two frames share, and phrases that are told apart by what folding takes away only."""
    first = {}
    for frame, item, content in scheme.items:
        for language, entries in content.indicators.items():
            for number, entry in enumerate(entries):
                for phrase in entry.phrases:
                    path = _path(frame, item, "indicators", language, number)
                    key = language, " ".join(fold(phrase).split())
                    other_frame, other, other_path = first.setdefault(key, (frame, phrase, path))
                    if other_path == path:
                        continue
                    if other != phrase:
                        what = "are the same to the matcher, which folds letters and marks; keep one, or write a phrase"
                        yield path, f"'{phrase}' and '{other}' ({address(other_path)}) {what}"
                    elif other_frame != frame:
                        yield path, f"'{phrase}' stands also at {address(other_path)}; a hit counts for both frames"


def _of_units(scheme, units, morphology):
    """Indicators that never fire in `units`, or too often."""
    units = tables.check(units, "units")
    spoken = pd.Series(languages(units), index=units["unit"])
    rows = evidence(units, scheme, morphology=morphology)
    of_language = rows["unit"].map(spoken)
    counts = rows.groupby(["frame", "item", of_language, "indicator"])["unit"].nunique()
    for frame, item, content in scheme.items:
        for language, entries in content.indicators.items():
            tried = int((spoken == language).sum())
            for number, entry in enumerate(entries if tried else ()):
                path = _path(frame, item, "indicators", language, number)
                for name in entry.phrases or (entry.text,):
                    fired = int(counts.get((frame, item, language, name), 0))
                    if not fired:
                        yield path, f"'{name}' never fires in {tried} units, or a longer indicator always covers it"
                    elif fired > OFTEN * tried:
                        yield path, f"'{name}' fires in {fired} of {tried} units ({fired / tried:.0%}); is it too wide?"
