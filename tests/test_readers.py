import datetime
import io

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus import CorpusError, read_articles
from framing.readers import ReaderError
from framing.readers.delimited import read_delimited
from framing.readers.plain import read_plain
from framing.readers.records import read_json, read_json_lines
from framing.readers.workbook import read_workbook
from framing.tables import FramingWarning

BODY = "وصل الوفد إلى الميناء صباحاً.\n\nوقال الوزير سامر الحلبي إن العمل مستمر.\n\nوغادر الوفد مساء."


def plain(text):
    table, notes = read_plain(text)
    return table.iloc[0], [one["what"] for one in notes]


def workbook(*rows, more_sheets=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for name in more_sheets:
        book.create_sheet(name)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


# --- plain text ---


@pytest.mark.parametrize(
    "byline, outlet, author",
    [
        ("الميناء – سامر الحلبي:", "الميناء", "سامر الحلبي"),
        ("الميناء - سامر الحلبي :", "الميناء", "سامر الحلبي"),
        ("\u200fالميناء — سامر الحلبي:\u200f", "الميناء", "سامر الحلبي"),
        ("The Harbour - Jane Miller:", "The Harbour", "Jane Miller"),
        ("By Jane Miller", None, "Jane Miller"),
        ("By Jane Miller, The Harbour", "The Harbour", "Jane Miller"),
        ("Автор: Иван Лесной", None, "Иван Лесной"),
        ("بقلم سامر الحلبي", None, "سامر الحلبي"),
        ("كتبت: ليلى الحلبي", None, "ليلى الحلبي"),
    ],
)
def test_a_byline_gives_outlet_and_author_and_leaves_the_text(byline, outlet, author):
    printed = f"خبر الميناء\n\n{byline}\n\n{BODY}\n"
    row, notes = plain(printed)
    assert (row["title"], row["outlet"], row["author"], row["text"]) == ("خبر الميناء", outlet, author, BODY)
    assert printed[row["offset"] :].startswith(BODY)
    assert notes == ["byline taken out of the text"]


@pytest.mark.parametrize(
    "line",
    [
        "وصل الوفد – كما كان متوقعاً – إلى الميناء.",
        "الميناء – سامر الحلبي",
        "قال الوزير سامر الحلبي:",
        "By the end of the day, the port was open.",
        "كتب الوزير رسالة إلى المدينة",
    ],
)
def test_a_line_that_only_looks_like_a_byline_stays_in_the_text(line):
    row, notes = plain(f"خبر الميناء\n{line}\n{BODY}")
    assert row["text"].startswith(line) and row["author"] is None and notes == []


@pytest.mark.parametrize(
    "heading",
    ["آخر الأخبار", "اخر الاخبار:", "اقرأ أيضاً", "مواضيع ذات صلة", "Related", "READ MORE", "Читайте также:"],
)
def test_a_tail_of_other_headlines_is_cut_and_counted(heading):
    tail = f"{heading}\nافتتاح السوق\nهل يعود المطر؟ أخبار الطقس في المدينة"
    table, notes = read_plain(f"خبر الميناء\n{BODY}\n\n{tail}\n")
    assert table.loc[1, "text"] == BODY
    cut = [one for one in notes if one["what"] == "tail of other headlines cut"]
    assert [one["found"] for one in cut] == [f"{len(tail)} characters from «{heading}» on"]


def test_related_links_amid_the_text_are_kept_and_told():
    more = "وأكد الوزير سامر الحلبي " + "أن العمل في الميناء مستمر وأن السفن تصل في موعدها " * 3 + "كل يوم."
    printed = f"{BODY}\n\nاقرأ أيضاً\nافتتاح السوق\n\n{more}"
    row, notes = plain(f"خبر الميناء\n{printed}")
    assert row["text"] == printed
    assert notes == ["a heading of other articles stands amid the text; nothing was cut"]


def test_a_heading_is_no_tail_inside_a_sentence_or_before_two_paragraphs():
    inside = f"{BODY}\nوتابع المذيع آخر الأخبار في المدينة"
    assert plain(f"خبر\n{inside}")[0]["text"] == inside
    early = "وصل الوفد.\nآخر الأخبار\nافتتاح السوق"
    assert plain(f"خبر\n{early}")[0]["text"] == early


def test_a_single_line_and_a_long_first_line_are_no_titles():
    row, notes = plain("وصل الوفد.\n")
    assert (row["title"], row["text"], notes) == (None, "وصل الوفد.", ["no title: the file is a single line"])
    paragraph = "وصل الوفد إلى الميناء. " * 20
    row, notes = plain(f"{paragraph}\nوغادر مساء.")
    assert row["title"] is None and row["text"].startswith("وصل الوفد")
    assert notes == ["no title: the first line is a paragraph"]


def test_line_breaks_of_windows_stay_in_the_text_and_its_offset():
    printed = "خبر\r\n\r\n  وصل الوفد.\r\nوغادر.\r\n"
    row, _ = plain(printed)
    assert row["text"] == "وصل الوفد.\r\nوغادر."
    assert printed[row["offset"] :][: len(row["text"])] == row["text"]


@given(st.text())
def test_any_plain_text_is_an_article_or_has_no_body(text):
    try:
        table, _ = read_plain(text)
    except ReaderError:
        return
    row = table.loc[1]
    assert row["text"].strip() and text[row["offset"] :].startswith(row["text"])


# --- CSV and TSV ---


def test_lone_quotation_marks_do_not_swallow_rows_of_a_tsv():
    table, notes = read_delimited('id\ttext\n1\t"وصل الوفد\n2\tوغادر\n3\tقال "نعم" أمس\n4\tثم عاد"\n', delimiter="\t")
    assert list(table["text"]) == ['"وصل الوفد', "وغادر", 'قال "نعم" أمس', 'ثم عاد"']
    assert [one["what"] for one in notes] == ["quotation marks taken as part of the text"]


def test_a_quotation_that_fills_a_cell_of_a_tsv_keeps_its_marks():
    table, _ = read_delimited('id\ttext\n1\t"نعم"\n2\tلا\n3\tربما\n', delimiter="\t")
    assert list(table["text"]) == ['"نعم"', "لا", "ربما"]


def test_a_properly_quoted_tsv_is_unquoted():
    table, notes = read_delimited('id\ttext\n1\t"قال ""نعم""\tثم\nغادر"\n2\tلا\n', delimiter="\t")
    assert list(table["text"]) == ['قال "نعم"\tثم\nغادر', "لا"] and notes == []
    table, _ = read_delimited('"id"\t"text"\n"1"\t"نعم"\n"2"\t"لا"\n', delimiter="\t")
    assert list(table["text"]) == ["نعم", "لا"]


def test_a_csv_whose_marks_do_not_pair_is_read_by_lines_or_refused_with_the_line():
    table, notes = read_delimited('id,text\n1,"نعم" قال\n2,لا\n')
    assert list(table["text"]) == ['"نعم" قال', "لا"]
    assert [one["what"] for one in notes] == ["quotation marks taken as part of the text"]
    with pytest.raises(ReaderError, match="quotation marks do not pair: line 3"):
        read_delimited('id,text\n1,"نعم"\n2,"لا" قال\n3,"ربما"\n')
    with pytest.raises(ReaderError, match="quotation marks do not pair: line 3"):
        read_delimited('id,text\n1,"نعم، قال"\n2,"نعم, لا\n3,لا, نعم\n')


def test_rows_that_do_not_fit_the_header_are_set_aside_with_their_number():
    table, notes = read_delimited("id,text,day\n1,نعم,x\n2,لا\n\n3,أ,ب,ج\n4,نعم,y,,\n")
    assert list(table["id"]) == ["1", "4"] and list(table.index) == [2, 6]
    assert [(one["row"], one["found"]) for one in notes] == [
        (3, "2 cells where the header names 3: 2 | لا"),
        (5, "4 cells where the header names 3: 3 | أ | ب | ج"),
    ]
    assert all(one["remedy"] for one in notes)


@pytest.mark.parametrize("text", ["id;text\n1;نعم، لا, ربما\n", "sep=;\nid;text\n1;نعم، لا, ربما\n"])
def test_semicolons_of_a_spreadsheet_are_recognised(text):
    assert list(read_delimited(text)[0]["text"]) == ["نعم، لا, ربما"]


def test_a_header_without_names_or_with_a_name_twice():
    assert list(read_delimited("id,,text\n1,x,نعم\n")[0].columns) == ["id", "column 2", "text"]
    with pytest.raises(ReaderError, match="names 'text' more than once"):
        read_delimited("id,text,text\n1,a,b\n")
    with pytest.raises(ReaderError, match="no rows"):
        read_delimited("\n\n")


@given(st.text(st.sampled_from('",\t;\n\rقa ')))
def test_any_table_with_a_delimiter_is_read_or_refused(text):
    try:
        table, _ = read_delimited(text)
    except ReaderError:
        return
    assert all(isinstance(cell, str) for cells in table.to_numpy() for cell in cells)


# --- JSON ---


def test_a_bad_line_of_jsonl_is_set_aside_with_its_number():
    table, notes = read_json_lines(
        '{"id": "a", "text": "نعم\u2028لا"}\n\n{"id": "b",\n[1]\n{"id": "c", "text": "لا"}\n'
    )
    assert list(table["id"]) == ["a", "c"] and list(table.index) == [1, 5]
    assert table.loc[1, "text"] == "نعم\u2028لا"
    assert [one["row"] for one in notes] == [3, 4]
    assert "list where an object was expected" in notes[1]["found"]


def test_json_without_any_object_is_refused():
    with pytest.raises(ReaderError, match="no line is a JSON object"):
        read_json_lines("نعم\nلا")
    with pytest.raises(ReaderError, match="holds one dict where a list of objects was expected"):
        read_json('{"id": "a"}')
    with pytest.raises(ReaderError, match=r"not JSON: .* at line 2, column 1; .* must end in \.jsonl"):
        read_json('{"id": "a"}\n{"id": "b"}')
    with pytest.raises(ReaderError, match="the list holds no objects"):
        read_json("[1, 2]")
    with pytest.raises(ReaderError, match="nested too deeply"):
        read_json("[" * 200_000)


def test_entries_of_a_json_list_that_are_no_objects_are_set_aside():
    table, notes = read_json('[{"id": "a", "text": null}, 7, {"id": "b", "n": 3}]')
    assert list(table.index) == [1, 3] and table.loc[3, "n"] == 3
    assert [(one["row"], one["found"]) for one in notes] == [(2, "7")]


# --- Excel and Parquet ---


def test_a_sheet_is_read_with_dates_numbers_and_the_names_of_other_sheets(tmp_path):
    day = datetime.datetime(2025, 3, 20, 9, 30)
    file = tmp_path / "notes.xlsx"
    file.write_bytes(workbook(["ID", "Text", "Date"], [7, BODY, day], [], ["x", "NA", None], more_sheets=["old"]))
    with pytest.warns(FramingWarning, match="only the first sheet was read"):
        articles = read_articles(file)
    assert list(articles["unit"]) == ["7", "x"] and list(articles["text"]) == [BODY, "NA"]
    assert articles.loc[0, "published"] == pd.Timestamp("2025-03-20") and pd.isna(articles.loc[1, "published"])


def test_a_cell_as_long_as_excel_allows_is_noted():
    _, notes = read_workbook(workbook(["id", "text"], ["a", "ق" * 32_767]))
    assert [(one["row"], one["what"]) for one in notes] == [(2, "text probably cut by Excel")]


def test_a_formula_without_a_saved_value_is_no_text(tmp_path):
    file = tmp_path / "notes.xlsx"
    file.write_bytes(workbook(["id", "text"], ["a", BODY], ["b", '="قال"&" نعم"']))
    with pytest.warns(FramingWarning, match="row without text set aside .1."):
        assert list(read_articles(file)["unit"]) == ["a"]


def test_what_is_no_workbook_and_no_parquet_file_is_refused(tmp_path):
    for name in ("notes.xlsx", "notes.parquet"):
        (tmp_path / name).write_text("id,text\n1,نعم\n", encoding="utf-8")
    with pytest.raises(CorpusError) as error:
        read_articles([tmp_path / "notes.xlsx", tmp_path / "notes.parquet"])
    assert error.match("notes.xlsx: cannot be read as an Excel workbook")
    assert error.match("notes.parquet: cannot be read as Parquet")
    with pytest.raises(ReaderError, match="is empty; its first row must name the columns"):
        read_workbook(workbook())


@given(st.binary(min_size=1, max_size=4), st.floats(0, 1))
def test_a_damaged_workbook_is_read_or_refused(noise, where):
    data = workbook(["id", "text"], ["a", BODY])
    place = int(where * len(data))
    try:
        table, _ = read_workbook(data[:place] + noise + data[place + len(noise) :])
    except ReaderError as error:
        assert "save it again as .xlsx or CSV" in str(error) or "header" in str(error) or "empty" in str(error)
    else:
        assert len(table) == 1


def test_parquet_keeps_numbers_missing_values_and_a_named_index(tmp_path):
    table = pd.DataFrame({"text": [BODY, "لا"], "words": [3.0, None]}, index=pd.Index([7, 8], name="id"))
    table.to_parquet(tmp_path / "notes.parquet")
    articles = read_articles(tmp_path / "notes.parquet")
    assert list(articles["unit"]) == ["7", "8"]
    assert articles.loc[0, "words"] == 3 and pd.isna(articles.loc[1, "words"])
