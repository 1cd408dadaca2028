"""What a researcher is told of a scheme that can be read and yet works otherwise than meant."""

import pandas as pd
import pytest

from framing.checking import check_scheme
from framing.matching import MatchingError
from framing.scheme import SchemeError
from framing.yamlfile import YamlError

SCHEME = """\
name: ports
version: 1.0.0
title: {en: Ports}
frames:
  trade:
    label: {en: Trade}
    items:
      goods:
        question: Goods?
        examples:
          en: [Ships carry goods., Trucks carry wares.]
        counter_examples:
          en: [He walks., The goods train stopped.]
        indicators:
          en: [goods, {near: [ship, wheat]}]
          ar: [عُمان]
  place:
    label: {en: Place}
    items:
      towns:
        question: Towns?
        indicators:
          en: [goods]
          ar: [عَمّان]
"""


@pytest.fixture
def findings_of(tmp_path):
    def check(text, units=None):
        path = tmp_path / "ports.yml"
        path.write_text(text, encoding="utf-8")
        return check_scheme(path, units)

    return check


def told(findings):
    return [(row.line, row.message) for row in findings.itertuples()]


def test_each_weakness_has_its_line_its_address_and_a_remedy(findings_of):
    findings = findings_of(SCHEME)
    assert set(findings["severity"]) == {"warning"}
    assert told(findings) == [
        (11, "the example is not found: Trucks carry wares.; add an indicator for it, or take it out"),
        (
            13,
            "the counter-example is found by «goods»: The goods train stopped.; narrow that indicator "
            "(`unless`, a phrase)",
        ),
        (23, "'goods' stands also at $.frames.trade.items.goods.indicators.en[0]; a hit counts for both frames"),
        (
            24,
            "'عَمّان' and 'عُمان' ($.frames.trade.items.goods.indicators.ar[0]) are the same to the matcher, which "
            "folds letters and marks; keep one, or write a phrase",
        ),
    ]
    assert findings["address"][2] == "$.frames.place.items.towns.indicators.en[0]"


def test_a_scheme_without_weakness_gives_no_row(findings_of):
    whole = SCHEME.replace(", Trucks carry wares.", "").replace(", The goods train stopped.", "")
    whole = whole.replace("en: [goods]\n          ar: [عَمّان]", "en: [town]")
    assert findings_of(whole).empty


def test_indicators_that_never_fire_or_fire_too_often_are_named_with_their_counts(findings_of):
    units = pd.DataFrame({"unit": [f"u{n}" for n in range(20)], "text": ["goods move"] * 2 + ["nothing"] * 18})
    told_of_units = [(line, text) for line, text in told(findings_of(SCHEME, units)) if "units" in text]
    assert told_of_units == [
        (15, "'goods' fires in 2 of 20 units (10%); is it too wide?"),
        (15, "'ship + wheat' never fires in 20 units, or a longer indicator always covers it"),
        (23, "'goods' fires in 2 of 20 units (10%); is it too wide?"),
    ]


def test_a_fault_ends_the_check_and_stands_in_the_same_table(findings_of):
    findings = findings_of(SCHEME.replace("question: Goods?", "query: Goods?").replace("[goods]", "['*']"))
    assert findings[["severity", "line", "column"]].to_numpy().tolist() == [
        ["fault", 8, 7], ["fault", 9, 9], ["fault", 23, 16],
    ]  # fmt: skip
    assert findings["address"].tolist()[0] == "$.frames.trade.items.goods.question"
    assert findings["message"].tolist()[0] == "is missing"


def test_what_is_not_yaml_is_a_fault_with_its_place(findings_of):
    findings = findings_of("name: a\nname: b\n")
    assert findings[["line", "column", "address"]].to_numpy().tolist() == [[2, 1, ""]]
    assert "was written before" in findings["message"][0]


def test_a_scheme_that_does_not_exist_is_an_error_and_not_a_finding():
    with pytest.raises(YamlError, match="cannot be read"):
        check_scheme("nowhere.yml")
    with pytest.raises(SchemeError, match="did you mean 'syria-russia'"):
        check_scheme("syria-rusia")


def test_an_indicator_by_its_lemma_is_tried_with_the_backend_that_it_needs(tmp_path):
    pytest.importorskip("farahidi", reason="the extra media-framing[lemmas] is not installed")
    path = tmp_path / "ports.yml"
    by_lemma = SCHEME.replace("ar: [عُمان]", "ar: [{lemma: تعاون}]").replace(
        "examples:\n", "examples:\n          ar: [سيتعاون البلدان]\n", 1
    )
    path.write_text(by_lemma, encoding="utf-8")
    findings = check_scheme(path, morphology="alkhalil")
    assert not findings["address"].str.contains("examples.ar", regex=False).any()
    with pytest.raises(MatchingError, match="needs a lemma backend"):
        check_scheme(path)


def test_the_shipped_schemes_have_no_weakness_of_their_own():
    from framing.scheme import shipped

    assert [row for name in shipped() for row in told(check_scheme(name))] == []
