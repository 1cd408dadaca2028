"""The demonstration corpus and its hand codings are what corpus/README.md says."""

from pathlib import Path

import pandas as pd
import pytest

import framing as fr

FOLDER = Path(__file__).parent.parent / "corpus"


@pytest.fixture(scope="module")
def articles():
    return fr.read_articles(FOLDER / "notes.jsonl")


@pytest.fixture(scope="module")
def statements(articles):
    return fr.attribute(articles)


@pytest.fixture(scope="module")
def humans():
    return fr.read_codings(FOLDER / "codings.csv")


def test_there_are_enough_notes_of_the_right_length_in_three_languages(articles):
    words = articles["text"].str.split().str.len()
    assert articles.groupby("language").size().ge(pd.Series({"ar": 48, "en": 12, "ru": 12})).all()
    assert words.between(80, 180).all()
    assert articles["title"].ne("").all()


def test_the_notes_run_from_december_2024_to_october_2025_with_one_gap(articles):
    months = set(articles["published"].dt.strftime("%Y-%m"))
    expected = set(pd.period_range("2024-12", "2025-10", freq="M").astype(str)) - {"2025-06"}
    assert months == expected


def test_reading_the_notes_leaves_nothing_to_report(articles):
    assert articles.attrs["reading"] == []


def test_two_coders_answered_every_item_for_every_statement_of_the_coded_notes(statements, humans):
    scheme = fr.read_scheme("syria-russia")
    items = {(frame, item) for frame, item, _ in scheme.items}
    assert set(humans["coder"]) == {"A", "B"}
    assert humans["value"].notna().all()
    assert set(zip(humans["frame"], humans["item"], strict=True)) == items
    assert humans.groupby(["unit", "coder"]).size().eq(len(items)).all()
    coded = statements[statements["unit"].isin(humans["unit"])]
    assert coded["article"].nunique() >= 40
    assert set(humans["unit"]) == set(statements.loc[statements["article"].isin(coded["article"]), "unit"])


def test_both_frames_neither_and_both_at_once_occur_in_the_codings(humans):
    frames = fr.score(humans).pivot_table(index="unit", columns="frame", values="score", aggfunc="max")
    assert len(frames.drop_duplicates()) == 4


def test_no_note_copies_the_article_that_it_restates(articles, shared):
    original = _runs((shared / "case" / "article.txt").read_text(encoding="utf-8"))
    copied = [unit for unit, text in zip(articles["unit"], articles["text"], strict=True) if _runs(text) & original]
    assert copied == []


def _runs(text, length=8):
    words = text.split()
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
