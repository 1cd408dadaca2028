"""A YAML file as plain data, with the line and column of every key and item.

YAML 1.2, read as data only. Refused, because each has misled researchers or harmed a machine: a key written twice (YAML
keeps the last one in silence), anchors, aliases and merge keys (a few lines of them expand without end), tags, several
documents in one file, tabs as indentation, nesting deeper than 50.
"""

import re
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from framing.tables import FramingError

DEEPEST = 50

_NULL = re.compile(r"~|null|Null|NULL|")
_TRUE, _FALSE = re.compile("true|True|TRUE"), re.compile("false|False|FALSE")
_INTEGER = re.compile("[-+]?[0-9]{1,4000}")
_BASED = re.compile("0o[0-7]{1,4000}|0x[0-9a-fA-F]{1,4000}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
# plain words for YAML 1.2, truth values for YAML 1.1 and so for quanteda, R and most other readers
_TRUTH_ELSEWHERE = re.compile("yes|no|on|off|y|n", re.IGNORECASE)
_TAB = re.compile(r"^ *(\t)[ \t]*[^\s#]", re.MULTILINE)

# what the parser says → what to do about it
_REMEDIES = {
    "character '\\t'": "a tab stands outside quotes; write a space",
    "mapping values are not allowed": "a text that holds a colon must stand in quotes",
    "could not find expected ':'": "a key needs a colon and a space after it",
    "did not find expected": "look at the indentation of this line, and for a quotation mark that is not closed",
    "expected <block end>": "look at the indentation of this line",
    "found unexpected end of stream": "a quotation mark or bracket is not closed",
    "cannot start any token": "a text that begins with a special character must stand in quotes",
}


class YamlError(FramingError):
    """A file is not YAML that can be trusted; file:line:column and remedy of every fault."""


class YamlFile(NamedTuple):
    """`data` as dict, list, str, int, float, bool and None; keys are always the text that was written."""

    name: str
    data: object
    lines: dict  # path -> (line, column), both from 1
    bare: dict  # path -> what was written without quotes and may not mean text: no, yes, true, null, 3, 1.0

    def line(self, path=()):
        """(line, column) of the key or item at `path`, a tuple such as ("frames", "x", "examples", "ar", 0);
        of the nearest thing around it that was written where the path itself was not."""
        path = tuple(path)
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, (1, 1))


def read_yaml(path_or_text, name=None):
    """Read a path, or text that holds at least one line break, as a YamlFile; `name` stands for the file in errors.

    Raises YamlError: no such file, not UTF-8, empty, not YAML, or anything that the module refuses. Repeated keys,
    aliases, tags and tabs are reported all at once; a mistake in the syntax ends the reading where it stands.
    """
    text, name = _text(path_or_text, name)
    tabs = [_fault(name, _place(text, match.start(1)), "a tab; indent with spaces") for match in _TAB.finditer(text)]
    if tabs:
        raise YamlError("\n".join(tabs))
    reading = _Reading(name)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            reading.take(event)
    except MarkedYAMLError as error:
        reading.faults.append(_syntax(name, error))
    except ReaderError as error:
        reading.faults.append(
            _fault(name, _place(text, error.position), "a control character that YAML does not allow; take it out")
        )
    if reading.faults:
        raise YamlError("\n".join(reading.faults))
    if reading.lines == {}:
        raise YamlError(f"{name}: empty; nothing to read")
    return YamlFile(name, reading.data, reading.lines, reading.bare)


