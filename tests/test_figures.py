import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from types import SimpleNamespace

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from framing.comparison import compare
from framing.figures import FiguresError, plot_comparison, plot_contrast, plot_sources, plot_trend, save_figure, style
from framing.figures.appearance import COLOURS, DASHES, MARKERS
from framing.figures.wording import WORDS
from framing.files import FileError
from framing.scoring import contrast
from framing.tables import TableError
from framing.trends import track

mpl.use("Agg")

LONG = "وكالة الأنباء الدولية للتقارير السياسية والاقتصادية والتحليلات الاستراتيجية"
LABELS = {
    "conflict": {"ar": "إطار الصراع", "en": "conflict frame", "ru": "фрейм конфликта"},
    "cooperation": {"ar": "إطار التعاون", "en": "cooperation frame", "ru": "фрейм сотрудничества"},
}


class Scheme:
    def __init__(self, **contrasts):
        self.contrasts = contrasts

    def label(self, name, language):
        return LABELS[name][language]


@pytest.fixture(autouse=True)
def closed_figures():
    with mpl.rc_context():
        yield
    plt.close("all")


def corpus(sources=("الكرملين", "BBC", LONG), n=60, seed=0, frames=("conflict", "cooperation")):
    generator = np.random.default_rng(seed)
    article = np.arange(n) // 2
    units = pd.DataFrame({"unit": [f"u{i}" for i in range(n)], "article": [f"a{i}" for i in article]})
    units["source"] = np.array([*sources, *generator.choice(sources[:2], n - len(sources))], dtype=object)
    # no article in 2025-03
    months = pd.to_datetime(["2024-12-10", "2025-01-10", "2025-02-10", "2025-04-10"])
    units["published"] = months[article % 4]
    scores = pd.concat(
        units[["unit"]].assign(coder="dictionary", frame=frame, score=generator.integers(0, 2, n).astype("float64"))
        for frame in frames
    )
    return scores, units


def estimates(**options):
    return compare(*corpus(**options), by="source", resamples=100)


def trend(**options):
    return track(*corpus(), resamples=100, **options)


def balances(**options):
    scores, units = corpus(**options)
    return compare(contrast(scores, "cooperation", "conflict"), units, by="source", resamples=100)


def plain(text):
    """Without the marks that keep each name in its own direction."""
    return "".join(letter for letter in text if letter not in "\u200e\u200f\u2068\u2069").replace("\n", " ")


def row_labels(ax):
    return [plain(label.get_text()) for label in ax.get_yticklabels()]


def column_labels(ax):
    return [plain(label.get_text()) for label in ax.get_xticklabels()]


