"""The medium through which a source was quoted, where the sentence credits one."""

from framing.attribution.objects import bare
from framing.attribution.registry import find_source
from framing.attribution.roles import MEDIA_TYPES


def find_medium(reading, registry, actors, lex, draft):
    """The outlet through which a source speaks: لرويترز, في مقابلة مع صحيفة …, في مقال نشرته …"""
    begin, _ = reading.bounds(draft.first)
    opened = max(draft.past, draft.source.past) if draft.source is not None else draft.past
    gap = draft.content.gap if draft.content is not None else draft.past
    for first, past in ((opened, gap), (max(begin, draft.first - 16), draft.first)):
        for at in range(first, min(past, first + 30)):
            token = reading.tokens[at]
            before = next((reading.tokens[k] for k in range(at - 1, max(-1, at - 3), -1) if reading.is_word(k)), "")
            if first != opened and not _channel_near(reading, lex, at, begin):
                continue
            head = bare(token, lex)
            rest = "ال" + token[2:] if token.startswith("لل") else token[1:] if token.startswith("ل") else ""
            addressed = (
                before
                in ("مع", "ل", "عبر", "الي", "to", "with", "نشرته", "نشرتها", "اجرته", "اجرتها", "بثته", "in", "by")
                or rest
                or (reading.language != "ar" and opened <= at <= opened + 1)
            )
            found = find_source(registry, reading.language, reading.tokens, at, past)
            if (
                not (found or head.removeprefix("ال") in lex.media or rest.removeprefix("ال") in lex.media)
                or not addressed
            ) and not (found and first != opened):
                continue
            if found and registry.sources[found[0]].type in MEDIA_TYPES | {"think_tank"}:
                return actors.registered(found[0], at, frozenset())
            if head.removeprefix("ال") in lex.media or rest.removeprefix("ال") in lex.media:
                words = [k for k in range(at, min(past, at + 3)) if reading.is_word(k)]
                return actors.medium(words, at)
    return None


def _channel_near(reading, lex, at, begin):
    return any(reading.tokens[k] in lex.channels for k in range(max(begin, at - 4), at))
