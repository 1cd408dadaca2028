"""A source that speaks, and the normal forms by which its names and roles are compared."""

from functools import lru_cache
from typing import NamedTuple

from framing.text import fold


class Voice(NamedTuple):
    """A source that speaks: `name` as shown, `id` in the registry or None, gender m, f or ''."""

    name: str
    id: str | None
    type: str
    gender: str = ""
    roles: frozenset = frozenset()
    at: int = 0

    @property
    def key(self):
        return self.id or self.name


def clip(reading, span):
    """A name in running text: given name and family name, with their particles."""
    first, past = span
    taken, at = 0, first
    while at < past and taken < 2:
        token = reading.tokens[at]
        if reading.is_word(at) and token not in ("بن", "ابو", "ابن", "عبد", "ال", "دي", "فون", "فان", "معاذ"):
            taken += 1
        at += 1
    return first, at


@lru_cache(1 << 16)
def plain(word):
    word = fold(word).strip("\"'«»“”„().,،:-–")
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


LOOSE = frozenset("russ syri росс сири брит brit".split())


_ENDINGS = ("ييه", "يا", "يه", "ي", "ه", "ا")


@lru_cache(1 << 16)
def stem(word):
    """A word of a description without article and ending, so that روسيا and الروسية, وزير and الوزيرة are one."""
    word = plain(word)
    if word[:1] < "\u0600":
        return word[:5]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def clean(name):
    return name.strip(" \"'«»“”„(),،.-–ـ")


def without_clitic(shown, token, word):
    if token.startswith("لل"):
        return "ال" + shown[2:]
    if token.startswith("ولل"):
        return "ال" + shown[3:]
    return shown[len(token) - len(word) :]


def is_feminine(token, language):
    return language == "ar" and (
        (token.endswith("ه") and len(token) > 3) or token.endswith("ات") or token in ("مصادر", "المصادر")
    )
