"""Nested keys with their patterns: what the dictionaries of all programs have in common; to a scheme and back."""

import hashlib
import re
from typing import NamedTuple

from framing.scheme import Scheme
from framing.tables import FramingError
from framing.text import language as language_of

_LANGUAGES = ("ar", "en", "ru")


class ExchangeError(FramingError):
    """A foreign dictionary cannot be read, or a scheme be written as one: file, line, what was found, what to do."""


class Entry(NamedTuple):
    """One pattern of a key; `*` and `?` are wildcards in every format."""

    text: str
    weight: float = 1.0


class Key(NamedTuple):
    """A category: its patterns, and the categories inside it."""

    name: str
    entries: list
    keys: list
    description: str = ""


class Dictionary(NamedTuple):
    """A foreign dictionary, and in `losses` one sentence for each thing that could not be held."""

    name: str
    keys: list
    losses: list


def to_scheme(dictionary, language=None):
    """A Dictionary as a Scheme. Outermost keys become frames, keys without keys inside become items.

    Other programs match words as they are printed, so every indicator is `inflect: false`; take that out to find an
    Arabic word with its clitics. `language` of all patterns; without it each pattern's own script tells.
    """
    frames = _named(dictionary.keys, lambda key: _frame(key, language))
    name = identifier(dictionary.name).replace("_", "-")
    if not frames:
        raise ExchangeError(f"{dictionary.name} holds no category with a pattern")
    return Scheme.model_validate(
        {
            "name": name,
            "version": "0",
            "title": _label(dictionary.name),
            "description": "Read from a dictionary of another program; each item asks for its words as printed.",
            "frames": frames,
        }
    )


def from_scheme(scheme, language):
    """The Dictionary of a scheme's indicators in one language, with what no dictionary can hold among its losses."""
    losses = []
    keys = [_key(name, frame, language, losses) for name, frame in scheme.frames.items()]
    if scheme.negation != "ignore" or any(frame.negation for frame in scheme.all_frames.values()):
        losses.append("negation: a negated match counts in other programs")
    others = [code for code in scheme.languages if code != language]
    if others:
        losses.append(f"indicators in {', '.join(others)}; write one file per language")
    if language == "ar" and any(entry.inflect for *_, item in scheme.items for entry in item.indicators.get("ar", ())):
        losses.append("Arabic inflection: other programs find a word only as it is printed, without its clitics")
    return Dictionary(scheme.name, [key for key in keys if key.entries or key.keys], losses)


def identifier(name):
    """The name that a key of any script has in a scheme."""
    plain = re.sub("[^a-z0-9]+", "_", name.lower()).strip("_")
    if len(plain) < len(re.findall(r"\w", name)) / 2 or not plain:  # another script than Latin
        return f"key_{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    return plain if plain[0].isalpha() else f"k_{plain}"


def _frame(key, language):
    # a key that holds patterns and keys has an item of its own name for the patterns
    leaves = [inner for inner in key.keys if not inner.keys]
    own = [key._replace(keys=[])] if key.entries else []
    items = _named([*own, *(leaf for leaf in leaves if leaf.entries)], lambda leaf: _item(leaf, language))
    frames = _named([inner for inner in key.keys if inner.keys], lambda inner: _frame(inner, language))
    if not items and not frames:
        return None
    described = {"definition": key.description} if key.description else {}
    return {"label": _label(key.name), "items": items, "frames": frames, **described}


def _item(key, language):
    indicators = {}
    for entry in key.entries:
        code = language or language_of(entry.text) or "en"
        indicators.setdefault(code, []).append({"phrase": entry.text, "inflect": False, "weight": entry.weight})
    described = {"include": key.description} if key.description else {}
    question = f"Does the unit hold a word of the category {key.name}?"
    return {"question": question, "label": _label(key.name), "indicators": indicators, **described}


def _named(keys, build):
    """{identifier: what `build` makes of the key}; of two keys of one name the second is numbered."""
    built = {}
    for key in keys:
        made, name, number = build(key), identifier(key.name), 1
        while name in built:
            number += 1
            name = f"{identifier(key.name)}_{number}"
        if made:
            built[name] = made
    return built


def _label(name):
    return {language_of(name) or "en": name}


def _key(name, frame, language, losses):
    label = _printed(frame.labels, name)
    entries, keys = [], []
    for item_name, item in frame.items.items():
        held = _entries(item_name, item, language, losses)
        if item_name == name:
            entries = held
        elif held:
            keys.append(Key(_printed(item.labels, item_name), held, [], item.include or ""))
    keys += [_key(inner_name, inner, language, losses) for inner_name, inner in frame.frames.items()]
    return Key(label, entries, keys, frame.definition or "")


def _entries(name, item, language, losses):
    held = []
    for indicator in item.indicators.get(language, ()):
        if not indicator.phrases:
            losses.append(f"{name}: {indicator.text} (near, lemma and regex have no counterpart)")
        if indicator.unless and indicator.phrases:
            losses.append(f"{name}: {indicator.text} counts also inside {', '.join(indicator.unless)}")
        held += [Entry(phrase, indicator.weight) for phrase in indicator.phrases]
    return held


def _printed(labels, name):
    """The label from which a name was made, or the name."""
    return next((text for texts in (labels or {}).values() for text in texts if identifier(text) == name), name)
