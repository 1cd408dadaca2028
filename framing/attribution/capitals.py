"""English and Russian, which write names with a capital: who stands before the verb, and speech set beside it."""

from framing.attribution.marks import MARKS
from framing.attribution.names import is_capital
from framing.attribution.phrases import COMMAS, Phrase, noun_phrase
from framing.attribution.reading import TERMINAL
from framing.attribution.registry import find_source
from framing.attribution.roles import MEDIA_TYPES

_BACK = 20  # tokens before the verb
ENDS = TERMINAL | COMMAS
_ARTICLES = frozenset(("the", "a", "an"))


def subject(reading, registry, lex, at, begin=None):
    """The phrase that names who speaks before the verb at `at`, with what hangs on it; else None.

    It stands behind the token `begin`, else behind the beginning of the sentence.
    """
    tokens = reading.tokens
    begin = reading.bounds(at)[0] if begin is None else begin
    if at <= begin or tokens[at - 1] in lex.coordinators:
        return None  # … and criticised
    if tokens[at - 1] in lex.relatives:
        return _antecedent(reading, registry, lex, at - 1, begin)
    start = _left(reading, lex, at, begin)
    candidates = []
    for first in range(max(start, at - _BACK), at):
        if not _may_begin(reading, registry, lex, first, at):
            continue
        phrase = noun_phrase(reading, registry, first, at)
        if phrase is None or any(
            tokens[k] in lex.nobody or tokens[k] in lex.pronouns for k in range(first + 1, phrase.past)
        ):
            continue
        between = tokens[phrase.past : at]
        if not between or (len(between) < 9 and _hangs_on(between, lex)):
            key = (
                _governor(tokens, phrase.first, begin) in lex.prepositions,
                not _tells(reading, registry, lex, phrase),
            )
            candidates.append(((*key, bool(between), first), phrase))
    if not candidates:
        return None
    phrase = min(candidates)[1]
    return None if _nobody(reading, lex, phrase, begin) else _whole(reading, registry, lex, phrase, at, start)


def _left(reading, lex, at, begin):
    """Where the clause of the verb begins: behind the particle, the cue or the conjunction before it."""
    tokens, start = reading.tokens, at - 1
    while start > begin and tokens[start] in lex.auxiliaries:
        start -= 1
    if start >= begin and tokens[start] in COMMAS:  # a name, who he is, said
        start = next((k for k in range(start - 1, begin - 1, -1) if tokens[k] in COMMAS), begin - 1) - 1
    while start >= begin:
        if start in reading.openings and start - reading.openings[start] < 6 and tokens[start - 1] not in ENDS:
            start = reading.openings[start]
        elif not (reading.is_word(start) or tokens[start] in "-.") or _breaks(tokens[start], lex):
            break
        start -= 1
    return start + 1


def _breaks(token, lex):
    return token in lex.that or token in lex.cues or (token in lex.connectors and token not in lex.coordinators)


def _may_begin(reading, registry, lex, first, at):
    token = reading.tokens[first]
    if token in lex.connectors or token in lex.stops or not (reading.is_word(first) or first in reading.pairs):
        return False
    if token in lex.pronouns:
        return first + 1 == at or reading.tokens[first + 1] in lex.connectors
    medium = first and reading.tokens[first - 1] in lex.channels  # в интервью Би-би-си министр …
    found = find_source(registry, reading.language, reading.tokens, first, at) if medium else None
    return not (found and found[1] < at and registry.sources[found[0]].type in MEDIA_TYPES)


def _hangs_on(between, lex):
    if any(token in lex.pronouns or token in lex.that or token in lex.relatives for token in between[1:]):
        return between[0] in COMMAS and between[-1] in COMMAS
    return between[0] in lex.stops or between[0] in lex.connectors or between[0] in COMMAS


def _antecedent(reading, registry, lex, relative, begin):
    """The minister, who said …: the longest phrase that ends before the relative, from a name or a title on."""
    past = relative - 1 if reading.tokens[relative - 1] in COMMAS else relative
    for first in range(max(begin, past - 8), past):
        if not _may_begin(reading, registry, lex, first, past):
            continue
        phrase = noun_phrase(reading, registry, first, past)
        if phrase is not None and phrase.past == past and _tells(reading, registry, lex, phrase):
            return phrase
    return None


def _governor(tokens, first, begin):
    while first - 1 > begin and tokens[first - 1] in _ARTICLES:
        first -= 1
    return tokens[first - 1] if first > begin else ""


def _tells(reading, registry, lex, phrase):
    """Whether the phrase begins with somebody in the registry, a title, or a capital that is not the sentence's."""
    first = phrase.first
    if (
        find_source(registry, reading.language, reading.tokens, first, phrase.past)
        or reading.tokens[first] in lex.titles
    ):
        return True
    begins = all(not reading.is_word(k) for k in range(reading.bounds(first)[0], first))
    return is_capital(reading, first + 1 if begins and phrase.past > first + 1 else first) and not (
        begins and phrase.past == first + 1
    )


def _nobody(reading, lex, phrase, begin):
    before = reading.tokens[phrase.first - 1] if phrase.first > begin else ""
    return reading.tokens[phrase.first] in lex.nobody or before in lex.negations


def _whole(reading, registry, lex, phrase, at, start):
    """The phrase with the one before «and», and with what hangs on a common noun (a source close to …)."""
    tokens, first, past = reading.tokens, phrase.first, phrase.past
    hangs = past < at and tokens[past] in lex.prepositions and not is_capital(reading, past - 1)
    if hangs and all(reading.is_word(k) and tokens[k] not in lex.auxiliaries for k in range(past, at)):
        past = at
    joint = first - 1
    while joint > start and tokens[joint] in _ARTICLES:
        joint -= 1
    if joint > start and tokens[joint] in lex.coordinators:
        other = subject(reading, registry, lex, joint)
        if other is not None and other.past == joint:
            first = other.first
    if (first, past) == (phrase.first, phrase.past):
        return phrase
    return Phrase(first, past, ((first, past),))


def joined(reading, lex, first, past):
    """Whether a phrase names two who speak as one: «Omar Halabi and Nadia Kasimi»."""
    return any(reading.tokens[k] in lex.coordinators for k in range(first + 1, past - 1))


def closes(reading, lex, after, right):
    """Whether nothing but where and when follows, in an aside, its source or the token `after`: said she on Monday."""
    tokens, at = reading.tokens, after if isinstance(after, int) else after.past
    while at < right and tokens[at] in MARKS:
        at += 1
    if at >= right or tokens[at] in TERMINAL or tokens[at] in ":;,\n-–—":
        return True
    if tokens[at] in ("о", "об"):
        return False
    return (tokens[at] in lex.prepositions or tokens[at] in lex.adverbs) and not any(
        tokens[k] in lex.auxiliaries or tokens[k] in lex.that for k in range(at, right)
    )


def past_addressee(reading, registry, lex, at, end):
    """Past the one who is told something and the day: told Reuters on Monday (that) …; `at` where nobody is."""
    tokens, first = reading.tokens, at
    if at < end and tokens[at] in _ARTICLES:
        at += 1
    found = find_source(registry, reading.language, tokens, at, end) if at < end else None
    if found:
        at = found[1]
    elif at < end and (tokens[at] in lex.addressees or tokens[at] in lex.nobody):
        at += 1
    else:
        return first
    while at + 1 < end and tokens[at] in lex.prepositions and (at == first or is_capital(reading, at + 1)):
        at += 2
    return at
