from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.matching import evidence
from framing.matching.finding import Matcher
from framing.matching.scan import Scanner
from framing.scheme import Scheme
from framing.tables import TableError
from framing.text import Form, Joined


def found(units, scheme):
    return evidence(units, scheme)[["frame", "item", "text"]].to_numpy().tolist()


def test_evidence_is_the_words_as_printed_at_their_place_in_the_text(small_scheme, units_of):
    units = units_of("قال إنَّ سِيادَتَها مصونة")
    row = evidence(units, small_scheme).iloc[0]
    assert row["text"] == "سِيادَتَها"
    assert units["text"][0][row["start"] : row["end"]] == row["text"]
    assert (row["frame"], row["item"], row["indicator"], row["coder"]) == (
        "principle", "sovereignty", "سيادة", "dictionary",
    )  # fmt: skip


def test_evidence_of_a_statement_has_its_place_in_the_article(small_scheme):
    article = "مقدمة طويلة. وقال إن السيادة مصونة"
    start = article.index("السيادة مصونة")
    units = pd.DataFrame(
        {"unit": ["a:s"], "text": [article[start:]], "article": ["a"], "start": [start], "end": [len(article)]}
    )
    rows = evidence(units, small_scheme)
    assert set(rows["article"]) == {"a"}
    assert all(article[row.start : row.end] == row.text for row in rows.itertuples())


def test_the_longest_match_wins_inside_a_frame_and_frames_do_not_compete(small_scheme, units_of):
    assert found(units_of("السيادة الوطنية"), small_scheme) == [
        ["interest", "gain", "السيادة"],
        ["principle", "sovereignty", "السيادة الوطنية"],
    ]


@pytest.mark.parametrize(
    "text",
    ["احترام متبادل", "الاحترام المتبادل", "باحترامهم المتبادل", "والاحترام «المتبادل»", "احترام\nمتبادل"],
)
def test_every_word_of_an_arabic_phrase_takes_its_clitics(small_scheme, units_of, text):
    assert [row[1] for row in found(units_of(text), small_scheme)] == ["sovereignty"]


@pytest.mark.parametrize("text", ["احترام، متبادل", "احترام القانون المتبادل", "متبادل احترام", "احترام. متبادل"])
def test_a_phrase_is_not_found_across_other_words_or_the_end_of_a_clause(small_scheme, units_of, text):
    assert found(units_of(text), small_scheme) == []


def test_the_ending_of_a_wildcard_is_free_and_its_beginning_is_not(small_scheme, units_of):
    texts = units_of("التجارة والتجار", "استتجاري", "النفط", "نفط")
    assert evidence(texts, small_scheme)["text"].tolist() == ["التجارة", "والتجار", "نفط"]


def test_english_and_russian_are_matched_by_lemma_and_only_in_their_own_texts(small_scheme, units_of):
    units = units_of(
        "Their interests and MUTUAL  respect.", "уважает взаимное уважение и интересы", "особая сфера interest"
    )
    assert evidence(units, small_scheme)["text"].tolist() == [
        "interests",
        "MUTUAL  respect",
        "взаимное уважение",
        "интересы",
    ]


def test_the_language_column_goes_before_the_guess(small_scheme, units_of):
    assert found(units_of("сфера interest", language=["en"]), small_scheme) == [["interest", "gain", "interest"]]


@pytest.mark.parametrize("text", ["'السيادة'", "و'السيادة'", "''سيادة''", "_السيادة_", "\u200fالسيادة\u200f،"])
def test_a_word_is_found_between_marks_of_any_kind(small_scheme, units_of, text):
    assert "sovereignty" in [row[1] for row in found(units_of(text), small_scheme)]


def test_negation_was_not_looked_for_and_so_is_missing(small_scheme, units_of):
    assert evidence(units_of("لا سيادة"), small_scheme)["negated"].isna().all()


def test_evidence_carries_the_scheme_that_made_it(small_scheme, units_of):
    assert evidence(units_of("سيادة"), small_scheme).attrs["scheme"] == small_scheme.origin


