"""A table of sources and frames, shaded by the share and written full of its counts."""

import matplotlib as mpl
from matplotlib.patches import Rectangle

from framing.figures import ground
from framing.figures.ground import FiguresError
from framing.figures.wording import WORDS

NAME_WIDTH, FRAME_WIDTH = 32, 16  # letters, before a name goes on in the next line


def plot_sources(estimates, *, frames=None, language="en", scheme=None, ax=None):
    """Draw the estimates of `compare` as a table: a row per source (or other group), a column per frame.

    Each cell is shaded by the estimate and holds it, with counts below: units with the frame/all units where scores are
    0 or 1, else the sum of scores/units. Cells that are not `solid` are hatched instead of shaded; a cell without an
    answer holds a dash. In Arabic names stand on the right and columns follow from right to left.
    frames, language, scheme : as in `plot_comparison`; any number of frames.

    Raises FiguresError for an unknown frame or language, and for scores outside 0 to 1 (see `plot_contrast`).
    """
    estimates, by, frames = ground.finished(estimates, frames, language, name="plot_sources")
    if not estimates["estimate"].dropna().between(0, 1).all():
        raise FiguresError("plot_sources draws scores from 0 to 1, found others; plot_contrast draws contrasts")
    groups = list(estimates.groupby(by, sort=False, dropna=False))
    labels = [
        ground.counted(ground.group_label(values, language), rows, language, width=NAME_WIDTH)
        for values, rows in groups
    ]
    height = sum(max(0.42, 0.17 * (label.count("\n") + 1) + 0.1) for label in labels)
    ax = ground.axes(ax, width=max(ground.WIDTH - 2, 3.4 + 1.1 * len(frames)), height=1.9 + height)
    binary = estimates.attrs.get("compare", {}).get("binary", False)
    for row, (_, rows) in enumerate(groups):
        for cell in rows.itertuples():
            _cell(ax, cell, frames.index(cell.frame), row, binary)

    heads = [ground.wrapped(ground.frame_label(frame, scheme, language), FRAME_WIDTH) for frame in frames]
    ax.set_xticks(range(len(frames)), heads)
    ax.set_yticks(range(len(groups)), labels)
    ax.set_xlim(-0.5, len(frames) - 0.5)
    ax.set_ylim(len(groups) - 0.5, -0.5)
    ax.xaxis.tick_top()
    ax.xaxis.set_label_position("top")
    ax.set_xlabel(WORDS[language]["frame"])
    ax.set_ylabel(f"{ground.column_label(by, language)} ({WORDS[language]['n']})")
    if language == "ar":
        ax.invert_xaxis()
        ground.names_on_the_right(ax)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    ground.caption(ax, _notes(estimates, language, binary), language, width=52)
    return ground.remember(ax, estimates)


def _cell(ax, cell, column, row, binary):
    colour = mpl.colormaps["Blues"](0.85 * cell.estimate) if cell.units else "white"
    ax.add_patch(
        Rectangle(
            (column - 0.5, row - 0.5),
            1,
            1,
            facecolor=colour if cell.solid else "white",
            edgecolor="white" if cell.solid else "#D0D0D0",
            hatch=None if cell.solid or cell.units == 0 else "////",
            linewidth=1,
        )
    )
    dark = cell.solid and cell.estimate > 0.8
    ax.text(column, row, _text(cell, binary), ha="center", va="center", color="white" if dark else "black")


def _text(cell, binary):
    if cell.units == 0:
        return "–"
    total = cell.estimate * cell.units
    return f"{cell.estimate:.2f}\n{round(total) if binary else f'{total:.1f}'}/{cell.units}"


def _notes(estimates, language, binary):
    words, filled = WORDS[language], estimates["units"] > 0
    notes = [words["cell_share" if binary else "cell_mean"], words["darker"]]
    if not estimates.loc[filled, "solid"].all():
        notes.append(words["cell_hollow"].format(min_units=ground.min_units(estimates)))
    return notes if filled.all() else [*notes, words["cell_empty"]]
