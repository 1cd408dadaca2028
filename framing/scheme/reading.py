"""From a name or a path to a Scheme, or to every fault in it at once."""

from importlib.resources import files
from itertools import groupby
from os import PathLike
from pathlib import Path

from pydantic import ValidationError

from framing.scheme import faults
from framing.scheme.model import Contrast, Frame, Indicator, Item, Scheme, SchemeError
from framing.yamlfile import read_yaml

_LANGUAGES = ("ar", "en", "ru")
# the pattern of an address → the keys that may stand there; None for a name of the researcher's own
_KEYS = {
    (): Scheme,
    ("frames", None): Frame,
    ("frames", None, "items", None): Item,
    ("frames", None, "items", None, "indicators", None, None): Indicator,
    ("contrasts", None): Contrast,
}


def shipped():
    """The names of the schemes that ship."""
    folder = files("framing").joinpath("schemes")
    return sorted(entry.name.removesuffix(".yml") for entry in folder.iterdir() if entry.name.endswith(".yml"))


def read_scheme(name_or_path):
    """The coding scheme of that name, if one ships ("syria-russia"), else the scheme in the YAML file at that path.

    Raises SchemeError with every fault at once, each with file, line, address and remedy; YamlError where the file is
    not YAML to begin with. NOT found: indicators that overlap only when inflected, and sentences that are not in the
    language they stand under.
    """
    path, name = _path(name_or_path)
    yaml = read_yaml(path, name=name)
    if not isinstance(yaml.data, dict):
        raise SchemeError(f"{yaml.name}, line {yaml.line()[0]}\n  $ must hold keys (name, version, title, frames)")
    scheme, found = _validated(yaml.data)
    for place, message in faults.unquoted(yaml.bare, _may_be_bare):
        if "known" not in found.get(place, ""):
            found[place] = message
    for place, message in _beyond_shape(yaml.data):
        found.setdefault(place, message)
    if found:
        raise SchemeError(_report(found, yaml))
    return scheme


def _path(name_or_path):
    """(path, the name under which errors speak of it)"""
    names = shipped()
    if name_or_path in names:
        return Path(str(files("framing").joinpath("schemes", f"{name_or_path}.yml"))), f"{name_or_path}.yml"
    if not isinstance(name_or_path, (str, PathLike)):
        raise SchemeError(f"a name ({', '.join(names)}) or a path is expected; found {type(name_or_path).__name__}")
    path = Path(name_or_path)
    if path.suffix or path.exists():
        return path, str(path)
    raise SchemeError(
        f"no scheme '{name_or_path}' ships and no such file exists; {faults.nearest(name_or_path, names)}"
    )


def _may_be_bare(path):
    return path[-1:] == ("inflect",)


def _validated(data):
    try:
        return Scheme.model_validate(data), {}
    except ValidationError as errors:
        return None, dict(_shape_fault(error, data) for error in errors.errors(include_url=False))


def _beyond_shape(data):
    frames = data.get("frames") if isinstance(data.get("frames"), dict) else {}
    for name, frame in frames.items():
        yield from faults.in_indicators(frame, ("frames", name))
    yield from faults.in_contrasts(data.get("contrasts"), frames)


def _shape_fault(error, data):
    """(path, message) of one complaint of pydantic's, in the words of this project."""
    kind, path, found = error["type"], tuple(error["loc"]), error["input"]
    if path[-1] == "[key]":
        path = path[:-1]
        return path, _key_fault(path)
    if kind == "missing":
        return path, "is missing"
    if kind == "extra_forbidden":
        return path, f"is not a known key; {faults.nearest(path[-1], _known_keys(path[:-1]))}"
    path = path[:-1] if path[-1] == "phrase" and isinstance(_at(data, path[:-1]), str) else path
    if kind in ("too_short", "string_too_short"):
        return path, "is empty; write at least one entry" if kind == "too_short" else "is empty; write a text"
    if kind == "string_pattern_mismatch":
        return path, f"'{found}' is not a name: small Latin letters, digits and _ after a letter"
    expected = {
        "string_type": "a text",
        "bool_type": "true or false",
        "dict_type": "keys, each with its value",
        "tuple_type": "a list, one entry a line, each after a dash",
        "model_type": "keys, each with its value",
    }.get(kind, error["msg"])
    shown = "keys" if isinstance(found, dict) else "a list" if isinstance(found, (list, tuple)) else repr(found)
    return path, f"must be {expected}; found {shown}"


def _key_fault(path):
    key = path[-1]
    if path[-2] in ("frames", "items", "contrasts"):
        return f"'{key}' is not a name: small Latin letters, digits and _ after a letter, such as 'peace_talks'"
    return f"'{key}' is not a known language; known are {', '.join(_LANGUAGES)}"


def _known_keys(path):
    for pattern, model in _KEYS.items():
        if len(pattern) == len(path) and all(step in (None, taken) for step, taken in zip(pattern, path, strict=True)):
            return [field.alias or name for name, field in model.model_fields.items()]
    return list(_LANGUAGES)


def _at(data, path):
    for step in path:
        data = data[step]
    return data


def _report(found, yaml):
    placed = sorted((*yaml.line(path), order, path) for order, path in enumerate(found))
    lines = []
    for line, group in groupby(placed, key=lambda fault: fault[0]):
        lines.append(f"{yaml.name}, line {line}")
        lines += [f"  {faults.address(path)}{_joint(found[path])}" for *_, path in group]
    return "\n".join(lines)


def _joint(message):
    """'$.x is missing', but '$.x: what was found there'."""
    return (" " if message.split()[0] in ("is", "must", "sets") else ": ") + message
