import json
import os
import warnings
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.corpus import CorpusError, paragraph_spans, read_articles, sentence_spans, split
from framing.corpus.encoding import decoded
from framing.tables import FramingWarning

SHARED = Path(__file__).parents[2] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not beside this project")

NOTE = "قال الوزير سامر الحلبي إن العمل في الميناء مستمر. وأضاف أن الباخرة الثانية تصل غداً."
RUSSIAN = "Министр Иван Лесной сообщил, что порт работает. Второе судно придёт завтра."
ENGLISH = "The minister said that the port is at work. A second ship is due tomorrow."


def sentences(text):
    return [text[start:end] for start, end in sentence_spans(text)]


def remarks(articles, what):
    return [one for one in articles.attrs["reading"] if one["what"] == what]


def read_warned(path, match, **options):
    with pytest.warns(FramingWarning, match=match) as caught:
        articles = read_articles(path, **options)
    assert len(caught) == 1
    return articles


def write(path, content, encoding="utf-8"):
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def write_rows(path, rows):
    return write(path, "\n".join(json.dumps(row, ensure_ascii=False) for row in rows))


# --- sentences ---


@pytest.mark.parametrize(
    "text, expected",
    [
        ("وصل الوفد صباحاً. وغادر مساء.", ["وصل الوفد صباحاً.", "وغادر مساء."]),
        ("هل وصل الوفد؟ نعم! وصل…", ["هل وصل الوفد؟", "نعم!", "وصل…"]),
        ("هل وصل الوفد؟! لا أحد يعلم", ["هل وصل الوفد؟!", "لا أحد يعلم"]),
        ("وصل الوفد.وغادر مساء", ["وصل الوفد.", "وغادر مساء"]),
        ("وصل الوفد .وغادر مساء", ["وصل الوفد .", "وغادر مساء"]),
        ("وصل الوفد\u200f.\u200f وغادر", ["وصل الوفد\u200f.\u200f", "وغادر"]),
        ("وصل الوفد ... ثم غادر", ["وصل الوفد ...", "ثم غادر"]),
        ("انتهى عام 1446 هـ. وبدأ عام جديد", ["انتهى عام 1446 هـ.", "وبدأ عام جديد"]),
        ("قال: «العمل مستمر.» وغادر", ["قال: «العمل مستمر.»", "وغادر"]),
        ("(العمل مستمر.) وغادر", ["(العمل مستمر.)", "وغادر"]),
        ('وصف العمل بأنه "مهم". وغادر', ['وصف العمل بأنه "مهم".', "وغادر"]),
        ("أغلق المتجر يوم «الجمعة. ثم فتح", ["أغلق المتجر يوم «الجمعة.", "ثم فتح"]),
        ("It rained. Then it stopped.", ["It rained.", "Then it stopped."]),
        ("They met at 5 p.m. Later they left.", ["They met at 5 p.m.", "Later they left."]),
        ("Порт работает. Судно идёт.", ["Порт работает.", "Судно идёт."]),
        ("Привезли зерно и т.д. Потом ушли.", ["Привезли зерно и т.д.", "Потом ушли."]),
    ],
)
def test_a_sentence_ends_with_its_stop_and_the_marks_that_close_there(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوفد، وغادر مساء؛ ثم عاد",
        "الميناء والسوق.. بين البحر والمدينة",
        "وصل د. سامر الحلبي والمهندسة م. ليلى",
        "وصل أ.د. هاني إلى الجامعة",
        "بثت قناة سي.بي.اس الخبر",
        "نشر موقع المدينة.نت الخبر",
        "بلغت النسبة 3.5 في المئة أو ٣.٥ أو ٣٫٥",
        "في 12.2.2025 وصل الوفد",
        "1. وصول الوفد",
        "قال: «وصل الوفد. ثم غادر. لا شيء بعد» أمس",
        'قال: "وصل الوفد. ثم غادر" أمس',
        "قال “وصف العمل بأنه “مهم. جداً”، وغادر. ثم عاد” أمس",
        "هل وصل الوفد؟، سأل سامر",
        "The U.S. envoy and Mr. Hill met J. Smith",
        "See No. 5 of the list",
        "“Why now?” he asked",
        "He waited ... and left",
        "В 2025 г. в г. Лесной, т.е. на севере, у им. Иванова и В. В. Лесного",
        "Порт (см. стр. 5) работает",
    ],
)
def test_a_sentence_goes_on_through_pauses_abbreviations_numbers_and_quotations(text):
    assert sentences(text) == [text]


