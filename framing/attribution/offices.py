"""What the registry tells of a source: its name, gender and number, and the words by which it is taken up again."""

from typing import NamedTuple

from framing.attribution.objects import bare
from framing.attribution.registry import find_source
from framing.attribution.voices import body_gender, stem
from framing.attribution.words import look
from framing.text import fold


class Standing(NamedTuple):
    """A registered source as one language knows it."""

    name: str
    type: str
    gender: str
    number: str
    roles: frozenset  # stems of its names, its kind and its country, or of the roles of a person; offices


def standing(registry, lex, name):
    """The Standing of the source `name`, worked out once for a registry."""
    known = registry.standings[lex.language]
    found = known.get(name)
    if found is None:
        source = registry.sources[name]
        shown = source.names.get(lex.language) or next(iter(source.names.values()))
        gender = ""
        if lex.language == "ar":
            gender = named_gender(lex, shown[0]) or "m" if source.person else body_gender(source)
        roles = _roles(registry, lex, source) if source.person else _descriptions(lex, source)
        found = known[name] = Standing(shown[0], source.type, gender, "s" if source.person else "", roles)
    return found


def named_gender(lex, name):
    """f of a name that only women bear, else ''."""
    folded = fold(name)
    return "f" if not lex.women.isdisjoint({folded, *folded.split()[:1]}) else ""


def _roles(registry, lex, source):
    roles = source.roles.get(lex.language, ())
    offices = {office(registry, lex, fold(role).split()) for role in roles} - {None}
    return frozenset(stem(word) for role in roles for word in role.split()) | offices


def _descriptions(lex, source):
    words = [word for name in source.names.get(lex.language, ()) for word in fold(name).split()]
    kinds = lex.second.get(source.type, ())
    words += [kind for kind in kinds if kind in words] or kinds
    words += [lex.countries[source.country]] if source.country in lex.countries else []
    return frozenset(map(stem, words))


def office(registry, lex, tokens):
    """«الأمين العام لجامعة الدول العربية» as one word: the title and the id of the body; None for other phrases."""
    if lex.language != "ar" or not tokens or bare(tokens[0], lex) not in lex.titles:
        return None
    for at in range(1, min(len(tokens), 8)):
        found = find_source(registry, "ar", tokens, at, len(tokens))
        if found and not registry.sources[found[0]].person:
            title = [look(lex, token).stem for token in tokens[:at]]
            return " ".join(word for word in title if word != "رسم") + "@" + found[0]
    return None


def printed_gender(words):
    """m or f of a body as its name is printed (النظام السوري and الحكومة السورية are one), '' where no word tells."""
    if len(words) < 2 or not words[1].startswith("ال"):
        return ""
    return "f" if any(word.endswith(("ه", "ات", "يا")) for word in words[:2]) else "m"


_SPOKESMEN = frozenset(
    "المتحدث متحدث متحدثه المتحدثه الناطق ناطق الناطقه باسم مستشار المستشار مستشاره المستشاره مساعد المساعد نايب وكيل "
    "مبعوث المبعوث موفد الموفد مدير spokesman "
    "spokeswoman spokesperson".split()
)
_DEPUTIES = frozenset("نايب وكيل مساعد".split())


def serves(lex, words):
    """Whether the words before a person's name say that only his spokesman is meant: المتحدث باسم الرئيس الروسي."""
    words = list(words)
    if not words or any(w in ",،" for w in words):
        return False
    if bare(words[0], lex) not in _SPOKESMEN:
        return lex.language == "ar" and _is_attached(lex, words)
    if lex.language != "ar":
        return True
    while len(words) > 1 and words[-1] in lex.nations:
        words.pop()
    served = bare(words[-1], lex)  # not المتحدث باسم الخارجية الروسية X
    if len(words) == 1 or bare(words[0], lex) in _DEPUTIES:
        return False
    return served in lex.titles or served == "باسم"


def _is_attached(lex, words):
    """Whether the last title stands behind a ل that hangs it on the first word: المسؤول المرافق لوزير الخارجية."""
    at = next((k for k in range(len(words) - 1, 0, -1) if bare(words[k], lex) in lex.titles), 0)
    return at > 0 and words[at][0] == "ل" and bare(words[0], lex) not in _DEPUTIES | {"النايب"}


def kind(lex, words):
    """The type of source that the words of a description tell."""
    words = [bare(word, lex) for word in words]
    text, found = f" {' '.join(words)} ", set(words)
    for name, telling, phrases in lex.types:
        if found & telling or any(f" {phrase} " in text for phrase in phrases):
            return name
    return "other"
