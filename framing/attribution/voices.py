"""A source that speaks, and the normal forms by which its names and roles are compared."""

import re
from functools import lru_cache
from typing import NamedTuple

from framing.text import fold


class Voice(NamedTuple):
    """A source that speaks: `name` as shown, `id` in the registry or None, gender m, f or ''.

    number: s for a person, d for two, p for several people, '' for a body, which verbs treat in either way.
    """

    name: str
    id: str | None
    type: str
    gender: str = ""
    roles: frozenset = frozenset()
    at: int = 0
    number: str = ""

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


_CASE = re.compile("(?:ом|ем|ым|[аяуюыиеоьй])$")  # of a Russian name


@lru_cache(1 << 16)
def plain(word):
    word = fold(word).strip("\"'«»“”„().,،:-–")
    if "а" <= word[:1] <= "я":
        return _CASE.sub("", word) if len(word) > 3 else word
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@lru_cache(1 << 14)
def telling_words(name):
    """The words of a name by which a voice is found again, in their normal form."""
    return tuple(word for word in map(plain, name.split()) if len(word) > 2)


@lru_cache(1 << 14)
def surnames(name):
    """The last word of a name in its normal form, and as a text holds it."""
    words = telling_words(name)
    return (words[-1], fold(name).split()[-1]) if words else ()


LOOSE = frozenset("russ syri росс сири брит brit".split())


_ENDINGS = ("ييه", "يا", "يه", "ي", "ه", "ا")


@lru_cache(1 << 16)
def stem(word):
    """A word of a description without article and ending, so that روسيا and الروسية, وزير and الوزيرة are one."""
    word = plain(word).replace("مسيول", "مسوول")
    if word[:1] < "\u0600":
        return word[:5]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def clean(name):
    name = name.strip(" \"'«»“”„(),،.-–ـ")
    for mark in ('"', "''"):
        name = name.replace(mark, "") if name.count(mark) % 2 else name  # its fellow stood at an end
    return name + "»" if "«" in name and "»" not in name else name


def without_clitic(shown, token, word):
    if token.startswith("لل"):
        return "ال" + shown[2:]
    if token.startswith("ولل"):
        return "ال" + shown[3:]
    return shown[len(token) - len(word) :]


def nominative(shown, lex):
    """People as a table names them: المسؤولين الأمريكيين → مسؤولون أمريكيون; other names as they are.

    The article goes where nothing but adjectives follow (المحللون, but قادة الجيش).
    """
    words = shown.split()
    if lex.language != "ar" or not words or fold(words[0]) not in lex.people:
        return shown
    indefinite = all(word.startswith("ال") for word in words)
    words = [word[2:] if indefinite else word for word in words]
    words = [w[:-2] + "ون" if w.endswith("يين") or (w.endswith("ين") and fold(w) in lex.people) else w for w in words]
    return " ".join(words).replace("مسئول", "مسؤول")


def is_feminine(reading, at):
    """Whether an Arabic word is printed with an ending that is feminine; ه may be anything (الإليزيه)."""
    token = reading.tokens[at]
    if reading.language != "ar" or token.endswith("ات") or token in _SEVERAL:
        return reading.language == "ar"
    return token.endswith("ه") and len(token) > 3 and reading.words(at, at + 1).endswith("ة")


_SEVERAL = frozenset("مصادر المصادر".split())
_MEN_OF_MEDIA = frozenset("موقع تلفزيون راديو".split())


def body_gender(source):
    """m or f of a registered body by the first word of its Arabic name; media and countries are feminine."""
    words = fold(source.names["ar"][0]).split() if "ar" in source.names else [""]
    word = words[0]
    if word.endswith("ه") or (len(words) > 1 and words[1].startswith("ال") and words[1].endswith("ه")):
        return "f"  # الأمم المتحدة
    if source.type in ("foreign_media", "news_agency", "state_media"):
        return "" if word in _MEN_OF_MEDIA else "f"
    if source.type == "government" and source.parent is None and not word.startswith("ال"):
        return "f"
    return "m" if word.startswith("ال") else ""
