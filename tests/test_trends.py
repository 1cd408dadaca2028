import datetime
import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.comparison import compare
from framing.tables import FramingWarning
from framing.trends import TrendError, count, periods, track


def table(dates, values=None, column="published"):
    n = len(dates)
    units = pd.DataFrame({"unit": [f"u{i}" for i in range(n)], "article": [f"a{i // 2}" for i in range(n)]})
    units[column] = dates
    units["source"] = ["BBC" if i % 2 else "الكرملين" for i in range(n)]
    values = [i % 2 for i in range(n)] if values is None else values
    scores = units[["unit"]].assign(coder="dictionary", frame="conflict", score=np.array(values, dtype="float64"))
    return scores, units


DAYS = pd.to_datetime(["2024-12-30", "2024-12-31", "2025-01-02", "2025-03-20", "2025-03-31"])


def test_a_period_without_units_is_a_gap_and_not_a_zero():
    trend = track(*table(DAYS), every="M")
    assert trend["period"].tolist() == ["2024-12", "2025-01", "2025-02", "2025-03"]
    gap = trend.set_index("period").loc["2025-02"]
    assert gap["units"] == 0 and gap["articles"] == 0 and gap["interval"] == "none" and not gap["solid"]
    assert gap[["estimate", "low", "high"]].isna().all()


@pytest.mark.parametrize(
    "every, first, last, number",
    [
        ("D", "2024-12-30", "2025-03-31", 92),
        ("W", "2025-W01", "2025-W14", 14),
        ("M", "2024-12", "2025-03", 4),
        ("Q", "2024-Q4", "2025-Q1", 2),
        ("Y", "2024", "2025", 2),
    ],
)
def test_every_period_from_the_first_to_the_last_is_there(every, first, last, number):
    trend = track(*table(DAYS), every=every, resamples=10)
    assert trend["period"].iloc[0] == first and trend["period"].iloc[-1] == last and len(trend) == number
    assert trend["units"].sum() == 5 and trend["period"].is_unique


def test_weeks_are_iso_weeks_as_the_standard_library_counts_them():
    days = pd.Series(pd.date_range("2019-12-20", "2027-01-10"))
    expected = ["{}-W{:02}".format(*day.date().isocalendar()) for day in days]
    assert periods(days, "W").tolist() == expected


@given(st.dates(datetime.date(1700, 1, 1), datetime.date(2200, 1, 1)), st.sampled_from("DWMQY"))
@settings(max_examples=60, deadline=None)
def test_a_day_falls_in_the_same_period_as_text_and_as_datetime(day, every):
    as_text, as_datetime = pd.Series([day.isoformat()]), pd.Series([pd.Timestamp(day)])
    assert periods(as_text, every)[0] == periods(as_datetime, every)[0] == periods(pd.Series([day]), every)[0]


def test_the_numbers_are_those_of_compare():
    generator = np.random.default_rng(2)
    dates = pd.to_datetime("2025-01-10") + pd.to_timedelta(generator.integers(0, 120, 90), "D")
    scores, units = table(dates, generator.random(90))
    trend = track(scores, units, by="source", resamples=200, seed=4)
    month = units.assign(period=units["published"].dt.strftime("%Y-%m"))
    same = compare(scores, month, by=["source", "period"], resamples=200, seed=4)
    key = ["frame", "source", "period"]
    pd.testing.assert_frame_equal(
        trend[trend["units"] > 0].set_index(key).sort_index(), same.set_index(key).sort_index(), check_dtype=False
    )
    by_hand = scores.merge(month, on="unit").groupby(["source", "period"])["score"].mean()
    ours = trend.set_index(["source", "period"])["estimate"].sort_index()
    pd.testing.assert_series_equal(ours.dropna(), by_hand, check_names=False)


def test_each_group_has_each_period():
    trend = track(*table(DAYS), by="source", resamples=10)
    assert list(trend)[:3] == ["source", "period", "frame"]
    assert trend.groupby("source").size().tolist() == [4, 4]


def test_groups_without_a_name_keep_their_trend():
    scores, units = table(DAYS)
    trend = track(scores, units.assign(source=[None, "", None, "BBC", ""]), by="source", resamples=10)
    assert len(trend) == 12 and trend["units"].sum() == 5
    assert trend.loc[trend["source"].isna(), "units"].sum() == 2


