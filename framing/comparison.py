"""scores + units → estimate and interval per group.

The estimate is the plain mean of the scores. Its interval comes from resampling whole articles, because the
statements of one article are not independent of one another.
"""

from difflib import get_close_matches

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.stats import binomtest

from framing import tables
from framing.scoring import CONTRAST
from framing.tables import FramingError

RESERVED = ["coder", "frame", "score", "estimate", "low", "high", "units", "articles", "interval", "solid"]
WEIGHTS_AT_ONCE = 4_000_000


class ComparisonError(FramingError):
    """Scores cannot be compared: which argument, column or unit is at fault, and what to do."""


def compare(scores, units, *, by, cluster="article", confidence=0.95, resamples=2000, seed=0, min_units=5):
    """The mean score of every group and frame, with an interval that respects articles.

    scores : a row per unit and frame, of one coder; `score` from 0 to 1, or a contrast around 0. NaN means that
        nobody looked: such a unit counts neither as 0 nor in any n.
    units : the table that was scored (articles, sentences, statements): `unit`, the `by` columns and `cluster`.
        Articles have no column `article`: each of them is its own cluster.
    by : a column of `units`, or a list of them. Missing values and empty strings are groups of their own.
    min_units : groups with fewer answered units are not `solid`.

    Returns the `by` columns, then frame, estimate, low, high, units (answered), articles (clusters that hold an
    answered unit), interval, solid. Frames stand as in `scores`, groups by falling number of answered units.
    The column `interval` says where low and high come from:

    - "bootstrap": percentiles of `resamples` draws, with replacement, of all articles that hold an answer (Davison &
      Hinkley 1997, Bootstrap Methods and their Application, sections 2.4 and 3.8). Draws without any article of the
      group are left out. With fewer than about ten articles such an interval is too narrow.
    - "wilson": every score of the group is 0, or every score is 1 (a contrast: -1 or 1), where resampling would show
      no doubt at all. Wilson's interval (1927, JASA 22) with the number of articles, not of units, as n: wider than
      it need be when an article's units are less than fully alike.
    - "none": low and high are NaN, as the group sits in one article only, or no resample differs from another.

    Not found: units without a row in `scores` were not coded and are left out in silence, and so are groups made of
    such units only. Intervals say nothing on the errors of the coder.

    Raises ComparisonError, with all faults at once.
    """
    by = [by] if isinstance(by, str) else list(by)
    scores = tables.check(scores, "scores")
    _refuse(_option_faults(confidence, resamples, min_units) + _table_faults(scores, units, by, cluster))

    origin = units[["unit"]].astype("str").reset_index(drop=True)
    origin["_group"] = units.groupby(by, dropna=False, observed=True, sort=False).ngroup().to_numpy()
    origin["_cluster"] = pd.factorize(units[_cluster_column(units, cluster)])[0]
    rows = scores.merge(origin, on="unit", how="left", validate="many_to_one")
    group_values = units[by].groupby(origin["_group"].to_numpy()).head(1).reset_index(drop=True)

    cells = _cells(rows, confidence=confidence, resamples=resamples, seed=seed)
    cells["solid"] = cells["units"] >= min_units
    result = pd.concat([group_values.loc[cells.pop("_group")].reset_index(drop=True), cells], axis=1)
    tables.inherit(result, units, scores)
    result.attrs["compare"] = {
        "by": by,
        "cluster": cluster,
        "confidence": confidence,
        "resamples": resamples,
        "seed": seed,
        "min_units": min_units,
        "binary": bool(scores["score"].dropna().isin([0, 1]).all()),
    }
    return tables.check(result, "estimates")[[*result.columns]]


def nearest(name, names):
    """' (did you mean …?)' for a mistyped name, or nothing."""
    close = get_close_matches(str(name), [str(known) for known in names], n=1)
    return f" (did you mean '{close[0]}'?)" if close else ""


def _cells(rows, *, confidence, resamples, seed):
    """A row per frame and group: estimate, low, high, units, articles, interval."""
    frames = rows["frame"].drop_duplicates().tolist()
    groups = rows.assign(_answered=rows["score"].notna()).groupby("_group", sort=False)["_answered"].sum()
    groups = groups.sort_values(ascending=False, kind="stable").index
    cells = pd.MultiIndex.from_product([frames, groups], names=["frame", "_group"])

    answered = rows[rows["score"].notna()]
    cell = cells.get_indexer(pd.MultiIndex.from_frame(answered[["frame", "_group"]]))
    score = answered["score"].to_numpy()
    article = pd.factorize(answered["_cluster"])[0]

    n = np.bincount(cell, minlength=len(cells))
    articles = pd.Series(article).groupby(cell).nunique().reindex(range(len(cells)), fill_value=0).to_numpy()
    total = np.bincount(cell, weights=score, minlength=len(cells))
    estimate = np.divide(total, n, out=np.full(len(cells), np.nan), where=n > 0)

    low, high = np.full((2, len(cells)), np.nan)
    drawn = np.flatnonzero(articles > 1)
    if drawn.size:
        place = np.full(len(cells), -1)
        place[drawn] = np.arange(drawn.size)
        kept = place[cell] >= 0
        means = _resampled_means(
            score[kept], place[cell[kept]], article[kept], n_articles=article.max() + 1, resamples=resamples, seed=seed
        )
        tail = (1 - confidence) / 2
        low[drawn], high[drawn] = np.nanquantile(means, [tail, 1 - tail], axis=0)
    interval = np.where(articles > 1, "bootstrap", "none").astype(object)

    # no resample differs from another: that is want of information, not certainty
    for i in drawn[np.isclose(low[drawn], high[drawn], rtol=0, atol=1e-12)]:
        low[i], high[i], interval[i] = np.nan, np.nan, "none"
    for i in drawn[interval[drawn] == "none"]:
        least, most = _bounds(cells[i][0], answered)
        if estimate[i] in (least, most):
            share = binomtest(int(articles[i]) if estimate[i] == most else 0, int(articles[i]))
            wilson = np.array(share.proportion_ci(confidence, "wilson"))
            (low[i], high[i]), interval[i] = least + (most - least) * wilson, "wilson"

    columns = {"estimate": estimate, "low": low, "high": high, "units": n, "articles": articles, "interval": interval}
    return pd.DataFrame(columns, index=cells).reset_index()[["_group", "frame", *columns]]


