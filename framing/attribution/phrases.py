"""The noun phrase that names a source: where it ends, which of its words are a role and which are a name."""

from typing import NamedTuple

from framing.attribution.extents import Extent
from framing.attribution.lexicon import lexicon
from framing.attribution.names import is_capital, name_span
from framing.attribution.objects import bare, possessed
from framing.attribution.reading import opens_clause
from framing.attribution.registry import find_source
from framing.attribution.roles import addressed, is_ali
from framing.attribution.words import look

COMMAS = frozenset(",،")
_MOST = 22  # tokens of one phrase


class Phrase(NamedTuple):
    """Tokens first … past - 1, and the same cut at commas and brackets into parts that stand side by side."""

    first: int
    past: int
    parts: tuple  # of (first, past)


def noun_phrase(reading, registry, first, limit, governs="", speaks=True):
    """The phrase that begins at `first` and ends before `limit`, or None where no noun stands there.

    `governs` of a cue: an object may follow, so the phrase ends at the first word that no name or role explains.
    `speaks`: not a phrase that only names somebody (للكاتب فلان).
    """
    lex, tokens = lexicon(reading.language), reading.tokens
    limit = min(limit, first + _MOST, len(tokens))
    if first < limit and tokens[first] in ("the", "a", "an") and reading.language == "en":
        first += 1
    if not governs and first + 1 < limit and _points(lex, tokens, first):
        first += 1
    if speaks and first < limit and _cannot_begin(reading, lex, registry, first):
        return None
    parts, begun, at = [], first, first
    arabic = Extent(reading, lex, registry, governs) if reading.language == "ar" else None
    if arabic:
        arabic.begin(first)
    if governs and arabic and first < limit and opens_object(reading, lex, registry, first):
        return None
    while at < limit:
        token = tokens[at]
        if at in reading.pairs:
            closing = reading.pairs[at]
            if closing - at > 6 or closing >= limit + 1:
                break
            at = closing + 1
        elif token == "(":
            closing = next((k for k in range(at, min(at + 7, limit)) if tokens[k] == ")"), None)
            if closing is None:
                break
            if at - begun <= 2 and bare(tokens[begun], lex) in lex.media and arabic and arabic.named is None:
                at = closing + 1  # صحيفة (النهر) المحلية: brackets as marks
                continue
            if tokens[at - 1 : at] and at > begun:
                parts.append((begun, at))
            at = begun = closing + 1
            if arabic:
                arabic.begin(begun)
        elif token in COMMAS:
            if at > begun:
                parts.append((begun, at))
            begun = at + 1
            if governs == "person" and len(parts) > 1 and begun < limit and look(lex, tokens[begun]).definite:
                break  # دعا فلان، رئيس الحزب، الرئيس إلى …
            if not _apposition(reading, lex, registry, parts, begun, limit):
                break
            at += 1
            if arabic:
                arabic.begin(begun)
        elif token == "\n":
            at += 1
            if at == begun + 1:
                begun = at
                if arabic:
                    arabic.begin(begun)
        elif (token == "." and at > begun and len(tokens[at - 1]) == 1) or (
            token in "-‑" and at > begun and reading.glued(at)
        ):
            at += 1
        elif not token[0].isalnum():
            break
        elif arabic:
            past = arabic.past(at, limit)
            if past is None:
                break
            if arabic.apposes(at):
                parts.append((begun, at))
                begun = at
                arabic.begin(at)
            at = past
        elif _ends_elsewhere(reading, lex, begun, at):
            break
        else:
            at += 1
    if at > begun:
        parts.append((begun, at))
    parts = [part for part in parts if part[1] > part[0]]
    if not parts:
        return None
    made = _maker(lex, tokens, parts, limit) if arabic else None
    made = noun_phrase(reading, registry, made, limit) if made else None
    return made or Phrase(parts[0][0], parts[-1][1], tuple(parts))


def without_quantifier(reading, lex, phrase):
    """عدد من المحللين، بعض الخبراء: the phrase from the noun of those who speak."""
    (first, past), *others = phrase.parts
    tokens, at = reading.tokens, first
    while at < past - 1 and (bare(tokens[at], lex) in lex.quantifiers or (at > first and tokens[at] == "من")):
        at += 1
    if at == first or bare(tokens[at], lex) not in lex.people:
        return phrase
    return Phrase(at, phrase.past, ((at, past), *others))


def _points(lex, tokens, first):
    """«هذه المصادر»: the phrase begins behind the demonstrative."""
    if tokens[first] not in lex.demonstratives or tokens[first + 1] in lex.periods:
        return False
    return look(lex, tokens[first + 1]).definite


