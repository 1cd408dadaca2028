"""The work of attribution grows with the length of a text, also of one sentence without an end; counted, not timed."""

import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.attribution import attribute

PACKAGE = str(Path(framing.__file__).parent)
# what opens, carries on, nests, names and joins, without a full stop among it
WORDS = """
    قال وأضاف مضيفا إن أن إلى على بـ عن الوزير وزيرة الخارجية الروسي سامر الحلبي الحكومة سوريا روسيا موسكو بحسب وفقا لـ
    نقلت وكالة رويترز التي الذي ، : ؛ « » " ( ) - دعا طالب المعارضة بيان له ثم بأنه صحيفة الأهرام أمس 2013 و
"""
ENGLISH = """
    said that the minister , " “ ” according to agency told Reuters who and he Moscow Syria of in a statement ( ) :
"""
RUSSIAN = """
    заявил что министр , « » — по словам агентство сообщает он Россия Сирии и в заявлении президент
"""


def work(text, language):
    """How many lines of the package run until the text is attributed."""
    articles = pd.DataFrame({"unit": ["a"], "text": [text], "language": [language]})
    lines = 0

    def count(frame, event, _):
        nonlocal lines
        if not frame.f_code.co_filename.startswith(PACKAGE):
            return None
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        attribute(articles)
    finally:
        sys.settrace(before)
    return lines


LENGTH = 500  # tokens: longer than any sentence or look around, so that from there on nothing new begins
BOUND = 1.35  # one draw in some hundred gave 1.23; work that grows with the square gives 1.67


def growth(pattern, language):
    """How many times the work of the third LENGTH of a sentence is that of the second; the square makes it 1.67."""
    copies = LENGTH // len(pattern.split())
    work(pattern, language)  # the lexicon and the registry are read
    once, twice, thrice = (work(" ".join([pattern] * (n * copies)), language) for n in (1, 2, 3))
    return (thrice - twice) / (twice - once)


@pytest.mark.parametrize(("language", "words"), [("ar", WORDS), ("en", ENGLISH), ("ru", RUSSIAN)])
@settings(max_examples=4, deadline=None)
@given(data=st.data())
def test_a_longer_sentence_costs_no_more_for_each_word(language, words, data):
    pattern = data.draw(st.lists(st.sampled_from(words.split()), min_size=1, max_size=9))
    assert growth(" ".join(pattern), language) <= BOUND


@pytest.mark.parametrize(("language", "pattern"), [("ar", "قال «"), ("en", "said «"), ("ru", "заявил «")])
def test_quotations_that_nobody_closes_are_no_exception(language, pattern):
    assert growth(pattern, language) <= BOUND
