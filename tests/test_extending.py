"""A scheme of one's own that adds to one that exists."""

import re

import pytest

from framing.scheme import SchemeError, read_scheme

PARENT = """\
name: parent
version: 1.0.0
title: {en: Parent, ar: الأصل}
licence: CC BY 4.0
frames:
  peace:
    label: {en: Peace}
    items:
      talks:
        question: Talks?
        indicators: {en: [talks]}
      truce:
        question: A truce?
        indicators: {en: [truce]}
  war:
    label: {en: War}
    items:
      fight:
        question: A fight?
        indicators: {en: [fight]}
contrasts:
  mood: {label: {en: Mood}, positive: peace, negative: war}
"""
CHILD = """\
name: child
version: 0.1.0
title: {en: Child}
extends: parent.yml
frames:
  peace:
    items:
      talks:
        question: Talks or dialogue?
        indicators:
          en: [dialogue]
          ru: [переговоры]
  trade:
    label: {en: Trade}
    items:
      goods:
        question: Goods?
        indicators: {en: [goods]}
"""


@pytest.fixture
def scheme_of(tmp_path):
    def read(child, parent=PARENT):
        (tmp_path / "parent.yml").write_text(parent, encoding="utf-8")
        (tmp_path / "child.yml").write_text(child, encoding="utf-8")
        return read_scheme(tmp_path / "child.yml")

    return read


@pytest.fixture
def faults_of(scheme_of):
    """[(file, line, fault)] of a child and its parent."""

    def read(child, parent=PARENT):
        with pytest.raises(SchemeError) as caught:
            scheme_of(child, parent)
        rows = [re.fullmatch(r".*?(\w+\.yml):(\d+):\d+: (.*)", row).groups() for row in str(caught.value).splitlines()]
        return [(file, int(line), fault) for file, line, fault in rows]

    return read


def phrases(item):
    return {language: [entry.text for entry in entries] for language, entries in item.indicators.items()}


def test_a_scheme_holds_what_it_extends_and_its_own(scheme_of):
    scheme = scheme_of(CHILD)
    assert (scheme.name, scheme.version, scheme.extends, scheme.licence) == (
        "child",
        "0.1.0",
        "parent.yml",
        "CC BY 4.0",
    )
    assert scheme.title == {"en": ("Child",), "ar": ("الأصل",)}
    assert [(frame, item) for frame, item, _ in scheme.items] == [
        ("peace", "talks"), ("peace", "truce"), ("war", "fight"), ("trade", "goods"),
    ]  # fmt: skip
    assert "mood" in scheme.contrasts


def test_lists_grow_texts_are_replaced(scheme_of):
    talks = scheme_of(CHILD).frames["peace"].items["talks"]
    assert talks.question == "Talks or dialogue?"
    assert phrases(talks) == {"en": ["talks", "dialogue"], "ru": ["переговоры"]}


def test_what_is_dropped_is_gone_before_the_own_is_added(scheme_of):
    scheme = scheme_of(CHILD + "drop: [peace.truce, war]\ncontrasts: {mood: {negative: trade}}\n")
    assert [(frame, item) for frame, item, _ in scheme.items] == [("peace", "talks"), ("trade", "goods")]
    assert scheme_of(CHILD + "drop: [peace.talks]\n").frames["peace"].items["talks"].question == "Talks or dialogue?"


def test_a_changed_parent_is_another_scheme_and_the_way_to_it_is_not_part_of_the_content(scheme_of, tmp_path):
    one = scheme_of(CHILD)
    assert scheme_of(CHILD, PARENT.replace("[fight]", "[fight, battle]")).sha256 != one.sha256
    assert scheme_of(CHILD.replace("parent.yml", "./parent.yml")).sha256 == one.sha256


def test_a_shipped_scheme_is_extended_by_its_name(scheme_of):
    scheme = scheme_of("name: mine\nversion: 1.0.0\ntitle: {en: Mine}\nextends: syria-russia\n")
    assert scheme.items == read_scheme("syria-russia").items


@pytest.mark.parametrize(
    ("old", "new", "file", "line", "fault"),
    [
        ("en: [dialogue]", "en: [dialogue, '*']", "child", 11, "ar"),
        ("en: [dialogue]", "en: [Talks]", "child", 11, "'Talks' stands already at $.frames.peace.items.talks"),
        ("name: child\n", "", "child", 1, "$.name is missing"),
        ("title: {en: Child}", "drop: [peas]", "child", 3, "$.drop[0]: the scheme "),
        ("extends: parent.yml", "extends: 3", "child", 4, "$.extends must be the name of a scheme that ships, or the"),
        ("extends: parent.yml", "extends: child.yml", "child", 4, "$.extends goes in a circle: child.yml → child.yml"),
        ("extends: parent.yml", "drop: [peace]", "child", 4, "$.drop takes something out of a scheme that is extended"),
    ],
)
def test_faults_are_reported_where_they_were_written(faults_of, old, new, file, line, fault):
    wanted = "'*' matches every word" if fault == "ar" else fault
    found = faults_of(CHILD.replace(old, new))
    assert [(f"{file}.yml", line)] == [(name, at) for name, at, text in found if wanted in text], found


def test_a_fault_of_the_parent_is_reported_in_the_parents_file(faults_of):
    found = faults_of(CHILD, PARENT.replace("[fight]", "['*']"))
    line = PARENT[: PARENT.index("[fight]")].count("\n") + 1
    assert [(name, at) for name, at, text in found if "matches every word" in text] == [("parent.yml", line)]


def test_sub_frames_have_names_of_two_parts_and_labels_of_their_own(scheme_of):
    child = CHILD.replace(
        "  trade:\n    label: {en: Trade}\n",
        "  trade:\n    label: {en: [Trade, Commerce]}\n    frames:\n      oil:\n        label: {en: Oil}\n"
        "        items: {price: {question: '?', indicators: {en: [oil price]}}}\n",
    )
    scheme = scheme_of(child)
    assert list(scheme.all_frames) == ["peace", "war", "trade", "trade.oil"]
    assert (scheme.label("trade.oil", "ar"), scheme.label("trade", "en")) == ("Oil", "Trade")
    assert [(frame, item) for frame, item, _ in scheme.items][-1] == ("trade.oil", "price")
    assert scheme_of(child + "contrasts: {mood: {negative: trade.oil}}\n").contrasts["mood"].negative == "trade.oil"
