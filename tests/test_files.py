import subprocess
import sys

import pandas as pd
import pytest

from framing.files import FileError, replacing, write_table

TABLE = pd.DataFrame({"unit": ["1", "2"], "text": ["=SUM(A1)", "قال «نعم»، ثم\n«لا»"], "score": [-1.0, 0.5]})


def test_csv_is_utf8_with_a_byte_order_mark_only_when_asked(tmp_path):
    assert write_table(TABLE, tmp_path / "a.csv").read_bytes().startswith(b"unit")
    assert write_table(TABLE, tmp_path / "b.csv", bom=True).read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-cmd", "@x", "\t=1"])
def test_a_spreadsheet_cannot_run_a_text_as_a_formula(tmp_path, text):
    path = write_table(pd.DataFrame({"text": [text]}), tmp_path / "a.csv")
    assert pd.read_csv(path)["text"][0] == f"'{text}"


def test_numbers_keep_their_sign_and_parquet_keeps_every_text(tmp_path):
    assert pd.read_csv(write_table(TABLE, tmp_path / "a.csv"))["score"].tolist() == [-1.0, 0.5]
    assert pd.read_parquet(write_table(TABLE, tmp_path / "a.parquet"))["text"].tolist() == TABLE["text"].tolist()


def test_another_format_is_refused(tmp_path):
    with pytest.raises(FileError, match=r"written as \.csv or \.parquet, found '\.docx'"):
        write_table(TABLE, tmp_path / "a.docx")


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(FileError, match="an older file of that name is unchanged"), replacing(path) as temporary:
        temporary.write_text("half", encoding="utf-8")
        raise OSError(28, "No space left on device")
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
def test_a_disk_that_is_full_leaves_the_old_file(tmp_path):
    path = write_table(TABLE, tmp_path / "a.csv")
    old = path.read_bytes()
    program = (
        "import resource, signal, sys, pandas as pd; from framing.files import FileError, write_table\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: write_table(pd.DataFrame({'text': ['x' * 100_000]}), sys.argv[1])\n"
        "except FileError as error: print('refused:', error)\n"
    )
    run = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, encoding="utf-8")
    assert "refused: cannot write" in run.stdout
    assert path.read_bytes() == old
    assert [file.name for file in tmp_path.iterdir()] == ["a.csv"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FileError, match="choose another folder"):
        write_table(TABLE, tmp_path / "file" / "a.csv")
