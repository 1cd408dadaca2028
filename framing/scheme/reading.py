"""From a name or a path to a Scheme, or to every fault in it at once."""

from importlib.resources import files
from os import PathLike
from pathlib import Path

from pydantic import ValidationError

from framing.scheme import faults
from framing.scheme.extending import from_yaml, laid_over, unknown_drops
from framing.scheme.indicators import Indicator
from framing.scheme.model import Contrast, Frame, Item, Negators, Scheme, SchemeError
from framing.yamlfile import read_yaml

_LANGUAGES = ("ar", "en", "ru")
# the pattern of an address → the keys that may stand there; None for a name of the researcher's own
_KEYS = {
    (): Scheme,
    ("frames", None): Frame,
    ("frames", None, "items", None): Item,
    ("frames", None, "items", None, "indicators", None, None): Indicator,
    ("contrasts", None): Contrast,
    ("negators", None): Negators,
}
_NOT_TEXT = ("inflect", "nisba", "ordered", "window", "weight")  # keys whose values are numbers, or true and false


def shipped():
    """The names of the schemes that ship."""
    folder = files("framing").joinpath("schemes")
    return sorted(entry.name.removesuffix(".yml") for entry in folder.iterdir() if entry.name.endswith(".yml"))


def read_scheme(name_or_path):
    """The coding scheme of that name, if one ships ("syria-russia"), else the scheme in the YAML file at that path.

    A scheme that says `extends: NAME OR PATH` holds everything of that scheme besides its own (see CONTRIBUTING.md).
    Raises SchemeError with every fault at once, each with file:line:column, address and remedy; YamlError where the
    file is not YAML to begin with. NOT found: indicators that overlap only when inflected, and sentences that are not
    in the language they stand under; `check_scheme` finds more.
    """
    return read_with_places(name_or_path)[0]


def read_with_places(name_or_path):
    """(Scheme, Source): the scheme, and where everything in it was written. Raises what `read_scheme` raises."""
    written = _written(name_or_path)
    scheme, found = _validated(written.data)
    for place, message in faults.unquoted(written.bare, _may_be_bare):
        if "known" not in found.get(place, ""):
            found[place] = message
    for place, message in _beyond_shape(written.data):
        found.setdefault(place, message)
    if found:
        raise SchemeError(_report(found, written))
    return scheme, written


def _written(name_or_path, children=()):
    """What a file says, laid over what it extends, as a Source."""
    path, name = _path(name_or_path)
    source = from_yaml(read_yaml(path, name=name))
    if not isinstance(source.data, dict):
        raise SchemeError(_line(source, (), "must hold keys (name, version, title, frames)"))
    if "extends" not in source.data:
        if "drop" in source.data:
            raise SchemeError(_line(source, ("drop",), "takes something out of a scheme that is extended; none is"))
        return source
    here = path.resolve()
    if here in children:
        circle = " → ".join(file.name for file in (*children, here))
        raise SchemeError(_line(source, ("extends",), f"goes in a circle: {circle}"))
    parent = _parent(source, path, (*children, here))
    unknown = [
        _line(source, place, f"the scheme {parent.name} holds no frame or item '{address}'")
        for place, address in unknown_drops(source, parent)
    ]
    if unknown:
        raise SchemeError("\n".join(unknown))
    return laid_over(source, parent)


def _parent(source, path, children):
    named = source.data["extends"]
    if not isinstance(named, str):
        raise SchemeError(_line(source, ("extends",), "must be the name of a scheme that ships, or the path of a file"))
    try:
        return _written(named if named in shipped() else path.parent / named, children)
    except SchemeError as error:
        raise SchemeError(
            f"{_line(source, ('extends',), 'the scheme that is extended cannot be used')}\n{error}"
        ) from None


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
    return path[-1:] and path[-1] in _NOT_TEXT


def _validated(data):
    try:
        return Scheme.model_validate(data), {}
    except ValidationError as errors:
        return None, dict(_shape_fault(error, data) for error in errors.errors(include_url=False))


def _beyond_shape(data):
    frames = data.get("frames") if isinstance(data.get("frames"), dict) else {}
    yield from faults.in_frames(frames, ("frames",))
    yield from faults.in_contrasts(data.get("contrasts"), faults.names(frames))


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
    if len(path) > 1 and isinstance(_at(data, path[:-1]), str):  # one text stands for {phrase: …} or for a list of one
        path = path[:-1]
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
        "literal_error": f"one of {_choices(error)}",
        "int_type": "a whole number",
        "float_type": "a number",
    }.get(kind, error["msg"])
    shown = "keys" if isinstance(found, dict) else "a list" if isinstance(found, (list, tuple)) else repr(found)
    return path, f"must be {expected}; found {shown}"


def _choices(error):
    return error.get("ctx", {}).get("expected", "").replace("'", "").replace(" or ", ", ")


def _key_fault(path):
    key = path[-1]
    if path[-2] in ("frames", "items", "contrasts"):
        return f"'{key}' is not a name: small Latin letters, digits and _ after a letter, such as 'peace_talks'"
    return f"'{key}' is not a known language; known are {', '.join(_LANGUAGES)}"


def _known_keys(path):
    while path[0:1] == path[2:3] == ("frames",):
        path = path[2:]
    for pattern, model in _KEYS.items():
        if len(pattern) == len(path) and all(step in (None, taken) for step, taken in zip(pattern, path, strict=True)):
            return [field.alias or name for name, field in model.model_fields.items()]
    return list(_LANGUAGES)


def _at(data, path):
    """What stands at `path` of plain data; None where pydantic names a place that was written otherwise."""
    for step in path:
        inside = isinstance(data, dict) and step in data
        inside = inside or (isinstance(data, list) and isinstance(step, int) and step < len(data))
        data = data[step] if inside else None
    return data


def _report(found, written):
    placed = sorted((*written.place(path)[1:], order, path) for order, path in enumerate(found))
    return "\n".join(_line(written, path, found[path]) for *_, path in placed)


def _line(written, path, message):
    """file:line:column: $.address is missing; or $.address: what was found there"""
    file, line, column = written.place(path)
    joint = " " if message.split()[0] in ("is", "must", "sets", "takes", "goes", "needs", "names") else ": "
    return f"{file}:{line}:{column}: {faults.address(path)}{joint}{message}"