def _bounds(frame, answered):
    """The least and the greatest score that a frame may have; NaN where the scale has no ends (a log-ratio)."""
    scores = answered.loc[answered["frame"] == frame, "score"]
    least = -1 if CONTRAST in frame else 0
    return (least, 1) if scores.between(least, 1).all() else (np.nan, np.nan)


def _resampled_means(score, cell, article, *, n_articles, resamples, seed):
    """Means of every cell (resamples × cells) when whole articles are drawn with replacement; NaN where none was."""
    n_cells = cell.max() + 1
    # sums in the left half, counts in the right, so that one product gives both
    at = (np.concatenate([article, article]), np.concatenate([cell, cell + n_cells]))
    values = np.concatenate([score, np.ones_like(score)])
    sums_and_counts = csr_array((values, at), shape=(n_articles, 2 * n_cells))

    generator = np.random.default_rng(seed)
    chance = np.full(n_articles, 1 / n_articles)
    step = max(1, WEIGHTS_AT_ONCE // n_articles)
    means = np.empty((resamples, n_cells))
    for start in range(0, resamples, step):
        draws = generator.multinomial(n_articles, chance, size=min(step, resamples - start))
        drawn = draws @ sums_and_counts
        with np.errstate(invalid="ignore"):
            means[start : start + step] = drawn[:, :n_cells] / drawn[:, n_cells:]
    return means


def _cluster_column(units, cluster):
    # a table of articles names its articles in `unit`
    return "unit" if cluster == "article" and "article" not in units.columns else cluster


def _option_faults(confidence, resamples, min_units):
    faults = []
    if not 0 < confidence < 1:
        faults.append(f"confidence must lie between 0 and 1, as 0.95 does; found {confidence!r}")
    if resamples < 1:
        faults.append(f"resamples must be at least 1; found {resamples!r}")
    if min_units < 1:
        faults.append(f"min_units must be at least 1; found {min_units!r}")
    return faults


def _table_faults(scores, units, by, cluster):
    if not isinstance(units, pd.DataFrame):
        return [f"units must be the pandas DataFrame that was scored; found {type(units).__name__}"]
    known = units.columns
    faults = [
        f"units have no column '{name}'{nearest(name, known)}; found {', '.join(map(str, known))}"
        for name in dict.fromkeys(["unit", *by, _cluster_column(units, cluster)])
        if name not in known
    ]
    faults += [f"by='{name}' is a column of the result; rename it in units" for name in by if name in RESERVED]
    if not by:
        faults.append("by names no column; name at least one column of units")
    if len(set(by)) < len(by):
        faults.append(f"by names a column twice: {', '.join(by)}")
    if not scores["score"].notna().any():
        faults.append(f"there are no scores: {len(scores)} rows, none with an answer; score the units first")
    coders = scores["coder"].unique()
    if len(coders) > 1:
        faults.append(
            f"the scores come from {len(coders)} coders ({', '.join(coders[:5])}); filter one coder, "
            f"for example scores[scores.coder == '{coders[0]}']"
        )
    return faults or _row_faults(scores, units, _cluster_column(units, cluster))


def _row_faults(scores, units, cluster):
    faults = []
    names = units["unit"].astype("str")
    repeated = names[names.duplicated()].unique()
    if repeated.size:
        faults.append(f"{repeated.size} units stand in units more than once, such as {_some(repeated)}; keep one row")
    unknown = scores.loc[~scores["unit"].isin(names), "unit"].unique()
    if unknown.size:
        faults.append(
            f"{unknown.size} scored units are not in units, such as {_some(unknown)}; "
            "give the table from which the scores were made"
        )
    homeless = names[units[cluster].isna()].unique()
    if homeless.size:
        faults.append(f"column '{cluster}' is empty for {homeless.size} units, such as {_some(homeless)}; fill it")
    return faults


def _some(values):
    return ", ".join(repr(str(value)) for value in values[:3])


def _refuse(faults):
    if faults:
        raise ComparisonError("\n  ".join(["the scores cannot be compared:", *faults]))
