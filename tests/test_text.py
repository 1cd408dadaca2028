"""Arabic as it is written, English and Russian: folding, words, language."""

import pytest
from camel_tools.tokenizers.word import simple_word_tokenize
from camel_tools.utils.dediac import dediac_ar
from camel_tools.utils.normalize import normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar
from hypothesis import given
from hypothesis import strategies as st

from framing.text import fold, folded, language, words

ARABIC = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىءؤئ\u064b\u064e\u0651ـ \n.،؟", max_size=60)
ANY = st.text(alphabet=st.characters(), max_size=80)


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("أَكَّدَ", "اكد"),
        ("إلى آخر", "الي اخر"),
        ("سيـــادة", "سياده"),
        ("مسؤولون", "مسوولون"),
        ("ﻻ ﷲ", "لا الله"),
        ("٢٠٢٥ و۱۴", "2025 و14"),
        ("\u202bبيان\u202c\u200f", "بيان"),
        ("می\u200cشود", "ميشود"),
        ("Ёлка и\u0306", "елка й"),
        ("İstanbul’s", "istanbul's"),
        ("one\ud800two", "one\ufffdtwo"),
    ],
)
def test_variants_of_writing_fold_to_one_form(printed, normal):
    assert fold(printed) == normal


@pytest.mark.parametrize(("one", "other"), [("سيادة", "سادة"), ("حرب", "خرب"), ("мир", "мыр"), ("rate", "rat")])
def test_different_words_stay_different(one, other):
    assert fold(one) != fold(other)


@given(ANY)
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(ANY)
def test_every_folded_span_leads_back_to_a_printed_span_that_folds_to_it(text):
    plain = folded(text)
    for start, end in words(plain.text):
        first, last = plain.printed(start, end)
        assert 0 <= first < last <= len(text)
        assert plain.text[start:end] in fold(text[first:last])


@given(ARABIC)
def test_folding_agrees_with_the_normalisers_of_camel_tools(text):
    theirs = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(dediac_ar(text))))
    seats = str.maketrans({"ؤ": "و", "ئ": "ي", "ـ": None})
    assert fold(text) == theirs.translate(seats)


@given(ARABIC)
def test_words_are_the_words_of_camel_tools(text):
    theirs = [token for token in simple_word_tokenize(text) if any(letter.isalpha() for letter in dediac_ar(token))]
    ours = [text[start:end] for start, end in words(text)]
    assert [dediac_ar(word) for word in ours] == [dediac_ar(token) for token in theirs]


def test_marks_on_the_last_letter_belong_to_the_printed_word():
    plain = folded("دورٍ رئيسيٌّ")
    assert [plain.source[slice(*plain.printed(*span))] for span in words(plain.text)] == ["دورٍ", "رئيسيٌّ"]


def test_a_text_without_marks_needs_no_map():
    assert folded("قالت الوزارة").at is None


def test_words_keep_their_apostrophe_between_latin_letters_only():
    text = "Syria's 'port' و'الميناء'"
    assert [text[start:end] for start, end in words(text)] == ["Syria's", "port", "و", "الميناء"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("قالت BBC إن", "ar"), ("The port of طرطوس is", "en"), ("Порт", "ru"), ("2025 – !", None), ("", None)],
)
def test_language_is_that_of_most_letters(text, code):
    assert language(text) == code


def test_language_is_found_after_a_long_run_of_signs():
    assert language("." * 5000 + "порт") == "ru"
