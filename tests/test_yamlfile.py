import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.yamlfile import DEEPEST, YamlError, read_yaml


def faults(text, name="s.yml"):
    with pytest.raises(YamlError) as caught:
        read_yaml(text, name=name)
    return str(caught.value).splitlines()


def test_values_are_what_yaml_1_2_says():
    yaml = read_yaml('a: 3\nb: 0x1f\nc: 1.5\nd: true\ne: ~\nf: no\ng: "3"\nh: 2013-01-02\ni: 1_000\nj: |\n  x\n  y\n')
    assert yaml.data == {
        "a": 3,
        "b": 31,
        "c": 1.5,
        "d": True,
        "e": None,
        "f": "no",
        "g": "3",
        "h": "2013-01-02",
        "i": "1_000",
        "j": "x\ny\n",
    }


def test_keys_are_the_text_that_was_written():
    assert read_yaml("no: 1\n3: 2\ntrue: 3\n").data == {"no": 1, "3": 2, "true": 3}


def test_every_key_and_item_knows_its_line_and_column():
    yaml = read_yaml("# note\nframes:\n  x:\n    ar:\n      - سيادة\n      - {phrase: قواعد}\n")
    assert yaml.line(("frames",)) == (2, 1)
    assert yaml.line(("frames", "x", "ar", 0)) == (5, 9)
    assert yaml.line(("frames", "x", "ar", 1, "phrase")) == (6, 10)


def test_what_was_not_written_has_the_place_of_what_is_around_it():
    yaml = read_yaml("a:\n  b:\n    c: x\n")
    assert yaml.line(("a", "b", "question")) == yaml.line(("a", "b")) == (2, 3)
    assert yaml.line(("z", 3)) == yaml.line() == (1, 1)


def test_words_without_quotes_that_may_not_mean_text_are_kept_as_written():
    yaml = read_yaml('a: [no, "no", Yes, off, true, null, 1.0, peace]\nb:\n')
    assert yaml.bare == {
        ("a", 0): "no",
        ("a", 2): "Yes",
        ("a", 3): "off",
        ("a", 4): "true",
        ("a", 5): "null",
        ("a", 6): "1.0",
        ("b",): "",
    }


def test_every_repeated_key_is_reported_with_its_first_line():
    assert faults("a: 1\nb: {c: 1, c: 2}\na: 2\n") == [
        "s.yml:2:11: the key 'c' was written before, in line 2; keep one of them",
        "s.yml:3:1: the key 'a' was written before, in line 1; keep one of them",
    ]


def test_anchors_aliases_and_merge_keys_are_refused():
    lines = faults("a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n")
    assert [line.split(": ", 1)[0] for line in lines] == ["s.yml:1:4", "s.yml:2:4", "s.yml:4:3", "s.yml:4:7"]
    assert "the anchor &x is refused" in lines[0] and "the alias *x is refused; write it out" in lines[1]
    assert "the merge key << is refused" in lines[2]


def test_anchors_that_expand_without_end_are_never_expanded():
    bomb = "l0: &l0 [x, x]\n" + "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 30))
    assert len(faults(bomb)) == 30 + 29 * 9


def test_a_key_in_quotes_that_looks_like_a_merge_is_a_key():
    assert read_yaml('"<<": x\n').data == {"<<": "x"}


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system [ls]", "!!binary aGk=", "!mine x", "! x", "!!str no"])
def test_tags_are_refused(tag):
    (line,) = faults(f"a: {tag}\n")
    assert line.startswith("s.yml:1:4: the tag ") and line.endswith("is refused; write plain text, lists and keys")


def test_a_second_document_is_refused():
    assert faults("a: 1\n---\nb: 2\n") == ["s.yml:2:1: a second document begins; write one document a file"]


def test_tabs_as_indentation_are_refused_all_at_once():
    assert faults("a:\n\t- x\nb:\n  \t- y\n") == [
        "s.yml:2:1: a tab; indent with spaces",
        "s.yml:4:3: a tab; indent with spaces",
    ]


def test_a_tab_is_allowed_in_quotes_only():
    assert read_yaml('a: "x\ty"\n').data == {"a": "x\ty"}
    assert "a tab stands outside quotes" in faults("a: x\ty\n")[0]


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_nesting_is_followed_to_a_depth_and_no_further(opening):
    closing = "]" if opening == "[" else "}"
    assert read_yaml(opening * DEEPEST + closing * DEEPEST + "\n")
    assert "nested deeper than 50" in faults(opening * (DEEPEST + 1) + closing * (DEEPEST + 1) + "\n")[-1]
    assert "nested deeper than 50" in faults(opening * 100_000 + "\n")[-1]


@pytest.mark.parametrize(
    ("text", "place", "remedy"),
    [
        ("a: b: c\n", "s.yml:1:5", "a colon must stand in quotes"),
        ("a: 'x\n", "s.yml:2:1", "not closed"),
        ("a: @x\n", "s.yml:1:4", "must stand in quotes"),
        ("- a\nb: c\n", "s.yml:2:1", "indentation"),
        ("a: x\x00\n", "s.yml:1:5", "control character"),
        ("? [a]\n: b\n", "s.yml:1:3", "a key is one word"),
    ],
)
def test_what_is_not_yaml_is_reported_with_place_and_remedy(text, place, remedy):
    (line,) = faults(text)
    assert line.startswith(place) and remedy in line


def test_a_file_that_is_not_utf_8_names_the_byte():
    assert faults("a: x\nسيادة: y\n".encode("windows-1256")) == ["s.yml:2:1: not UTF-8; save the file as UTF-8"]


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter():
    assert read_yaml("\ufeffa: 1\r\nb: 2\r\n".encode()).lines[("b",)] == (2, 1)


@pytest.mark.parametrize("content", [b"", b"\n \n", b"# only a note\n"])
def test_an_empty_file_is_refused(content):
    assert faults(content) == ["s.yml: empty; nothing to read"]


def test_a_path_is_read_and_named_in_faults(tmp_path):
    path = tmp_path / "x.yml"
    path.write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(YamlError, match=r"x\.yml:2:1: the key 'a'"):
        read_yaml(path)
    path.write_text("سيادة: 1\n", encoding="utf-8")
    assert read_yaml(str(path)).data == {"سيادة": 1}


@pytest.mark.parametrize("missing", ["no-such-file.yml", ".", "a\0b"])
def test_what_cannot_be_opened_is_named(missing):
    with pytest.raises(YamlError, match="cannot be read"):
        read_yaml(missing)


def test_anything_but_a_path_or_text_is_refused():
    with pytest.raises(YamlError, match="found int"):
        read_yaml(3)


words = st.text(st.characters(categories=["L", "N", "Zs", "Po"]), max_size=12)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=20,
)


@given(plain)
def test_json_is_read_as_what_it_says(data):
    assert read_yaml(json.dumps(data, ensure_ascii=False, indent=1) + "\n").data == data


@given(st.text(st.characters() | st.sampled_from(list(":-[]{}&*!|>'\"#%@\n\t <")), max_size=60))
def test_any_text_is_read_or_refused_but_never_breaks(text):
    try:
        read_yaml(text + "\n")
    except YamlError as error:
        assert str(error)
