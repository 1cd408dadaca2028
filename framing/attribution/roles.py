"""What a role takes with it: the body or place behind its preposition, and the words that ل and علي make of others."""

from framing.attribution.reading import opens_clause
from framing.attribution.registry import find_source
from framing.attribution.words import look

MEDIA_TYPES = frozenset(("foreign_media", "news_agency", "state_media"))


def registered_at(reading, registry, at):
    """The registered source whose name begins at `at`, or None."""
    found = find_source(registry, "ar", reading.tokens, at, at + 5)
    return registry.sources[found[0]] if found else None


def named_after(reading, lex, registry, at):
    """Whether the preposition at `at` governs a body or a place with the name of the one in office behind it."""
    tokens, end = reading.tokens, min(at + 8, len(reading.tokens))
    k = at + 1
    while k < end:
        word = look(lex, tokens[k])
        found = find_source(registry, "ar", tokens, k, end)
        if found and registry.sources[found[0]].person:
            return k > at + 1
        if found:
            k = found[1]
        elif word.given:
            return k > at + 1
        elif tokens[k] in ",،" and k > at + 1:
            following = tokens[k + 1 : k + 2]
            return (
                bool(following)
                and following[0] not in lex.that
                and (
                    look(lex, following[0]).given
                    or _set_apart(lex, tokens, k + 1)
                    or (
                        bool(known := find_source(registry, "ar", tokens, k + 1, end))
                        and registry.sources[known[0]].person
                    )
                )
            )
        elif (word.definite or word.describes) and tokens[k] not in lex.stops:
            k += 1
        elif k == at + 1 and k + 1 < end and tokens[k + 1] in ",،" and not word.deed:
            k += 1  # a place that nobody has registered
        else:
            return False
    return False


def _set_apart(lex, tokens, at):
    """Whether two plain words stand between commas: «في بروكسل، سامر الحلبي، إن»."""
    if tokens[at + 2 : at + 3] not in ([","], ["،"]):
        return False
    return not any(t in lex.stops or t in lex.cues or look(lex, t).deed for t in tokens[at : at + 2])


def is_ali(reading, lex, at):
    """Whether علي is the name: printed with ي, before a name or a family name, where the text tells ي from ى."""
    if reading.tokens[at] != "علي":
        return False
    start, end = reading.span(at, at + 1)
    following = reading.tokens[at + 1 : at + 2]
    if not reading.printed[start:end].endswith("ي") or not following or opens_clause(reading, lex, at + 1):
        return False
    tells = any(word in reading.printed[:5000] for word in ("على", "إلى", "الى"))
    return tells or look(lex, following[0]).given


def addressed(reading, lex, registry, at):
    """Whether ل at the head of this word names a listener or a medium (لرويترز، لصحيفة، للصحفيين)."""
    token = reading.tokens[at]
    rest = "ال" + token[2:] if token.startswith("لل") else token[1:]
    if token == "ل" or rest in lex.addressees or rest in lex.listeners or rest.removeprefix("ال") in lex.media:
        return True
    found = find_source(registry, "ar", reading.tokens, at, at + 5)
    return bool(found) and not token.startswith("لا") and registry.sources[found[0]].type in MEDIA_TYPES
