"""Groups side by side: a dot and its interval for each group and frame."""

from matplotlib.lines import Line2D

from framing.scoring import CONTRAST
from framing.figures import ground
from framing.figures.appearance import COLOURS, MARKERS
from framing.figures.ground import FiguresError
from framing.figures.wording import WORDS

NAME_WIDTH = 32  # letters, before a name goes on in the next line


def plot_comparison(estimates, *, frames=None, language="en", scheme=None, ax=None):
    """Draw the estimates of `compare`: a row per group, in it a dot and an interval for each frame.

    frames : those to draw, in this order; None for all. At most 8.
    language : "ar", "en" or "ru", of all words of the figure; frames are named by `scheme.label`, else by their names.
    Behind each group stands n, as units/articles; a range where frames differ. Dots of groups that are not `solid`
    are hollow and pale. Groups without any answer keep their row, with nothing in it.

    Raises FiguresError for an unknown frame or language, and for more than 8 frames.
    """
    estimates, by, frames = ground.finished(estimates, frames, language, name="plot_comparison")
    ground.few_enough(frames, "plot_comparison")
    ax = _rows(estimates, by, frames, language, ax)
    ground.value_axis(ax.xaxis, estimates, language)
    handles = [_handle(place, ground.frame_label(frame, scheme, language)) for place, frame in enumerate(frames)]
    ground.legend(ax, handles + ground.hollow(estimates, language), language)
    ground.caption(ax, ground.interval_notes(estimates, language), language)
    return ground.remember(ax, estimates)


def plot_contrast(estimates, *, contrast=None, language="en", scheme=None, ax=None):
    """Draw where groups stand between two frames, from −1 (the negative pole) to 1 (the positive pole).

    estimates : `compare` of the scores that `framing.contrast` gives, whose frame is "positive ↔ negative".
    contrast : that frame, or the name of a contrast in `scheme`; may be left out where the table holds only one.
    The other arguments and the marks are those of `plot_comparison`.

    Raises FiguresError where no contrast is found, or more than one.
    """
    frame = _contrast(estimates, contrast, scheme)
    estimates, by, frames = ground.finished(estimates, [frame], language, name="plot_contrast")
    ax = _rows(estimates, by, frames, language, ax)
    ground.value_axis(ax.xaxis, estimates, language)
    ax.axvline(0, color="#666666", linewidth=0.8, zorder=1)
    positive, negative = (ground.frame_label(pole, scheme, language) for pole in frame.split(CONTRAST))
    _poles(ax, negative, positive)
    if hollow := ground.hollow(estimates, language):
        ground.legend(ax, hollow, language, pad=3.6)
    ground.caption(ax, ground.interval_notes(estimates, language), language)
    return ground.remember(ax, estimates)


def _rows(estimates, by, frames, language, ax):
    groups = list(estimates.groupby(by, sort=False, dropna=False))
    labels = [
        ground.counted(ground.group_label(values, language), rows, language, width=NAME_WIDTH)
        for values, rows in groups
    ]
    height = sum(max(0.18 * len(frames) + 0.16, 0.17 * (label.count("\n") + 1) + 0.1) for label in labels)
    ax = ground.axes(ax, height=1.7 + 0.2 * len(frames) + height)
    for row, (_, rows) in enumerate(groups):
        for place, frame in enumerate(frames):
            at = row + 0.7 * ((place + 0.5) / len(frames) - 0.5)
            for cell in rows[rows["frame"] == frame].itertuples():
                _dot(ax, cell, at, place)
    ax.set_yticks(range(len(groups)), labels)
    ax.set_ylim(len(groups) - 0.5, -0.5)
    ax.tick_params(axis="y", length=0)
    ax.set_ylabel(f"{ground.column_label(by, language)} ({WORDS[language]['n']})")
    ax.grid(axis="x")
    for edge in range(1, len(groups)):
        ax.axhline(edge - 0.5, color="#EEEEEE", linewidth=0.6, zorder=0)
    if language == "ar":
        ground.names_on_the_right(ax)
    return ax


def _dot(ax, cell, at, place):
    if cell.units == 0:
        return
    colour, pale = COLOURS[place], 1 if cell.solid else 0.5
    if cell.interval != "none":
        ax.plot([cell.low, cell.high], [at, at], color=colour, linewidth=1.4, alpha=pale, solid_capstyle="butt")
    face = colour if cell.solid else "white"
    ax.plot([cell.estimate], [at], MARKERS[place], color=colour, markerfacecolor=face, markersize=5.5, zorder=3)


def _handle(place, label):
    return Line2D([], [], color=COLOURS[place], marker=MARKERS[place], markersize=5.5, linewidth=1.4, label=label)


def _poles(ax, negative, positive):
    # half the axes for each, so that two long names never meet; arrows point outwards in every script
    left, right = (
        [ground.TO_RIGHT + ground.ISOLATE + line + ground.POP for line in ground.wrapped(pole, 26).split("\n")]
        for pole in (negative, positive)
    )
    left[0], right[-1] = f"{ground.TO_RIGHT}← {left[0]}", f"{right[-1]} →"
    for x, side, lines in ((0, "left", left), (1, "right", right)):
        ax.annotate(
            "\n".join(lines),
            xy=(x, 1),
            xycoords="axes fraction",
            xytext=(0, 5),
            textcoords="offset points",
            ha=side,
            va="bottom",
            fontweight="bold",
        )


def _contrast(estimates, contrast, scheme):
    found = [frame for frame in estimates["frame"].unique() if CONTRAST in frame]
    if scheme is not None and contrast in scheme.contrasts:
        poles = scheme.contrasts[contrast]
        contrast = f"{poles.positive}{CONTRAST}{poles.negative}"
    if contrast is not None and contrast not in found:
        raise FiguresError(f"no estimates of the contrast '{contrast}'; found {', '.join(found) or 'none'}")
    if contrast is None and len(found) != 1:
        raise FiguresError(
            f"plot_contrast draws one contrast, found {', '.join(found) or 'none'}; "
            "name it with contrast=, or make it with framing.contrast(scores, positive, negative)"
        )
    return contrast or found[0]
