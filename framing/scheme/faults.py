"""What is wrong in a scheme beyond its shape. Every function takes plain data, however broken, and yields
(path, message); a value of the wrong type is left to the model."""

import re
import unicodedata
from difflib import get_close_matches

from framing.text import fold

_COMMA = re.compile("[,،;؛؍]")
_ACRONYM = re.compile(r"[A-Z0-9][A-Z0-9.\-]*")
_SCRIPTS = {"ar": "ARABIC", "en": "LATIN", "ru": "CYRILLIC"}
_NAMES = {"ar": "Arabic", "en": "English", "ru": "Russian"}
# what any definite Arabic noun may begin with: before a wildcard it narrows nothing
_PROCLITICS = re.compile("[وف]?(?:[بك]?ال|لل|[بكلس](?=[*?]))|[وف](?=[*?])")


def unquoted(bare, allowed):
    """Words that another program reads as a truth value, an empty value or a number, because no quotes stand
    around them."""
    for path, written in bare.items():
        if allowed(path):
            continue
        if written == "":
            yield path, "is empty; write a text, or take the key out"
        elif re.fullmatch("~|null", written, re.IGNORECASE):
            yield path, f"{written} was read as empty; put it in quotes"
        elif re.fullmatch("true|false", written, re.IGNORECASE):
            yield path, f"{written.capitalize()} was read as a boolean; put it in quotes"
        elif re.fullmatch("[a-z]+", written, re.IGNORECASE):
            yield (
                path,
                f"{written} was written without quotes, and many programs read it as a boolean; put it in quotes",
            )
        else:
            yield path, f"{written} was read as a number; put it in quotes"


def in_indicators(frame, path):
    """Faults of each indicator of a frame, and indicators that two items of the frame claim."""
    claimed = {}
    for place, language, phrase in _phrases(frame, path):
        fault = _fault(phrase, language)
        if fault:
            yield place, fault
            continue
        key = language, " ".join(fold(phrase).split())
        if key in claimed:
            yield place, f"'{phrase}' stands already at {address(claimed[key])}; keep it once in a frame"
        claimed.setdefault(key, place)


def in_contrasts(contrasts, frames):
    """Contrasts that name frames the scheme does not hold, the same frame twice, or a frame by their own name."""
    for name, contrast in _pairs(contrasts):
        if name in frames:
            yield ("contrasts", name), "is also the name of a frame; give the contrast another name"
        poles = {
            pole: contrast[pole] for pole in ("positive", "negative") if isinstance(contrast, dict) and pole in contrast
        }
        for pole, frame in poles.items():
            if isinstance(frame, str) and frame not in frames:
                yield ("contrasts", name, pole), f"no frame is called '{frame}'; {nearest(frame, frames)}"
        if len(poles) == 2 and poles["positive"] == poles["negative"]:
            yield ("contrasts", name), "sets a frame against itself; name two frames"


def nearest(name, known):
    """What to do about an unknown name."""
    near = get_close_matches(str(name), known, 1)
    return f"did you mean '{near[0]}'?" if near else f"known are {', '.join(known)}"


def address(path):
    """$.frames.x.items.y.indicators.ar[0]"""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def _phrases(frame, path):
    items = frame.get("items") if isinstance(frame, dict) else None
    for item_name, item in _pairs(items):
        for language, entries in _pairs(item.get("indicators") if isinstance(item, dict) else None):
            for index, entry in enumerate(entries if isinstance(entries, list) else []):
                place = (*path, "items", item_name, "indicators", language, index)
                if isinstance(entry, dict):
                    entry, place = entry.get("phrase"), (*place, "phrase")
                if isinstance(entry, str) and entry.strip():
                    yield place, language, entry


def _fault(phrase, language):
    comma = _COMMA.search(phrase)
    if comma:
        kind = {"،": "an Arabic comma", ",": "a comma"}.get(comma.group(), "a semicolon")
        return f"'{phrase}' holds {kind}; write one phrase a line"
    if language not in _SCRIPTS:  # reported as a key
        return None
    for word in phrase.split():
        foreign = _foreign(word, _SCRIPTS[language])
        if foreign:
            return f"'{phrase}' is not {_NAMES[language]}: {foreign}; only an acronym in capitals, such as NATO, may be"
    words = phrase.split()
    vague = [word for word in words if _is_vague(word) and (len(words) == 1 or "*" in word or "?" in word)]
    if vague:
        return f"'{phrase}' matches every word or nearly so at '{vague[0]}'; write at least two letters of a word"
    return None


def _foreign(word, script):
    """The first letter of a word that its language does not write."""
    if _ACRONYM.fullmatch(word):
        return None
    for letter in word:
        if letter.isalpha() and not unicodedata.name(letter, "").startswith(script):
            return f"{letter} is {unicodedata.name(letter, 'unnamed').split()[0].capitalize()}"
    return None


def _is_vague(word):
    folded_word = fold(word)
    if "*" in word or "?" in word:
        folded_word = _PROCLITICS.sub("", folded_word, count=1) if _PROCLITICS.match(folded_word) else folded_word
    return sum(letter.isalnum() for letter in folded_word) < 2


def _pairs(mapping):
    return mapping.items() if isinstance(mapping, dict) else ()