def test_dates_coarser_than_the_period_are_left_out_and_counted():
    said_on = ["2025-03", "2025", None, "2025-03-20", "2025-04-01", ""]
    scores, units = table(said_on, column="said_on")
    with pytest.warns(FramingWarning, match="3 of 6 scored units are left out of the trend") as caught:
        trend = track(scores, units, on="said_on", every="M")
    assert len(caught) == 1
    assert trend.attrs["undated"] == 3
    assert trend["period"].tolist() == ["2025-03", "2025-04"] and trend["units"].tolist() == [2, 1]
    with pytest.warns(FramingWarning, match="4 of 6"):
        assert track(scores, units, on="said_on", every="D").attrs["undated"] == 4
    with pytest.warns(FramingWarning, match="2 of 6"):
        assert track(scores, units, on="said_on", every="Y")["units"].tolist() == [4]


@pytest.mark.parametrize("every", "DWMQY")
def test_a_datetime_column_with_holes_is_read_in_every_period(every):
    scores, units = table([*DAYS, pd.NaT])
    with pytest.warns(FramingWarning, match="1 of 6"):
        trend = track(scores, units, every=every, resamples=10)
    assert trend["units"].sum() == 5 and trend["period"].str.fullmatch(r"\d{4}(-(W|Q)?\d+)?(-\d\d)?").all()


def test_no_warning_where_every_scored_unit_has_a_date():
    scores, units = table([*DAYS, pd.NaT])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        trend = track(scores.iloc[:5], units)  # the undated unit was not scored
    assert trend.attrs["undated"] == 0


def test_the_result_says_where_it_comes_from():
    scores, units = table(DAYS)
    units.attrs["corpus"] = {"name": "notes"}
    attrs = track(scores, units, every="Q", resamples=10).attrs
    assert attrs["corpus"] == {"name": "notes"} and attrs["track"] == {"every": "Q", "on": "published"}
    assert attrs["compare"]["by"] == ["period"] and attrs["compare"]["resamples"] == 10


def refused(*arguments, **options):
    with pytest.raises(TrendError) as caught:
        track(*arguments, **options)
    return str(caught.value)


@pytest.mark.parametrize("cell", ["20/03/2025", "آذار الماضي", "2025-13", "2025-02-30", "2025-3"])
def test_cells_that_are_no_dates_are_refused_and_shown(cell):
    message = refused(*table(["2025-03", cell], column="said_on"), on="said_on")
    assert f"1 cells of 'said_on' are no dates: unit u1 holds '{cell}'" in message


def test_unknown_periods_and_columns_are_refused():
    scores, units = table(DAYS)
    assert "every must be one of D, W, M, Q, Y; found 'month'" in refused(scores, units, every="month")
    assert "no column 'publishd' (did you mean 'published'?)" in refused(scores, units, on="publishd")
    assert "by='period' is a column of the result" in refused(scores, units.assign(period=1), by="period")


def test_a_trend_without_any_date_is_refused():
    assert "none of the 2 scored units has a date in 'said_on'" in refused(
        *table(["2025", "2024"], column="said_on"), on="said_on"
    )


def test_the_tables_that_come_in_stay_as_they_were():
    scores, units = table(DAYS)
    before = units.copy()
    track(scores, units, resamples=10)
    pd.testing.assert_frame_equal(units, before)


def dated(*days, **columns):
    frame = pd.DataFrame({"unit": [f"u{n}" for n in range(len(days))], "text": "x", **columns})
    return frame.assign(published=pd.to_datetime(list(days)))


def test_units_are_counted_in_every_period_and_empty_ones_hold_zero():
    table = count(dated("2025-01-03", "2025-01-30", "2025-03-01", None), every="M")
    assert table[["period", "units"]].to_numpy().tolist() == [["2025-01", 2], ["2025-02", 0], ["2025-03", 1]]
    assert table.attrs["undated"] == 1


def test_every_group_has_every_period():
    table = count(dated("2025-01-03", "2025-03-01", language=["ar", "ru"]), by="language", every="M")
    assert table["units"].tolist() == [1, 0, 0, 0, 0, 1]
    assert table["language"].tolist() == ["ar"] * 3 + ["ru"] * 3


def test_counts_sum_to_the_number_of_dated_units():
    days = pd.date_range("2024-11-20", periods=100, freq="37h")
    units = dated(*days, outlet=["a", "b"] * 50)
    assert all(count(units, every=every, by="outlet")["units"].sum() == 100 for every in "DWMQY")


def test_counting_refuses_columns_that_are_not_there():
    with pytest.raises(TrendError, match=r"no column 'langage' \(did you mean 'language'\?\)"):
        count(dated("2025-01-03", language=["ar"]), by="langage")
