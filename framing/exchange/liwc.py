"""LIWC .dic (2001 to 2015): numbered categories between two lines of %, then words with the numbers of theirs."""

import re

from framing.exchange.dictionary import Dictionary, Entry, ExchangeError, Key

_CATEGORY = re.compile(r"([\t ]*)(\d+)\s+(\S.*?)\s*")
_CONDITION = re.compile(r"[(<].*[)>]")  # (02 134)125/464 and <of>: what LIWC does only after certain other words


def read(text, name):
    """The Dictionary in the text of a .dic file. Tabs may be spaces, numbers may begin with 0, words may return."""
    lines = text.split("\n")
    marks = [number for number, line in enumerate(lines) if line.strip() == "%"]
    if len(marks) < 2:
        raise ExchangeError("no LIWC dictionary: two lines with nothing but % stand around its categories")
    keys, numbered = _categories(lines, marks)
    losses = []
    for number in range(marks[1] + 1, len(lines)):
        losses += _take(lines[number], number + 1, numbered)
    return Dictionary(name, keys, losses)


def _categories(lines, marks):
    """(outermost keys, {number: key}); deeper indentation is a category inside the one above."""
    keys, numbered, around = [], {}, []
    for number in range(marks[0] + 1, marks[1]):
        if not lines[number].strip():
            continue
        match = _CATEGORY.fullmatch(lines[number])
        if not match:
            raise ExchangeError(f"line {number + 1}: '{lines[number].strip()}' is no category; write number, tab, name")
        depth, key = len(match[1].expandtabs(1)), Key(match[3], [], [])
        while around and around[-1][0] >= depth:
            around.pop()
        (around[-1][1].keys if around else keys).append(key)
        around.append((depth, key))
        if int(match[2]) in numbered:
            raise ExchangeError(f"line {number + 1}: the number {match[2]} stands at two categories")
        numbered[int(match[2])] = key
    return keys, numbered


def _take(line, number, numbered):
    """Put the word of a line into its categories; what could not be done, as losses."""
    if not line.strip():
        return
    if _CONDITION.search(line):
        yield f"line {number}: {line.strip()} (a word with a condition)"
        return
    term, *numbers = re.split(r"\t+", line.strip()) if "\t" in line.strip() else _spaced(line.strip())
    numbers = " ".join(numbers).split()
    for written in dict.fromkeys(numbers):
        if written.isdecimal() and int(written) in numbered:
            entry = Entry(term.strip())
            if entry not in numbered[int(written)].entries:
                numbered[int(written)].entries.append(entry)
        else:
            yield f"line {number}: {term.strip()} in {written}, which is the number of no category"
    if not numbers:
        yield f"line {number}: {term.strip()} has no category"


def _spaced(line):
    match = re.fullmatch(r"(.*?)((?:\s+\d+)*)", line)
    return match[1], match[2]


def write(dictionary):
    """(text, losses)"""
    head, words, losses = [], {}, []
    for number, (depth, key) in enumerate(_listed(dictionary.keys), 1):
        head.append("\t" * depth + f"{number}\t{key.name}")
        for entry in key.entries:
            words.setdefault(entry.text, []).append(str(number))
            losses += [f"the weight of {entry.text}"] if entry.weight != 1 else []
    body = ["\t".join([word, *numbers]) for word, numbers in words.items()]
    return "\n".join(["%", *head, "%", *body]) + "\n", losses


def _listed(keys, depth=0):
    for key in keys:
        yield depth, key
        yield from _listed(key.keys, depth + 1)
