"""What README.md shows is what happens."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import framing

PROJECT = Path(__file__).parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are those of a POSIX shell")
def test_the_commands_print_what_the_readme_shows(tmp_path):
    (tmp_path / "corpus").symlink_to(PROJECT / "corpus")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    blocks = re.findall(r"```console\n(.*?)```", README, re.S)
    assert blocks
    for block in blocks:
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.M):
            run = subprocess.run(
                command, shell=True, cwd=tmp_path, env={**os.environ, "PATH": path}, capture_output=True, check=True
            )
            printed = run.stdout.decode("utf-8").splitlines()
            assert [line.rstrip() for line in printed] == shown.splitlines()


def test_the_first_example_runs(monkeypatch):
    monkeypatch.chdir(PROJECT)
    monkeypatch.setenv("MPLBACKEND", "Agg")
    example = re.search(r"```python\n(import framing as fr.*?)```", README, re.S).group(1)
    names = {}
    exec(compile(example, "README.md", "exec"), names)
    assert len(names["scores"]) == 2 * len(names["statements"])


def test_every_public_name_has_its_place():
    missing = [name for name in framing.__all__ if f"`{name}`" not in README and not name.startswith("Framing")]
    assert missing == []


def test_the_files_that_it_names_are_there():
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [link for link in links if not (PROJECT / link).exists()] == []


def test_the_two_commands_come_first_and_exist():
    assert README.index("make figures") < README.index("make test") < README.index("```python")
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.M) for target in ("figures", "test", "lab", "lock"))
