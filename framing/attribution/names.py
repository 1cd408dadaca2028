"""Which words of a phrase are a proper name, and which describe."""

from framing.attribution.lexicon import lexicon
from framing.attribution.objects import bare
from framing.attribution.registry import find_source

_PARTICLES = frozenset(
    "بن ابن ابو ام ال عبد دي دا دو دل فان فون لو لا بو ولد بنت بان كي ابي العبد الله de al van von bin "
    "ibn el la le аль аш ибн".split()
)


_SERVANT = frozenset("عبد عبيد".split())
_BEFORE_PLACES = frozenset("في لدي الي".split())


def name_span(reading, registry, first, past, known=()):
    """(first, past) of the tokens that are a proper name at the end of first … past - 1, else None.

    `known` holds surnames that the article has introduced.
    """
    lex, tokens = lexicon(reading.language), reading.tokens
    places = [k for k in range(first, past) if reading.is_word(k)]
    if not places:
        return None
    if reading.language != "ar":
        return _capital_name(reading, registry, lex, places)
    at, bodies = len(places), _bodies(registry, tokens, places)
    while at and places[at - 1] not in bodies and _name_like(reading, lex, registry, places, at - 1, known):
        at -= 1
    while at < len(places) - 1 and tokens[places[at]].startswith("ال") and tokens[places[at]] not in lex.names:
        at += 1
    if at == len(places):
        return None
    alone = tokens[places[at]]
    if len(places) - at == 1 and at and alone.startswith("ال") and alone not in known:
        before = tokens[places[at - 1]]
        if before not in lex.titles or not before.startswith("ال"):
            return None
    if at == 0 and bare(tokens[places[0]], lex) in lex.titles:
        return None
    return places[at], places[-1] + 1


def _bodies(registry, tokens, places):
    """The tokens of registered bodies and countries: مراسل بي بي سي has no name."""
    covered, at = set(), places[0]
    while at <= places[-1]:
        found = find_source(registry, "ar", tokens, at, places[-1] + 1)
        if found and not registry.sources[found[0]].person:
            covered.update(range(at, found[1]))
        at = found[1] if found else at + 1
    return covered


def _name_like(reading, lex, registry, places, at, known):
    token = reading.tokens[places[at]]
    word = bare(token, lex)
    before = reading.tokens[places[at - 1]] if at else ""
    if token in known or before in _SERVANT:  # عبد الرحيم
        return True
    if (
        token in lex.titles
        or word in lex.titles
        or token in lex.roles
        or word in lex.roles
        or token in lex.heads
        or token in lex.texts
    ):
        return False
    if (
        token in lex.nations
        or word in lex.nations
        or token in lex.stops
        or token.isdigit()
        or token in lex.kin
        or token in lex.generic
        or token in lex.people
        or (at and reading.tokens[places[at] - 1] in _BEFORE_PLACES)
        or (at and reading.tokens[places[at] - 1] in lex.of_places)
        or (token[0] == "ل" and token[1:] in lex.objects)
        or len(token) < 2
        or token.startswith("بال")
    ):
        return False
    if not token.startswith("ال") or token in _PARTICLES or token in lex.names:
        return True
    if at + 1 < len(places):
        return False  # a definite word followed by more is a role, unless it ends the name
    if not at or (at > 1 and reading.tokens[places[at - 2]] in _SERVANT):
        return True
    if before in lex.titles:
        return before.startswith("ال")
    return not before.startswith("ال") and before not in lex.roles and before not in lex.heads


def _capital_name(reading, registry, lex, places):
    """The last run of capitalised words that are no titles."""
    run = []
    for place in reversed(places):
        token = reading.tokens[place]
        found = find_source(registry, reading.language, reading.tokens, place, place + 4)
        is_place = found and not registry.sources[found[0]].person
        if is_capital(reading, place) and token not in lex.titles and not is_place and token not in lex.stops:
            run.insert(0, place)
        elif run and token not in _PARTICLES:
            break
    return (run[0], run[-1] + 1) if run else None


def is_capital(reading, at):
    if at >= len(reading.tokens):
        return False
    start, _ = reading.span(at, at + 1)
    return reading.printed[start : start + 1].isupper()
