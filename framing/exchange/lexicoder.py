"""Lexicoder .lc3: `+category`, then one pattern a line."""

from framing.exchange.dictionary import Dictionary, Entry, ExchangeError, Key


def read(text, name):
    """The Dictionary in the text of an .lc3 file."""
    keys = []
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if line.startswith("+"):
            keys.append(Key(line[1:].strip(), [], []))
        elif line and not keys:
            raise ExchangeError(f"line {number}: '{line}' stands before the first category; a category begins with +")
        elif line:
            keys[-1].entries.append(Entry(line))
    return Dictionary(name, keys, [])


def write(dictionary):
    """(text, losses)"""
    lines, losses = [], []
    for name, key in _flat(dictionary.keys):
        lines += [f"+{name}", *(entry.text for entry in key.entries)]
        if "." in name:
            losses.append(f"the nesting of {name}, which became one name")
        losses += [f"the weight of {entry.text}" for entry in key.entries if entry.weight != 1]
    return "\n".join(lines) + "\n", losses


def _flat(keys, within=""):
    for key in keys:
        if key.entries:
            yield within + key.name, key
        yield from _flat(key.keys, f"{within}{key.name}.")
