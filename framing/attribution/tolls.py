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
        if token in lex.tolls and (tokens[k - 1] in _SUBORDINATE or tokens[k - 1] in lex.relatives or token[0] in "وف"):
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


def _figure(lex, token):
    return token.isdigit() or token in lex.figures or token.removeprefix("ال") in lex.figures


_SUBORDINATE = frozenset(("حيث",))