def test_a_line_break_ends_a_paragraph_and_its_sentence():
    text = "  الميناء والسوق..\n\n وصل الوفد \u2028«ثم غادر.\r\nوعاد» "
    expected = ["الميناء والسوق..", "وصل الوفد", "«ثم غادر.", "وعاد»"]
    assert sentences(text) == expected
    assert [text[start:end] for start, end in paragraph_spans(text)] == expected


def test_marks_alone_belong_to_the_sentence_before_them():
    assert sentences("وصل الوفد. * * *") == ["وصل الوفد. * * *"]
    assert sentences("... وصل الوفد") == ["... وصل الوفد"]


MESSY = st.text(
    alphabet=st.one_of(st.sampled_from('.!?؟…«»“”„"()[]\n\r\u2028 \u200f\u00a0،؛قاد3٣AbЖж'), st.characters())
)


@given(MESSY)
@settings(max_examples=400)
def test_sentences_hold_every_character_but_white_space_exactly_once(text):
    spans = sentence_spans(text)
    covered = [place for start, end in spans for place in range(start, end)]
    assert len(covered) == len(set(covered)) and covered == sorted(covered)
    assert all(text[place].isspace() for place in set(range(len(text))) - set(covered))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


@given(MESSY)
def test_every_sentence_lies_in_one_paragraph(text):
    paragraphs = paragraph_spans(text)
    assert all(any(a <= start and end <= b for a, b in paragraphs) for start, end in sentence_spans(text))


def test_ten_thousand_nested_quotations_are_one_sentence():
    text = "«" * 10_000 + "وصل. ثم غادر" + "»" * 10_000 + ". وعاد"
    assert len(sentences(text)) == 2
    assert len(sentences("«وصل. " * 10_000)) == 10_000


@needs_shared
def test_most_sentences_of_the_coders_have_exactly_our_span():
    rows = [json.loads(line) for line in (SHARED / "gold/frames/sentences.jsonl").open(encoding="utf-8")]
    articles = [json.loads(line) for line in (SHARED / "gold/frames/articles.jsonl").open(encoding="utf-8")]
    ours = {(one["id"], *span) for one in articles for span in sentence_spans(one["text"])}
    same = sum((row["article"], row["start"], row["end"]) in ours for row in rows)
    assert same >= 0.89 * len(rows)


# --- split ---


def test_split_names_each_sentence_by_its_place_and_carries_what_groups_need(tmp_path):
    rows = [{"id": "a1", "text": NOTE, "outlet": "الميناء", "date": "2025-03-20"}, {"id": "a2", "text": ENGLISH}]
    articles = read_articles(write_rows(tmp_path / "notes.jsonl", rows))
    table = split(articles)
    first = table.iloc[0]
    assert list(table["article"]) == ["a1", "a1", "a2", "a2"]
    assert first["unit"] == f"a1:{first['start']}-{first['end']}"
    assert NOTE[first["start"] : first["end"]] == first["text"] == NOTE.split(". ")[0] + "."
    assert (first["outlet"], first["language"], str(first["published"].date())) == ("الميناء", "ar", "2025-03-20")
    assert table.attrs["corpus"] == articles.attrs["corpus"]
    assert list(split(articles, into="paragraphs")["text"]) == [NOTE, ENGLISH]


def test_split_leaves_out_lines_without_a_word_and_refuses_another_unit():
    table = pd.DataFrame({"unit": ["a"], "text": ["وصل الوفد.\n* * *\n."]})
    assert list(split(table)["text"]) == ["وصل الوفد."]
    with pytest.raises(CorpusError, match="'sentences' or 'paragraphs'; found 'words'"):
        split(table, into="words")


def test_split_of_articles_without_a_word_is_an_empty_table():
    assert list(split(pd.DataFrame({"unit": ["a"], "text": ["***"]})).columns[:3]) == ["unit", "text", "article"]


# --- columns ---


