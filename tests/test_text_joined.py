import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from framing.text import WORD, Joined, folded

# letters of three scripts and of none of them, marks, what is spelt anew, digits, apostrophes, gaps and other marks
LETTERS = (
    "سادةهيأإآاىوفك"
    "syriaé"
    "мирйёҐ"
    "ßжÿ漢字Ωſ"
    "\u064b\u0651\u0640\u200f\u00ad\ufeff"
    "ﻻﺓﷲﺎ"
    "e\u0301и\u0306İ"
    "٣7"
    "'’_.،«» -\n\t\x00😀\ud800"
)
TEXTS = st.lists(st.text(st.sampled_from(LETTERS), max_size=30), max_size=8)


@settings(deadline=None)  # the first text waits for the table of letters
@given(TEXTS)
@example(["Syria's", "سِيادَتُها", "ﻻ سيادة", "و'السيادة'", "", "e\u0301te\u0301"])
def test_joined_texts_hold_the_words_of_each_folded_text_at_their_places(texts):
    joined = Joined(texts)
    told = [
        (joined.word(number), int(joined.begins[number]), int(joined.ends[number])) for number in range(_count(joined))
    ]
    wanted = [
        (text.word(*word.span()), *(place + int(joined.starts[number]) for place in word.span()))
        for number, text in enumerate(map(folded, texts))
        for word in WORD.finditer(text.text)
    ]
    assert told == wanted


@settings(deadline=None)  # the first text waits for the table of letters
@given(TEXTS)
@example(["سِيادَةٌ\u200f", "ﻻ\u064b سيادةـ"])
def test_every_word_of_joined_texts_leads_back_to_its_text_as_printed(texts):
    joined = Joined(texts)
    begins, ends = joined.begins[:-1], joined.ends[:-1]
    told = list(zip(*(places.tolist() for places in joined.printed(begins, ends)), strict=True)) if len(begins) else []
    wanted = [
        (number, *text.printed(*word.span()))
        for number, text in enumerate(map(folded, texts))
        for word in WORD.finditer(text.text)
    ]
    assert told == wanted


@pytest.mark.parametrize(
    ("between", "linked"),
    [(" ", True), ("\n", True), (" - ", True), ("» «", True), ("     ", False), (", ", False), (" _", False)],
)
def test_words_are_linked_by_a_narrow_gap_only(between, linked):
    joined = Joined([f"سيادة{between}كاملة"])
    assert joined.linked(joined.words_at([1, joined.begins[1]])).tolist() == [False, linked]


def test_the_last_word_of_a_text_is_not_linked_to_the_first_of_the_next():
    joined = Joined(["سيادة", "كاملة"])
    assert not joined.linked(joined.words_at(joined.begins[1:2])).any()


@given(st.lists(st.text("ابتأة", min_size=1, max_size=70), min_size=2, max_size=20))
def test_words_have_the_same_number_where_they_have_the_same_letters(words):
    joined = Joined([" ".join(words)])
    numbers = joined.hashed(joined.words_at(joined.begins[:-1])).tolist()
    short = [(word, number) for word, number in zip(words, numbers, strict=True) if len(word) <= 64]
    assert len(set(short)) == len({word for word, _ in short}) == len({number for _, number in short})


def _count(joined):
    return len(joined.begins) - 1
