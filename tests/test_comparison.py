import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, bootstrap

from framing.comparison import ComparisonError, compare
from framing.scoring import contrast


def table(rows, columns="unit article source score"):
    """units and scores of one frame from rows of (unit, article, source, score)."""
    rows = pd.DataFrame(rows, columns=columns.split())
    scores = rows[["unit", "score"]].assign(coder="dictionary", frame="conflict", score=rows["score"].astype("float64"))
    return scores, rows.drop(columns="score")


def random_table(n, articles, seed=0, sources=("الوكالة", "BBC", "ТАСС")):
    generator = np.random.default_rng(seed)
    units = pd.DataFrame({"unit": [f"u{i}" for i in range(n)]})
    units["article"] = [f"a{i}" for i in generator.integers(0, articles, n)]
    units["source"] = generator.choice(sources, n)
    scores = pd.concat(
        units[["unit"]].assign(coder="dictionary", frame=frame, score=generator.random(n).round(2))
        for frame in ("conflict", "cooperation")
    )
    scores.loc[generator.random(len(scores)) < 0.1, "score"] = np.nan
    return scores, units


FOUR = [("s1", "a1", "BBC", 1), ("s2", "a1", "BBC", 0), ("s3", "a2", "BBC", 1), ("s4", "a3", "الكرملين", 0)]


def test_the_estimate_is_the_plain_mean_of_pandas():
    scores, units = random_table(200, 40)
    result = compare(scores, units, by="source", resamples=50).set_index(["frame", "source"])
    joined = scores.merge(units, on="unit").dropna(subset="score").groupby(["frame", "source"])
    pd.testing.assert_series_equal(
        result["estimate"].sort_index(), joined["score"].mean().sort_index(), check_names=False, rtol=1e-12
    )
    assert (result["units"].sort_index() == joined.size().sort_index()).all()
    assert (result["articles"].sort_index() == joined["article"].nunique().sort_index()).all()


def test_columns_stand_in_the_order_of_the_contract_behind_the_groups():
    scores, units = table(FOUR)
    result = compare(scores, units, by="source")
    assert list(result) == [
        "source", "frame", "estimate", "low", "high", "units", "articles", "interval", "solid",
    ]  # fmt: skip


def test_with_one_unit_per_article_the_interval_is_that_of_scipy():
    generator = np.random.default_rng(5)
    values = generator.beta(2, 5, 120)
    scores, units = table([(f"u{i}", f"a{i}", "BBC", value) for i, value in enumerate(values)])
    ours = compare(scores, units, by="source", resamples=9999).iloc[0]
    theirs = bootstrap((values,), np.mean, method="percentile", n_resamples=9999, rng=3).confidence_interval
    width = theirs.high - theirs.low
    assert ours["low"] == pytest.approx(theirs.low, abs=0.04 * width)
    assert ours["high"] == pytest.approx(theirs.high, abs=0.04 * width)
    assert ours["interval"] == "bootstrap"


def clustered(seed, articles, per_article=8):
    """Scores whose units agree within an article; the true mean is 0.4."""
    generator = np.random.default_rng(seed)
    chance = generator.choice([0.05, 0.95], articles, p=[0.55 / 0.9, 0.35 / 0.9])
    rows = [
        (f"{article}-{unit}", f"{article}", "BBC", float(generator.random() < chance[article]))
        for article in range(articles)
        for unit in range(per_article)
    ]
    return table(rows)


def test_intervals_that_ignore_articles_are_too_narrow_and_ours_are_not():
    """A simulation: 50 corpora of 50 articles with 8 like-minded statements each, true mean 0.4."""
    ours = theirs = 0
    for seed in range(50):
        scores, units = clustered(seed, articles=50)
        by_article = compare(scores, units, by="source", resamples=300).iloc[0]
        by_unit = compare(scores, units, by="source", resamples=300, cluster="unit").iloc[0]
        ours += by_article["low"] <= 0.4 <= by_article["high"]
        theirs += by_unit["low"] <= 0.4 <= by_unit["high"]
    assert 0.86 <= ours / 50 <= 0.99
    assert theirs / 50 < 0.75


def test_a_group_that_sits_in_one_article_has_no_interval():
    scores, units = table([*FOUR, ("s5", "a3", "الكرملين", 1)])
    row = compare(scores, units, by="source").set_index("source").loc["الكرملين"]
    assert row["estimate"] == 0.5 and row["articles"] == 1 and row["interval"] == "none"
    assert np.isnan(row["low"]) and np.isnan(row["high"])


@pytest.mark.parametrize("value", [0, 1])
def test_equal_answers_get_the_interval_of_wilson_over_articles_not_over_units(value):
    scores, units = table([(f"s{i}", f"a{i // 3}", "ТАСС", value) for i in range(24)])
    row = compare(scores, units, by="source", confidence=0.9).iloc[0]
    wilson = binomtest(8 * value, 8).proportion_ci(0.9, "wilson")
    assert (row["low"], row["high"]) == (wilson.low, wilson.high)
    assert row["interval"] == "wilson" and row["estimate"] == value