def legend_labels(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def caption(ax):
    return plain(ax.texts[-1].get_text())


def dots(ax):
    """(x, y, hollow) of every mark."""
    lines = [line for line in ax.lines if line.get_marker() not in ("None", None, "")]
    return [(x, y, line.get_markerfacecolor() == "white") for line in lines for x, y in line.get_xydata()]


def test_every_group_is_named_with_its_units_and_articles():
    table = estimates()
    first = table[table["frame"] == "conflict"]
    expected = [f"{row.source} ({row.units}/{row.articles})" for row in first.itertuples()]
    assert row_labels(plot_comparison(table)) == expected
    assert LONG in expected[-1] and "(1/1)" in expected[-1]


def test_every_estimate_and_interval_of_the_table_is_drawn_where_it_says():
    table = estimates()
    ax = plot_comparison(table)
    assert sorted(x for x, *_ in dots(ax)) == sorted(table["estimate"])
    spans = sorted(tuple(line.get_xdata()) for line in ax.lines if line.get_marker() == "None" and line.get_alpha())
    given = table[table["interval"] != "none"]
    assert spans == sorted(zip(given["low"], given["high"], strict=True))


def test_groups_that_are_not_solid_are_hollow_and_the_legend_says_so():
    table = estimates()
    ax = plot_comparison(table)
    hollow = sorted(x for x, _, is_hollow in dots(ax) if is_hollow)
    assert hollow == sorted(table.loc[~table["solid"], "estimate"]) and len(hollow) == 2
    assert legend_labels(ax)[-1] == "hollow: fewer than 5 units"
    assert len(legend_labels(plot_comparison(table[table["solid"]]))) == 2


def test_the_caption_says_where_intervals_come_from():
    assert "95\u00a0% interval, whole articles resampled" in caption(plot_comparison(estimates()))
    assert "one article only" in caption(plot_comparison(estimates()))
    solid = estimates(sources=("BBC", "Kremlin"))
    assert "one article only" not in caption(plot_comparison(solid))
    wilson = compare(corpus()[0].assign(score=1.0), corpus()[1], by="source")
    assert "Wilson" in caption(plot_comparison(wilson))


@pytest.mark.parametrize("language", ["ar", "en", "ru"])
@pytest.mark.parametrize("plot, table", [(plot_comparison, estimates), (plot_trend, trend)])
def test_frames_and_axes_speak_the_language_that_was_asked_for(plot, table, language):
    ax = plot(table(), language=language, scheme=Scheme())
    assert legend_labels(ax)[:2] == [LABELS["conflict"][language], LABELS["cooperation"][language]]
    assert WORDS[language]["n"] in ax.get_xlabel() + ax.get_ylabel()
    assert WORDS[language]["share"] in (ax.get_xlabel(), ax.get_ylabel())


def test_the_three_languages_have_words_for_the_same_things():
    assert WORDS["ar"].keys() == WORDS["en"].keys() == WORDS["ru"].keys()
    for key, english in WORDS["en"].items():
        braces = [part.split("}")[0] for part in english.split("{")[1:]]
        for language in ("ar", "ru"):
            assert all(f"{{{name}}}" in WORDS[language][key] for name in braces), (language, key)


def test_arabic_is_handed_over_as_it_is_written_and_names_stand_on_the_right():
    ax = plot_comparison(estimates(), language="ar", scheme=Scheme())
    assert any("الكرملين" in label for label in row_labels(ax))
    assert ax.yaxis.get_label_position() == "right" and ax.yaxis.get_ticks_position() == "right"
    english = plot_comparison(estimates())
    assert english.yaxis.get_ticks_position() == "left"


def test_without_a_scheme_frames_go_by_their_names():
    assert legend_labels(plot_comparison(estimates()))[:2] == ["conflict", "cooperation"]


def test_chosen_frames_are_drawn_in_their_order_and_no_others():
    ax = plot_comparison(estimates(), frames=["cooperation"])
    assert legend_labels(ax)[:-1] == ["cooperation"] and len(dots(ax)) == 3
    assert legend_labels(plot_comparison(estimates(), frames=["cooperation", "conflict"]))[0] == "cooperation"


def test_missing_and_empty_names_get_words():
    scores, units = corpus(sources=("BBC", "ТАСС", "", None))
    labels = row_labels(plot_comparison(compare(scores, units, by="source", resamples=10), language="ru"))
    assert {"(не указано) (1/1)", "(пусто) (1/1)"} <= set(labels)


def test_a_group_without_answers_keeps_its_row_and_gets_no_dot():
    scores, units = corpus()
    scores.loc[scores["unit"] == "u2", "score"] = np.nan
    ax = plot_comparison(compare(scores, units, by="source", resamples=10))
    assert row_labels(ax)[-1].endswith("(0/0)") and len(dots(ax)) == 4


def test_n_is_a_range_where_frames_were_answered_for_different_units():
    scores, units = corpus(sources=("BBC", "BBC"))
    scores.loc[(scores["unit"] == "u0") & (scores["frame"] == "conflict"), "score"] = np.nan
    assert row_labels(plot_comparison(compare(scores, units, by="source", resamples=10))) == ["BBC (59–60/30)"]


def clipped(ax):
    """Texts of a figure that reach over its edge, and pairs of row labels that overlap."""
    figure = ax.figure
    figure.draw_without_rendering()
    width, height = figure.bbox.width, figure.bbox.height
    least, most = sorted(ax.get_xlim())
    ticks = [label for label in ax.get_xticklabels() if least <= label.get_position()[0] <= most]
    low, high = sorted(ax.get_ylim())
    ticks += [label for label in ax.get_yticklabels() if low <= label.get_position()[1] <= high]
    texts = [*ticks, ax.xaxis.label, ax.yaxis.label, *ax.texts]
    texts += ax.get_legend().get_texts() if ax.get_legend() else []
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts if text.get_text()]
    over = [text for text, box in boxes if box.x0 < -1 or box.y0 < -1 or box.x1 > width + 1 or box.y1 > height + 1]
    rows = sorted((label.get_window_extent() for label in ax.get_yticklabels()), key=lambda box: box.y0)
    return over + [f"rows at {low.y1}" for low, high in pairwise(rows) if low.y1 > high.y0 + 1]


