import copy
import json
import pickle
import re

import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.scheme import SchemeError, read_scheme, shipped
from framing.yamlfile import YamlError, read_yaml

WHOLE = """\
name: rift
version: 0.1.0
title: {en: A rift}
frames:
  conflict:
    label: {ar: نزاع, en: Conflict}
    items:
      rift:
        question: Does the unit speak of a rift?
        indicators:
          ar:
            - خلاف
            - قطع العلاقات
            - {phrase: قطيعة, inflect: false}
          en: [rift, break off relations]
  peace:
    label: {en: Peace}
    items:
      talks:
        question: Does the unit speak of talks?
        indicators:
          ru: [переговоры]
contrasts:
  mood:
    label: {en: Mood}
    positive: peace
    negative: conflict
"""


@pytest.fixture
def scheme_of(tmp_path):
    def read(text):
        path = tmp_path / "rift.yml"
        path.write_text(text, encoding="utf-8")
        return read_scheme(path)

    return read


@pytest.fixture
def faults_of(scheme_of):
    """The faults of a scheme as [(line, fault)]."""

    def read(text):
        with pytest.raises(SchemeError) as caught:
            scheme_of(text)
        found = []
        for row in str(caught.value).splitlines():
            line, _, fault = re.fullmatch(r".*rift\.yml:(\d+):(\d+): (.*)", row).groups()
            found.append((int(line), fault))
        return found

    return read


def changed(old, new):
    assert WHOLE.count(old) == 1
    return WHOLE.replace(old, new)


def test_a_scheme_is_read_as_it_is_written(scheme_of):
    scheme = scheme_of(WHOLE)
    assert (scheme.name, scheme.version, scheme.title) == ("rift", "0.1.0", {"en": ("A rift",)})
    assert scheme.languages == ["ar", "en", "ru"]
    assert [(frame, item) for frame, item, _ in scheme.items] == [("conflict", "rift"), ("peace", "talks")]
    rift = scheme.frames["conflict"].items["rift"]
    assert rift.question == "Does the unit speak of a rift?"
    assert [(entry.phrase, entry.inflect) for entry in rift.indicators["ar"]] == [
        ("خلاف", True),
        ("قطع العلاقات", True),
        ("قطيعة", False),
    ]
    assert (scheme.contrasts["mood"].positive, scheme.contrasts["mood"].negative) == ("peace", "conflict")


def test_labels_fall_back_to_english_and_then_to_any(scheme_of):
    scheme = scheme_of(WHOLE)
    assert scheme.label("conflict", "ar") == "نزاع"
    assert scheme.label("conflict", "ru") == "Conflict"
    assert scheme.label("mood", "ar") == "Mood"
    assert scheme.frames["peace"].label("ru") == "Peace"
    assert scheme.frames["peace"].items["talks"].label("ru") is None


def test_a_label_of_an_unknown_frame_names_the_nearest(scheme_of):
    with pytest.raises(SchemeError, match=r"no frame or contrast 'conflct'; did you mean 'conflict'\?"):
        scheme_of(WHOLE).label("conflct", "en")


def test_a_scheme_cannot_be_changed(scheme_of):
    with pytest.raises(pydantic.ValidationError, match="frozen"):
        scheme_of(WHOLE).name = "other"


def test_the_hash_is_of_the_content_and_not_of_the_file(scheme_of):
    scheme = scheme_of(WHOLE)
    same = scheme_of("# a note\n" + changed("- خلاف", "- {phrase: 'خلاف', inflect: true}"))
    other = scheme_of(changed("- خلاف", "- خلافات"))
    assert scheme.sha256 == same.sha256 != other.sha256
    assert scheme == same and hash(scheme) == hash(same)
    assert scheme.origin == {"name": "rift", "version": "0.1.0", "sha256": scheme.sha256}
    assert pickle.loads(pickle.dumps(scheme)).origin == scheme.origin


def test_a_scheme_shows_itself_as_a_codebook_from_right_to_left(scheme_of):
    scheme = scheme_of(changed("a rift?", "a <b>rift</b>?"))
    assert repr(scheme) == "<Scheme rift 0.1.0: conflict (1 items), peace (1 items); ar, en, ru>"
    codebook = scheme._repr_markdown_()
    assert '<div lang="ar" dir="rtl">خلاف، قطع العلاقات، قطيعة</div>' in codebook
    assert '<div lang="en" dir="ltr">rift, break off relations</div>' in codebook
    assert "&lt;b&gt;rift" in codebook and "<b>" not in codebook