def test_columns_are_known_by_name_in_any_case_and_others_are_kept(tmp_path):
    row = {"Doc_ID": "007", "Body": NOTE, "Headline": "خبر", "Newspaper": "الميناء", "Pub Date": "20 آذار 2025"}
    row |= {"byline": "سامر", "lang": "ar-SY", "link": "note-7", "Topic": "ports"}
    articles = read_articles(write_rows(tmp_path / "notes.jsonl", [row]))
    first = articles.iloc[0]
    assert list(articles.columns) == [
        "unit",
        "text",
        "title",
        "outlet",
        "author",
        "published",
        "language",
        "url",
        "Topic",
    ]
    assert list(first.drop("published")) == ["007", NOTE, "خبر", "الميناء", "سامر", "ar", "note-7", "ports"]
    assert first["published"] == pd.Timestamp("2025-03-20")


def test_columns_of_other_names_are_mapped_by_the_researcher(tmp_path):
    file = write(tmp_path / "notes.csv", f"n,inhalt,text\n1,{NOTE},x")
    articles = read_articles(file, columns={"n": "unit", "inhalt": "text", "text": "url"})
    assert list(articles.loc[0, ["unit", "text", "url"]]) == ["1", NOTE, "x"]


def test_a_wrong_mapping_names_every_fault_and_the_columns_that_are_there(tmp_path):
    file = write(tmp_path / "notes.csv", f"n,text\n1,{NOTE}")
    with pytest.raises(CorpusError) as error:
        read_articles(file, columns={"m": "unit", "n": "number"})
    assert "'m'; found 'n', 'text'" in str(error.value)
    assert "gives 'number'; choose from unit, text" in str(error.value)
    with pytest.raises(CorpusError, match="gives 'text' to a second column"):
        read_articles(file, columns={"n": "text"})


def test_source_is_read_as_outlet_only_where_there_is_no_outlet_and_said_to_be(tmp_path):
    alone = read_articles(write(tmp_path / "a.csv", f"id,text,source\n1,{NOTE},الميناء"))
    assert alone.loc[0, "outlet"] == "الميناء"
    assert [one["found"] for one in remarks(alone, "column read as outlet")] == ["source"]
    both = read_articles(write(tmp_path / "b.csv", f"id,text,source,outlet\n1,{NOTE},وكالة,الميناء"))
    assert (both.loc[0, "outlet"], both.loc[0, "source"]) == ("الميناء", "وكالة")


def test_a_table_without_texts_says_which_columns_it_has(tmp_path):
    with pytest.raises(CorpusError, match=r"no column of texts; found 'id', 'inhalt'; name it: columns="):
        read_articles(write(tmp_path / "notes.csv", f"id,inhalt\n1,{NOTE}"))


def test_units_stay_as_printed_and_missing_ones_are_made_and_reported(tmp_path):
    articles = read_articles(write(tmp_path / "notes.csv", "id,text\n007,null\nNA,NA\n,nan\n"))
    assert list(articles["unit"]) == ["007", "NA", "notes-4"]
    assert list(articles["text"]) == ["null", "NA", "nan"]
    assert [one["found"] for one in remarks(articles, "unit names made from file and row")] == ["1 rows, from notes-4"]


def test_only_whole_days_become_published_and_the_rest_is_reported(tmp_path):
    dates = ["2025-03-20", "12 شباط 2025", "2013-01-27 19:20:15", "آذار 2025", "قريباً", "", None, 20250320]
    rows = [{"id": f"a{n}", "text": f"{NOTE} {n}", "date": day} for n, day in enumerate(dates)]
    articles = read_warned(write_rows(tmp_path / "notes.jsonl", rows), "date not read as a day .2.")
    days = ["2025-03-20", "2025-02-12", "2013-01-27", None, None, None, None, "2025-03-20"]
    assert [None if pd.isna(day) else str(day.date()) for day in articles["published"]] == days
    assert [(one["row"], one["found"]) for one in remarks(articles, "date not read as a day")] == [
        (4, "'آذار 2025'"),
        (5, "'قريباً'"),
    ]