@pytest.mark.parametrize("language, groups", [("ar", 3), ("ar", 30), ("en", 30), ("ru", 3)])
@pytest.mark.parametrize(
    "plot, table", [(plot_comparison, estimates), (plot_sources, estimates), (plot_contrast, balances)]
)
def test_nothing_is_clipped_with_long_arabic_names(plot, table, groups, language):
    style()
    sources = [f"{LONG} رقم {number}" for number in range(groups)]
    assert clipped(plot(table(sources=sources, n=90), language=language, scheme=Scheme())) == []


@pytest.mark.parametrize("every", ["Y", "M", "W", "D"])
def test_no_label_of_a_trend_is_clipped(every):
    style()
    ax = plot_trend(trend(every=every), language="ar", scheme=Scheme(), events={"2025-02-12": LONG})
    assert clipped(ax) == []


def test_the_legend_stands_above_the_data():
    for ax in (plot_comparison(estimates()), plot_trend(trend(), events={"2025-02-12": "call"})):
        ax.figure.draw_without_rendering()
        assert ax.get_legend().get_window_extent().y0 >= ax.get_window_extent().y1


def test_frames_differ_in_mark_and_dash_besides_their_colour():
    assert len(set(COLOURS)) == len(set(MARKERS)) == len(set(map(str, DASHES))) == 8
    ax = plot_comparison(estimates())
    assert {line.get_marker() for line in ax.lines if line.get_marker() != "None"} == {"o", "s"}


def test_a_contrast_runs_from_pole_to_pole():
    ax = plot_contrast(balances(), language="ar", scheme=Scheme())
    left, right = ax.texts[0], ax.texts[1]
    assert plain(left.get_text()) == "← إطار الصراع" and left.xy[0] == 0
    assert plain(right.get_text()) == "إطار التعاون →" and right.xy[0] == 1
    assert ax.get_xlim()[0] < -1 < 1 < ax.get_xlim()[1] and ax.get_xlabel() == WORDS["ar"]["balance"]
    assert sorted(x for x, *_ in dots(ax)) == sorted(balances()["estimate"].dropna())


def test_a_contrast_can_be_named_as_the_scheme_names_it():
    scheme = Scheme(stance=SimpleNamespace(positive="cooperation", negative="conflict"))
    ax = plot_contrast(balances(), contrast="stance", scheme=scheme)
    assert plain(ax.texts[1].get_text()) == "cooperation frame →"


def test_a_table_without_a_contrast_is_refused():
    with pytest.raises(FiguresError, match="draws one contrast, found none"):
        plot_contrast(estimates())
    with pytest.raises(FiguresError, match="no estimates of the contrast 'a ↔ b'; found cooperation ↔ conflict"):
        plot_contrast(balances(), contrast="a ↔ b")


def test_a_trend_breaks_at_a_gap():
    table = trend()
    ax = plot_trend(table)
    line = next(line for line in ax.lines if line.get_linestyle() == "-")
    drawn = table[table["frame"] == "conflict"]["estimate"].to_numpy()
    np.testing.assert_array_equal(line.get_ydata(), drawn)
    assert np.isnan(drawn).tolist() == [False, False, False, True, False]
    assert len(dots(ax)) == 8 and "Gap: no unit" in caption(ax)


def test_n_stands_under_each_period():
    table = trend()
    counts = table[table["frame"] == "conflict"]
    expected = [f"{row.period} {row.units}/{row.articles}" for row in counts.itertuples()]
    assert column_labels(plot_trend(table)) == expected
    assert expected[3] == "2025-03 0/0"


