import subprocess
import sys

import pandas as pd
import pytest

import framing as fr

ARTICLE = """عنوان المقال

الجريدة – سلمى الحلبي:

قال الوزير سامر الحمصي في 12 شباط 2025 إن السيادة فوق كل اعتبار، وإن بلاده تحترم وحدة الأراضي.

وأضاف أن المصالح الاقتصادية حاضرة. وأكدت صحيفة البيدر الجديدة في 31 شباط 2025 أن العقود النفطية لم توقع.

آخر الأخبار
عنوان أول لا صلة له بالمقال عنوان ثان لا صلة له بالمقال
"""


def framing(*arguments, where):
    command = [sys.executable, "-m", "framing.cli", *map(str, arguments)]
    return subprocess.run(command, cwd=where, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_code_prints_the_statements_and_says_what_it_cut_or_did_not_know(article, tmp_path):
    run = framing("code", article, "--published", "2025-10-15", where=tmp_path)
    assert run.returncode == 0, run.stderr
    for said in (
        "outlet: الجريدة",
        "author: سلمى الحلبي",
        "published: 2025-10-15",
        "2025-02-12",
        "Sovereign cooperation",
        "السيادة فوق كل اعتبار",
        "tail of other headlines cut",
        "«آخر الأخبار»",
        "sources that the registry does not know:",
        "سامر الحمصي",
        "date not read: 31 شباط 2025",
    ):
        assert said in run.stdout, run.stdout


def test_code_writes_every_table_twice_and_the_csv_for_excel_when_asked(article, tmp_path):
    run = framing("code", article, "--out", "tables", "--bom", where=tmp_path)
    assert run.returncode == 0, run.stderr
    names = {"articles", "statements", "evidence", "codings", "scores"}
    assert {path.name for path in (tmp_path / "tables").iterdir()} == {
        f"{name}{suffix}" for name in names for suffix in (".csv", ".parquet")
    }
    for name in names:
        csv = tmp_path / "tables" / f"{name}.csv"
        assert csv.read_bytes().startswith(b"\xef\xbb\xbf")
        assert len(pd.read_csv(csv)) == len(pd.read_parquet(csv.with_suffix(".parquet")))
    statements = pd.read_parquet(tmp_path / "tables" / "statements.parquet")
    assert statements.attrs["corpus"]["name"] == "article.txt"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["absent.txt"], "absent.txt"),
        (["article.txt", "--scheme", "syria-rusia"], "syria-russia"),
        (["article.txt", "--published", "31 شباط 2025"], "31 شباط 2025"),
        (["article.txt", "--out", "article.txt"], "choose another folder"),
        (["article.txt", "--morphology", "farasa"], "write one of clitics, camel, alkhalil"),
    ],
)
def test_a_fault_ends_in_its_sentence_without_a_traceback(article, tmp_path, arguments, sentence):
    run = framing("code", *arguments, where=tmp_path)
    assert run.returncode != 0
    assert run.stderr.startswith("framing: ")
    assert sentence in run.stderr
    assert "Traceback" not in run.stderr


def test_the_case_article_is_read_with_its_byline_tail_sources_and_dates(shared, tmp_path):
    article = shared / "case" / "article.txt"
    run = framing("code", article, "--published", "2025-10-15", "--out", tmp_path, where=tmp_path)
    assert run.returncode == 0, run.stderr
    for said in ("outlet: الثورة", "author: منهل إبراهيم", "«آخر الأخبار»"):
        assert said in run.stdout
    statements = pd.read_parquet(tmp_path / "statements.parquet")
    said_on = statements.groupby("source")["said_on"].agg(set)
    assert {"2025-02-12", "2025-03-20"} <= said_on["putin"]
    assert "2024-12-18" in said_on["sharaa"]
    assert "2025-07" in said_on["shaibani"]
    assert "2025-03" in said_on["smagin"]


def test_the_command_gives_the_same_tables_as_the_library(article, tmp_path):
    framing("code", article, "--out", "tables", where=tmp_path)
    statements = fr.attribute(fr.read_articles(article))
    written = pd.read_parquet(tmp_path / "tables" / "statements.parquet")
    assert written["text"].tolist() == statements["text"].tolist()


def test_a_scheme_is_begun_checked_shown_and_compared_from_the_command_line(article, tmp_path):
    assert framing("new", "mine.yml", where=tmp_path).stdout == "mine.yml\n"
    sound = framing("check", "mine.yml", where=tmp_path)
    assert (sound.returncode, sound.stdout, sound.stderr) == (0, "", "0 faults, 0 warnings\n")
    tried = framing("check", "mine.yml", article, where=tmp_path)
    assert tried.returncode == 0
    assert "mine.yml:" in tried.stdout and "never fires in" in tried.stdout
    page = framing("codebook", "mine.yml", "-o", "mine.html", where=tmp_path)
    assert page.stdout == "mine.html\n"
    assert 'dir="rtl"' in (tmp_path / "mine.html").read_text(encoding="utf-8")
    newer = (tmp_path / "mine.yml").read_text(encoding="utf-8").replace("version: 0.1.0", "version: 0.2.0")
    (tmp_path / "newer.yml").write_text(newer, encoding="utf-8")
    changed = framing("diff", "mine.yml", "newer.yml", where=tmp_path)
    assert (changed.returncode, changed.stdout) == (1, "changed version\n  - 0.1.0\n  + 0.2.0\n")
    assert framing("diff", "mine.yml", "mine.yml", where=tmp_path).returncode == 0


def test_check_ends_with_1_and_names_the_place_of_every_fault(tmp_path):
    (tmp_path / "bad.yml").write_text("name: Bad\nversion: 1.0\n", encoding="utf-8")
    run = framing("check", "bad.yml", where=tmp_path)
    assert run.returncode == 1
    places = [line.split(" fault: ")[0] for line in run.stdout.splitlines()]
    assert places == ["bad.yml:1:1:", "bad.yml:1:1:", "bad.yml:1:1:", "bad.yml:2:1:"]
    assert run.stderr == "4 faults, 0 warnings\n"
