"""The registry of citable sources: who they are, what they are called, of which kind they are."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from framing.attribution.marks import MARKS
from framing.tables import FramingError
from framing.text import fold
from framing.yamlfile import read_yaml

SOURCES = Path(__file__).parent.parent / "lexicons" / "sources.yml"
TYPES = (
    "official government state_media foreign_media news_agency expert think_tank opposition armed_group igo_ngo "
    "anonymous other"
).split()
LANGUAGES = ("ar", "en", "ru")
_KEYS = {"id", "type", "country", "parent", "person", "roles", *LANGUAGES}


class AttributionError(FramingError):
    """A registry of sources, or an article, that attribution cannot work with."""


class Source(NamedTuple):
    """One entry: `names` holds, per language, the name first and then its aliases, as printed."""

    id: str
    type: str
    country: str | None
    parent: str | None
    person: bool
    names: dict
    roles: dict  # per language, what a person named in the article may be called again (وزير الخارجية الروسي)


class Registry(NamedTuple):
    """The sources by id, and per language their folded names as tuples of words under the first word."""

    sources: dict
    index: dict
    sounds: dict  # (given name, family name) of Arabic persons as consonants -> id
    met: dict  # per language, the names that may begin with a token that was met
    mute: dict  # per language, the tokens that were met and begin nothing that names a voice
    standings: dict  # per language, what is known of a source that was met


def read_sources(path=None):
    """The registry of sources that ships, with those of the YAML file `path` added; an id that recurs is replaced.

    An entry is `id`, `type` (one of TYPES), optional `country`, `parent`, `person`, and names in `ar`, `en`, `ru`:
    a list, the name first, then aliases. Raises AttributionError with every fault at once.
    """
    if path is None:
        return _shipped()
    sources = {source.id: source for source in _shipped().sources.values()}
    sources.update((source.id, source) for source in _read(path))
    return _registry(sources, str(path))


@cache
def _shipped():
    return _registry({source.id: source for source in map(_source, shipped_entries())}, SOURCES.name)


_KEY = re.compile(r"^( *)(\w+): ?(\[[^\]]*\]|.*)$", re.MULTILINE)


def shipped_entries():
    """The entries of the shipped file, as `read_yaml` gives them in a hundred times the time: it keeps to one shape."""
    entries = []
    for block in SOURCES.read_text(encoding="utf-8").split("\n- ")[1:]:
        entry = into = {}
        for indent, key, value in _KEY.findall(block):
            into = entry if len(indent) < 4 else entry["roles"]
            into[key] = _plain(value)
        entries.append(entry)
    return entries


def _plain(value):
    if value.startswith("["):
        return [_plain(name.strip()) for name in value[1:-1].split(",")]
    if value.startswith("'"):
        return value[1:-1].replace("''", "'")
    return {"": {}, "true": True}.get(value, value)


def _read(path):
    entries = read_yaml(path).data
    if not isinstance(entries, list):
        raise AttributionError(
            f"{path}: a registry is a list of entries, each with an id; found {type(entries).__name__}"
        )
    faults = [f for number, entry in enumerate(entries) for f in _faults(number, entry)] + _repeated(entries)
    if faults:
        raise AttributionError("\n  ".join([f"{path} cannot be used:", *faults]))
    return [_source(entry) for entry in entries]


def _faults(number, entry):
    if not isinstance(entry, dict):
        return [f"$[{number}]: an entry is a mapping with id, type and names; found {entry!r}"]
    place = f"$[{number}] ({entry.get('id', 'no id')})"
    faults = [
        f"{place}: unknown key '{key}'; known are {', '.join(sorted(_KEYS))}" for key in entry if key not in _KEYS
    ]
    if not isinstance(entry.get("id"), str):
        faults.append(f"{place}: id is missing")
    if entry.get("type") not in TYPES:
        faults.append(f"{place}: type must be one of {', '.join(TYPES)}; found {entry.get('type')!r}")
    if not any(entry.get(language) for language in LANGUAGES):
        faults.append(f"{place}: names are missing; give a list under ar, en or ru")
    for language in LANGUAGES:
        names = entry.get(language, [])
        if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
            faults.append(f"{place}: {language} must be a list of names; found {names!r}")
    return faults


def _repeated(entries):
    seen, faults = set(), []
    for entry in entries:
        name = entry.get("id") if isinstance(entry, dict) else None
        if name is not None and name in seen:
            faults.append(f"id '{name}' stands twice; give each source one entry")
        seen.add(name)
    return faults


def _source(entry):
    names = {language: list(entry[language]) for language in LANGUAGES if entry.get(language)}
    return Source(
        entry["id"],
        entry["type"],
        entry.get("country"),
        entry.get("parent"),
        bool(entry.get("person")),
        names,
        entry.get("roles", {}),
    )


def _registry(sources, name):
    index = {language: {} for language in LANGUAGES}
    claimed, faults = {}, []
    for source in sources.values():
        for language, names in source.names.items():
            for alias in names:
                words = tuple(fold(alias).replace("-", " ").replace("‑", " ").split())
                if not words:
                    continue
                other = claimed.setdefault((language, words), source.id)
                if other != source.id:
                    faults.append(f"'{alias}' ({language}) is claimed by '{other}' and '{source.id}'; keep it for one")
                if language == "ru":
                    words = tuple(_russian_stem(word) for word in words)
                index[language].setdefault(words[0], []).append((words, source.id))
    if faults:
        raise AttributionError("\n  ".join([f"{name} cannot be used:", *faults]))
    for by_first in index.values():
        for aliases in by_first.values():
            aliases.sort(key=lambda alias: -len(alias[0]))
    met, mute, standings = ({language: kind() for language in LANGUAGES} for kind in (dict, set, dict))
    return Registry(sources, index, _sounds(sources), met, mute, standings)


@lru_cache(1 << 14)
def consonants(word):
    """A folded Arabic word without what foreign names are spelled with at will: ج for غ, long vowels, the last ه."""
    return word.removeprefix("ال").translate(_AT_WILL)


_AT_WILL = str.maketrans({"ج": "غ", "ق": "غ", "ث": "س", "ط": "ت", **dict.fromkeys("اويهء")})


def _sounds(sources):
    found, twice = {}, set()
    for source in sources.values():
        for name in source.names.get("ar", ()) if source.person else ():
            words = fold(name).split()
            key = (consonants(words[0]), consonants(words[-1]))
            if len(words) > 1 and found.setdefault(key, source.id) != source.id:
                twice.add(key)
    return {key: name for key, name in found.items() if key not in twice and len("".join(key)) > 5}


def display_name(source, language="ar"):
    """The name of a source in that language, else in any that it has."""
    return source.names.get(language, next(iter(source.names.values())))[0]


def find_source(registry, language, tokens, start, end):
    """(id, past the last token) of the longest alias at `start`, else None; Arabic proclitics are looked through."""
    if start >= end or start >= len(tokens):
        return None
    met, token = registry.met[language], tokens[start]
    candidates = met.get(token)
    if candidates is None:
        candidates = met[token] = _candidates(registry, language, token)
    if not candidates:  # most words: no name begins with them
        return None
    end = min(end, len(tokens))
    following = tokens[start + 1] if start + 1 < len(tokens) else ""
    if language != "ar" or "-" in token:
        return _inflected(candidates, tokens, start, end)
    if following in MARKS:
        return _between_marks(candidates, tokens, start, end)
    for words, name in candidates.get(following, ()):
        past = start + len(words)
        if past <= end and (past <= start + 2 or tuple(tokens[start + 2 : past]) == words[2:]):
            return name, past
    alone = candidates.get("")
    return (alone[0][1], start + 1) if alone else None


def _candidates(registry, language, token):
    """The names that may begin with this token, under their second word, longest first; one word alone under ''."""
    index = registry.index["en" if token.isascii() else language]
    candidates = {}
    for first in _readings(token, language):
        for words, name in index.get(first, ()):
            candidates.setdefault(words[1] if len(words) > 1 else "", []).append((words, name))
    return candidates


def _longest_first(candidates):
    return sorted((found for names in candidates.values() for found in names), key=lambda found: -len(found[0]))


def _inflected(candidates, tokens, start, end):
    for words, name in _longest_first(candidates):
        if past := _matches(words, tokens, start, end):
            return name, past
    return None


_LONGEST = 8  # words of a name that quotation marks run through


def _between_marks(candidates, tokens, start, end):
    """صحيفة «الوطن» السورية: the longest alias, its quotation marks passed over."""
    places = [k for k in range(start, min(end, len(tokens), start + _LONGEST + 2)) if tokens[k] not in MARKS]
    second = tokens[places[1]] if len(places) > 1 else ""
    for words, name in (*candidates.get(second, ()), *candidates.get("", ())):
        if len(words) <= len(places) and all(tokens[k] == w for k, w in zip(places[1:], words[1:], strict=False)):
            past = places[len(words) - 1] + 1
            closes = len(words) > 1 and past < end and tokens[past] in MARKS and words[-1] == tokens[past - 1]
            return name, past + 1 if closes else past
    return None


def _russian_stem(word):
    """A Russian name without the ending that a case changes."""
    return word[:-1] if len(word) > 4 and word[-1] in "аяйьеыио" else word


def _readings(token, language):
    if language == "ru":
        head = token.replace("‑", "-").split("-")[0]
        return [head[: len(head) - cut] for cut in range(min(4, max(1, len(head) - 2)))]
    if language != "ar":
        parts = token.removesuffix("'s").split("-")
        return [parts[0]] if len(parts) > 1 else [token.removesuffix("'s")]
    found = [token]
    if token.startswith("لل") and len(token) > 4:
        found.append("ال" + token[2:])
    if token[:1] in "وفبكل" and len(token) > 2:
        found += [token[1:]]
        if token[1:3] == "لل":
            found.append("ال" + token[3:])
    return found


def _same(parts, words):
    """Whether the words agree; a Cyrillic one may carry the ending of its case."""
    if len(parts) != len(words):
        return False
    return all(
        p == w or (w[:1] >= "\u0400" and w[:1] < "\u0500" and p.startswith(w) and len(p) - len(w) < 4)
        for p, w in zip(parts, words, strict=True)
    )


def _matches(words, tokens, start, end):
    """Past the last token where `words` (hyphens are blanks) run on from `start`, else 0."""
    parts = tokens[start].removesuffix("'s").replace("‑", "-").split("-")
    taken, position = len(parts), start + 1
    if len(parts) > 1 and not _same(parts[1:], words[1 : len(parts)]):
        return 0
    while taken < len(words):
        if position >= end:
            return 0
        parts = tokens[position].removesuffix("'s").replace("‑", "-").split("-")
        if not _same(parts, words[taken : taken + len(parts)]):
            return 0
        taken += len(parts)
        position += 1
    return position if taken == len(words) else 0
