"""Codings → scores per unit and frame, and contrasts between two frames."""

import numpy as np
import pandas as pd

from framing import tables
from framing.text import words

CONTRAST = " ↔ "  # stands between the poles in the frame of a contrast
_RULES = {"any": "max", "share": "mean", "rate": "sum"}


class ScoringError(tables.FramingError):
    """Codings or scores cannot be scored as asked."""


def score(codings, *, rule=None, evidence=None, units=None):
    """How far each unit carries each frame, per coder.

    rule : None (default): what the scheme states as its `roll_up`, else "any".
        "any": 1 where at least one item was answered 1, so that the mean over units is the share of units that carry
        the frame; fit for statements and sentences.
        "share": the mean of the items' answers, as Semetko & Valkenburg (2000, Journal of Communication 50(2), p. 100)
        scale whole articles.
        "rate": the weights of the evidence per 1,000 words of the unit; needs `evidence` and `units`, the tables that
        the dictionary worked on.

    Returns scores (unit, coder, frame, score) in the order of the units; a frame that has sub-frames is scored over
    their items too. NA items are silence and are left out; a frame whose items are all NA has no score (NaN). Raises
    ScoringError for an unknown rule and for a rate without its tables.
    """
    codings = tables.check(codings, "codings")
    rule = rule or codings.attrs.get("roll_up", "any")
    if rule not in _RULES:
        raise ScoringError(f"rule must be one of {', '.join(_RULES)}; found {rule!r}")
    answers = codings if rule != "rate" else _rated(codings, evidence, units)
    scores = (
        _with_parents(answers)
        .groupby(["unit", "coder", "frame"], sort=False)["value"]
        .agg(_sum if rule == "rate" else _RULES[rule])
        .astype("Float64")
        .astype("float64")
        .rename("score")
        .reset_index()
    )
    in_order = scores.iloc[np.argsort(pd.factorize(scores["unit"])[0], kind="stable")].reset_index(drop=True)
    return tables.inherit(tables.check(in_order, "scores"), codings)


def _with_parents(answers):
    """`answers` and, for each frame that lies in another ("frame.sub_frame"), the same answers for the outer one."""
    parts, inner = [answers], answers[answers["frame"].str.contains(".", regex=False)]
    while len(inner):
        inner = inner.assign(frame=inner["frame"].str.rpartition(".")[0])
        parts.append(inner)
        inner = inner[inner["frame"].str.contains(".", regex=False)]
    return pd.concat(parts) if len(parts) > 1 else answers


def _rated(codings, evidence, units):
    """Codings whose answers are weights of evidence per 1,000 words."""
    if evidence is None or units is None:
        raise ScoringError('rule="rate" counts evidence: score(codings, rule="rate", evidence=found, units=units)')
    evidence, units = tables.check(evidence, "evidence"), tables.check(units, "units")
    if missing := set(codings["unit"]) - set(units["unit"]):
        raise ScoringError(f"{len(missing)} units of the codings are not in units, first {sorted(missing)[0]!r}")
    length = pd.Series([len(words(text)) for text in units["text"]], index=units["unit"])
    named = ["unit", "coder", "frame", "item"]
    weights = evidence.assign(weight=evidence.get("weight", 1.0)).groupby(named)["weight"].sum()
    rated = codings.merge(weights.rename("weight"), how="left", left_on=named, right_index=True)
    per_thousand = 1000 * rated["weight"].fillna(0.0) / length[rated["unit"]].clip(lower=1).to_numpy()
    return rated.assign(value=per_thousand.where(rated["value"].notna()))


def contrast(scores, positive, negative, *, units=None, by=None):
    """Where units stand between two frames: their balance, and the log-ratio of Lowe et al.

    scores : one coder's or several coders' scores; positive, negative : the names of the two frames.
    units, by : sum the scores over the units that share `by` (a column of `units`, e.g. "article") first; the
        named groups are then the units of the result. Without them each unit stands for itself.

    Returns a scores table with frame "positive ↔ negative" and, with P and N the summed scores of the two frames,
        score      balance (P - N) / (P + N), from -1 to 1; NaN where neither frame occurs
        log_ratio  log((P + 0.5) / (N + 0.5))   Lowe, Benoit, Mikhaylov & Laver (2011), Legislative Studies
                   Quarterly 36(1), "logit scale", eq. 3
        positive, negative  P and N
    Raises ScoringError where a frame has no scores or `by` is no column of `units`.
    """
    scores = tables.check(scores, "scores")
    known = scores["frame"].unique()
    if missing := [frame for frame in (positive, negative) if frame not in known]:
        raise ScoringError(f"no scores of frame {', '.join(missing)}; the scores hold {', '.join(known)}")
    sums = scores[scores["frame"].isin([positive, negative])]
    if by is not None:
        sums = sums.assign(unit=sums["unit"].map(_groups(units, by))).dropna(subset="unit")
    sums = sums.pivot_table(
        index=["unit", "coder"], columns="frame", values="score", aggfunc=_sum, sort=False, dropna=False
    ).reset_index()
    p, n = sums[positive].to_numpy(), sums[negative].to_numpy()
    with np.errstate(invalid="ignore"):
        balance = (p - n) / (p + n)
    table = pd.DataFrame(
        {
            "unit": sums["unit"],
            "coder": sums["coder"],
            "frame": f"{positive}{CONTRAST}{negative}",
            "score": balance,
            "log_ratio": np.log((p + 0.5) / (n + 0.5)),
            "positive": p,
            "negative": n,
        }
    )
    return tables.inherit(tables.check(table, "scores"), *([] if units is None else [units]), scores)


def _sum(scores):
    return scores.sum(min_count=1)


def _groups(units, by):
    if units is None:
        raise ScoringError(f"by={by!r} needs the table that holds the column: contrast(…, units=statements, by={by!r})")
    if by not in units:
        raise ScoringError(f"column {by!r} is not in units; found {', '.join(map(str, units.columns))}")
    return units.set_index("unit")[by]
