"""Counts of losses, which news ties to whoever counted: «… التي سقط فيها 70 ألفاً بحسب الأمم المتحدة»."""

from framing.attribution.phrases import COMMAS
from framing.attribution.reading import TERMINAL


def find_toll(reading, lex, begin, at, after, end):
    """(first, past) of the clause of a count that the phrase at..after vouches for, or None.

    «… التي سقط فيها 70 ألفاً بحسب …», «أوقع بحسب … 60 ألفاً».
    """
    tokens = reading.tokens
    first = None
    last = at - 1
    while last > begin and not reading.is_word(last):
        last -= 1
    for k in range(last, max(begin, at - 26), -1):
        token = tokens[k]
        if token in COMMAS or token in TERMINAL:
            break
        if token in lex.tolls and _opens(reading, lex, k, begin):
            first = k
        elif token == "و" and tokens[k + 1] in lex.tolls:
            first = k + 1
    if first is None:
        return None
    if any(_figure(lex, tokens[k]) for k in range(first + 1, at)):
        return first, at
    if at - first <= 3 and any(_figure(lex, tokens[k]) for k in range(after, min(end, after + 6))):
        stop = next((k for k in range(after, end) if tokens[k] in COMMAS or tokens[k] in TERMINAL), end)
        return first, stop
    return None


def _opens(reading, lex, k, begin):
    """Whether the verb at `k` opens a clause of its own: behind التي, حيث, و, or an indefinite noun (نزاع حصد …)."""
    tokens = reading.tokens
    before = tokens[k - 1]
    if before in _SUBORDINATE or before in lex.relatives or tokens[k][0] in "وف":
        return True
    plain = (
        reading.is_word(k - 1)
        and not before.startswith("ال")
        and before not in lex.stops
        and before not in lex.connectors
        and before not in lex.that
    )
    return plain and k - begin > 8


def _figure(lex, token):
    return token.isdigit() or token in lex.figures or token.removeprefix("ال") in lex.figures


_SUBORDINATE = frozenset(("حيث",))
