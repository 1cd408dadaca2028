import pandas as pd
import pytest

from framing import tables
from framing.coding import CodingError, code, read_codings, write_codings
from framing.matching import evidence
from framing.tables import FramingWarning


def test_an_item_is_one_where_it_has_evidence_and_zero_where_it_was_looked_for(small_scheme, units_of):
    units = units_of("السيادة مصونة", "مصالح وتجارة", "كلام آخر")
    codings = code(units, small_scheme)
    wide = codings.pivot(index="unit", columns="item", values="value")
    assert wide.loc["u0"].to_dict() == {"gain": 1, "sovereignty": 1, "trade": 0}
    assert wide.loc["u1"].to_dict() == {"gain": 1, "sovereignty": 0, "trade": 1}
    assert wide.loc["u2"].to_dict() == {"gain": 0, "sovereignty": 0, "trade": 0}
    assert codings["value"].dtype == "Int8"


def test_answers_of_one_are_exactly_the_items_that_have_excerpts(small_scheme, units_of):
    units = units_of("السيادة ومصالحنا", "نفط", "interests", "суверенитет", language=["ar", "ar", "en", "ru"])
    codings = code(units, small_scheme)
    ones = codings[codings["value"].eq(1).fillna(False)]
    keys = ["unit", "frame", "item"]
    assert set(ones[keys].itertuples(index=False)) == set(evidence(units, small_scheme)[keys].itertuples(index=False))


def test_an_item_without_indicators_in_a_language_is_missing_not_zero(small_scheme, units_of):
    codings = code(units_of("Sovereignty matters"), small_scheme).set_index("item")["value"]
    assert codings["sovereignty"] == 1
    assert pd.isna(codings["trade"])


def test_units_in_a_language_that_the_scheme_lacks_are_warned_of_and_missing(small_scheme, units_of):
    units = units_of("Κείμενο", "سيادة")
    with pytest.warns(FramingWarning, match=r"1 units \(no language found\) are left unanswered"):
        codings = code(units, small_scheme)
    assert codings[codings["unit"] == "u0"]["value"].isna().all()
    assert codings[codings["unit"] == "u1"]["value"].notna().all()


def test_codings_are_what_their_contract_says(small_scheme, units_of):
    codings = code(units_of("Sovereignty", "سيادة"), small_scheme)
    pd.testing.assert_frame_equal(codings, tables.check(codings, "codings"))


def test_no_units_give_no_codings(small_scheme, units_of):
    assert code(units_of().astype("str"), small_scheme).empty


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_codings_that_are_written_read_back_equal(small_scheme, units_of, tmp_path, suffix):
    codings = code(units_of("Sovereignty", "سيادة"), small_scheme)
    path = write_codings(codings, tmp_path / f"codings{suffix}", bom=True)
    pd.testing.assert_frame_equal(read_codings(path), codings)


def test_every_fault_of_a_sheet_is_named_with_its_line_and_column(tmp_path):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("unit,coder,frame,item,value\nu0,A,f,i,yes\n,A,f,i,1\nu2,A,f,i,\n", encoding="utf-8")
    with pytest.raises(CodingError) as error:
        read_codings(sheet)
    assert "line 2, column 'value': 'yes' found" in str(error.value)
    assert "line 3, column 'unit': '' found" in str(error.value)
    assert "line 4" not in str(error.value)


def test_a_sheet_that_lacks_columns_is_refused(tmp_path):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("unit,value\nu0,1\n", encoding="utf-8")
    with pytest.raises(CodingError, match=r"(?s)column 'coder' is missing.*column 'frame' is missing"):
        read_codings(sheet)


@pytest.mark.parametrize("name", ["absent.csv", "sheet.docx"])
def test_a_sheet_that_is_not_there_or_not_a_table_is_refused(tmp_path, name):
    (tmp_path / "sheet.docx").write_bytes(b"PK")
    with pytest.raises(CodingError, match=r"no such file|are read from"):
        read_codings(tmp_path / name)
