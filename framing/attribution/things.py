"""Verbs that things do as well as people: «خطر يهدد بـ», «المعلومات التي تشير إلى»."""

from framing.attribution.clauses import antecedent
from framing.attribution.registry import find_source
from framing.attribution.subjects import named_before
from framing.attribution.words import look

_OPEN = frozenset("و او بل ثم هو هي وهو وهي".split())  # a subject of before, or one behind the verb


def does_a_thing(reading, registry, lex, draft):
    """Whether the verb of a draft hangs on the noun right before it, and that noun is nobody who speaks."""
    tokens, at = reading.tokens, draft.first
    before = tokens[at - 1] if at else "\n"
    if draft.content.gap > at + 2 or not reading.is_word(at - 1) or before in _OPEN:
        return False
    if before in lex.that or before in lex.auxiliaries or before in lex.connectors or before in lex.negations:
        return False
    phrase = antecedent(reading, registry, lex, at)
    if phrase is None and before not in lex.relatives:
        phrase = named_before(reading, registry, lex, draft)
    if phrase is None or tokens[phrase.first] in lex.not_speakers:
        return True
    head = look(lex, tokens[phrase.first])
    speaks = head.describes or head.bare in lex.sayers or find_source(registry, "ar", tokens, phrase.first, at)
    return not speaks and before not in lex.relatives and (phrase.past < at or not head.definite)
