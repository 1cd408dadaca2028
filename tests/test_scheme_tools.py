"""Codebook, starter, JSON Schema and the comparison of two versions."""

import json
from pathlib import Path

import jsonschema
import pandas as pd
import pytest

import framing
from framing.checking import check_scheme
from framing.files import FileError
from framing.scheme import SchemeError, diff_schemes, new_scheme, read_scheme, shipped, write_codebook
from framing.scheme.editing import json_schema
from framing.yamlfile import read_yaml

SCHEMES = Path(framing.__file__).parent / "schemes"
BEFORE = """\
name: rift
version: 1.0.0
title: {en: A rift}
frames:
  conflict:
    label: {en: Conflict, ar: نزاع}
    items:
      rift:
        question: A rift?
        indicators: {en: [rift, gap], ar: [خلاف]}
      war:
        question: A war?
        indicators: {en: [war]}
"""
AFTER = (
    BEFORE.replace("1.0.0", "1.1.0")
    .replace("question: A rift?", "question: A rift or a gap?")
    .replace("[rift, gap]", "[rift, {phrase: gap, unless: [gap year]}]")
    .replace("      war:\n        question: A war?", "      truce:\n        question: A truce?")
    .replace("Conflict,", "Strife,")
)


@pytest.fixture
def scheme_of(tmp_path):
    def read(text, name="rift.yml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return read_scheme(tmp_path / name)

    return read


def test_a_difference_names_its_part_and_both_readings(scheme_of):
    rows = diff_schemes(scheme_of(BEFORE), scheme_of(AFTER))
    assert rows.to_numpy().tolist() == [
        ["changed", "", "", "version", "1.0.0", "1.1.0"],
        ["changed", "conflict", "", "label", "en: Conflict, ar: نزاع", "en: Strife, ar: نزاع"],
        ["changed", "conflict", "rift", "question", "A rift?", "A rift or a gap?"],
        ["changed", "conflict", "rift", "indicators.en", "gap", "gap {'unless': ('gap year',)}"],
        ["removed", "conflict", "war", "", "", ""],
        ["added", "conflict", "truce", "", "", ""],
    ]


def test_a_scheme_does_not_differ_from_itself(scheme_of):
    assert diff_schemes(scheme_of(BEFORE), scheme_of("# a note\n" + BEFORE)).empty


def test_codings_are_touched_by_rules_whoever_coded_and_by_indicators_if_the_dictionary_did(scheme_of):
    codings = pd.DataFrame(
        [("u", coder, "conflict", item, 1) for coder in ("dictionary", "one", "two") for item in ("rift", "war")],
        columns=["unit", "coder", "frame", "item", "value"],
    ).astype({"value": "Int8"})
    rows = diff_schemes(scheme_of(BEFORE), scheme_of(AFTER), codings)
    touched = {(row.item, row.part): row.codings for row in rows.itertuples()}
    assert touched == {
        ("", "version"): 0,
        ("", "label"): 0,
        ("rift", "question"): 3,
        ("rift", "indicators.en"): 1,
        ("war", ""): 3,
        ("truce", ""): 0,
    }


def test_the_starter_is_a_scheme_without_fault_or_weakness(tmp_path):
    path = new_scheme(tmp_path / "my-frames.yml")
    assert check_scheme(path).empty
    assert read_scheme(path).name == "my-frames"
    assert (tmp_path / "scheme.schema.json").exists()


def test_nothing_is_written_over(tmp_path):
    path = new_scheme(tmp_path / "a.yml")
    with pytest.raises(SchemeError, match="there is such a file already"):
        new_scheme(path)
    with pytest.raises(SchemeError, match=r"ends in \.yml"):
        new_scheme(tmp_path / "a.txt")


def complaints(text):
    validator = jsonschema.Draft202012Validator(json_schema())
    return [error.message for error in validator.iter_errors(read_yaml(text).data)]


def test_the_json_schema_is_one_and_accepts_every_scheme_that_ships(tmp_path):
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json.loads(json.dumps(json_schema())) == json_schema()
    for name in shipped():
        assert complaints((SCHEMES / f"{name}.yml").read_text(encoding="utf-8")) == []
    assert complaints(new_scheme(tmp_path / "a.yml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("        question: A war?\n", ""),
        ("question: A war?", "question: 3"),
        ("[war]", "[{window: 3, near: [war]}]"),
        ("[war]", "[]"),
        ("name: rift\n", ""),
        ("version:", "edition: a\nversion:"),
    ],
)
def test_the_json_schema_sees_what_the_reader_refuses(old, new, scheme_of):
    text = BEFORE.replace(old, new)
    assert complaints(text)
    with pytest.raises(SchemeError):
        scheme_of(text)


def test_the_json_schema_lets_a_scheme_that_extends_leave_out_what_the_other_says():
    child = "name: b\nversion: '1'\nextends: a.yml\ndrop: [x]\nframes: {f: {items: {i: {indicators: {en: [a]}}}}}\n"
    assert complaints(child) == []
    assert complaints(child.replace("extends: a.yml\n", ""))


def test_the_codebook_is_one_page_without_links_and_from_right_to_left_in_arabic(scheme_of, tmp_path):
    scheme = scheme_of(BEFORE.replace("A war?", "A <script>war</script>?"))
    page = write_codebook(scheme, tmp_path / "codebook.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert '<div lang="ar" dir="rtl">خلاف</div>' in page
    assert "<table>" in page and "rift, gap" in page and "sha256" in page
    assert "<script" not in page and "http" not in page
    assert write_codebook(scheme, tmp_path / "c.md").read_text(encoding="utf-8").startswith("## <span")
    with pytest.raises(FileError, match=r"\.md or \.html, found '\.pdf'"):
        write_codebook(scheme, tmp_path / "c.pdf")
