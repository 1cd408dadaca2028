"""scores + units → the same estimate per day, week, month, quarter or year."""

import re
import warnings

import pandas as pd

from framing import tables
from framing.comparison import compare, nearest
from framing.tables import FramingError, FramingWarning

# every -> (pandas' name of such a period, how exact a date must be: 1 year, 2 month, 3 day)
PERIODS = {"D": ("D", 3), "W": ("W-SUN", 3), "M": ("M", 2), "Q": ("Q-DEC", 2), "Y": ("Y-DEC", 1)}
ISO = re.compile(r"(\d{4})(-\d{2})?(-\d{2})?(?:[T ]\d{2}:\d{2}.*)?")


class TrendError(FramingError):
    """Scores cannot be followed through time: which argument, column or date is at fault, and what to do."""


def track(
    scores,
    units,
    *,
    every="M",
    on="published",
    by=None,
    cluster="article",
    confidence=0.95,
    resamples=2000,
    seed=0,
    min_units=5,
):
    """The mean score of every frame and period, with the intervals of `framing.compare`.

    every : "D", "W" (ISO weeks, from Monday), "M", "Q" or "Y".
    on : the column of `units` that holds dates: datetimes, or ISO text of any precision ("2025-03-20", "2025-03",
        "2025"), as `said_on` does.
    by : columns that make a trend for each of their values; None for one trend of all units.
    The other arguments are those of `compare`.

    Returns the table of `compare` with one more `by` column, `period`: "2025-03-20", "2025-W12", "2025-03", "2025-Q1"
    or "2025". Frames and groups stand as in `compare`, each with every period from the first scored to the last; a
    period without an answer has units 0 and the estimate NaN: a gap, not a zero.

    Not found: scored units whose date is missing, or coarser than `every` ("2025" has no month), are left out;
    `attrs["undated"]` counts them and one FramingWarning says so. Neighbouring periods are not smoothed or tested.

    Raises TrendError for faults of the dates, ComparisonError for all others.
    """
    by = [] if by is None else [by] if isinstance(by, str) else list(by)
    scores = tables.check(scores, "scores")
    _refuse(_faults(units, every, on, by))
    units = units.reset_index(drop=True)
    period = periods(units[on], every)
    _refuse(_date_faults(units, on, period))

    # units that nobody scored have no part in a trend, dated or not
    scored = units["unit"].astype("str").isin(scores["unit"])
    undated = units.loc[scored & period.isna(), "unit"].astype("str")
    _refuse(_all_undated(on, every, len(undated), scored.sum()))
    if len(undated):
        warnings.warn(
            f"{len(undated)} of {scored.sum()} scored units are left out of the trend: "
            f"their '{on}' is missing or coarser than every='{every}'",
            FramingWarning,
            stacklevel=2,
        )
    dated = scores[~scores["unit"].isin(undated)]
    options = {
        "cluster": cluster,
        "confidence": confidence,
        "resamples": resamples,
        "seed": seed,
        "min_units": min_units,
    }
    trend = compare(dated, units.assign(period=period.astype("str")), by=[*by, "period"], **options)
    trend = _with_gaps(trend, by, _span(period[scored], every))
    trend.attrs["track"] = {"every": every, "on": on}
    trend.attrs["undated"] = len(undated)
    return trend


def count(units, *, every="M", on="published", by=None):
    """How many units there are in every period, and in every group.

    units : articles, sentences or statements; every, on : as in `track`; by : a column or list of columns, or None.

    Returns the `by` columns, period, units; a row for every group and every period from the first to the last, 0 where
    there is none. Units whose date is missing or too coarse are counted in `attrs["undated"]`.
    Raises TrendError for faults of the arguments and dates.
    """
    by = [] if by is None else [by] if isinstance(by, str) else list(by)
    _refuse(_faults(units, every, on, by))
    period = periods(units[on], every)
    _refuse(_date_faults(units, on, period) + _all_undated(on, every, period.isna().sum(), len(units)))
    _refuse([f"units have no column '{name}'{nearest(name, units.columns)}" for name in by if name not in units])
    counted = units.assign(period=period).groupby([*by, "period"], dropna=False, sort=False).size().rename("units")
    groups = units[by].drop_duplicates() if by else pd.DataFrame(index=[0])
    rows = groups.merge(pd.DataFrame({"period": _span(period.dropna(), every)}), how="cross")
    table = rows.merge(counted.reset_index(), on=[*by, "period"], how="left").fillna({"units": 0})
    table = tables.inherit(table.astype({"units": "int64"}), units)
    table.attrs["count"] = {"by": by, "every": every, "on": on}
    table.attrs["undated"] = int(period.isna().sum())
    return table


