"""pyproject.toml, requirements.lock and environment.yml promise the same packages."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version
from ruamel.yaml import YAML

PROJECT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (PROJECT / "requirements.lock").read_text(encoding="utf-8")


def declared():
    extras = PYPROJECT["optional-dependencies"].values()
    return [Requirement(line) for line in [*PYPROJECT["dependencies"], *(line for extra in extras for line in extra)]]


def locked():
    lines = [Requirement(line) for line in LOCK.splitlines() if line and not line.lstrip().startswith("#")]
    versions = {}
    for line in lines:
        versions.setdefault(normal(line.name), []).append(Version(next(iter(line.specifier)).version))
    return versions


def conda():
    wanted = YAML(typ="safe").load((PROJECT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    pip = next(entry["pip"] for entry in wanted if isinstance(entry, dict))
    lines = [entry for entry in wanted if isinstance(entry, str)] + [line for line in pip if not line.startswith("-e")]
    return {normal(Requirement(line).name): Requirement(line).specifier for line in lines}


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("requirement", declared(), ids=str)
def test_the_lock_holds_a_version_that_pyproject_allows(requirement):
    versions = locked()[normal(requirement.name)]
    assert all(requirement.specifier.contains(version) for version in versions)


@pytest.mark.parametrize("requirement", declared(), ids=str)
def test_conda_asks_for_the_same_versions_as_pyproject(requirement):
    assert conda()[normal(requirement.name)] == requirement.specifier


def test_conda_asks_for_nothing_that_pyproject_does_not_know():
    names = {normal(requirement.name) for requirement in declared()}
    assert set(conda()) - names == {"python", "pip", "pytorch-cpu", "transformers"}


def test_the_packages_that_the_project_is_made_of_are_declared():
    names = {requirement.name for requirement in declared()}
    assert {"pandas", "scikit-learn", "camel-tools", "matplotlib", "jupyterlab", "nbval"} <= names


def test_the_lock_leaves_out_torch_and_every_index_address():
    assert {"torch", "transformers"} & set(locked()) == set()
    assert "://" not in LOCK
    assert "--index" not in LOCK


def test_python_is_promised_alike():
    assert conda()["python"] == Requirement(f"python{PYPROJECT['requires-python']}").specifier
