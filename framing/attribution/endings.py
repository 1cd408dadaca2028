"""Where reported content ends, and its span without the marks around it."""

from framing.attribution.marks import MARKS
from framing.attribution.phrases import COMMAS
from framing.attribution.reading import TERMINAL


def content_end(reading, content, cuts):
    """Past the last token of the content: the closing mark, the next cue of the sentence, or the sentence's end.

    `cuts` is the token where the next statement of the same sentence opens, or None.
    """
    if content.past is not None:
        return content.past
    _, past = reading.bounds(min(content.first, len(reading.tokens) - 1))
    if content.first in reading.pairs:
        closing = reading.pairs[content.first]
        whole = _closes_the_content(reading, closing, cuts)
        if whole:
            return closing
    if cuts is not None and cuts < past:
        past = cuts
    return _closed(reading, content, past)


_CIRCUMSTANCE = frozenset(
    "وذلك وقد كما وهو وهي حيث بعد اثر عقب منذ بسبب رغم فيما بينما وفيها وفيه والتي والذي خلال لان وحين".split()
)


_ASIDE = frozenset("جاء وجاء ياتي وياتي يشار يذكر يذكران تجدر الجدير".split())


def _closed(reading, content, past):
    """The end of a content that is a noun, at the comma before a circumstance; of any, before «جاء ذلك», «يشار إلى»."""
    tokens = reading.tokens
    for k in range(content.first + 1, min(past, content.first + 120)):
        if k in reading.pairs and reading.pairs[k] < past:
            continue
        if tokens[k] == "؛" and content.opened_by in ("noun", "preposition"):
            return k
        if tokens[k] not in COMMAS or k + 2 >= past:
            continue
        following = tokens[k + 1] if tokens[k + 1] != "\n" else tokens[k + 2]
        if following == "говорится":
            return k
        if following in _ASIDE and tokens[k + 2] in ("ذلك", "الي", "ان", "هذا", "بالذكر", "الاشاره"):
            return k
        if content.opened_by in ("noun", "preposition") and following in _CIRCUMSTANCE:
            return k
    return past


def _closes_the_content(reading, closing, cuts):
    """Whether nothing of the content follows the closing mark."""
    tokens = reading.tokens
    at = closing + 1
    if at >= len(tokens) or tokens[at] in TERMINAL or tokens[at] == "\n" or cuts == at:
        return True
    if tokens[at] in COMMAS:
        return cuts == at + 1 or at + 1 >= len(tokens) or tokens[at + 1] not in ("وان", "وانه", "وانها", "وبان")
    return False


def trim(reading, first, past):
    """The token span without marks and punctuation at its edges; None where no word is left."""
    tokens = reading.tokens
    while first < past and (tokens[first] in MARKS or tokens[first] in "\n:،,-–—…." or tokens[first] in ")"):
        first += 1
    while past > first:
        token = tokens[past - 1]
        if (
            token in TERMINAL
            or token in "\n،,؛;:-–—"
            or token == "و"
            or token in MARKS
            or token in "(["
            or (token == ")" and "(" not in tokens[first:past])
        ):
            past -= 1
        else:
            break
    return (first, past) if first < past else None
