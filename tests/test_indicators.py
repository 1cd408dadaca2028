"""The forms that an indicator may take, as a researcher writes them and as they are found."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.coding import code
from framing.matching import MatchingError, evidence
from framing.scheme import Scheme


def scheme_of(*indicators, language="ar", **keys):
    """One frame, one item, these indicators."""
    item = {"question": "?", "indicators": {language: list(indicators)}, **keys.pop("item", {})}
    return Scheme.model_validate(
        {
            "name": "one",
            "version": "1",
            "title": {"en": "One"},
            "frames": {"f": {"label": {"en": "F"}, "items": {"i": item}}},
            **keys,
        }
    )


def found(text, *indicators, **keys):
    """The excerpts that these indicators find in one text."""
    return evidence(pd.DataFrame({"unit": ["u"], "text": [text]}), scheme_of(*indicators, **keys))["text"].tolist()


NEAR = {"near": [{"any": ["تسليم", "توريد"]}, "صواريخ"], "window": 3}


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("بحث الطرفان تسليم صواريخ جديدة", "تسليم صواريخ"),
        ("وافقت الدولة على توريد دفعة من الصواريخ", "توريد دفعة من الصواريخ"),
        ("الصواريخ التي جرى توريدها", "الصواريخ التي جرى توريدها"),
        ("تسليم الأسرى ثم تسليم الصواريخ", "تسليم الصواريخ"),
    ],
)
def test_terms_near_each_other_are_found_in_any_order_and_the_nearest_pair_is_the_evidence(text, excerpt):
    assert found(text, NEAR) == [excerpt]


@pytest.mark.parametrize(
    "text",
    [
        "تسليم المدينة بعد شهر من القصف بلا صواريخ",
        "انتهى تسليم المدينة. صواريخ جديدة ظهرت",
        "انتهى التسليم\nصواريخ جديدة",
        "تسليم وتوريد",
    ],
)
def test_terms_too_far_apart_or_in_two_sentences_are_not_near(text):
    assert found(text, NEAR) == []


def test_ordered_terms_are_found_in_their_order_only():
    ordered = {"near": ["ban", "arms"], "window": 2, "ordered": True}
    assert found("a ban on arms", ordered, language="en") == ["ban on arms"]
    assert found("arms under a ban", ordered, language="en") == []


def test_three_terms_stand_within_the_window_of_their_neighbours():
    three = {"near": ["state", "aid", "refugee"], "window": 1}
    assert found("state aid for refugees", three, language="en") == ["state aid for refugees"]
    assert found("state aid for all the refugees", three, language="en") == []


@pytest.mark.parametrize(
    ("text", "excerpts"),
    [
        ("أغلقت القاعدة البحرية", ["القاعدة"]),
        ("أعلن تنظيم القاعدة مسؤوليته", []),
        ("تنظيم القاعدة قرب القاعدة البحرية", ["القاعدة"]),
        ("قال التنظيم إن القاعدة بعيدة", ["القاعدة"]),
    ],
)
def test_an_indicator_does_not_count_inside_a_phrase_that_excludes_it(text, excerpts):
    assert found(text, {"phrase": "القاعدة", "unless": ["تنظيم القاعدة"]}) == excerpts


def test_an_exclusion_holds_for_near_and_for_expressions_too():
    near = {"near": ["base", "naval"], "unless": ["data base"]}
    assert found("a naval base", near, language="en") == ["naval base"]
    assert found("a naval data base", near, language="en") == []
    assert found("gas and tear gas", {"regex": "ga[sz]", "unless": ["tear gas"]}, language="en") == ["gas"]


def test_any_of_several_phrases_is_evidence_under_its_own_name():
    rows = evidence(
        pd.DataFrame({"unit": ["u"], "text": ["oil and gas"]}),
        scheme_of({"any": ["oil", "gas"], "weight": 2}, language="en"),
    )
    assert rows[["indicator", "text", "weight"]].to_numpy().tolist() == [["oil", "oil", 2.0], ["gas", "gas", 2.0]]


@pytest.mark.parametrize(
    ("regex", "text", "excerpts"),
    [
        ("s-?[34]00", "The S-300 and the S400, not the S-500", ["S-300", "S400"]),
        (r"ga[sz]", "gas, vegas, gaza", ["gas"]),
        ("أسلح[ةه]", "الأسلحة وأسلحة", []),
        ("و?(?:ال)?أسلح[ةه]", "الأسلحة وأسلحه", ["الأسلحة", "وأسلحه"]),
        ("(a+)+b", "a" * 5000, []),
    ],
)
def test_a_regular_expression_finds_whole_words_of_the_folded_text(regex, text, excerpts):
    language = "ar" if "أ" in regex else "en"
    assert found(text, {"regex": regex}, language=language) == excerpts


def test_a_lemma_is_found_by_its_language_or_needs_a_backend():
    assert found("two countries", {"lemma": "country"}, language="en") == ["countries"]
    with pytest.raises(MatchingError, match=r"lemma: مصلحة of f\.i needs a lemma backend"):
        found("مصالح", {"lemma": "مصلحة"})


def test_the_nisba_of_a_name_is_found_when_the_scheme_asks():
    assert found("سوريا والسوريون", {"phrase": "سوريا", "nisba": True}) == ["سوريا", "والسوريون"]
    assert found("سوريا والسوريون", "سوريا") == ["سوريا"]


def test_a_phrase_in_another_script_says_so():
    assert found("اتفاق Minsk الثاني", {"phrase": "Minsk", "script": "latin", "inflect": False}) == ["Minsk"]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("لا سيادة للدولة", True),
        ("ولا توجد أي سيادة", True),
        ("دون احترام سيادة البلاد", True),
        ("نفت الوزارة انتهاك سيادة البلاد", True),
        ("لا توجد في هذا البلد سيادة", False),
        ("لا حرب، سيادة تامة", False),
        ("لا حرب بل سيادة", False),
        ("لا بد من سيادة الدولة", False),
        ("لا سيما سيادة الدولة", False),
        ("احترام سيادة الدولة", False),
        ("أولا سيادة الدولة", False),
    ],
)
def test_an_arabic_match_is_negated_by_a_word_before_it_in_the_same_clause(text, negated):
    rows = evidence(pd.DataFrame({"unit": ["u"], "text": [text]}), scheme_of("سيادة", negation="flag"))
    assert rows["negated"].tolist() == [negated]


@pytest.mark.parametrize(
    ("language", "word", "text", "negated"),
    [
        ("en", "interest", "they have no interest", True),
        ("en", "interest", "it isn't an interest", True),
        ("en", "interest", "not only interests", False),
        ("en", "interest", "no war but interests", False),
        ("ru", "интерес", "это не наши интересы", True),
        ("ru", "интерес", "без учёта интересов", True),
        ("ru", "интерес", "не только интересы", False),
        ("ru", "интерес", "не война, а интересы", False),
    ],
)
def test_english_and_russian_matches_are_negated_in_the_same_way(language, word, text, negated):
    rows = evidence(pd.DataFrame({"unit": ["u"], "text": [text]}), scheme_of(word, language=language, negation="flag"))
    assert rows["negated"].tolist() == [negated]


def test_excluded_negation_stays_in_the_evidence_and_leaves_the_answer():
    units = pd.DataFrame({"unit": ["a", "b"], "text": ["لا سيادة", "سيادة تامة"]})
    flagging, excluding = (scheme_of("سيادة", negation=kind) for kind in ("flag", "exclude"))
    assert evidence(units, excluding)["negated"].tolist() == [True, False]
    assert code(units, flagging)["value"].tolist() == [1, 1]
    assert code(units, excluding)["value"].tolist() == [0, 1]


def test_the_word_of_an_item_on_negation_goes_before_its_frames_and_the_schemes():
    scheme = scheme_of("سيادة", negation="exclude", item={"negation": "ignore"})
    assert scheme.negation_of("f", "i") == "ignore"
    assert evidence(pd.DataFrame({"unit": ["u"], "text": ["لا سيادة"]}), scheme)["negated"].isna().all()


def test_a_scheme_may_bring_its_own_negators():
    own = {"ar": {"words": ["قلة"], "window": 1}}
    rows = evidence(
        pd.DataFrame({"unit": ["a", "b"], "text": ["قلة سيادة", "لا سيادة"]}),
        scheme_of("سيادة", negation="flag", negators=own),
    )
    assert rows["negated"].tolist() == [True, False]


def overlapping(scope):
    item = {"question": "?"}
    return Scheme.model_validate(
        {
            "name": "two",
            "version": "1",
            "title": {"en": "Two"},
            "nested_scope": scope,
            "frames": {
                "f": {
                    "label": {"en": "F"},
                    "items": {
                        "short": {**item, "indicators": {"en": ["gas", "gas price"]}},
                        "long": {**item, "indicators": {"en": ["natural gas price"]}},
                    },
                },
                "g": {"label": {"en": "G"}, "items": {"other": {**item, "indicators": {"en": ["natural gas"]}}}},
            },
        }
    )


@pytest.mark.parametrize(
    ("scope", "excerpts"),
    [
        ("key", [["long", "natural gas price"], ["other", "natural gas"], ["short", "gas price"]]),
        ("dictionary", [["long", "natural gas price"]]),
    ],
)
def test_the_longest_match_wins_within_the_scope_that_the_scheme_states(scope, excerpts):
    rows = evidence(pd.DataFrame({"unit": ["u"], "text": ["the natural gas price"]}), overlapping(scope))
    assert sorted(rows[["item", "text"]].to_numpy().tolist()) == excerpts


WORDS = ["ban", "arms", "on", "the", ".", "base", "naval"]


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.integers(1, 6), st.booleans())
def test_near_finds_exactly_the_texts_in_which_a_pair_stands_in_the_window(words, window, ordered):
    pairs = [
        (one, other)
        for one, word in enumerate(words)
        for other, second in enumerate(words)
        if {word, second} == {"ban", "arms"} and one < other and "." not in words[one:other]
        if other - one - 1 <= window and (not ordered or word == "ban")
    ]
    excerpts = found(" ".join(words), {"near": ["ban", "arms"], "window": window, "ordered": ordered}, language="en")
    assert bool(excerpts) == bool(pairs)