def test_the_band_of_a_trend_spans_its_interval():
    table = trend()
    ax = plot_trend(table, frames=["conflict"])
    corners = np.vstack([path.vertices for path in ax.collections[0].get_paths()])
    drawn = table[table["frame"] == "conflict"].reset_index(drop=True)
    for at in (0, 1, 2):
        heights = corners[corners[:, 0] == at, 1]
        assert (heights.min(), heights.max()) == (drawn["low"][at], drawn["high"][at])
    # the last period has no neighbour: its interval is a line
    ((start, end),) = ax.collections[1].get_segments()
    assert start.tolist() == [4, drawn["low"][4]] and end.tolist() == [4, drawn["high"][4]]


def test_many_lines_have_upright_intervals_side_by_side():
    scores, units = corpus(sources=("الكرملين", "BBC"))
    ax = plot_trend(track(scores, units, by="source", resamples=50))
    assert len(ax.collections) == 4 and caption(ax).startswith("Line:")
    assert len({x for x, *_ in dots(ax)}) == 16
    assert legend_labels(ax)[0] == "conflict · الكرملين" or legend_labels(ax)[0] == "conflict · BBC"


def test_a_single_period_is_drawn():
    table = trend(every="Y")
    ax = plot_trend(table[table["period"] == "2025"])
    assert len(dots(ax)) == 2 and len(column_labels(ax)) == 1


def test_events_stand_on_their_day_with_their_words_in_the_legend():
    ax = plot_trend(trend(), events={"2025-02-15": "second", "2024-12-01": "first"})
    assert legend_labels(ax)[2:4] == ["1: 2024-12-01 first", "2: 2025-02-15 second"]
    first, second = (text.xy[0] for text in ax.texts[:2])
    assert first == pytest.approx(-0.5 + 0.5 / 31) and second == pytest.approx(2 - 0.5 + 14.5 / 28)


def test_events_that_are_no_days_or_lie_outside_are_refused():
    with pytest.raises(FiguresError, match="event '2025-02' is no day; write 2025-02-12"):
        plot_trend(trend(), events={"2025-02": "call"})
    with pytest.raises(FiguresError, match="event '2023-01-01' lies outside the trend, 2024-12 to 2025-04"):
        plot_trend(trend(), events={"2023-01-01": "before"})


def test_a_trend_says_how_many_units_have_no_date():
    table = trend()
    table.attrs["undated"] = 7
    assert "7 units" in caption(plot_trend(table))


def test_long_trends_turn_their_labels_and_thin_them():
    weeks = plot_trend(trend(every="W"))
    assert weeks.get_xticklabels()[0].get_rotation() == 90 and len(column_labels(weeks)) == 18
    days = plot_trend(trend(every="D"))
    assert len(column_labels(days)) == 61 and "one label in 2" in caption(days)


def test_a_table_of_sources_counts_the_units_behind_each_share():
    table = estimates()
    ax = plot_sources(table)
    texts = [text.get_text() for text in ax.texts[:-1]]
    expected = [f"{row.estimate:.2f}\n{row.estimate * row.units:.0f}/{row.units}" for row in table.itertuples()]
    assert sorted(texts) == sorted(expected)
    assert sum(patch.get_hatch() is not None for patch in ax.patches) == 2
    assert "Hatched: fewer than 5 units" in caption(ax)


def test_counts_of_a_table_of_sources_are_those_of_pandas():
    scores, units = corpus()
    ax = plot_sources(compare(scores, units, by="source", resamples=10))
    counts = scores.merge(units, on="unit").groupby(["source", "frame"])["score"].agg(["sum", "size"])
    shown = {text.get_text().split("\n")[1] for text in ax.texts[:-1]}
    assert shown == {f"{row['sum']:.0f}/{row['size']:.0f}" for _, row in counts.iterrows()}


def test_sums_of_graded_scores_are_not_called_units_with_the_frame():
    scores, units = corpus(sources=("BBC", "BBC"))
    ax = plot_sources(compare(scores.assign(score=0.25), units, by="source", resamples=10))
    assert ax.texts[0].get_text() == "0.25\n15.0/60" and "sum of scores" in caption(ax)