def _maker(lex, tokens, parts, limit):
    """Where the body begins that made the text which is named (بيان صادر عن الوزارة), or None."""
    first, past = parts[0][0], parts[-1][1]
    if tokens[first].removeprefix("ل") in lex.words_of and past + 1 < limit and tokens[past] == "من":
        return past + 1  # تقديرات سابقة من خبراء
    if tokens[first].removeprefix("ل") in lex.words_of and parts[0][1] - first > 1:
        word = look(lex, tokens[first + 1])
        return first + 1 if word.definite or word.title or word.given else None
    if past + 1 < limit and tokens[past] in lex.called and past > first:
        word = look(lex, tokens[past + 1])
        plain = not (word.definite or word.describes or word.joined or tokens[past + 1] in lex.stops)
        return past + 1 if word.given or (plain and tokens[past] not in ("هو", "هي")) else None
    if tokens[first] not in lex.texts or past + 1 >= limit:
        return None
    if tokens[past - 1] in lex.issued and tokens[past] == "عن":
        return past + 1
    behind = past + 1 if tokens[past] in ("الذي", "التي") else past
    return behind + 1 if tokens[behind] in lex.issuing else None


def _apposition(reading, lex, registry, parts, at, limit):
    """Whether what follows a comma at `at` describes, or names, the part before it."""
    if not parts or len(parts) > 2 or at >= limit:
        return False
    token = reading.tokens[at]
    if (
        not reading.is_word(at)
        or token in lex.that
        or token in lex.cues
        or ((token in lex.stops or token in lex.according) and not is_ali(reading, lex, at))
    ):
        return False
    if reading.language == "ar" and opens_object(reading, lex, registry, at):
        return False  # عن الوزير، تأكيده أن …
    if bare(token, lex) in lex.titles:
        return True
    if token in ("an", "the", "a"):
        return any(t in COMMAS for t in reading.tokens[at : min(limit, at + 9)])
    if reading.language == "ar" and look(lex, token).deed:
        return False
    first, past = parts[-1]
    return bare(reading.tokens[first], lex) in lex.titles and not name_span(reading, registry, first, past)


def opens_object(reading, lex, registry, first):
    """Whether a word behind the verb is its object at once: a verbal noun, a word with a pronoun (نفت استخدامها)."""
    if possessed(reading, first):
        return True
    word = look(lex, reading.tokens[first])
    if word.definite:
        return word.bare in lex.acts
    return (word.verbal or word.shaped) and find_source(registry, "ar", reading.tokens, first, first + 4) is None


def _cannot_begin(reading, lex, registry, first):
    """Words no source begins with: one addressed (للصحفيين), a preposition behind و, our own voice."""
    token = reading.tokens[first]
    if reading.language != "ar":
        return False
    if look(lex, token).deed and not _registered(registry, reading.tokens, first):
        return True
    if token == "و" or token in lex.nameless or (token.startswith("بال") and len(token) > 5):
        return True
    if token in lex.objects and reading.tokens[first - 1 : first] == ["ب"]:
        return True
    if token[:1] in "وف" and token[1:] in lex.stops and token not in lex.titles:
        return True
    if (token.endswith("ناه") and len(token) > 5) or token in ("القاري", "النشره"):
        return True
    if (
        token.startswith("ل")
        and len(token) > 3
        and not _registered(registry, reading.tokens, first)
        and (first == 0 or reading.tokens[first - 1] not in ("وفقا", "طبقا", "تبعا", "ووفقا", "وطبقا", "استنادا"))
    ):
        return token.startswith("لل") or bare(token, lex) != token or addressed(reading, lex, registry, first)
    return False


def _registered(registry, tokens, at):
    """Whether a registered name begins with exactly this word (لوموند, علي خامنئي)."""
    return tokens[at] in registry.index["ar"] and find_source(registry, "ar", tokens, at, at + 4) is not None


def _ends_elsewhere(reading, lex, begun, at):
    """English and Russian: a phrase goes on over capitals, titles, nouns of a kind, of, and."""
    token = reading.tokens[at]
    if opens_clause(reading, lex, at) or token.isdigit():
        return True
    cue = lex.cues.get(token)
    if cue is not None and cue.kind != "noun" and (at > begun or cue.kind != "participle"):
        return not (token in lex.titles or token in lex.roles)
    if token in lex.stops:
        generic = token in ("at", "in", "в", "из", "с", "with", "on", "from", "for", "по") and at > begun
        follows = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else ""
        return not (generic and is_capital(reading, at + 1) and follows not in lex.stops and reading.language == "ru")
    return False
