"""What is wrong in a scheme beyond its shape. Every function takes plain data, however broken, and yields
(path, message); a value of the wrong type is left to the model."""

import re
import unicodedata
from difflib import get_close_matches

from framing.scheme.indicators import FORMS
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


def in_frames(frames, path):
    """Faults of each indicator, indicators that two items of a frame claim, and frames that hold nothing."""
    for name, frame in _pairs(frames):
        here = (*path, name)
        if isinstance(frame, dict) and not (frame.get("items") or frame.get("frames")):
            yield here, "is empty; a frame needs `items`, or `frames` of its own"
        yield from _in_items(frame, here)
        if isinstance(frame, dict):
            yield from in_frames(frame.get("frames"), (*here, "frames"))


def names(frames):
    """The names of frames and sub-frames, as "frame" and "frame.sub_frame"."""
    for name, frame in _pairs(frames):
        yield name
        yield from (f"{name}.{inner}" for inner in names(frame.get("frames") if isinstance(frame, dict) else None))


def _in_items(frame, path):
    claimed = {}
    for place, language, indicator in _indicators(frame, path):
        yield from ((place, fault) for fault in _form_faults(indicator))
        for phrase, step, alone in _phrases(indicator):
            fault = _fault(phrase, language, indicator.get("script"))
            if fault:
                yield (*place, *step), fault
            elif alone and not indicator.get("unless"):
                key = language, " ".join(fold(phrase).split())
                if key in claimed:
                    yield (
                        (*place, *step),
                        f"'{phrase}' stands already at {address(claimed[key])}; keep it once in a frame",
                    )
                claimed.setdefault(key, (*place, *step))


def in_contrasts(contrasts, frames):
    """Contrasts that name frames the scheme does not hold, the same frame twice, or a frame by their own name."""
    frames = list(frames)
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


def _indicators(frame, path):
    """(path, language, indicator as keys) of every indicator of a frame that has the shape of one."""
    items = frame.get("items") if isinstance(frame, dict) else None
    for item_name, item in _pairs(items):
        for language, entries in _pairs(item.get("indicators") if isinstance(item, dict) else None):
            for index, entry in enumerate(entries if isinstance(entries, list) else []):
                if isinstance(entry, (str, dict)):
                    indicator = {"phrase": entry} if isinstance(entry, str) else entry
                    yield (*path, "items", item_name, "indicators", language, index), language, indicator


def _phrases(indicator):
    """(phrase, the steps to it, is it evidence by itself?) of one indicator."""
    for key in ("phrase", "any", "near", "unless"):
        yield from _texts(indicator.get(key), (key,) if len(indicator) > 1 or key != "phrase" else (), key)


def _texts(value, steps, key):
    if isinstance(value, str):
        if value.strip():
            yield value, steps, key in ("phrase", "any")
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _texts(entry, (*steps, number), key)
    elif isinstance(value, dict):
        yield from _texts(value.get("any"), (*steps, "any"), key)


def _form_faults(indicator):
    """What the keys of one indicator say against each other."""
    written = [key for key in FORMS if key in indicator]
    if len(written) != 1:
        found = f"found {' and '.join(written)}" if written else f"found {', '.join(map(str, indicator)) or 'none'}"
        yield f"needs exactly one of {', '.join(FORMS)}; {found}"
    if "near" not in indicator:
        yield from (f"`{key}` belongs to `near`; take it out" for key in ("window", "ordered") if key in indicator)
    if indicator.get("inflect") is False and indicator.get("nisba") is True:
        yield "`nisba` asks for another form, `inflect: false` for none; keep one of them"
    if "regex" in indicator and isinstance(indicator["regex"], str):
        yield from _regex_faults(indicator["regex"])


def _regex_faults(written):
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        if re2.compile(written, options).match(""):
            yield f"the regular expression {written} matches nothing at all; name at least one letter"
    except re2.error as error:
        yield f"{written} is no regular expression of RE2: {error.args[0]}"


def _fault(phrase, language, script=None):
    comma = _COMMA.search(phrase)
    if comma:
        kind = {"،": "an Arabic comma", ",": "a comma"}.get(comma.group(), "a semicolon")
        return f"'{phrase}' holds {kind}; write one phrase a line"
    if language not in _SCRIPTS:  # reported as a key
        return None
    for word in phrase.split():
        wanted = script.upper() if isinstance(script, str) else _SCRIPTS[language]
        foreign = _foreign(word, wanted)
        if foreign:
            remedy = "only an acronym in capitals, such as NATO, may be, or a phrase that says so with `script`"
            return f"'{phrase}' is not {_NAMES[language] if not script else script.capitalize()}: {foreign}; {remedy}"
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
