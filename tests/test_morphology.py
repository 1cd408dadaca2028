"""Lemma backends: the real analysers, and what is said where there are none.

The database of camel-tools is a small one of our own, see reference/camel_tools/README.md.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from framing.coding import code
from framing.matching import MatchingError, evidence
from framing.scheme import Scheme
from framing.text import MorphologyError, Vocabulary

DATA = Path(__file__).parent / "reference" / "camel_tools"


@pytest.fixture
def camel(monkeypatch, tmp_path):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(DATA))
    monkeypatch.setenv("HOME", str(tmp_path))  # camel-tools makes a folder in the home of whoever imports it
    return "camel"


@pytest.fixture
def alkhalil():
    pytest.importorskip("farahidi", reason="the extra media-framing[lemmas] is not installed")
    return "alkhalil"


@pytest.fixture(params=["camel", "alkhalil"])
def backend(request):
    return request.getfixturevalue(request.param)


def scheme_of(*indicators, language="ar"):
    item = {"question": "?", "indicators": {language: list(indicators)}}
    frames = {"f": {"label": {"en": "F"}, "items": {"i": item}}}
    return Scheme.model_validate({"name": "one", "version": "1", "title": {"en": "One"}, "frames": frames})


@pytest.fixture
def found(units_of):
    """The words found in a text by one indicator."""

    def find(indicator, text, morphology, language="ar"):
        rows = evidence(units_of(text), scheme_of(indicator, language=language), morphology=morphology)
        return rows["text"].tolist()

    return find


TEXT = "مصالحها ومصلحتنا والمصالحة بالمصالح"


def test_a_broken_plural_is_found_by_its_lemma_and_a_word_that_looks_like_it_is_not(found, camel):
    assert found("مصلحة", TEXT, camel) == ["مصالحها", "ومصلحتنا", "بالمصالح"]
    assert found("مصلحة", TEXT, "clitics") == ["ومصلحتنا"]


def test_alkhalil_finds_a_broken_plural_by_its_lemma(found, alkhalil):
    assert found("مصلحة", "مصالحها ومصلحتنا بالمصالح", alkhalil) == ["مصالحها", "ومصلحتنا", "بالمصالح"]


def test_camel_tells_the_lemmas_of_homographs_apart_by_their_likelihood(found, camel):
    assert found("أفق", "وافق الوزير على الأفق", camel) == ["الأفق"]
    assert found("غاز", "الغاز والغاز", camel) == ["الغاز", "والغاز"]


def test_a_lemma_of_nouns_and_verbs_is_found_whatever_its_vowels(found, backend):
    assert found({"lemma": "تعاون"}, "سيتعاون البلدان والتعاون قائم", backend) == ["سيتعاون", "والتعاون"]


def test_the_lemma_of_an_indicator_in_arabic_needs_a_backend(found):
    with pytest.raises(MatchingError, match=r"lemma: تعاون of f\.i needs a lemma backend"):
        found({"lemma": "تعاون"}, "التعاون", "clitics")


@pytest.mark.parametrize(("language", "text", "word"), [("en", "two ports", "port"), ("ru", "в портах", "порт")])
def test_a_lemma_in_english_and_russian_needs_none(found, language, text, word):
    assert found({"lemma": word}, text, "clitics", language) == [text.split()[1]]


def test_english_is_found_by_lemma_whatever_the_backend_for_arabic(found, backend):
    assert found("interest", "Their interests", backend, "en") == ["interests"]


def test_a_word_that_the_backend_does_not_know_is_left_to_the_rules(found, camel):
    assert found("ميناء", "الميناء وميناؤها", camel) == ["الميناء", "وميناؤها"]
    assert found("شركاء", "شركائنا وشركاء", camel) == ["شركائنا", "وشركاء"]


def test_definite_indicators_wildcards_and_written_forms_stay_what_they_are(found, backend):
    assert found("السيادة", "سيادتها والسيادة وسيادة", backend) == ["والسيادة"]
    assert found("سياد*", "السيادية وسيادتها", backend) == ["السيادية", "وسيادتها"]
    assert found({"phrase": "سيادة", "inflect": False}, "سيادته سيادة", backend) == ["سيادة"]


def test_phrases_are_found_by_the_lemmas_of_their_words(found, backend):
    assert found("مصلحة الشريك", "مصالح الشريك ومصالح شركة", backend) == ["مصالح الشريك"]


def test_marks_and_tatweel_do_not_hide_a_word_from_a_backend(found, backend):
    assert found("سيادة", "سِيادَتِها والسيــادة", backend) == ["سِيادَتِها", "والسيــادة"]


def test_results_name_the_backend_and_the_coder_stays_the_dictionary(units_of, camel):
    units = units_of("مصالحها", "لا شيء")
    rows, codings = (f(units, scheme_of("مصلحة"), morphology=camel) for f in (evidence, code))
    assert rows.attrs["morphology"] == codings.attrs["morphology"] == "camel"
    assert set(rows["coder"]) == set(codings["coder"]) == {"dictionary"}
    assert codings["value"].tolist() == [1, 0]
    assert evidence(units, scheme_of("مصلحة")).attrs["morphology"] == "clitics"


def test_units_without_a_word_give_no_evidence(found, backend):
    assert found("سيادة", "…", backend) == []


def test_an_unknown_backend_is_answered_with_the_known_ones(found):
    with pytest.raises(MorphologyError, match="'farasa' is unknown; write one of clitics, camel, alkhalil"):
        found("سيادة", "سيادة", "farasa")
    with pytest.raises(MorphologyError, match="'farasa' is unknown"):
        found("interest", "interests", "farasa", "en")


def test_camel_without_data_says_how_to_get_them_and_imports_nothing_that_goes_online(tmp_path):
    program = (
        "import sys\nfrom framing.text import Vocabulary\n"
        "try:\n    Vocabulary(['سيادة'], 'camel')\nexcept ValueError as error:\n    print(error)\n"
        "print([name for name in sys.modules if name.startswith(('camel_tools.data', 'camel_tools.morph'))])"
    )
    environment = {**os.environ, "CAMELTOOLS_DATA": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment, check=True)
    said = run.stdout.decode()
    assert "there is none in" in said
    assert "camel_data -i morphology-db-msa-r13" in said
    assert said.endswith("[]\n")


def test_alkhalil_that_is_not_installed_says_what_to_install():
    program = (
        "import sys\nsys.modules['farahidi'] = None\nfrom framing.text import Vocabulary\n"
        "try:\n    Vocabulary(['سيادة'], 'alkhalil')\nexcept ValueError as error:\n    print(error)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "pip install 'media-framing[lemmas]'" in run.stdout


def test_each_distinct_word_is_kept_once_however_often_it_stands():
    pytest.importorskip("farahidi", reason="the extra media-framing[lemmas] is not installed")
    told = Vocabulary(["سيادة سيادة", "سِيادة وسيادتها"], "alkhalil").form("سيادة")
    assert [told.accepts(word) for word in ("سيادة", "وسيادتها", "سيادتنا")] == [True, True, False]
