"""A figure on disk: SVG that is equal byte for byte on every run, and the table that it shows."""

import json
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import matplotlib as mpl
import pandas as pd

from framing.figures.appearance import SETTINGS
from framing.figures.ground import FiguresError, drawn
from framing.files import replacing, write_table

FIXED = {key: value for key, value in SETTINGS.items() if key.startswith("svg.")}


def save_figure(ax, path):
    """Write the figure of `ax` to `path` (.svg) and what is drawn to the same name with .csv; returns the path.

    Equal tables give equal bytes under one version of matplotlib. The SVG says in its metadata what it was made from:
    name and sha256 of the corpus, name, version and sha256 of the scheme, options of the comparison, and the versions
    of framing and matplotlib. The CSV is that of `framing.files.write_table`, with 6 significant digits; where several
    axes of one figure were drawn, a first column `axes` counts them from 1.

    Raises FiguresError for another suffix and for axes that no `plot_*` drew, `framing.files.FileError` where the
    folder cannot be written; files of that name then stay as they were.
    """
    path = Path(path)
    if path.suffix != ".svg":
        raise FiguresError(f"figures are saved as .svg, found '{path}'; the table goes beside it as .csv")
    shown = [drawn[other] for other in ax.figure.axes if other in drawn]
    if not shown:
        raise FiguresError("these axes hold nothing that framing drew; draw with plot_comparison or another plot_*")
    table = shown[0] if len(shown) == 1 else pd.concat(shown, keys=range(1, len(shown) + 1), names=["axes"])
    table = table if len(shown) == 1 else table.reset_index("axes")
    _settle(ax.figure)
    with replacing(path) as svg:
        with mpl.rc_context(FIXED):
            ax.figure.savefig(svg, format="svg", metadata=_metadata(shown[0].attrs))
        write_table(_rounded(table), path.with_suffix(".csv"))
    return path


def _rounded(table):
    numbers = table.select_dtypes("float").columns
    return table.assign(**{name: table[name].map(lambda number: float(f"{number:.6g}")) for name in numbers})


def _settle(figure):
    # the layout starts from where the last drawing left the axes: start afresh, so that a figure that was shown before
    # is saved with the same bytes
    for other in figure.axes:
        if other.get_subplotspec() is not None:
            other.set_subplotspec(other.get_subplotspec())


def _metadata(attrs):
    made_with = {"framing": _version(), "matplotlib": mpl.__version__}
    origin = {
        "corpus": _only(attrs.get("corpus"), ("name", "sha256")),
        "scheme": _only(attrs.get("scheme"), ("name", "version", "sha256")),
        "compare": attrs.get("compare"),
        "track": attrs.get("track"),
        "count": attrs.get("count"),
        **made_with,
    }
    description = json.dumps({key: value for key, value in origin.items() if value}, ensure_ascii=False, sort_keys=True)
    creator = ", ".join(f"{name} {number}" for name, number in made_with.items())
    return {"Date": None, "Creator": creator, "Description": description}


def _only(origin, keys):
    # a corpus may also say where it was read from: a path of one machine must not change the figure
    return {key: origin[key] for key in keys if key in origin} if isinstance(origin, dict) else origin


def _version():
    try:
        return version("media-framing")
    except PackageNotFoundError:
        return "not installed"
