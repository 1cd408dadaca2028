"""WordStat .cat: categories indented by tabs; a pattern ends in its weight, `word (1)`."""

import re

from framing.exchange.dictionary import Dictionary, Entry, ExchangeError, Key

_PATTERN = re.compile(r"(.*\S)\s+\((\d+(?:\.\d+)?)\)")
_RULE = re.compile(r"@|.*\b(?:NOT )?(?:AFTER|BEFORE|NEAR) #|NOT (?:AFTER|BEFORE|NEAR)\b")


def read(text, name):
    """The Dictionary in the text of a .cat file; its rules of proximity (@NAME […]) are told as losses."""
    keys, around, losses = [], [], []
    for number, line in enumerate(text.split("\n"), 1):
        depth = len(re.match(r" *(\t*)", line)[1])
        line = line.strip()
        if not line:
            continue
        if _RULE.match(line):
            losses.append(f"line {number}: {line} (a rule of WordStat; write it as `near` or `unless`)")
            continue
        while around and around[-1][0] >= depth:
            around.pop()
        pattern = _PATTERN.fullmatch(line)
        if pattern and not around:
            raise ExchangeError(f"line {number}: '{line}' stands in no category; indent it with a tab under one")
        if pattern:
            around[-1][1].entries.append(Entry(pattern[1].replace("_", " "), float(pattern[2])))
            continue
        key = Key(line, [], [])
        (around[-1][1].keys if around else keys).append(key)
        around.append((depth, key))
    return Dictionary(name, keys, losses)


def write(dictionary):
    """(text, losses)"""
    lines = [line for key in dictionary.keys for line in _lines(key, 0)]
    return "\n".join(lines) + "\n", []


def _lines(key, depth):
    yield "\t" * depth + key.name
    for entry in key.entries:
        yield "\t" * (depth + 1) + f"{entry.text} ({entry.weight:g})"
    for inner in key.keys:
        yield from _lines(inner, depth + 1)
