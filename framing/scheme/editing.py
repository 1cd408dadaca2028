"""To write a scheme: a file to begin with, and a JSON Schema by which an editor completes and checks it."""

import json
from importlib.resources import files
from pathlib import Path

from framing.files import write_text
from framing.scheme.model import Scheme, SchemeError

_ALWAYS = ("name", "version")  # what a scheme that extends another must say itself


def new_scheme(path):
    """Write a commented scheme to begin with, and scheme.schema.json beside it; returns the path.

    Raises SchemeError where there is a file already: nothing is written over.
    """
    path = Path(path)
    if path.suffix not in (".yml", ".yaml"):
        raise SchemeError(f"{path}: a scheme is a YAML file; give a name that ends in .yml")
    if path.exists():
        raise SchemeError(f"{path}: there is such a file already; give another name")
    name = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in path.stem.lower())
    starter = files("framing.scheme").joinpath("starter.yml").read_text(encoding="utf-8")
    schema = json.dumps(json_schema(), ensure_ascii=False, indent=1)
    write_text(schema + "\n", path.parent / "scheme.schema.json")
    return write_text(starter.replace("my-scheme", name.strip("-") if name[:1].isalpha() else "my-scheme"), path)


def json_schema():
    """The shape of a scheme file as JSON Schema (draft 2020-12), for editors with a YAML language server.

    A scheme that `extends` another may leave out of a frame or item what the other says.
    """
    whole = Scheme.model_json_schema(by_alias=True, mode="validation")
    shapes = whole.pop("$defs")
    whole["properties"]["drop"] = {
        "type": "array",
        "items": {"type": "string"},
        "description": "frames and items of the extended scheme that are left out",
    }
    added = {name: _optional(shape) for name, shape in shapes.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "coding scheme of framing",
        "if": {"required": ["extends"]},
        "then": _pointing({**whole, "required": list(_ALWAYS)}, "added_"),
        "else": _pointing(whole, ""),
        "$defs": {
            **{name: _pointing(shape, "") for name, shape in shapes.items()},
            **{f"added_{name}": _pointing(shape, "added_") for name, shape in added.items()},
        },
    }


def _optional(shape):
    return {key: value for key, value in shape.items() if key != "required"}


def _pointing(shape, prefix):
    """`shape` with its references to the definitions of that prefix."""
    written = json.dumps(shape, ensure_ascii=False).replace('"#/$defs/', f'"#/$defs/{prefix}')
    return json.loads(written)
