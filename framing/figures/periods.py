"""Change through time: a line for each frame, broken where no unit was found."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.lines import Line2D

from framing.figures import ground
from framing.figures.appearance import COLOURS, DASHES, MARKERS
from framing.figures.ground import FiguresError
from framing.figures.wording import WORDS
from framing.trends import PERIODS, periods

UPRIGHT = 14  # periods, before their labels are turned
BANDS = 2  # series, before bands would hide one another and intervals become lines
LABELS = 80  # turned labels, before some are left out


def plot_trend(trend, *, events=None, frames=None, language="en", scheme=None, ax=None):
    """Draw the estimates of `track`: a line for each frame (and group), inside its interval (with more than
    two lines: an upright line for each interval, side by side).

    events : {"2025-02-12": "what happened", …}; each is a numbered dotted line at its day, explained in the legend.
    frames, language, scheme : as in `plot_comparison`; at most 8 lines.
    Under each period stands n, as units/articles. Lines break at periods without an answer; periods that are not
    `solid` have hollow marks.

    Raises FiguresError for a table without periods, unknown frames or language, more than 8 lines, and for events that
    are no days or lie outside the trend.
    """
    if "period" not in trend.columns:
        raise FiguresError(f"plot_trend draws what track returns, with a column 'period'; found {', '.join(trend)}")
    trend, by, frames = ground.finished(trend, frames, language, name="plot_trend")
    by = [column for column in by if column != "period"]
    series = list(trend.groupby(["frame", *by], sort=False, dropna=False))
    ground.few_enough(series, "plot_trend")
    span = sorted(trend["period"].unique())
    every = trend.attrs.get("track", {}).get("every")
    marks = _events(events, span, every)

    ax = ground.axes(ax, width=min(max(ground.WIDTH, 1.6 + 0.62 * len(span)), 14), height=4.2 + 0.2 * len(series))
    handles = []
    for place, ((frame, *group), rows) in enumerate(series):
        label = ground.frame_label(frame, scheme, language)
        label = f"{label} · {ground.group_label(group, language)}" if by else label
        handles.append(_line(ax, rows.set_index("period").reindex(span), place, len(series), label))
    ground.value_axis(ax.yaxis, trend, language)
    ax.grid(axis="y")
    ax.set_xlim(-0.5, len(span) - 0.5)
    step = _period_labels(ax, trend, span)
    ax.set_xlabel(f"{WORDS[language][every or 'period']} ({WORDS[language]['n']})")
    for number, (at, label) in enumerate(marks, 1):
        handles.append(_event(ax, at, number, label))
    if language == "ar":
        ground.names_on_the_right(ax)
    ground.legend(ax, handles + ground.hollow(trend, language), language, pad=1.8 if marks else 0.6)
    ground.caption(
        ax, _notes(trend, language, step, "band" if len(series) <= BANDS else "interval"), language, width=90
    )
    return ground.remember(ax, trend)


def _line(ax, rows, place, n_series, label):
    colour, bands = COLOURS[place], n_series <= BANDS
    # lines that lie on one another are set side by side
    at = np.arange(len(rows)) + (0 if bands else 0.5 * ((place + 0.5) / n_series - 0.5))
    known = rows["low"].notna().to_numpy()
    if bands:
        ax.fill_between(at, rows["low"], rows["high"], color=colour, alpha=0.15, linewidth=0)
        # a band needs two neighbours; a period that stands alone gets a line
        known = known & ~np.r_[False, known[:-1]] & ~np.r_[known[1:], False]
    ax.vlines(at[known], rows["low"][known], rows["high"][known], color=colour, alpha=0.4, linewidth=1.6)
    ax.plot(at, rows["estimate"], color=colour, linestyle=DASHES[place], linewidth=1.5)
    for solid, face in ((True, colour), (False, "white")):
        shown = ((rows["solid"] == solid) & (rows["units"] > 0)).to_numpy()
        ax.plot(
            at[shown],
            rows["estimate"][shown],
            MARKERS[place],
            color=colour,
            markerfacecolor=face,
            markersize=5.5,
            zorder=3,
        )
    return Line2D([], [], color=colour, linestyle=DASHES[place], marker=MARKERS[place], markersize=5.5, label=label)


def _period_labels(ax, trend, span):
    """Periods with their n along the bottom; returns how many labels share one shown."""
    counts = {period: ground.count(rows) for period, rows in trend.groupby("period")}
    step = -(-len(span) // LABELS)
    upright = len(span) <= UPRIGHT
    labels = [f"{period}\n{counts[period]}" if upright else f"{period} ({counts[period]})" for period in span]
    ax.set_xticks(range(0, len(span), step), labels[::step], rotation=0 if upright else 90, fontsize="small")
    return step


def _events(events, span, every):
    """(place on the axis, label) for each event, in the order of their days."""
    if not events:
        return []
    if not isinstance(events, Mapping):
        raise FiguresError(f"events must be {{'2025-02-12': 'label'}}; found {type(events).__name__}")
    if every is None:
        raise FiguresError("events need a table straight from track: its attrs say how long a period is")
    days = pd.to_datetime(pd.Series([str(day) for day in events]), format="%Y-%m-%d", errors="coerce")
    faults = [
        f"event '{day}' is no day; write 2025-02-12" for day, read in zip(events, days, strict=True) if read is pd.NaT
    ]
    if faults:
        raise FiguresError("\n  ".join(["the events cannot be drawn:", *faults]))
    inside = periods(days, every)
    faults = [
        f"event '{day}' lies outside the trend, {span[0]} to {span[-1]}; leave it out"
        for day, period in zip(events, inside, strict=True)
        if period not in span
    ]
    if faults:
        raise FiguresError("\n  ".join(["the events cannot be drawn:", *faults]))
    places = [span.index(period) - 0.5 + _elapsed(day, every) for day, period in zip(days, inside, strict=True)]
    labels = [f"{day} {label}" for day, label in events.items()]
    return sorted(zip(places, labels, strict=True))


def _elapsed(day, every):
    """The part of its period that lies before the middle of that day."""
    period = pd.Period(day, freq=PERIODS[every][0])
    length = period.end_time - period.start_time
    return (day + pd.Timedelta(hours=12) - period.start_time) / length


def _event(ax, at, number, label):
    ax.axvline(at, color="#444444", linestyle=(0, (1, 2)), linewidth=1.2, zorder=1)
    ax.annotate(
        str(number),
        xy=(at, 1),
        xycoords=("data", "axes fraction"),
        xytext=(0, 2),
        textcoords="offset points",
        ha="center",
    )
    return Line2D([], [], color="#444444", linestyle=(0, (1, 2)), linewidth=1.2, label=f"{number}: {label}")


def _notes(trend, language, step, kind):
    words, undated = WORDS[language], trend.attrs.get("undated", 0)
    notes = ground.interval_notes(trend, language, kind=kind)
    notes += [words["gap"]] if (trend["units"] == 0).any() else []
    notes += [words["undated"].format(undated=undated)] if undated else []
    return notes + ([words["thinned"].format(step=step)] if step > 1 else [])
