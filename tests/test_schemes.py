"""The schemes that ship, as data: every example is found by the dictionary for its item, no counter-example is."""

from functools import cache

import pandas as pd
import pytest

from framing.matching import counted, evidence
from framing.scheme import read_scheme, shipped
from framing.text import fold, language

LANGUAGES = ("ar", "en", "ru")
SCHEMES = {name: read_scheme(name) for name in shipped()}
ITEMS = [
    pytest.param(name, frame, item, content, id=f"{name}-{item}")
    for name, scheme in SCHEMES.items()
    for frame, item, content in scheme.items
]


@cache
def found(name, code):
    """What the dictionary finds in every sentence and indicator of a scheme: {(unit, frame, item)}."""
    texts = {
        f"{frame}/{item}/{part}/{number}": text
        for frame, item, content in SCHEMES[name].items
        for part in ("examples", "counter_examples", "indicators")
        for number, text in enumerate(written(content, part, code))
    }
    units = pd.DataFrame({"unit": texts.keys(), "text": texts.values(), "language": code})
    rows = counted(evidence(units, SCHEMES[name]), SCHEMES[name])
    return set(zip(rows["unit"], rows["frame"], rows["item"], strict=True))


def written(content, part, code):
    if part == "indicators":
        return [text.replace("*", "") for entry in content.indicators[code] for text in alone(entry)]
    return getattr(content, part)[code]


def alone(indicator):
    """The shortest texts in which an indicator is to be found: its phrases, or one phrase of every term of `near`."""
    return [" ".join(term[0] for term in indicator.near)] if indicator.near else indicator.phrases


def hits(name, frame, item, content, part, code):
    """The texts of one part of an item in which the dictionary finds that item."""
    texts = written(content, part, code)
    return [
        text
        for number, text in enumerate(texts)
        if (f"{frame}/{item}/{part}/{number}", frame, item) in found(name, code)
    ]


@pytest.mark.parametrize("name", shipped())
def test_a_scheme_bears_the_name_of_its_file_and_is_signed(name):
    scheme = SCHEMES[name]
    assert scheme.name == name
    assert scheme.authors and scheme.licence and scheme.reference and scheme.description
    assert len(scheme.version.split(".")) == 3 and all(part.isdigit() for part in scheme.version.split("."))
    assert set(scheme.title) == set(LANGUAGES)


@pytest.mark.parametrize("name", shipped())
def test_every_frame_and_contrast_has_a_label_in_every_language(name):
    scheme = SCHEMES[name]
    for labelled in [*scheme.frames.values(), *scheme.contrasts.values()]:
        assert set(labelled.labels) == set(LANGUAGES)
    for frame in scheme.frames.values():
        assert frame.definition and len(frame.items) <= 7


@pytest.mark.parametrize(("name", "frame", "item", "content"), ITEMS)
def test_every_item_has_question_rules_examples_and_indicators(name, frame, item, content):
    assert content.question.endswith("?")
    assert content.include and content.exclude
    assert set(content.labels) == set(content.indicators) == set(LANGUAGES)
    for code in LANGUAGES:
        assert len(content.examples[code]) >= 2 and len(content.counter_examples[code]) >= 2
        assert len(written(content, "indicators", code)) >= (20 if code == "ar" else 12)


@pytest.mark.parametrize(("name", "frame", "item", "content"), ITEMS)
def test_examples_and_indicators_are_written_in_their_language(name, frame, item, content):
    for code in LANGUAGES:
        sentences = [*content.examples[code], *content.counter_examples[code]]
        assert [language(sentence) for sentence in sentences] == [code] * len(sentences)
        phrases = written(content, "indicators", code)
        assert [phrase for phrase in phrases if language(phrase) != code and not phrase.isupper()] == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("name", "frame", "item", "content"), ITEMS)
def test_every_example_is_found(name, frame, item, content, code):
    assert hits(name, frame, item, content, "examples", code) == list(content.examples[code])


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("name", "frame", "item", "content"), ITEMS)
def test_no_counter_example_is_found(name, frame, item, content, code):
    assert hits(name, frame, item, content, "counter_examples", code) == []


@pytest.mark.parametrize("name", shipped())
def test_no_two_items_of_one_frame_claim_the_same_indicator(name):
    for frame in SCHEMES[name].frames.values():
        for code in LANGUAGES:
            entries = [entry for item in frame.items.values() for entry in item.indicators[code]]
            claimed = [fold(phrase) for entry in entries for phrase in entry.phrases]
            assert sorted(claimed) == sorted(set(claimed))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("name", "frame", "item", "content"), ITEMS)
def test_every_indicator_is_found_where_it_is_printed_alone(name, frame, item, content, code):
    assert hits(name, frame, item, content, "indicators", code) == written(content, "indicators", code)