def test_arguments_fill_only_what_the_rows_leave_open(tmp_path):
    rows = [{"id": "a", "text": NOTE, "outlet": "الميناء", "date": "2025-01-01", "lang": "Arabic"}]
    rows += [{"id": "b", "text": ENGLISH}]
    file = write_rows(tmp_path / "notes.jsonl", rows)
    articles = read_articles(file, published="2025-10-15", outlet="المدينة", language="ru")
    assert list(articles["outlet"]) == ["الميناء", "المدينة"]
    assert list(articles["language"]) == ["ar", "ru"]
    assert [str(day.date()) for day in articles["published"]] == ["2025-01-01", "2025-10-15"]
    with pytest.raises(CorpusError, match="must be one day such as '2025-10-15'; found '2025-10'"):
        read_articles(file, published="2025-10")


def test_a_missing_language_is_told_by_the_script(tmp_path):
    rows = [{"id": name, "text": text} for name, text in zip("abcd", [NOTE, ENGLISH, RUSSIAN, "123"], strict=True)]
    languages = read_articles(write_rows(tmp_path / "notes.jsonl", rows))["language"]
    assert list(languages[:3]) == ["ar", "en", "ru"] and pd.isna(languages[3])


# --- what is set aside ---


def test_rows_without_text_are_set_aside_with_their_row_and_one_warning(tmp_path):
    rows = [{"id": "a", "text": NOTE}, {"id": "b", "text": " \u200f"}, {"id": "c"}, {"id": "d", "text": 7}]
    articles = read_warned(write_rows(tmp_path / "notes.jsonl", rows), "row without text set aside .3.")
    assert list(articles["unit"]) == ["a"]
    found = remarks(articles, "row without text set aside")
    assert [(one["row"], one["found"]) for one in found] == [(2, "' \\u200f'"), (3, "nothing"), (4, "7")]
    assert all(one["file"].endswith("notes.jsonl") and one["remedy"] for one in found)


def test_nuls_and_lone_surrogates_are_replaced_one_for_one_and_reported(tmp_path):
    file = write(
        tmp_path / "notes.jsonl", '{"id": "a", "text": "وصل\\u0000 الوفد\\ud800.", "title": "\\udfff", "\\ud800": 1}'
    )
    articles = read_warned(file, "characters that cannot be printed")
    assert articles.loc[0, "text"] == "وصل\ufffd الوفد\ufffd." and articles.loc[0, "title"] == "\ufffd"
    assert remarks(articles, "characters that cannot be printed")[0]["found"] == "2 times U+FFFD"


def test_repeated_units_are_refused_with_every_row(tmp_path):
    first = write_rows(tmp_path / "a.jsonl", [{"id": "x", "text": NOTE}, {"id": "x", "text": ENGLISH}])
    second = write_rows(tmp_path / "b.jsonl", [{"id": "x", "text": RUSSIAN}, {"id": "y", "text": NOTE}])
    with pytest.raises(CorpusError) as error:
        read_articles([first, second])
    assert f"'x': {first}, row 1; {first}, row 2; {second}, row 1" in str(error.value)
    assert "'y'" not in str(error.value)


def test_repeated_texts_are_kept_and_reported(tmp_path):
    rows = [{"id": "a", "text": NOTE}, {"id": "b", "text": NOTE}]
    articles = read_warned(write_rows(tmp_path / "notes.jsonl", rows), "same text twice .1.")
    assert len(articles) == 2
    assert remarks(articles, "same text twice")[0]["found"] == "'b' repeats 'a'"


def test_every_fault_of_every_named_file_is_told_at_once(tmp_path):
    (tmp_path / "empty.txt").touch()
    write(tmp_path / "blank.txt", " \n\n")
    write(tmp_path / "picture.txt", b"\x89PNG\r\n\x1a\n\0\0")
    write(tmp_path / "archive.txt", b"PK\x03\x04" + b"\0" * 40)
    write(tmp_path / "columns.csv", b"PAR1" + b"\0" * 40)
    write(tmp_path / "noise.txt", bytes(range(256)) * 40)
    write(tmp_path / "note.docx", b"PK\x03\x04")
    write(tmp_path / "header.csv", "id,text\n")
    write(tmp_path / "textless.csv", "id,text\n1,\n2,\n")
    write(tmp_path / "title.txt", "خبر الميناء\n\nالميناء – سامر الحلبي:\n")
    expected = {
        "empty.txt": "is empty",
        "blank.txt": "is empty",
        "picture.txt": "is a PNG image, not text",
        "archive.txt": "is a zip archive or an Office document",
        "columns.csv": "is a Parquet table",
        "noise.txt": "",
        "note.docx": "the ending .docx is not known; save it as one of .txt, .csv",
        "header.csv": "has a header and no rows",
        "textless.csv": r"has no row with a text \(2 rows without\)",
        "title.txt": r"the file has a heading \('خبر الميناء'\) and no body",
        "nowhere.txt": "is not there",
    }
    with pytest.raises(CorpusError) as error:
        read_articles([tmp_path / name for name in expected])
    for name, fault in expected.items():
        assert error.match(f"{name}: {fault}")


