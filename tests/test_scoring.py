import math

import numpy as np
import pandas as pd
import pytest

from framing.scoring import ScoringError, contrast, score


def sheet(rows):
    codings = pd.DataFrame(rows, columns=["unit", "frame", "item", "value"])
    return codings.assign(coder="A", value=codings["value"].astype("Int8"))


CODINGS = sheet(
    [("u0", "f", "i", 1), ("u0", "f", "j", 0), ("u1", "f", "i", 0), ("u1", "f", "j", None), ("u2", "f", "i", None),
     ("u2", "f", "j", None)]
)  # fmt: skip


def test_any_item_makes_the_frame_and_silence_is_left_out():
    scores = score(CODINGS).set_index("unit")["score"]
    assert (scores["u0"], scores["u1"]) == (1, 0)
    assert math.isnan(scores["u2"])


def test_share_is_the_mean_of_the_answered_items():
    scores = score(CODINGS, rule="share").set_index("unit")["score"]
    assert (scores["u0"], scores["u1"]) == (0.5, 0)
    assert math.isnan(scores["u2"])


def test_an_unknown_rule_is_refused_with_the_known_ones():
    with pytest.raises(ScoringError, match="any, share, rate; found 'sum'"):
        score(CODINGS, rule="sum")


def scores_of(**frames):
    return pd.concat(
        pd.DataFrame({"unit": [f"u{n}" for n in range(len(values))], "coder": "A", "frame": frame, "score": values})
        for frame, values in frames.items()
    )


def test_balance_runs_from_minus_one_to_one_and_is_undefined_without_either_frame():
    table = contrast(scores_of(p=[1.0, 0.0, 1.0, 0.0], n=[0.0, 1.0, 1.0, 0.0]), "p", "n")
    np.testing.assert_array_equal(table["score"], [1, -1, 0, np.nan])
    assert set(table["frame"]) == {"p ↔ n"}


def test_the_log_ratio_is_the_logit_scale_of_lowe_et_al():
    # counts R = 11, L = 5 on one pair of categories: log((11 + .5) / (5 + .5)), Lowe et al. (2011)
    scores = scores_of(p=[1.0] * 11 + [0.0] * 9, n=[0.0] * 15 + [1.0] * 5)
    units = pd.DataFrame({"unit": [f"u{n}" for n in range(20)], "article": "a"})
    table = contrast(scores, "p", "n", units=units, by="article")
    assert table[["unit", "positive", "negative"]].to_numpy().tolist() == [["a", 11, 5]]
    assert table["log_ratio"][0] == pytest.approx(math.log(11.5) - math.log(5.5))
    assert table["score"][0] == pytest.approx(6 / 16)


def test_swapping_the_poles_changes_the_sign():
    scores = scores_of(p=[1.0, 0.5, 0.0], n=[0.0, 1.0, 0.25])
    one, other = contrast(scores, "p", "n"), contrast(scores, "n", "p")
    np.testing.assert_allclose(one["score"], -other["score"])
    np.testing.assert_allclose(one["log_ratio"], -other["log_ratio"])


def test_a_unit_that_nobody_scored_stays_undefined():
    table = contrast(scores_of(p=[np.nan, 1.0], n=[np.nan, 0.0]), "p", "n")
    assert table["positive"].isna().tolist() == [True, False]
    assert np.isnan(table["log_ratio"][0])


def test_a_contrast_needs_frames_and_columns_that_exist():
    scores = scores_of(p=[1.0], n=[0.0])
    with pytest.raises(ScoringError, match="no scores of frame q; the scores hold p, n"):
        contrast(scores, "p", "q")
    with pytest.raises(ScoringError, match="column 'outlet' is not in units; found unit"):
        contrast(scores, "p", "n", units=pd.DataFrame({"unit": ["u0"]}), by="outlet")
    with pytest.raises(ScoringError, match="needs the table"):
        contrast(scores, "p", "n", by="outlet")
