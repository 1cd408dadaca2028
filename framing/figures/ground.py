"""What all figures share: the checked table, its labels, the axes, the caption, and the memory of what was drawn."""

from textwrap import fill
from weakref import WeakKeyDictionary

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.lines import Line2D

from framing import tables
from framing.comparison import nearest
from framing.figures.appearance import COLOURS
from framing.figures.wording import WORDS
from framing.scoring import CONTRAST
from framing.tables import FramingError

MIN_UNITS = 5
WIDTH = 7.5  # inches
# a name keeps its own direction, whatever stands around it (Unicode UAX 9)
ISOLATE, POP, TO_LEFT, TO_RIGHT = "\u2068", "\u2069", "\u200f", "\u200e"

drawn = WeakKeyDictionary()  # axes → the table that they show


class FiguresError(FramingError):
    """A table cannot be drawn, or a figure cannot be saved."""


def finished(estimates, frames, language, *, name):
    """The estimates to draw (only `frames`, in their order) with `interval` and `solid`, and their `by` columns."""
    # the by columns stay in front
    estimates = tables.check(estimates, "estimates")[[*estimates.columns]]
    if language not in WORDS:
        raise FiguresError(f"language must be one of {', '.join(WORDS)}; found {language!r}")
    if estimates.empty:
        raise FiguresError(f"{name} has nothing to draw: the table of estimates has no rows")
    by = estimates.attrs.get("compare", {}).get("by") or [
        column for column in estimates if column not in (*tables.COLUMNS["estimates"], "interval", "solid")
    ]
    known = estimates["frame"].unique().tolist()
    frames = known if frames is None else [frames] if isinstance(frames, str) else list(frames)
    if unknown := [frame for frame in frames if frame not in known]:
        raise FiguresError(
            f"no estimates of frame '{unknown[0]}'{nearest(unknown[0], known)}; found {', '.join(known)}"
        )
    if "solid" not in estimates:
        estimates["solid"] = estimates["units"] >= min_units(estimates)
    if "interval" not in estimates:
        estimates["interval"] = "none"
        estimates.loc[estimates["low"].notna(), "interval"] = "given"
    rank = estimates["frame"].map({frame: place for place, frame in enumerate(frames)})
    chosen = estimates.loc[rank.dropna().sort_values(kind="stable").index].reset_index(drop=True)
    return tables.inherit(chosen, estimates), by, frames


def few_enough(series, name):
    """Refuse more series than there are marks to tell them apart."""
    if len(series) > len(COLOURS):
        raise FiguresError(
            f"{name} tells at most {len(COLOURS)} series apart, found {len(series)}; "
            "choose some with frames=, or filter the table"
        )


def min_units(estimates):
    return estimates.attrs.get("compare", {}).get("min_units", MIN_UNITS)


def axes(ax, *, width=WIDTH, height):
    """`ax`, or the axes of a new figure that makes room for whatever labels stand around them."""
    return plt.subplots(figsize=(width, height), layout="constrained")[1] if ax is None else ax


def remember(ax, table):
    drawn[ax] = table
    return ax


def frame_label(frame, scheme, language):
    """The label of a frame, or of the two poles of a contrast; the name itself where there is no scheme."""
    if scheme is None:
        return frame
    if CONTRAST in frame:
        return CONTRAST.join(scheme.label(pole, language) for pole in frame.split(CONTRAST))
    return scheme.label(frame, language)


def group_label(values, language):
    """One line for a group: its values, with words for those that are missing or empty."""
    words = WORDS[language]
    return " · ".join(words["missing"] if pd.isna(v) else words["empty"] if v == "" else str(v) for v in values)


def column_label(columns, language):
    return " · ".join(WORDS[language].get(column, column) for column in columns)


def wrapped(text, width):
    return fill(text, width, break_long_words=False, break_on_hyphens=False)


def counted(label, rows, language, *, width):
    """`label` wrapped at `width` letters, with (units/articles) after it."""
    mark = TO_LEFT if language == "ar" else TO_RIGHT
    lines = [mark + ISOLATE + line + POP for line in wrapped(label, width).split("\n")]
    return "\n".join(lines) + f" ({count(rows)})"


def count(rows):
    """units/articles; a range where the frames were not answered for the same units."""
    return "/".join(_range(rows[column]) for column in ("units", "articles"))


def value_axis(axis, estimates, language):
    """Limits and title of the axis of scores: 0 to 1, −1 to 1, or what the numbers need."""
    words, numbers = WORDS[language], estimates[["estimate", "low", "high"]].stack().dropna()
    shares = numbers.between(0, 1).all() and not estimates["frame"].str.contains(CONTRAST).all()
    balance = not shares and numbers.between(-1, 1).all()
    limits = axis.axes.set_xlim if axis.axis_name == "x" else axis.axes.set_ylim
    if shares:
        limits(-0.02, 1.02)
        binary = estimates.attrs.get("compare", {}).get("binary")
        axis.set_label_text(words["share" if binary else "mean"])
    elif balance:
        limits(-1.04, 1.04)
        axis.set_label_text(words["balance"])
    else:
        axis.set_label_text(words["score"])


def interval_notes(estimates, language, *, kind="interval"):
    """Sentences that say where the intervals come from, as far as the table says."""
    words, ways = WORDS[language], set(estimates.loc[estimates["units"] > 0, "interval"])
    confidence = f"{100 * estimates.attrs.get('compare', {}).get('confidence', 0.95):g}\u00a0%"
    notes = [words[kind].format(confidence=confidence)] if ways & {"bootstrap", "wilson"} else []
    return notes + [words[way] for way in ("wilson", "none") if way in ways]


def caption(ax, notes, language, *, width=62):
    """Small text below whatever stands below the axes."""
    right = language == "ar"
    below = ax.xaxis.label if ax.xaxis.get_label_position() == "bottom" and ax.get_xlabel() else ax
    return ax.annotate(
        wrapped(" ".join(notes), width),
        xy=(1 if right else 0, 0),
        xycoords=("axes fraction", below if below is not ax else "axes fraction"),
        xytext=(0, -6),
        textcoords="offset points",
        ha="right" if right else "left",
        va="top",
        fontsize="small",
        color="#444444",
    )


def legend(ax, handles, language, *, pad=0.6):
    """A legend above the axes, where no data are; its lines read from the side where the script begins."""
    right = language == "ar"
    longest = max(len(handle.get_label()) for handle in handles)
    return ax.legend(
        handles=handles,
        loc="lower right" if right else "lower left",
        bbox_to_anchor=(1 if right else 0, 1),
        ncols=max(1, min(len(handles), 56 // (longest + 4))),
        markerfirst=not right,
        alignment="right" if right else "left",
        borderaxespad=pad,
        borderpad=0,
    )


def hollow(estimates, language):
    """The legend's line on marks that are not solid, where there are any."""
    if estimates.loc[estimates["units"] > 0, "solid"].all():
        return []
    label = WORDS[language]["hollow"].format(min_units=min_units(estimates))
    return [Line2D([], [], color="#444444", marker="o", markerfacecolor="white", linestyle="", label=label)]


def names_on_the_right(ax):
    """Arabic reads from the right: so the names stand there. Numbers and time still run from left to right."""
    ax.yaxis.tick_right()
    ax.yaxis.set_label_position("right")
    ax.spines["right"].set_visible(True)
    ax.spines["left"].set_visible(False)


def _range(numbers):
    least, most = numbers.min(), numbers.max()
    return f"{least}" if least == most else f"{least}–{most}"