def test_an_arabic_table_of_sources_runs_from_right_to_left():
    ax = plot_sources(estimates(), language="ar", scheme=Scheme())
    assert ax.xaxis.get_inverted() and ax.yaxis.get_ticks_position() == "right"
    assert column_labels(ax) == ["إطار الصراع", "إطار التعاون"]


def test_contrasts_have_no_place_in_a_table_of_sources():
    with pytest.raises(FiguresError, match="plot_contrast draws contrasts"):
        plot_sources(balances().assign(estimate=-0.5))


def test_figures_are_drawn_on_the_axes_that_are_given():
    _, (left, right) = plt.subplots(1, 2)
    assert plot_comparison(estimates(), ax=right) is right and plot_trend(trend(), ax=left) is left


@pytest.mark.parametrize("plot", [plot_comparison, plot_sources, plot_trend])
def test_unknown_frames_and_languages_are_refused(plot):
    table = trend() if plot is plot_trend else estimates()
    with pytest.raises(FiguresError, match=r"no estimates of frame 'conflit' \(did you mean 'conflict'\?\)"):
        plot(table, frames=["conflit"])
    with pytest.raises(FiguresError, match="language must be one of en, ar, ru; found 'fr'"):
        plot(table, language="fr")


def test_tables_that_cannot_be_drawn_are_refused():
    with pytest.raises(FiguresError, match="no rows"):
        plot_comparison(estimates().iloc[:0])
    with pytest.raises(TableError, match="column 'low' is missing"):
        plot_comparison(estimates().drop(columns="low"))
    with pytest.raises(FiguresError, match="what track returns"):
        plot_trend(estimates())
    with pytest.raises(FiguresError, match="at most 8 series apart, found 9"):
        plot_comparison(estimates(frames=[f"f{i}" for i in range(9)]))


def test_plotting_leaves_the_table_as_it_was():
    table = estimates()
    before = table.copy()
    plot_comparison(table.drop(columns=["solid", "interval"]))
    plot_sources(table, frames=["cooperation"])
    pd.testing.assert_frame_equal(table, before)


def saved(tmp_path, name="04_compare.svg", table=None):
    return save_figure(
        plot_comparison(estimates() if table is None else table, scheme=Scheme(), language="ar"), tmp_path / name
    )


def test_two_saves_of_equal_tables_are_equal_byte_for_byte(tmp_path):
    one, two = saved(tmp_path, "one.svg"), saved(tmp_path, "two.svg")
    assert one.read_bytes() == two.read_bytes()
    assert one.with_suffix(".csv").read_bytes() == two.with_suffix(".csv").read_bytes()
    assert saved(tmp_path, "other.svg", estimates(seed=1)).read_bytes() != one.read_bytes()


@pytest.mark.parametrize("table, plot", [(trend, plot_trend), (estimates, plot_sources), (balances, plot_contrast)])
def test_every_figure_is_saved_the_same_twice(tmp_path, table, plot):
    one, two = (save_figure(plot(table()), tmp_path / name) for name in ("one.svg", "two.svg"))
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("table, plot", [(trend, plot_trend), (estimates, plot_comparison)])
def test_a_figure_that_was_shown_or_saved_before_is_saved_with_the_same_bytes(tmp_path, table, plot):
    fresh = save_figure(plot(table()), tmp_path / "fresh.svg").read_bytes()
    ax = plot(table())
    for _ in range(3):
        ax.figure.savefig(tmp_path / "shown.png", dpi=130, bbox_inches="tight")
        assert save_figure(ax, tmp_path / "again.svg").read_bytes() == fresh


def test_another_process_saves_the_same_figure_and_a_notebook_shows_it_without_a_date(tmp_path):
    code = """
        import sys; sys.path.insert(0, "tests")
        from IPython.core.interactiveshell import InteractiveShell
        shell = InteractiveShell.instance()
        import test_figures
        from pathlib import Path
        test_figures.saved(Path(sys.argv[1]), "far.svg")
        test_figures.style()
        show = shell.display_formatter.formatters["image/svg+xml"]
        one, two = (show(test_figures.plot_trend(test_figures.trend()).figure) for _ in range(2))
        assert "<svg" in one and "<dc:date>" not in one and one == two
    """
    root = Path(__file__).parent.parent
    subprocess.run([sys.executable, "-c", dedent(code), str(tmp_path)], check=True, cwd=root)
    assert saved(tmp_path, "near.svg").read_bytes() == (tmp_path / "far.svg").read_bytes()


