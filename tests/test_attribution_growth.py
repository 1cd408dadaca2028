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


@pytest.mark.parametrize(("language", "words"), [("ar", WORDS), ("en", ENGLISH), ("ru", RUSSIAN)])
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_twice_the_sentence_is_about_twice_the_work(language, words, data):
    pattern = " ".join(data.draw(st.lists(st.sampled_from(words.split()), min_size=1, max_size=9)))
    length = 600 // (len(pattern.split()))
    work(pattern, language)  # the lexicon and the registry are read
    once, twice = (work(" ".join([pattern] * copies), language) for copies in (length, 2 * length))
    assert twice <= 2.6 * once  # quadratic work would be 4; where sentences are cut adds a little