def periods(dates, every):
    """The period that each date falls in, as text ("2025-03", "2025-W12"); NA where missing or coarser than `every`.

    Cells that are no ISO date come back as "?" followed by the cell.
    """
    if pd.api.types.is_datetime64_any_dtype(dates):
        days = dates.dt.tz_localize(None) if dates.dt.tz is not None else dates
        return _label(days, every)
    cells = dates.astype("object").where(dates.notna(), "").map(str).str.strip()
    return cells.map({cell: _period(cell, every) for cell in cells.unique()}).astype("str")


def _period(cell, every):
    if cell == "":
        return pd.NA
    match = ISO.fullmatch(cell)
    if not match:
        return f"?{cell}"
    parts = [part for part in match.groups() if part]
    day = pd.to_datetime("".join([*parts, "-01", "-01"][:3]), format="%Y-%m-%d", errors="coerce")
    if pd.isna(day):
        return f"?{cell}"
    return _label(pd.Series([day]), every)[0] if len(parts) >= PERIODS[every][1] else pd.NA


def _label(days, every):
    if every == "W":
        iso = days.dt.isocalendar()
        text = iso["year"].astype("str") + "-W" + iso["week"].astype("str").str.zfill(2)
    elif every == "Q":
        text = days.dt.year.astype("Int64").astype("str") + "-Q" + days.dt.quarter.astype("Int64").astype("str")
    else:
        text = days.dt.strftime({"D": "%Y-%m-%d", "M": "%Y-%m", "Y": "%Y"}[every])
    return text.astype("str").where(days.notna())


def _span(labels, every):
    """Every period from the first to the last of `labels`."""
    first, last = (_start(label, every) for label in (labels.min(), labels.max()))
    starts = pd.period_range(first, last, freq=PERIODS[every][0]).to_timestamp()
    return _label(pd.Series(starts), every).tolist()


def _start(label, every):
    if every == "W":
        return pd.Timestamp.fromisocalendar(int(label[:4]), int(label[6:]), 1)
    if every == "Q":
        return pd.Timestamp(int(label[:4]), 3 * int(label[6:]) - 2, 1)
    return pd.Timestamp(label)


def _with_gaps(trend, by, span):
    """`trend` with a row for every frame, group and period, in that order."""
    groups = trend[["frame", *by]].drop_duplicates()
    rows = groups.merge(pd.DataFrame({"period": span}), how="cross")
    full = rows.merge(trend, on=["frame", *by, "period"], how="left", validate="one_to_one")
    full = full.fillna({"units": 0, "articles": 0, "interval": "none"})
    full["solid"] = full["solid"].eq(True)
    tables.inherit(full, trend)
    return tables.check(full, "estimates")[trend.columns]


def _faults(units, every, on, by):
    if every not in PERIODS:
        return [f"every must be one of {', '.join(PERIODS)}{nearest(every, PERIODS)}; found {every!r}"]
    if not isinstance(units, pd.DataFrame):
        return [f"units must be the pandas DataFrame that was scored; found {type(units).__name__}"]
    faults = [
        f"units have no column '{name}'{nearest(name, units.columns)}; found {', '.join(map(str, units.columns))}"
        for name in ("unit", on)
        if name not in units.columns
    ]
    if "period" in by:
        faults.append("by='period' is a column of the result; rename it in units")
    return faults


def _date_faults(units, on, period):
    unread = units.index[period.str.startswith("?").fillna(False).astype(bool)]
    if unread.empty:
        return []
    shown = [f"unit {units.at[row, 'unit']} holds {str(units.at[row, on])!r}" for row in unread[:3]]
    return [
        f"{len(unread)} cells of '{on}' are no dates: {'; '.join(shown)}; "
        "write them as 2025-03-20, 2025-03 or 2025, or leave them empty"
    ]


def _all_undated(on, every, undated, scored):
    if undated == 0 or undated < scored:
        return []
    return [
        f"none of the {scored} scored units has a date in '{on}' that is exact enough for every='{every}'; "
        "take a longer period or another column"
    ]


def _refuse(faults):
    if faults:
        raise TrendError("\n  ".join(["the scores cannot be followed through time:", *faults]))
