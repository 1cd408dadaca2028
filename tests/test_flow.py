"""The house: each room imports only from rooms above it, and a library has one room."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import framing

PACKAGE = Path(framing.__file__).parent
# from the ground up, DESIGN.md's order; CONTRIBUTING.md tells why a room was added
ROOMS = """tables files text dates yamlfile readers corpus scheme matching checking attribution coding streaming
           scoring comparison trends figures reporting exchange distribute cli""".split()
ONE_ROOM = {
    "camel_tools": "text",
    "simplemma": "text",
    "farahidi": "text",
    "babel": "dates",
    "ruamel": "yamlfile",
    "yaml": "yamlfile",
    "pydantic": "scheme",
    "ahocorasick_rs": "matching",
    "matplotlib": "figures",
    "dask": "distribute",
    "typer": "cli",
    "rich": "cli",
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path):
    """Every module that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_room_has_its_place_in_the_order():
    rooms = {room_of(path) for path in MODULES} - {"__init__"}
    assert rooms == set(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_from_rooms_above_it(path):
    room = room_of(path)
    if room == "__init__":
        return
    used = {name.split(".")[1] for name in imported(path) if name.startswith("framing.")} & set(ROOMS)
    assert [other for other in used if ROOMS.index(other) > ROOMS.index(room)] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_is_imported_in_its_one_room_only(path):
    libraries = {name.split(".")[0] for name in imported(path)}
    assert [name for name in libraries if ONE_ROOM.get(name, room_of(path)) != room_of(path)] == []


def test_no_module_bears_the_name_of_a_public_function():
    assert {path.stem for path in MODULES} & set(framing.__all__) == set()


def test_no_room_is_a_drawer_for_odds_and_ends():
    assert {path.stem for path in MODULES} & {"utils", "helpers", "common", "core", "base", "misc"} == set()


def test_importing_framing_loads_neither_torch_nor_sklearn_nor_matplotlib():
    program = "import sys, framing; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert "framing" in loaded
    assert set(loaded) & {"torch", "sklearn", "matplotlib", "pandas", "camel_tools", "pandera"} == set()


@pytest.mark.parametrize("name", framing.__all__)
def test_every_public_name_can_be_imported_and_says_what_it_does(name):
    assert getattr(framing, name).__doc__.strip()


def test_an_unknown_public_name_is_answered_with_the_known_ones():
    with pytest.raises(AttributeError, match="no attribute 'plot'; it offers FramingError"):
        _ = framing.plot
