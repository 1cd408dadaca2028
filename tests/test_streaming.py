"""Codings of a corpus that is read batch by batch, also by a run that was killed in between."""

import os
import signal
import subprocess
import sys
import time

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from framing.coding import code, read_codings
from framing.scheme import read_scheme
from framing.streaming import StreamError, code_stream

TEXTS = ["السيادة مصونة", "مصالح وتجارة", "NA", "interests", "كلام, «آخر»"]


@pytest.fixture
def units():
    # names that look like numbers, and a text that looks like an empty cell
    texts = [TEXTS[number % len(TEXTS)] for number in range(23)]
    languages = ["en" if text.isascii() else "ar" for text in texts]
    return pd.DataFrame({"unit": [f"{n:03}" for n in range(23)], "text": texts, "language": languages}, dtype="str")


WRITERS = {
    ".parquet": lambda units, path: units.to_parquet(path, index=False),
    ".csv": lambda units, path: units.to_csv(path, index=False, encoding="utf-8"),
    ".jsonl": lambda units, path: units.to_json(path, orient="records", lines=True, force_ascii=False),
}


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_file_is_coded_as_the_whole_table_would_be(small_scheme, units, tmp_path, suffix):
    WRITERS[suffix](units, tmp_path / f"units{suffix}")
    path = code_stream(tmp_path / f"units{suffix}", small_scheme, tmp_path / "codings.parquet", batch=5)
    codings = read_codings(path)
    assert_frame_equal(codings, code(units, small_scheme))
    assert codings.attrs["scheme"] == small_scheme.origin
    assert [file.name for file in tmp_path.iterdir() if file.suffix != suffix] == (
        ["codings.parquet"] if suffix != ".parquet" else []
    )


def test_tables_from_a_generator_are_coded_one_by_one(small_scheme, units, tmp_path):
    path = code_stream((units[n : n + 7] for n in range(0, 23, 7)), small_scheme, tmp_path / "codings.parquet")
    assert_frame_equal(read_codings(path), code(units, small_scheme))


def test_a_run_that_broke_off_goes_on_behind_its_last_whole_part(small_scheme, units, tmp_path):
    def broken():
        yield units[:10]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        code_stream(broken(), small_scheme, tmp_path / "codings.parquet")
    part = tmp_path / "codings.parquet.parts" / "000000.parquet"
    written = part.stat().st_mtime_ns
    again = [units[:10], units[10:]]
    seen = []

    def whole():
        for table in again:
            seen.append(part.stat().st_mtime_ns)
            yield table

    assert_frame_equal(
        read_codings(code_stream(whole(), small_scheme, tmp_path / "codings.parquet")), code(units, small_scheme)
    )
    assert seen == [written, written]


KILLED = """
import sys, pandas as pd, framing as fr
units = pd.read_parquet(sys.argv[1])
def batches():
    for number in range(0, len(units), 5):
        yield units[number : number + 5]
        print(number, flush=True)
fr.code_stream(batches(), fr.read_scheme("syria-russia"), sys.argv[2])
"""


def test_a_run_that_was_killed_is_resumed_to_the_same_table(units, tmp_path):
    units.to_parquet(tmp_path / "units.parquet", index=False)
    path = tmp_path / "codings.parquet"
    run = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path / "units.parquet"), str(path)], stdout=subprocess.PIPE
    )
    run.stdout.readline()
    run.stdout.readline()
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    run.stdout.close()
    parts = sorted((tmp_path / "codings.parquet.parts").glob("[0-9]*.parquet"))
    assert parts
    assert not path.exists()
    before = parts[0].stat().st_mtime_ns
    time.sleep(0.01)

    def batches():
        for number in range(0, len(units), 5):
            yield units[number : number + 5]
        assert parts[0].stat().st_mtime_ns == before  # not coded anew

    scheme = read_scheme("syria-russia")
    assert_frame_equal(read_codings(code_stream(batches(), scheme, path)), code(units, scheme))


def test_parts_of_another_scheme_are_refused_with_what_to_do(small_scheme, units, tmp_path):
    with pytest.raises(ZeroDivisionError):
        code_stream((units[:5] if n == 0 else 1 / 0 for n in range(2)), small_scheme, tmp_path / "codings.parquet")
    newer = small_scheme.model_copy(update={"version": "2.0.0"})
    with pytest.raises(
        StreamError, match=r"(?s)000000.parquet is of another run \(scheme: .*delete .*codings.parquet.parts"
    ):
        code_stream([units[:5]], newer, tmp_path / "codings.parquet")


def test_parts_of_other_units_are_refused(small_scheme, units, tmp_path):
    with pytest.raises(ZeroDivisionError):
        code_stream((units[:5] if n < 2 else 1 / 0 for n in range(3)), small_scheme, tmp_path / "codings.parquet")
    with pytest.raises(StreamError, match="units: "):
        code_stream([units[1:6]], small_scheme, tmp_path / "codings.parquet")
    with pytest.raises(StreamError, match="coded from units that are not among these"):
        code_stream([units[:5]], small_scheme, tmp_path / "codings.parquet")


@pytest.mark.parametrize(
    ("units", "path", "fault"),
    [
        ("absent.csv", "codings.parquet", "absent.csv: there is no such file"),
        (__file__, "codings.parquet", "units are read from .parquet, .jsonl, .csv, found '.py'"),
        ([], "codings.parquet", "no units to code"),
        ([], "codings.csv", "streamed to .parquet, found '.csv'"),
    ],
)
def test_what_cannot_be_streamed_is_refused(small_scheme, tmp_path, units, path, fault):
    with pytest.raises(StreamError, match=fault):
        code_stream(units, small_scheme, tmp_path / path)