def test_a_contrast_of_one_pole_only_gets_the_interval_of_wilson_from_minus_one_to_one():
    scores, units = table([(f"s{i}", f"a{i}", "ТАСС", -1) for i in range(8)])
    row = compare(scores.assign(frame="peace ↔ war"), units, by="source").iloc[0]
    wilson = binomtest(0, 8).proportion_ci(0.95, "wilson")
    assert (row["low"], row["high"]) == (2 * wilson.low - 1, 2 * wilson.high - 1)


@pytest.mark.parametrize("frame, value", [("conflict", 0.5), ("peace ↔ war", 0), ("log-ratio", 3.2)])
def test_resamples_without_any_variation_are_no_certainty(frame, value):
    scores, units = table([(f"s{i}", f"a{i}", "ТАСС", value) for i in range(8)])
    row = compare(scores.assign(frame=frame), units, by="source").iloc[0]
    assert row["interval"] == "none" and np.isnan(row["low"]) and np.isnan(row["high"])


def test_contrasts_from_the_room_of_scoring_can_be_compared():
    scores, units = random_table(200, 40)
    scores["score"] = scores["score"].round()
    balance = contrast(scores, "conflict", "cooperation")
    result = compare(balance, units, by="source", resamples=200).set_index("source")
    expected = balance.merge(units, on="unit").groupby("source")["score"].mean()
    pd.testing.assert_series_equal(result["estimate"].sort_index(), expected, check_names=False)
    assert result["low"].lt(result["estimate"]).all() and result["high"].gt(result["estimate"]).all()


def test_silence_is_not_zero():
    scores, units = table([*FOUR, ("s5", "a4", "BBC", np.nan)])
    row = compare(scores, units, by="source").set_index("source").loc["BBC"]
    assert row["estimate"] == pytest.approx(2 / 3) and row["units"] == 3 and row["articles"] == 2


def test_a_group_of_silent_units_is_kept_with_no_units():
    scores, units = table([*FOUR, ("s5", "a4", "كارنيغي", np.nan)])
    row = compare(scores, units, by="source").set_index("source").loc["كارنيغي"]
    assert row["units"] == 0 and row["articles"] == 0 and np.isnan(row["estimate"]) and not row["solid"]


def test_units_that_nobody_scored_are_left_out():
    scores, units = table([*FOUR, ("s5", "a4", "كارنيغي", 1)])
    result = compare(scores[scores.unit != "s5"], units, by="source")
    assert "كارنيغي" not in set(result["source"]) and result["units"].sum() == 4


def test_missing_and_empty_sources_are_two_groups_of_their_own():
    rows = [("s1", "a1", None, 1), ("s2", "a2", "", 0), ("s3", "a3", "BBC", 1), ("s4", "a4", None, 0)]
    scores, units = table(rows)
    result = compare(scores, units, by="source")
    assert result["source"].isna().sum() == 1 and (result["source"] == "").sum() == 1
    assert result.loc[result["source"].isna(), "units"].item() == 2
    assert result["units"].sum() == 4


def test_frames_stand_as_in_the_scores_and_groups_by_falling_number_of_units():
    scores, units = random_table(100, 30)
    units["source"] = np.repeat(["a", "b", "c"], [20, 50, 30])
    scores["score"] = scores["score"].fillna(0)
    result = compare(scores, units, by="source", resamples=10)
    assert result["frame"].tolist() == ["conflict"] * 3 + ["cooperation"] * 3
    assert result["source"].tolist() == ["b", "c", "a"] * 2


def test_several_columns_make_a_group_together():
    scores, units = random_table(100, 30)
    units["outlet"] = np.where(units.index % 2, "الثورة", "تشرين")
    result = compare(scores, units, by=["outlet", "source"], resamples=10)
    assert list(result)[:3] == ["outlet", "source", "frame"] and len(result) == 12
    assert result["units"].sum() == scores["score"].notna().sum()


def test_articles_are_their_own_clusters():
    scores, units = table(FOUR)
    articles = units.drop(columns="article")
    result = compare(scores, articles, by="source").set_index("source")
    assert result.loc["BBC", "articles"] == 3


def test_groups_under_min_units_are_not_solid():
    scores, units = table(FOUR)
    assert not compare(scores, units, by="source")["solid"].any()
    assert compare(scores, units, by="source", min_units=3)["solid"].tolist() == [True, False]