class _Reading:
    """What was built so far from the parser's events; events need no recursion, so depth cannot end the program."""

    def __init__(self, name):
        self.name, self.data, self.lines, self.bare, self.faults = name, None, {}, {}, []
        self.open = []  # the containers around the next event, innermost last
        self.documents = 0

    def take(self, event):
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents == 2:
                self.fault(event, "a second document begins; write one document a file")
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self.open.pop()
        elif isinstance(event, AliasEvent):
            self.fault(event, f"the alias *{event.anchor} is refused; write it out")
            self.put(event, None)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self.look(event)
            self.enter(event, {} if isinstance(event, MappingStartEvent) else [])
        elif isinstance(event, ScalarEvent):
            self.look(event)
            self.scalar(event)

    def look(self, event):
        if event.anchor:
            self.fault(event, f"the anchor &{event.anchor} is refused; write out what it stands for")
        if event.tag:
            self.fault(event, f"the tag {event.tag} is refused; write plain text, lists and keys")

    def enter(self, event, container):
        if len(self.open) == DEEPEST:
            self.fault(event, f"nested deeper than {DEEPEST} levels")
            raise YamlError("\n".join(self.faults))
        path = self.put(event, container)
        self.open.append(_Container(container, path))

    def scalar(self, event):
        plain = event.style in (None, "") and not event.tag
        inside = self.open[-1] if self.open else None
        if inside and inside.expects_key:
            return self.key(event, inside, plain)
        value = _value(event.value) if plain else event.value
        path = self.put(event, value)
        if plain and (not isinstance(value, str) or _TRUTH_ELSEWHERE.fullmatch(value)):
            self.bare[path] = event.value
        return None

    def key(self, event, inside, plain):
        key, path = event.value, (*inside.path, event.value)
        if plain and key == "<<":
            self.fault(event, "the merge key << is refused; write out what it stands for")
        elif key in inside.values:
            self.fault(event, f"the key '{key}' was written before, in line {self.lines[path][0]}; keep one of them")
        else:
            self.lines[path] = _mark(event)
        inside.key = key

    def put(self, event, value):
        """Store a value where it belongs in the container around it; its path."""
        if not self.open:
            if self.documents < 2:
                self.data = value
            self.lines.setdefault((), _mark(event))
            return ()
        inside = self.open[-1]
        if isinstance(inside.values, list):
            inside.values.append(value)
            path = (*inside.path, len(inside.values) - 1)
            self.lines[path] = _mark(event)
            return path
        if inside.expects_key:
            self.fault(event, "a list or a mapping stands where a key is expected; a key is one word")
            inside.key = ""
            return (*inside.path, "")
        key, inside.key = inside.key, None
        inside.values.setdefault(key, value)
        return (*inside.path, key)

    def fault(self, event, message):
        self.faults.append(_fault(self.name, _mark(event), message))


class _Container:
    def __init__(self, values, path):
        self.values, self.path, self.key = values, path, None

    @property
    def expects_key(self):
        return isinstance(self.values, dict) and self.key is None


def _text(path_or_text, name):
    if isinstance(path_or_text, bytes):
        return _decoded(path_or_text, name or "text"), name or "text"
    if isinstance(path_or_text, str) and "\n" in path_or_text:
        return path_or_text.removeprefix("\ufeff"), name or "text"
    if not isinstance(path_or_text, (str, PathLike)):
        raise YamlError(f"a path or the text of a YAML file is expected; found {type(path_or_text).__name__}")
    path = Path(path_or_text)
    name = name or str(path)
    try:
        return _decoded(path.read_bytes(), name), name
    except (OSError, ValueError) as error:
        if isinstance(error, YamlError):
            raise
        reason = getattr(error, "strerror", None) or error
        raise YamlError(f"{name}: cannot be read ({reason}); give the path of a YAML file") from None


def _decoded(content, name):
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _place(content[: error.start].decode("utf-8", "replace"), error.start)
        raise YamlError(_fault(name, place, "not UTF-8; save the file as UTF-8")) from None
    # as Python's text files do; a carriage return would otherwise count as a column
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _value(written):
    """What a word without quotes means in YAML 1.2 (core schema, section 10.3.2)."""
    if _NULL.fullmatch(written):
        return None
    if _TRUE.fullmatch(written):
        return True
    if _FALSE.fullmatch(written):
        return False
    if _INTEGER.fullmatch(written):
        return int(written)
    if _BASED.fullmatch(written):
        return int(written, 0)
    if _FLOAT.fullmatch(written):
        return float(written)
    if _NOT_FINITE.fullmatch(written):
        return float(written.replace(".", ""))
    return written


def _syntax(name, error):
    mark = error.problem_mark or error.context_mark
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = error.problem or error.context or "not YAML"
    remedy = next((advice for sign, advice in _REMEDIES.items() if sign in problem), None)
    return _fault(name, place, f"not YAML: {problem}" + (f"; {remedy}" if remedy else ""))


def _place(text, position):
    before = text[:position]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _mark(event):
    return event.start_mark.line + 1, event.start_mark.column + 1


def _fault(name, place, message):
    line, column = place
    return f"{name}:{line}:{column}: {message}"
