"""Whom a verb without a subject goes on with: the noun of its relative clause, the subject of a clause before."""

from framing.attribution.lexicon import lexicon
from framing.attribution.objects import bare
from framing.attribution.phrases import COMMAS, noun_phrase
from framing.attribution.registry import find_source

_PASSIVE = frozenset("نشر نشرت ينشر تنشر".split())  # بيان نشر على …


def antecedent(reading, registry, lex, at):
    """The phrase that «… الذي قال», «منتقدين يقولون» take up: what stands right before the verb at `at`, or None."""
    tokens = reading.tokens
    begin, _ = reading.bounds(at)
    if at <= begin or tokens[at] in _PASSIVE or (tokens[at][0] in "وف" and tokens[at][1:] in lex.cues):
        return None
    joint = at - 1
    while joint > begin and tokens[joint] in lex.auxiliaries:
        joint -= 1
    if tokens[joint] in lex.relatives:
        past = joint
        while past > begin and (not reading.is_word(past - 1)):
            past -= 1
        cue = lex.cues[tokens[at]]
        if cue.gender == "m" and cue.number == "s" and tokens[joint].endswith("التي"):
            return None  # الهجمات التي قال إنها
        found = longest(reading, registry, lex, begin, past, definite=True)
        resumed = tokens[at + 1] in lex.that and len(tokens[at + 1]) > 2 if at + 1 < len(tokens) else False
        return None if found and resumed and not _starts(reading, lex, found.first) else found
    if not reading.is_word(joint) or tokens[joint].startswith("ال"):
        return None
    found = longest(reading, registry, lex, begin, joint + 1, definite=False)
    through = found and found.first > begin and tokens[found.first - 1].removeprefix("و") in ("في", "عبر", "خلال")
    return None if through and bare(tokens[found.first], lex) in lex.texts else found  # في تقرير جديد اتهم …


def longest(reading, registry, lex, begin, past, definite):
    """The longest phrase that ends at `past` and opens with a noun that may speak."""
    found = None
    for first in range(past - 1, max(begin - 1, past - 12), -1):
        token = reading.tokens[first]
        if not reading.is_word(first) and token not in COMMAS and first not in reading.openings:
            break
        if not _opens(reading, registry, lex, first, definite):
            continue
        if found is not None and token.startswith("ال") and _starts(reading, lex, found.first):
            break  # في الميناء الوزير: no construct
        phrase = noun_phrase(reading, registry, first, past)
        if phrase is not None and phrase.past == past:
            found = phrase
    return found


def _opens(reading, registry, lex, at, definite):
    token = reading.tokens[at]
    if not definite:
        return bare(token, lex) in lex.sayers
    if token in lex.stops:
        return False
    return token.startswith("ال") or _starts(reading, lex, at)


def _starts(reading, lex, at):
    """Whether the word is a title, or the noun of a body, of people or of a text."""
    word = bare(reading.tokens[at], lex)
    return word in lex.titles or word.removeprefix("ال") in lex.heads or word in lex.sayers


def subjects(reading, registry, actors, begin, end, opened=True):
    """(token, Voice) of the subjects of the clauses between two tokens, by the place where each clause opens.

    `opened`: a clause opens at `begin`.
    """
    lex = lexicon(reading.language)
    found, at = [], begin
    commas, topic = opened, False
    if reading.language != "ar":
        return found
    while at < end:
        token = reading.tokens[at]
        if token in lex.joints:
            opened, at = True, at + 1
            topic = token.endswith("اما")
            continue
        if not opened or not reading.is_word(at):
            if token in "-–—" and at - begin < 14 and commas:
                opened, found = True, []  # the dateline is over
            opened = opened or (commas and token in COMMAS and not found)
            at += 1
            continue
        if token in lex.auxiliaries or token in lex.connectors:
            at += 1
            continue
        opened = False
        limit = next((k for k in range(at + 1, end) if _answers(reading, lex, k)), end) if topic else end
        phrase = _subject(reading, registry, actors, lex, at, limit)
        if phrase is not None and reading.tokens[phrase.first] not in lex.echoes:
            found.append((at, actors.describe(phrase, running=True) or actors.resolve(phrase, at)))
            at = max(at + 1, phrase.parts[0][1])
        else:
            at += 1
    return found


def _answers(reading, lex, at):
    """Whether the word begins with the ف that answers أما."""
    token = reading.tokens[at]
    return token[0] == "ف" and len(token) > 3 and token not in lex.names and not token.startswith("في")


def _subject(reading, registry, actors, lex, at, end):
    """The phrase that is the subject of the clause that opens at `at`: its first word, or the one behind its verb."""
    tokens = reading.tokens
    if _may_act(reading, registry, actors, lex, at):
        return noun_phrase(reading, registry, at, end, "deed")
    if tokens[at] in lex.stops or at + 1 >= end:
        return None
    if _may_act(reading, registry, actors, lex, at + 1):
        return noun_phrase(reading, registry, at + 1, end, "deed")
    return None


def _may_act(reading, registry, actors, lex, at):
    token = reading.tokens[at]
    if not reading.is_word(at) or token in lex.stops:
        return False
    word = bare(token, lex)
    if token[0] in "بلكف" and token not in lex.titles and token not in lex.heads and word != token:
        return False
    if (
        word in lex.titles
        or word.removeprefix("ال") in lex.heads
        or word in lex.sayers
        or token in actors.memory.surnames
    ):
        return True
    found = find_source(registry, "ar", reading.tokens, at, at + 6)
    return bool(found) and (token in registry.index["ar"] or token[0] not in "بلك")
