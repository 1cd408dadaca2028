"""Texts in a notebook: every mark where it belongs, every text as printed, nothing that acts."""

import re
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import framing as fr
from framing.reporting.marking import Mark, pieces

ARTICLES = pd.DataFrame(
    {
        "unit": ["a", "b"],
        "text": ["قالت وزارة الزراعة إن موسم القمح جيد.", "The harvest board said that the wheat was good."],
        "title": ["موسم القمح", None],
        "language": ["ar", "en"],
    }
)


class Marked(HTMLParser):
    """What a page holds inside and outside <mark>, and the direction of its blocks."""

    def __init__(self, html):
        super().__init__()
        self.inside, self.open, self.directions, self.tags = [], 0, [], set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.open += tag == "mark"
        self.directions += [value for name, value in attrs if name == "dir"]
        if tag == "mark":
            self.inside.append("")

    def handle_endtag(self, tag):
        self.open -= tag == "mark"

    def handle_data(self, data):
        if self.open:
            self.inside[-1] += data


def test_the_marked_words_are_the_statements():
    statements = fr.attribute(ARTICLES)
    page = Marked(fr.show(ARTICLES, statements)._repr_html_())
    assert page.inside == statements["text"].tolist() == ["موسم القمح جيد", "the wheat was good"]


def test_an_arabic_text_runs_from_right_to_left_and_an_english_one_does_not():
    assert Marked(fr.show(ARTICLES, fr.attribute(ARTICLES))._repr_html_()).directions == ["rtl", "ltr"]


def test_every_statement_bears_the_name_of_its_source():
    html = fr.show(ARTICLES, fr.attribute(ARTICLES))._repr_html_()
    # once before the statement and once in the key
    assert html.count(">وزارة الزراعة</span>") == 2


def test_a_source_named_in_two_languages_has_one_colour():
    statements = fr.attribute(ARTICLES).assign(source="moscow_board")
    assert len(set(re.findall(r"<mark style=\"background:(#\w+)", fr.show(ARTICLES, statements)._repr_html_()))) == 1


def test_evidence_of_sentences_is_marked_in_the_sentence():
    sentences = fr.split(ARTICLES.assign(text="لا جديد اليوم. بين البلدين علاقات استراتيجية."), "sentences")
    found = fr.evidence(sentences, fr.read_scheme("syria-russia"))
    assert found["text"].tolist() == ["علاقات استراتيجية"]
    assert Marked(fr.show(sentences, found)._repr_html_()).inside == found["text"].tolist()


def test_markup_in_a_text_is_text():
    hostile = "قال المرصد إن <script>alert(1)</script> & <b>خبراً</b> سيئ."
    articles = ARTICLES.head(1).assign(text=hostile, title="<img src=x onerror=alert(1)>")
    page = Marked(fr.show(articles, fr.attribute(articles))._repr_html_())
    assert page.tags <= {"div", "mark", "span", "b", "br"}
    assert "<script>alert(1)</script>" in "".join(page.inside)


def test_marks_of_other_texts_are_refused_with_their_place():
    statements = fr.attribute(ARTICLES).assign(end=999)
    with pytest.raises(fr.FramingError, match=r"'a' has 37 letters; a mark runs from 22 to 999"):
        fr.show(ARTICLES, statements)


def test_an_unknown_column_is_refused_with_those_that_are_there():
    with pytest.raises(fr.FramingError, match="'outlets' is no column of what is marked; found unit"):
        fr.show(ARTICLES, fr.attribute(ARTICLES), by="outlets")


def test_elsewhere_than_in_a_notebook_it_tells_how_much_there_is():
    assert repr(fr.show(ARTICLES, fr.attribute(ARTICLES))) == "texts: 2, marks: 2, values of source: 2"


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6)


@given(st.text(max_size=30), SPANS)
def test_pieces_are_the_text_and_lie_under_the_marks_that_hold_them(text, spans):
    marks = [Mark(min(span), min(max(span), len(text)), n, str(n)) for n, span in enumerate(spans)]
    cut, at = pieces(text, marks), 0
    assert "".join(piece.text for piece in cut) == text
    for piece in cut:
        middle = range(at, at + len(piece.text))
        over = {mark.value for mark in piece.marks}
        assert all(over == {m.value for m in marks if m.start <= place < m.end} for place in middle)
        at += len(piece.text)
    opened = [mark.value for piece in cut for mark in piece.opens]
    assert sorted(opened) == sorted(mark.value for mark in marks if mark.start < mark.end)
