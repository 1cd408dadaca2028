"""Words with their offsets, and the language of a text by its script."""

import re

from framing.text.folding import CONTROLS, MARKS

# letters and digits of any script; Arabic marks, joiners and bidi controls inside a word do not end it,
# nor does an apostrophe between Latin letters (Syria's)
_INSIDE = f"{MARKS}\u0300-\u036f"
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_INSIDE}]|[{CONTROLS}]+(?=[^\W_])|(?<=[A-Za-z])['’](?=[A-Za-z]))*")

_SCRIPTS = {
    "ar": re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "en": re.compile("[A-Za-z]"),
}
_SAMPLE = 2000  # characters; a script shows in the first lines


def words(text):
    """The words of `text` as (start, end) pairs in print. Punctuation, symbols and emoji are not words.

    Every Arabic word of `camel_tools.tokenizers.word.simple_word_tokenize` is one; decimal numbers fall apart.
    """
    return [match.span() for match in WORD.finditer(text)]


def language(text):
    """'ar', 'ru' or 'en' by the script most letters belong to, None where there is no such letter.

    By script only: Persian is taken for Arabic, Ukrainian for Russian, French for English. A `language` column
    in the table always goes before this guess.
    """
    sample = text[:_SAMPLE]
    counts = {code: len(script.findall(sample)) for code, script in _SCRIPTS.items()}
    best = max(counts, key=counts.get)
    if counts[best]:
        return best
    return language(text[_SAMPLE:]) if len(text) > _SAMPLE else None


def languages(units):
    """The language of each unit as a list: the table's `language` where it is filled, else a guess by script."""
    if "language" not in units:
        return list(map(language, units["text"]))
    codes = units["language"].tolist()
    open_rows = [row for row, code in enumerate(codes) if not isinstance(code, str) or not code]
    for row, text in zip(open_rows, units["text"].iloc[open_rows], strict=True):
        codes[row] = language(text)
    return codes
