"""The alarm: a changed number must turn the notebooks and the figure check red."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from figure_check import differences

PROJECT = Path(__file__).parent.parent
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
    "<dc:description>{said}</dc:description></metadata>{drawn}</svg>"
)


def figures(estimate=0.5, corpus="one", drawn="<path/>"):
    said = json.dumps({"corpus": {"sha256": corpus}, "matplotlib": "3.11"})
    return {
        "figures/01_a.csv": f"frame,estimate\nf,{estimate}\n".encode(),
        "figures/01_a.svg": SVG.format(said=said, drawn=drawn).encode(),
    }


def test_equal_figures_do_not_differ():
    assert list(differences(figures(), figures(), locked=True)) == []


def test_a_changed_number_is_named_with_its_file():
    (line,) = differences(figures(), figures(estimate=0.51), locked=True)
    assert line.startswith("figures/01_a.csv:")
    assert "0.51" in line


def test_a_number_written_in_another_way_is_the_same_number():
    assert list(differences(figures("0.5"), figures("0.50000000001"), locked=True)) == []


def test_a_changed_curve_counts_in_the_locked_environment_only():
    changed = figures(drawn="<circle/>")
    assert list(differences(figures(), changed, locked=True)) == [
        "figures/01_a.svg: the drawing differs from the committed one"
    ]
    assert list(differences(figures(), changed, locked=False)) == []


def test_another_corpus_is_seen_in_every_environment():
    assert list(differences(figures(), figures(corpus="two"), locked=False)) == [
        "figures/01_a.svg: drawn from another corpus or scheme than the committed one"
    ]


def test_missing_and_new_figures_are_named():
    assert list(differences(figures(), {}, locked=True)) == [
        f"{name}: committed, but no notebook wrote it" for name in sorted(figures())
    ]
    assert [line.split(": ")[1] for line in differences({}, figures(), locked=True)] == [
        "written, but not committed"
    ] * 2


@pytest.fixture
def copy(tmp_path):
    """The project as it is now, committed in a repository of its own."""
    listed = ["git", "-C", PROJECT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, capture_output=True, check=True).stdout.decode("utf-8").split("\0")
    for name in filter(None, names):
        if (PROJECT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, tmp_path / name)
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "core.autocrlf=false"]
    for command in (["init", "--quiet"], ["add", "--all"], [*identity, "commit", "--quiet", "--message", "copy"]):
        subprocess.run(["git", "-C", tmp_path, *command], check=True, capture_output=True)
    return tmp_path


def run(*command, where):
    return subprocess.run([sys.executable, *command], cwd=where, capture_output=True, text=True, encoding="utf-8")


def test_one_changed_number_in_the_corpus_fails_the_notebook_and_the_figure_check(copy):
    notes = copy / "corpus" / "notes.jsonl"
    text = notes.read_text(encoding="utf-8")
    changed = re.sub(r'"published": "2025-07-', '"published": "2025-08-', text, count=1)
    assert changed != text
    notes.write_text(changed, encoding="utf-8")

    notebook = run("-m", "pytest", "--nbval", "--nbval-current-env", "notebooks/01_corpus.ipynb", where=copy)
    assert notebook.returncode == 1, notebook.stdout
    assert "NbCellError" in notebook.stdout or "mismatch" in notebook.stdout

    check = run("tests/figure_check.py", where=copy)
    assert check.returncode != 0
    assert "figures/01_" in check.stdout
