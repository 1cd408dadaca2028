import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest

from framing.figures import FiguresError, plot_counts, save_figure
from framing.trends import count

mpl.use("Agg")


@pytest.fixture
def counts():
    yield count(
        pd.DataFrame(
            {
                "unit": list("abcde"),
                "language": ["ar", "ar", "ar", "ru", "ru"],
                "published": pd.to_datetime(["2025-01-02", "2025-01-03", "2025-03-01", "2025-01-09", "2025-03-09"]),
            }
        ),
        by="language",
    )
    plt.close("all")


def test_bars_are_as_high_as_their_counts_and_say_their_n(counts):
    ax = plot_counts(counts)
    assert [bar.get_height() for bar in ax.patches] == [2, 0, 1, 1, 0, 1]
    assert [note.get_text() for note in ax.texts] == ["3", "0", "2"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["2025-01", "2025-02", "2025-03"]
    assert ax.get_ylabel() == "number of units (n = 5)"


def test_the_legend_names_every_group_with_its_n(counts):
    assert [text.get_text() for text in plot_counts(counts).get_legend().get_texts()] == ["ar (3)", "ru (2)"]


def test_arabic_figures_have_arabic_words(counts):
    ax = plot_counts(counts, language="ar")
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("الشهر", "عدد الوحدات (ن = 5)")


def test_without_groups_there_is_one_bar_a_period():
    ax = plot_counts(count(pd.DataFrame({"unit": ["a"], "published": pd.to_datetime(["2025-01-02"])})))
    assert [bar.get_height() for bar in ax.patches] == [1]
    assert ax.get_legend() is None


def test_what_is_saved_is_what_was_counted(counts, tmp_path):
    path = save_figure(plot_counts(counts), tmp_path / "01.svg")
    saved = pd.read_csv(path.with_suffix(".csv"))
    pd.testing.assert_frame_equal(saved, counts, check_dtype=False)


def test_another_table_is_refused():
    with pytest.raises(FiguresError, match="column period, units is missing"):
        plot_counts(pd.DataFrame({"x": [1]}))
