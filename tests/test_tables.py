import pandas as pd
import pytest

from framing.tables import COLUMNS, TableError, check, empty, from_rows, inherit


def test_contract_columns_come_first_and_the_researchers_own_are_kept():
    table = check(pd.DataFrame({"page": [3], "text": ["x"], "unit": ["a"]}), "units")
    assert table.columns.tolist() == ["unit", "text", "page"]


def test_every_fault_is_reported_at_once():
    codings = pd.DataFrame({"unit": ["a", None], "coder": "A", "frame": "f", "value": [1, "x"]})
    with pytest.raises(TableError) as error:
        check(codings, "codings")
    assert "column 'item' is missing" in str(error.value)
    assert "column 'unit' is empty in row 1" in str(error.value)
    assert "row 1 holds 'x'" in str(error.value)


def test_two_rows_of_one_name_are_refused():
    with pytest.raises(TableError, match="rows 0, 2 share one name in unit"):
        check(pd.DataFrame({"unit": ["a", "b", "a"], "text": "x"}), "articles")


def test_something_that_is_no_table_is_refused():
    with pytest.raises(TableError, match="must be a pandas DataFrame; found list"):
        check([], "units")


@pytest.mark.parametrize("kind", COLUMNS)
def test_an_empty_table_of_every_kind_keeps_its_contract(kind):
    assert check(empty(kind), kind).columns.tolist() == list(COLUMNS[kind])
    assert from_rows([], kind).empty


def test_a_table_inherits_the_origin_of_its_parents():
    one, two = pd.DataFrame(), pd.DataFrame()
    one.attrs, two.attrs = {"corpus": "x"}, {"scheme": "y"}
    assert inherit(pd.DataFrame(), one, two).attrs == {"corpus": "x", "scheme": "y"}
    assert check(inherit(pd.DataFrame({"unit": ["a"], "text": ["x"]}), one), "units").attrs == {"corpus": "x"}
