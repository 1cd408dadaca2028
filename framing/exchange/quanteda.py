"""quanteda's YAML: a key holds patterns, one pattern, or keys; `__` stands for the patterns of a key with keys."""

import json

from framing.exchange.dictionary import Dictionary, Entry, ExchangeError, Key
from framing.yamlfile import read_yaml

_OWN = "__"


def read(text, name):
    """The Dictionary in the text of a YAML file."""
    yaml = read_yaml(text if "\n" in text else f"{text}\n", name=name)
    if not isinstance(yaml.data, dict):
        raise ExchangeError("no dictionary of quanteda's: it holds keys, each with its patterns")
    return Dictionary(name, [_key(key, value, yaml, (key,)) for key, value in yaml.data.items()], [])


def _key(name, value, yaml, path):
    if not isinstance(value, dict):
        return Key(name, _entries(value, yaml, path), [])
    own = _entries(value[_OWN], yaml, (*path, _OWN)) if _OWN in value else []
    return Key(name, own, [_key(key, inner, yaml, (*path, key)) for key, inner in value.items() if key != _OWN])


def _entries(value, yaml, path):
    values = value if isinstance(value, list) else [value]
    for number, entry in enumerate(values):
        if not isinstance(entry, str):
            line, column = yaml.line((*path, number) if isinstance(value, list) else path)
            raise ExchangeError(f"line {line}, column {column}: {entry!r} is no pattern; put it in quotes")
    return [Entry(entry) for entry in values if entry.strip()]


def write(dictionary):
    """(text, losses)"""
    losses = []
    lines = [line for key in dictionary.keys for line in _lines(key, 0, losses)]
    return "\n".join(lines) + "\n", losses


def _lines(key, depth, losses):
    losses += [f"the weight of {entry.text}" for entry in key.entries if entry.weight != 1]
    indent, patterns = "  " * depth, [_quoted(entry.text) for entry in key.entries]
    if not key.keys:
        yield f"{indent}{_quoted(key.name)}: [{', '.join(patterns)}]"
        return
    yield f"{indent}{_quoted(key.name)}:"
    if patterns:
        yield f"{indent}  {_quoted(_OWN)}: [{', '.join(patterns)}]"
    for inner in key.keys:
        yield from _lines(inner, depth + 1, losses)


def _quoted(text):
    return json.dumps(text, ensure_ascii=False)  # a JSON string is a YAML string
