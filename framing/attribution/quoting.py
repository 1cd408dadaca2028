"""Where a quotation opens, behind a colon or a mark, and which marks hold only a name."""

from typing import NamedTuple

from framing.attribution.marks import CLOSING, MARKS, OPENING
from framing.attribution.objects import bare
from framing.attribution.phrases import COMMAS
from framing.attribution.reading import TERMINAL, opens_clause


class Content(NamedTuple):
    """Content from character `skip` of token `first`; `past` is set where a mark closes it.

    opened_by: clause, colon, mark, noun, preposition; `gap` is where the words between cue and content end.
    """

    first: int
    past: int | None
    opened_by: str
    gap: int
    skip: int = 0


def after_colon(reading, lex, k):
    tokens, at = reading.tokens, k + 1
    while at < len(tokens) and tokens[at] in "\n-–—":
        at += 1
    if at >= len(tokens):
        return None
    if opens_clause(reading, lex, at):
        return Content(at + 1, None, "clause", k)
    if at in reading.pairs:
        return Content(at + 1, reading.pairs[at], "mark", k)
    if tokens[at] in MARKS and tokens[at] not in CLOSING:
        return Content(at + 1, _unclosed_end(reading, lex, at + 1), "mark", k)
    return Content(at, None, "colon", k)


def at_mark(reading, lex, k, limit, asks=False, what=False):
    """The quotation that opens at token k as Content, or the token after it where it is only a name."""
    tokens = reading.tokens
    if k not in reading.pairs:
        if tokens[k] in CLOSING or k in reading.openings:
            return k + 1
        if tokens[k] in OPENING or tokens[k] in '"“':
            first = k + 2 if k + 1 < limit and opens_clause(reading, lex, k + 1) else k + 1
            return Content(first, _unclosed_end(reading, lex, first), "mark", k)
        return k + 1
    closing = reading.pairs[k]
    before = tokens[k - 1] if k else ""
    at = closing + 1
    while at < len(tokens) and tokens[at] == "\n":
        at += 1
    after = tokens[at] if at < len(tokens) else "."
    if before in lex.entitling and at < limit and _more_ahead(reading, lex, closing + 1, limit):
        return closing + 1  # عنوان "هل …؟"، أن
    if what or tokens[closing - 1] in TERMINAL or (before in _WRITTEN and not opens_clause(reading, lex, closing + 1)):
        return Content(k + 1, closing, "mark", k)
    if (
        before in lex.entitling
        or (before in lex.naming and closing - k <= 5)
        or (closing - k <= 12 and at < limit and opens_clause(reading, lex, at))
    ):
        return closing + 1  # مقال بعنوان "…", قناة "…" إن
    named = bare(tokens[k + 1], lex).removeprefix("ال") in lex.heads  # "الائتلاف الوطني …"
    if closing - k - 1 <= (8 if named else 4) and _more_ahead(reading, lex, closing + 1, limit):
        return closing + 1
    if (closing - k - 1 <= 4 and after not in TERMINAL and after not in "\n،,") or (
        before in lex.heads and closing - k - 1 <= 6
    ):
        return closing + 1
    if closing - k - 1 <= 3 and (before in ("ل", "مع") or after in COMMAS):
        return closing + 1
    for inner in range(k + 1, min(closing, k + 12)):  # وصف «العلاقات بأنها "استراتيجية"»
        if tokens[inner].startswith("بان") and opens_clause(reading, lex, inner) and asks:
            return Content(inner + 1, closing, "clause", k)
    return Content(k + 1, closing, "mark", k)


_WRITTEN = frozenset("عليها عليه عليهم بالقول قايلا قايله قايلين".split())  # كتب عليها "…"


def is_name(reading, lex, k):
    """Whether the pair of marks at k holds a name: a few words behind the noun of what they name, or digits."""
    tokens, closing = reading.tokens, reading.pairs[k]
    if closing - k > 5:
        return False
    before = bare(tokens[k - 1], lex) if k else ""
    return (
        before in lex.naming
        or before.removeprefix("ال") in lex.heads
        or any(token.isdigit() for token in tokens[k + 1 : closing])
    )


def _more_ahead(reading, lex, at, limit):
    """Whether the content opens only later in the sentence: then the quotation marks hold a name."""
    k, end = at, min(limit, at + 14)
    while k < end:
        token = reading.tokens[k]
        if opens_clause(reading, lex, k) or token == ":":
            return True
        closing = reading.pairs.get(k, k)
        if token in lex.cues or closing - k > 5 or token in TERMINAL:
            return False
        k = closing + 1
    return False


def _unclosed_end(reading, lex, at):
    """Where a quotation ends that nobody closed: at the paragraph's end, or at «، مبينا …» before it."""
    tokens = reading.tokens
    end = min(len(tokens), at + 200)
    while at < end and not (tokens[at] == "\n" and reading.bounds(at)[1] == at + 1):
        following = tokens[at + 1] if at + 1 < end else ""
        if tokens[at] in COMMAS and following in lex.cues and lex.cues[following].kind == "participle":
            break
        at += 1
    again = at
    while again < end and tokens[again] == "\n":
        again += 1
    if again in reading.pairs and again > at and tokens[again - 1] == "\n":  # the next paragraph opens with a mark
        return reading.pairs[again]
    return at