def test_an_empty_list_is_refused():
    with pytest.raises(CorpusError, match="list of paths is empty"):
        read_articles([])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root opens every file")
def test_a_file_that_may_not_be_opened_is_told(tmp_path):
    file = write(tmp_path / "note.txt", NOTE)
    file.chmod(0)
    with pytest.raises(CorpusError, match="cannot be opened: Permission denied"):
        read_articles(file)


# --- folders ---


def test_a_folder_is_read_in_order_and_what_is_passed_over_is_told(tmp_path):
    write(tmp_path / "b.txt", f"عنوان\n{NOTE}")
    write(tmp_path / "a.TXT", f"Title\n{ENGLISH}")
    write(tmp_path / "table.csv", "id,text")
    (tmp_path / "inner").mkdir()
    articles = read_warned(tmp_path, "passed over .2.")
    assert list(articles["unit"]) == ["a", "b"]
    assert list(articles["title"]) == ["Title", "عنوان"]
    places = [(Path(one["file"]).name, one["found"]) for one in remarks(articles, "passed over")]
    assert places == [("inner", "a folder"), ("table.csv", "not a .txt file")]


def test_files_of_a_folder_that_cannot_be_read_are_set_aside(tmp_path):
    write(tmp_path / "a.txt", f"عنوان\n{NOTE}")
    write(tmp_path / "b.txt", b"\x89PNG\r\n\x1a\n")
    articles = read_warned(tmp_path, "file set aside .1.")
    assert list(articles["unit"]) == ["a"]
    assert remarks(articles, "file set aside")[0]["found"].startswith("is a PNG image")


def test_a_folder_without_readable_text_files_is_refused(tmp_path):
    with pytest.raises(CorpusError, match=r"has no \.txt files; found nothing"):
        read_articles(tmp_path)
    write(tmp_path / "a.txt", "")
    with pytest.raises(CorpusError, match=r"a\.txt: is empty"):
        read_articles(tmp_path)


# --- encodings ---


@pytest.mark.parametrize(
    "text, encoding, named",
    [
        (NOTE, "utf-8", "utf-8"),
        (NOTE, "utf-8-sig", "utf-8-sig"),
        (NOTE, "utf-16", "utf-16"),
        (NOTE, "utf-16-le", "utf-16-le"),
        (NOTE, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
        (NOTE, "utf-32", "utf-32"),
        (NOTE, "cp1256", "windows-1256"),
        ("وقال “نعم” في Paris، ثم غادر", "cp1256", "windows-1256"),
        (RUSSIAN, "cp1251", "windows-1251"),
        ("Он сказал: «Да» – и ушёл из BBC.", "cp1251", "windows-1251"),
        ("The café’s owner said “yes” and left for the port in the early morning.", "cp1252", "windows-1252"),
    ],
)
def test_text_is_read_in_the_encoding_it_was_saved_in(tmp_path, text, encoding, named):
    assert decoded(text.encode(encoding)) == (text, named)
    articles = read_articles(write(tmp_path / "note.txt", text, encoding))
    assert articles.loc[0, "text"] == text
    assert [one["found"] for one in remarks(articles, "encoding")] == [named] * (named != "utf-8")


def test_mixed_encodings_are_refused_with_the_first_bad_byte(tmp_path):
    good = f"عنوان\n{NOTE}\n".encode()
    file = write(tmp_path / "note.txt", good + "وصل الوفد".encode("cp1256"))
    with pytest.raises(CorpusError, match=rf"mixes UTF-8 with another encoding: byte {len(good)} \(line 3\) is 0x"):
        read_articles(file)


def test_a_text_that_was_cut_inside_a_character_is_refused(tmp_path):
    with pytest.raises(CorpusError, match="byte"):
        read_articles(write(tmp_path / "note.txt", f"عنوان\n{NOTE}ة".encode()[:-1]))
    with pytest.raises(CorpusError, match="begins as utf-16, and byte"):
        read_articles(write(tmp_path / "wide.txt", NOTE.encode("utf-16")[:-1]))


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_clear_error(data):
    try:
        text, encoding = decoded(data)
    except CorpusError:
        return
    assert isinstance(text, str) and encoding


# --- identity ---


def test_the_corpus_is_known_by_its_names_and_texts_in_any_order(tmp_path):
    rows = [{"id": "a", "text": NOTE}, {"id": "b", "text": ENGLISH}]
    one = read_articles(write_rows(tmp_path / "one.jsonl", rows)).attrs["corpus"]
    other = read_articles(write_rows(tmp_path / "other.jsonl", rows[::-1])).attrs["corpus"]
    changed = read_articles(write_rows(tmp_path / "changed.jsonl", [rows[0] | {"id": "c"}, rows[1]])).attrs["corpus"]
    assert (one["name"], one["articles"]) == ("one.jsonl", 2)
    assert one["sha256"] == other["sha256"] != changed["sha256"]


PRINTED = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffd") | st.sampled_from('",;\t\n\r قال'),
    min_size=1,
).map(lambda text: f"ق{text}")