@pytest.mark.parametrize(
    ("old", "new", "line", "fault"),
    [
        ("name: rift\n", "", 1, "$.name is missing"),
        (
            "        question: Does the unit speak of a rift?\n",
            "",
            8,
            "$.frames.conflict.items.rift.question is missing",
        ),
        ("title:", "titel:", 3, "$.titel is not a known key; did you mean 'title'?"),
        ("inflect: false", "infect: false", 14, ".ar[2].infect is not a known key; did you mean 'inflect'?"),
        ("inflect: false", "near: war", 14, ".ar[2].near must be a list, one entry a line"),
        ("- خلاف", "- خلاف، نزاع", 12, ".ar[0]: 'خلاف، نزاع' holds an Arabic comma; write one phrase a line"),
        ("[rift, break off relations]", "['a rift, a gap']", 15, ".en[0]: 'a rift, a gap' holds a comma; write one"),
        ("[rift, break off relations]", "['rift; gap']", 15, ".en[0]: 'rift; gap' holds a semicolon"),
        ("[rift, break off relations]", "[no]", 15, ".en[0]: no was written without quotes, and many programs read"),
        ("[rift, break off relations]", "[false]", 15, ".en[0]: False was read as a boolean; put it in quotes"),
        ("[rift, break off relations]", "[null]", 15, ".en[0]: null was read as empty; put it in quotes"),
        ("[rift, break off relations]", "[300]", 15, ".en[0]: 300 was read as a number; put it in quotes"),
        ("version: 0.1.0", "version: 1.0", 2, "$.version: 1.0 was read as a number; put it in quotes"),
        ("version: 0.1.0", "version:", 2, "$.version is empty; write a text, or take the key out"),
        ("inflect: false", "inflect: false, nisba: true", 14, "`nisba` asks for another form"),
        ("inflect: false", "inflect: no", 14, ".inflect must be true or false; found 'no'"),
        ("[rift, break off relations]", "rift", 15, ".indicators.en must be a list, one entry a line, each after a"),
        ("[rift, break off relations]", "[[rift]]", 15, ".en[0] must be keys, each with its value; found a list"),
        ("[rift, break off relations]", "[]", 15, "rift.indicators.en is empty; write at least one entry"),
        ("[rift, break off relations]", "['']", 15, ".en[0] is empty; write a text"),
        ("ru: [переговоры]", "{}", 21, "talks.indicators is empty; write at least one entry"),
        ("- خلاف", "- '*'", 12, ".ar[0]: '*' matches every word or nearly so at '*'"),
        ("- خلاف", "- '??'", 12, ".ar[0]: '??' matches every word"),
        ("- خلاف", "- وال*", 12, ".ar[0]: 'وال*' matches every word"),
        ("- خلاف", "- س*", 12, ".ar[0]: 'س*' matches every word"),
        ("- خلاف", "- و", 12, ".ar[0]: 'و' matches every word"),
        ("- خلاف", "- خلاف *", 12, ".ar[0]: 'خلاف *' matches every word or nearly so at '*'"),
        ("- خلاف", "- rift", 12, ".ar[0]: 'rift' is not Arabic: r is Latin; only an acronym in capitals"),
        ("ru: [переговоры]", "ru: [пеpеговоры]", 22, ".ru[0]: 'пеpеговоры' is not Russian: p is Latin"),
        ("[rift, break off relations]", "[خلاف]", 15, ".en[0]: 'خلاف' is not English: خ is Arabic"),
        ("- قطع العلاقات", "- خِلافـ", 13, ".ar[1]: 'خِلافـ' stands already at $.frames.conflict.items.rift"),
        ("[rift, break off relations]", "[rift, RIFT]", 15, ".en[1]: 'RIFT' stands already at"),
        ("positive: peace", "positive: peac", 26, "$.contrasts.mood.positive: no frame is called 'peac'; did you mean"),
        ("positive: peace", "positive: conflict", 24, "$.contrasts.mood sets a frame against itself; name two frames"),
        ("  mood:", "  peace:", 24, "$.contrasts.peace is also the name of a frame"),
        (
            "ru: [переговоры]",
            "fr: [négociations]",
            22,
            ".indicators.fr: 'fr' is not a known language; known are ar, en",
        ),
        ("      talks:", "      Talks:", 19, "$.frames.peace.items.Talks: 'Talks' is not a name: small Latin"),
        ("  peace:\n", "  peace-talks:\n", 16, "$.frames.peace-talks: 'peace-talks' is not a name"),
        ("      rift:", "      3:", 8, "$.frames.conflict.items.3: '3' is not a name"),
        ("name: rift", "name: My Scheme", 1, "$.name: 'My Scheme' is not a name"),
        (
            "{ar: نزاع, en: Conflict}",
            "نزاع",
            6,
            "$.frames.conflict.label must be keys, each with its value; found 'نزاع'",
        ),
    ],
)
def test_a_fault_is_reported_with_line_address_and_remedy(faults_of, old, new, line, fault):
    found = faults_of(changed(old, new))
    assert [at for at, text in found if fault in text] == [line], found