def test_the_same_seed_gives_the_same_interval_and_another_seed_another():
    scores, units = random_table(80, 20)
    first, again, other = (compare(scores, units, by="source", seed=seed, resamples=99) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(first, again)
    assert not first["low"].equals(other["low"])


def test_large_corpora_are_resampled_in_parts_with_the_same_result(monkeypatch):
    scores, units = random_table(80, 20)
    whole = compare(scores, units, by="source", resamples=100)
    monkeypatch.setattr("framing.comparison.WEIGHTS_AT_ONCE", 130)
    pd.testing.assert_frame_equal(whole, compare(scores, units, by="source", resamples=100))


def test_a_higher_confidence_gives_a_wider_interval():
    scores, units = random_table(80, 20)
    narrow, wide = (compare(scores, units, by="source", confidence=level) for level in (0.5, 0.99))
    assert (wide["low"] < narrow["low"]).all() and (wide["high"] > narrow["high"]).all()


def test_the_result_says_where_it_comes_from():
    scores, units = table(FOUR)
    units.attrs["corpus"], scores.attrs["scheme"] = {"name": "notes"}, {"name": "syria-russia"}
    attrs = compare(scores, units, by="source", resamples=10, seed=7).attrs
    assert attrs["corpus"] == {"name": "notes"} and attrs["scheme"] == {"name": "syria-russia"}
    assert attrs["compare"] == {
        "by": ["source"], "cluster": "article", "confidence": 0.95,
        "resamples": 10, "seed": 7, "min_units": 5, "binary": True,
    }  # fmt: skip


def test_the_tables_that_come_in_stay_as_they_were():
    scores, units = random_table(30, 10)
    before = scores.copy(), units.copy()
    compare(scores, units, by="source", resamples=10)
    pd.testing.assert_frame_equal(scores, before[0])
    pd.testing.assert_frame_equal(units, before[1])


@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.sampled_from(["أ", "b", "", None]), st.sampled_from([0, 0.5, 1, np.nan])),
        min_size=1,
        max_size=25,
    ).filter(lambda rows: not all(np.isnan(score) for *_, score in rows))
)
@settings(max_examples=40, deadline=None)
def test_no_answer_is_lost_and_every_interval_holds_its_estimate(rows):
    scores, units = table([(f"u{i}", f"a{a}", source, score) for i, (a, source, score) in enumerate(rows)])
    result = compare(scores, units, by="source", resamples=60, confidence=0.99)
    assert result["units"].sum() == scores["score"].notna().sum()
    given = result[result["interval"] != "none"]
    assert (given["low"] <= given["estimate"] + 1e-12).all() and (given["high"] >= given["estimate"] - 1e-12).all()
    assert result.loc[result["interval"] == "none", ["low", "high"]].isna().all(axis=None)
    assert (result["articles"] <= result["units"]).all()


def refused(*arguments, **options):
    with pytest.raises(ComparisonError) as caught:
        compare(*arguments, **options)
    return str(caught.value)


def test_scores_of_several_coders_are_refused_with_the_way_out():
    scores, units = table(FOUR)
    both = pd.concat([scores, scores.assign(coder="ليلى")])
    message = refused(both, units, by="source")
    assert "2 coders (dictionary, ليلى)" in message and "filter one coder" in message


def test_scored_units_that_are_not_in_units_are_counted_and_shown():
    scores, units = table([(f"s{i}", "a1", "BBC", 1) for i in range(6)])
    message = refused(scores, units.iloc[:1], by="source")
    assert "5 scored units are not in units, such as 's1', 's2', 's3'" in message


def test_a_mistyped_column_is_refused_with_the_nearest():
    scores, units = table(FOUR)
    message = refused(scores, units, by="sourse")
    assert "no column 'sourse' (did you mean 'source'?); found unit, article, source" in message


def test_all_faults_are_told_at_once():
    scores, units = table(FOUR)
    message = refused(scores, units, by=["sourse", "frame"], confidence=95, resamples=0, min_units=0, cluster="artikle")
    for part in ("sourse", "by='frame'", "found 95", "resamples", "min_units", "did you mean 'article'"):
        assert part in message


@pytest.mark.parametrize("confidence", [0, 1, 95, -0.5, float("nan")])
def test_confidence_lies_between_zero_and_one(confidence):
    scores, units = table(FOUR)
    assert "confidence must lie between 0 and 1" in refused(scores, units, by="source", confidence=confidence)


def test_no_scores_at_all_are_refused():
    scores, units = table(FOUR)
    assert "no scores: 0 rows" in refused(scores.iloc[:0], units, by="source")
    assert "4 rows, none with an answer" in refused(scores.assign(score=np.nan), units, by="source")


def test_repeated_units_and_units_without_an_article_are_refused():
    scores, units = table(FOUR)
    assert "1 units stand in units more than once, such as 's1'" in refused(
        scores, pd.concat([units, units.iloc[:1]]), by="source"
    )
    assert "column 'article' is empty for 1 units, such as 's4'" in refused(
        scores, units.assign(article=["a1", "a1", "a2", None]), by="source"
    )


def test_units_that_are_no_table_and_empty_lists_of_columns_are_refused():
    scores, units = table(FOUR)
    assert "must be the pandas DataFrame" in refused(scores, [1], by="source")
    assert "by names no column" in refused(scores, units, by=[])
    assert "names a column twice" in refused(scores, units, by=["source", "source"])