@given(st.lists(PRINTED, min_size=1, max_size=5, unique=True))
@settings(deadline=None, max_examples=20)
def test_texts_come_back_exactly_from_every_kind_of_table(tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("tables")
    table = pd.DataFrame({"id": [f"00{n}" for n in range(len(texts))], "text": texts})
    table.to_csv(folder / "t.csv", index=False, quoting=1)
    table.to_json(folder / "t.json", orient="records", force_ascii=False)
    table.to_json(folder / "t.jsonl", orient="records", lines=True, force_ascii=False)
    table.to_parquet(folder / "t.parquet")
    for name in ("t.csv", "t.json", "t.jsonl", "t.parquet"):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            articles = read_articles(folder / name)
        assert list(articles["text"]) == texts, name
        assert list(articles["unit"]) == list(table["id"]), name


def test_an_article_of_twenty_megabytes_is_read_and_split(tmp_path):
    text = (NOTE + "\n") * 131_000
    assert len(text.encode()) > 20_000_000
    rows = pd.DataFrame({"id": ["a"], "text": [text]})
    rows.to_csv(tmp_path / "big.csv", index=False)
    assert read_articles(tmp_path / "big.csv").loc[0, "text"] == text
    plain = read_articles(write(tmp_path / "big.txt", f"عنوان\n{text}"))
    assert plain.loc[0, "text"] == text.strip()
    assert len(paragraph_spans(text)) == 131_000


# --- real articles ---


@needs_shared
def test_the_case_article_loses_its_heading_and_its_tail_and_says_so():
    file = SHARED / "case/article.txt"
    articles = read_articles(file, published="2025-10-15")
    first, printed = articles.iloc[0], file.read_text(encoding="utf-8")
    assert (first["unit"], first["outlet"], first["author"], first["language"]) == (
        "article",
        "الثورة",
        "منهل إبراهيم",
        "ar",
    )
    assert printed.startswith(first["title"] + "\n")
    assert printed[first["offset"] :].startswith(first["text"])
    assert "آخر الأخبار" not in first["text"] and "منهل" not in first["text"]
    tail = printed[printed.index("آخر الأخبار") :].rstrip()
    assert remarks(articles, "tail of other headlines cut")[0]["found"].startswith(f"{len(tail)} characters")
    assert len(split(articles)) == 13


@needs_shared
def test_every_real_article_is_read_and_split_with_its_offsets_right():
    with pytest.warns(FramingWarning, match="same text twice"):
        articles = read_articles(SHARED / "corpora/syria_russia_2013.jsonl")
    texts = articles.set_index("unit")["text"]
    table = split(articles)
    assert len(articles) == 817 and articles["published"].notna().all()
    assert set(table["article"]) == set(articles["unit"])
    assert all(
        texts[article][start:end] == text
        for article, start, end, text in zip(table["article"], table["start"], table["end"], table["text"], strict=True)
    )