@pytest.mark.parametrize(
    "phrase",
    ["سياد*", "*سيادة", "السي*", "NATO", "S-300", "قواعد S-400", "سِيادة", "سـيادة", "إس 400", "لا", "في المئة"],
)
def test_what_only_looks_like_a_fault_is_accepted_in_arabic(scheme_of, phrase):
    scheme = scheme_of(changed("- قطع العلاقات", f"- '{phrase}'"))
    assert scheme.frames["conflict"].items["rift"].indicators["ar"][1].phrase == phrase


@pytest.mark.parametrize("phrase", ["win a war", "no", "façade", "Syria's unity", "win-win", "rift*"])
def test_what_only_looks_like_a_fault_is_accepted_in_english(scheme_of, phrase):
    assert scheme_of(changed("[rift, break off relations]", f'["{phrase}"]'))


def test_the_same_indicator_may_serve_two_frames_but_not_two_items_of_one(scheme_of, faults_of):
    assert scheme_of(changed("ru: [переговоры]", "en: [rift]"))
    second = "\n      gap:\n        question: A gap?\n        indicators: {en: [Rift]}\n  peace:"
    assert "'Rift' stands already at" in faults_of(changed("\n  peace:", second))[0][1]


def test_all_faults_are_reported_at_once_in_the_order_of_the_file(faults_of):
    text = WHOLE
    for old, new in [
        ("title:", "titel:"),
        ("        question: Does the unit speak of a rift?\n", ""),
        ("- خلاف", "- خلاف، نزاع"),
        ("[rift, break off relations]", "[rift, no, '*']"),
        ("positive: peace", "positive: peas"),
    ]:
        text = text.replace(old, new)
    assert [(line, re.split("[ :]", fault)[0]) for line, fault in faults_of(text)] == [
        (1, "$.title"),
        (3, "$.titel"),
        (8, "$.frames.conflict.items.rift.question"),
        (11, "$.frames.conflict.items.rift.indicators.ar[0]"),
        (14, "$.frames.conflict.items.rift.indicators.en[1]"),
        (14, "$.frames.conflict.items.rift.indicators.en[2]"),
        (25, "$.contrasts.mood.positive"),
    ]


@pytest.mark.parametrize("text", ["- a\n- b\n", "word\nword\n", "~\n---\n"])
def test_a_file_without_keys_is_not_a_scheme(scheme_of, text):
    with pytest.raises((SchemeError, YamlError), match=r"rift\.yml"):
        scheme_of(text)


def test_what_yaml_itself_refuses_keeps_its_own_error(scheme_of):
    with pytest.raises(YamlError, match=r"rift\.yml:2:1: the key 'name' was written before"):
        scheme_of("name: a\nname: b\n")


def test_a_shipped_scheme_is_found_by_its_name():
    assert "syria-russia" in shipped()
    assert read_scheme("syria-russia").name == "syria-russia"


def test_an_unknown_name_is_answered_with_the_nearest():
    with pytest.raises(SchemeError, match=r"no scheme 'syria-rusia' ships .* did you mean 'syria-russia'\?"):
        read_scheme("syria-rusia")


@pytest.mark.parametrize("wrong", [3, None, ["syria-russia"]])
def test_anything_but_a_name_or_a_path_is_refused(wrong):
    with pytest.raises(SchemeError, match=r"a name .* or a path is expected"):
        read_scheme(wrong)


def test_a_path_that_does_not_exist_is_named():
    with pytest.raises(YamlError, match=r"nowhere/scheme\.yml: cannot be read"):
        read_scheme("nowhere/scheme.yml")


def places(data, path=()):
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        yield (*path, key)
        yield from places(value, (*path, key))


DATA = read_yaml(WHOLE).data
anything = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text("ab*?،, ", max_size=5)
    | st.sampled_from([[], {}, [[]], {"x": 1}])
)


@given(st.sampled_from(list(places(DATA))), anything)
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_a_place_the_answer_is_a_scheme_or_faults(tmp_path_factory, place, value):
    data = copy.deepcopy(DATA)
    holder = data
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    path = tmp_path_factory.mktemp("s") / "rift.yml"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    try:
        assert read_scheme(path).items
    except SchemeError as error:
        assert "rift.yml:" in str(error)
