"""The text in a file's bytes, whatever encoding it was saved in."""

import codecs
import re

import charset_normalizer

from framing.tables import FramingError


class CorpusError(FramingError):
    """Articles that cannot be read: each line names a file, what was found, and what to do."""


_MARKED = [  # the longer mark first: UTF-32's begins like UTF-16's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
_BINARY = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a zip archive or an Office document",
    b"%PDF": "a PDF document",
    b"PAR1": "a Parquet table",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"SQLite format 3": "an SQLite database",
    b"{\\rtf": "an RTF document",
}
_ARABIC = re.compile("[\u0621-\u064a\u0679-\u06d2]")
_CYRILLIC = re.compile("(?<![а-яёa-zA-Z])[А-ЯЁ]|(?<![a-zA-Z])[а-яё]")  # no capital inside a word, no café
_HIGH_LETTER = re.compile(r"(?![\x00-\x7f])[^\W\d_]")
_PAGES = {"cp1256": _ARABIC, "cp1251": _CYRILLIC}
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(data):
    """(text, encoding) of a file's bytes: UTF-8, UTF-16, UTF-32, windows-1256, windows-1251, or what
    charset_normalizer takes it for. A byte order mark is no part of the text; line breaks stay as they are.

    Raises CorpusError for binary files, and with the place of the first bad byte for text in no or in two encodings.
    """
    kind = next((name for magic, name in _BINARY.items() if data.startswith(magic)), None)
    if kind:
        raise CorpusError(f"is {kind}, not text; give it its own ending, or save its text as UTF-8")
    marked = next((name for mark, name in _MARKED if data.startswith(mark)), None)
    encoding = marked or _wide(data)
    if encoding:
        return _strict(data, encoding), encoding
    try:
        text, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        text, encoding = _other(data, error)
    if len(_CONTROL.findall(text)) + text.count("\0") > max(8, len(text) / 20):
        raise CorpusError("is a binary file, not text; save its text as UTF-8")
    return text, encoding


def _strict(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise CorpusError(f"begins as {encoding}, and {_place(data, error)}; save it again as UTF-8") from None


def _wide(data):
    """UTF-16 without a mark: every other byte is that of a script's page (Latin 00, Cyrillic 04, Arabic 06)."""
    if len(data) < 4 or len(data) % 2:
        return None
    sample = data[:20_000]
    even, odd = (sum(byte in (0, 4, 6) for byte in sample[side::2]) / (len(sample) // 2) for side in (0, 1))
    if odd > 0.6 and even < 0.2:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.2 else None


def _other(data, error):
    kept = data.decode("utf-8", errors="ignore")
    good = sum(len(letter.group().encode()) for letter in _HIGH_LETTER.finditer(kept))
    if good > sum(byte > 127 for byte in data) / 3:
        raise CorpusError(f"mixes UTF-8 with another encoding: {_place(data, error)}; save it again as UTF-8")
    for page, letters in _PAGES.items():
        text = data.decode(page, errors="replace")
        high = len(_HIGH_LETTER.findall(text))
        if high and "\ufffd" not in text and len(letters.findall(text)) >= 0.9 * high:
            return text, page.replace("cp", "windows-")
    if high < len(data) / 20:
        return data.decode("cp1252", errors="replace"), "windows-1252"
    guess = charset_normalizer.from_bytes(data).best()
    if guess is None:
        raise CorpusError(f"is in no encoding that could be told: {_place(data, error)}; save it again as UTF-8")
    return str(guess), guess.encoding


def _place(data, error):
    line = data.count(b"\n", 0, error.start) + 1
    return f"byte {error.start} (line {line}) is {data[error.start]:#04x}"