def test_a_text_without_indicators_gives_a_table_without_rows(small_scheme, units_of):
    rows = evidence(units_of("كلام آخر", ""), small_scheme)
    assert rows.empty
    assert "indicator" in rows


def test_units_without_text_are_refused_with_the_column_named(small_scheme):
    with pytest.raises(TableError, match="column 'text' is missing; found unit, body"):
        evidence(pd.DataFrame({"unit": ["a"], "body": ["x"]}), small_scheme)


PIECES = st.sampled_from(
    [
        "سيادة",
        "السيادة",
        "الوطنية",
        "و",
        "مصالحها",
        "\u0651",
        "ـ",
        " ",
        "،",
        "\u200f",
        "\x00",
        "«",
        "interest",
        "İ",
    ]
)


@settings(deadline=None)  # the first text waits for the forms of words
@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_excerpt_stands_where_the_evidence_says(text):
    scheme = SCHEME
    rows = evidence(pd.DataFrame({"unit": ["u"], "text": [text]}), scheme)
    assert all(text[row.start : row.end] == row.text for row in rows.itertuples())
    spans = sorted(zip(rows["start"], rows["end"], strict=True))
    assert all(one[1] <= next_[0] for one, next_ in pairwise(spans))


def one_item(**indicators):
    item = {"question": "?", "indicators": indicators}
    frames = {"f": {"label": {"en": "F"}, "items": {"i": item}}}
    return Scheme.model_validate({"name": "one", "version": "1", "title": {"en": "One"}, "frames": frames})


SCHEME = one_item(ar=["سيادة", "السيادة الوطنية", "مصالح"], en=["interest"])


def test_a_form_may_be_proposed_by_several_literals_and_is_found_once():
    told = Form(("كتاب", "بها"), frozenset(["كتابها", "بها"]).__contains__)
    places = Scanner({(told,): 7}).find(Joined(["في كتابها وبها بها كتاب"]))
    assert [(where.phrase, where.start - 1, where.end - 1) for where in places.at([0, 1])] == [(7, 3, 9), (7, 15, 18)]


@pytest.mark.parametrize(
    ("indicator", "text", "excerpts"),
    [
        ("غاز", "ألغاز الغاز والغازات", ["الغاز", "والغازات"]),
        ("أفق", "وافق وأفق الأُفق", ["وأفق", "الأُفق"]),
        ("مصالح", "مصالحة المصالحة مصالحه", ["مصالحه"]),
        ("سيادة", "وسيـادتها لسيادتنا السياده سيادي", ["وسيـادتها", "لسيادتنا", "السياده"]),
    ],
)
def test_hamza_and_ta_marbuta_tell_words_apart_where_they_are_printed(units_of, indicator, text, excerpts):
    assert evidence(units_of(text), one_item(ar=[indicator]))["text"].tolist() == excerpts


WORDS = "السيادة سيادتنا سيادة وسيادة احترام متبادل المتبادل حوار سياسي قاعدة تنظيم القاعدة لا لم . ،".split()


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join), max_size=8))
def test_what_is_found_in_a_text_does_not_depend_on_the_texts_that_are_read_with_it(texts):
    def found(*texts):
        # a new matcher chooses its anchors by the texts that it reads first
        return Matcher(EVERY_RULE, "ar").find(list(texts)).to_numpy().tolist()

    alone = [[[number, *row[1:]] for row in found(text)] for number, text in enumerate(texts)]
    assert found(*texts) == [row for rows in alone for row in rows]


EVERY_RULE = one_item(
    ar=[
        "سيادة",
        "احترام متبادل",
        {"near": ["حوار", {"any": ["سياسي", "سيادة"]}], "window": 2},
        {"phrase": "قاعدة", "unless": ["تنظيم القاعدة"]},
        {"regex": "حو.ر سياسي"},
    ]
).model_copy(update={"negation": "flag"})
