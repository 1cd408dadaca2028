"""English and Russian: «…, Reuters reported, citing the minister», «сообщает агентство со ссылкой на министра»."""

from framing.attribution.capitals import subject
from framing.attribution.endings import trim
from framing.attribution.names import is_capital
from framing.attribution.phrases import COMMAS, Phrase

_NEAR = 16  # tokens between the verb and citing


def cites(reading, lex, draft):
    """Whether the phrase of an according-to draft is one that cites: citing, со ссылкой на."""
    return reading.language != "ar" and reading.tokens[draft.past - 1] in lex.quoting


def cite(reading, registry, lex, draft, same):
    """The verb beside gives the medium, what is cited the source; reasons («citing security concerns») are neither."""
    near = [other for other in same if abs(other.first - draft.first) < _NEAR]
    if draft.source is None or not near:
        return
    other = min(near, key=lambda d: abs(d.first - draft.first))
    behind = other.first < draft.first
    leads = draft.content.opened_by == "leading"
    named = other.source or subject(reading, registry, lex, other.first if behind or leads else draft.first - 1)
    if behind and other.begins < draft.first < other.ends:
        past = draft.first
        if other.content.opened_by == "around" and named is not None and other.begins < named.first:
            spoken = min(named.first, other.first)
            past = next((k for k in range(spoken, other.begins, -1) if reading.tokens[k] in COMMAS), spoken)
        other.begins, other.ends = trim(reading, other.begins, past) or (other.begins, other.ends)
    if _somebody(reading, lex, draft.source.first):
        other.source, other.via, other.rule = Phrase(*draft.source.parts[0], draft.source.parts[:1]), named, "relay"


def _somebody(reading, lex, at):
    token = reading.tokens[at]
    return is_capital(reading, at) or token in lex.titles or any(token in telling for _, telling, _ in lex.types)