def test_the_csv_holds_what_is_drawn(tmp_path):
    table = estimates()
    ax = plot_comparison(table, frames=["cooperation"])
    read = pd.read_csv(save_figure(ax, tmp_path / "figure.svg").with_suffix(".csv"), encoding="utf-8")
    drawn = table[table["frame"] == "cooperation"].reset_index(drop=True)
    pd.testing.assert_frame_equal(read, drawn, check_dtype=False, rtol=1e-5)
    assert read["source"].tolist() == drawn["source"].tolist() and LONG in set(read["source"])


def test_numbers_of_the_csv_have_six_significant_digits(tmp_path):
    table = estimates().assign(estimate=1 / 3)
    line = saved(tmp_path, table=table).with_suffix(".csv").read_text(encoding="utf-8").splitlines()[1]
    assert ",0.333333," in line


def test_two_axes_of_one_figure_share_one_csv(tmp_path):
    _, (left, right) = plt.subplots(1, 2)
    plot_comparison(estimates(), ax=left)
    plot_trend(trend(), ax=right)
    read = pd.read_csv(save_figure(left, tmp_path / "two.svg").with_suffix(".csv"))
    assert read["axes"].value_counts().to_dict() == {1: 6, 2: 10}


def test_the_svg_says_what_it_was_made_from(tmp_path):
    table = estimates()
    table.attrs["corpus"] = {"name": "notes", "sha256": "ab12", "path": "/home/someone/notes.jsonl"}
    table.attrs["scheme"] = {"name": "syria-russia", "version": "1.0", "sha256": "cd34"}
    svg = saved(tmp_path, table=table).read_text(encoding="utf-8")
    tree = ET.fromstring(svg)
    found = {element.tag.split("}")[1]: element for element in tree.iter() if "purl.org/dc" in element.tag}
    description = json.loads(found["description"].text)
    assert description["corpus"] == {"name": "notes", "sha256": "ab12"}
    assert description["scheme"] == {"name": "syria-russia", "version": "1.0", "sha256": "cd34"}
    assert description["compare"]["resamples"] == 100 and description["matplotlib"] == mpl.__version__
    assert "framing" in description and "date" not in found and "/home" not in svg
    assert mpl.__version__ in "".join(found["creator"].itertext())


def test_letters_are_drawn_as_outlines_so_that_no_font_is_missing(tmp_path):
    assert "<text" not in saved(tmp_path).read_text(encoding="utf-8")


def test_axes_that_nobody_drew_and_other_suffixes_are_refused(tmp_path):
    _, ax = plt.subplots()
    with pytest.raises(FiguresError, match="hold nothing that framing drew"):
        save_figure(ax, tmp_path / "empty.svg")
    with pytest.raises(FiguresError, match=r"saved as \.svg"):
        saved(tmp_path, "figure.png")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FileError, match=r"cannot write in .*file"):
        saved(tmp_path / "file")


def test_a_failed_save_leaves_the_older_files(tmp_path):
    path = saved(tmp_path)
    before = path.read_bytes(), path.with_suffix(".csv").read_bytes()
    ax = plot_comparison(estimates(seed=1))
    ax.set_title("$\\broken{$")  # matplotlib cannot draw it
    with pytest.raises(ValueError, match="broken"):
        save_figure(ax, path)
    assert (path.read_bytes(), path.with_suffix(".csv").read_bytes()) == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["04_compare.csv", "04_compare.svg"]


def test_style_sets_what_svg_needs_to_be_the_same_on_every_run():
    mpl.rcdefaults()
    style()
    assert mpl.rcParams["svg.hashsalt"] == "framing" and mpl.rcParams["svg.fonttype"] == "path"
    assert mpl.rcParams["font.sans-serif"] == ["DejaVu Sans"]
