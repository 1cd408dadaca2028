"""Where reported content ends, and its span without the marks around it."""

from framing.attribution.lexicon import lexicon
from framing.attribution.marks import MARKS
from framing.attribution.phrases import COMMAS
from framing.attribution.reading import TERMINAL


def content_end(reading, draft, cuts, nested, answered=False):
    """Past the last token of the content: the closing mark, the next cue of the sentence, or the sentence's end.

    `cuts` is the token where the next statement of the same sentence opens, or None;
    `nested`: speech that is reported holds the cue; `answered`: a clause behind a comma answers that of the cue
    (بينما …، فإن).
    """
    content = draft.content
    if content.past is not None:
        unclosed = content.first - 1 not in reading.pairs and content.opened_by == "mark"
        return min(cuts, content.past) if unclosed and cuts is not None else content.past
    lex = lexicon(reading.language)
    nominal = content.opened_by in ("noun", "preposition")
    particle = reading.tokens[content.first - 1]
    described = draft.cue.asks and content.opened_by == "clause" and particle.startswith("بان")  # وصفه بأنه
    _, past = reading.bounds(min(content.first, len(reading.tokens) - 1))
    if content.first in reading.pairs:
        closing = reading.pairs[content.first]
        if (described and not _and_more(reading, closing)) or _closes_the_content(
            reading, lex, closing, cuts, past if nominal else closing
        ):
            return closing
    if cuts is not None and cuts < past:
        past = cuts
    past = _closed(reading, lex, content.first, past, nominal, nominal or described, answered, nested)
    return _before_that(reading, content.first, past) if nominal and nested else past


def _before_that(reading, first, past):
    """«قال إنه استبعد الحوار، وأنه …»: what is joined with أن belongs to the clause around."""
    for k in range(first + 1, min(past - 1, first + 60)):
        if reading.tokens[k] in COMMAS and reading.tokens[k + 1] in ("وان", "وانه", "وانها", "وانهم", "وبان"):
            return k
    return past


def _closed(reading, lex, first, past, nominal, short, answered, nested):
    """Where a content ends within its sentence: before «جاء ذلك» or «لكنه لم يذكر»; a noun before another clause."""
    tokens = reading.tokens
    for k in range(first + 1, min(past, first + 120)):
        token = tokens[k]
        if k in reading.pairs and reading.pairs[k] < past:
            continue
        if token in lex.but and k + 2 < past and tokens[k + 1] in lex.negations and tokens[k + 2] in lex.cues:
            return k
        if short and token == "وذلك":
            return k
        if nominal and token in _BUT and tokens[k + 1] not in _BUT_NOT:
            return k
        if nominal and (token == "؛" or (k > first + 1 and _occasion(lex, tokens, k))):
            return k
        if token not in COMMAS or k + 2 >= past:
            continue
        following = tokens[k + 1] if tokens[k + 1] != "\n" else tokens[k + 2]
        if following == "говорится":
            return k
        if following in lex.remarks and tokens[k + 2] in ("ذلك", "الي", "ان", "هذا", "بالذكر", "الاشاره"):
            return k
        if nominal and (following in lex.goes_on or (following in lex.deeds and following[1:2] not in ("ي", "ت"))):
            return k
        if (nominal and _did(lex, tokens, k + 1)) or ((short or nested) and following in lex.we):
            return k
        if answered and following[0] == "ف" and (following in _THEN or following in lex.connectors):
            return k
    return past


_BUT = frozenset("لكن ولكن لكنه لكنها ولكنه ولكنها لكنهم".split())
_BUT_NOT = frozenset("من علي دون بدون ليس ايضا بشرط بشروط شرط".split())  # لكن من دون شروط: the noun goes on
_THEN = frozenset("فان فانه فانها فهي فهو فهم فقد فلا فلم فلن".split())


def _did(lex, tokens, at):
    """Whether «وعرض تعاوناً» stands there: a verb whose form a noun shares, with an indefinite object."""
    return tokens[at][1:] in lex.deed_roots and tokens[at][0] == "و" and tokens[at + 1].endswith("ا")


def _occasion(lex, tokens, k):
    """Whether a noun's content gives way to when and why it was said: خلال كلمة, بعد أيام من, في خطوة."""
    return k + 1 < len(tokens) and tokens[k + 1] in lex.occasions.get(tokens[k], ())


def _and_more(reading, closing):
    """«عدوان» و«خرق»: another quotation joined to the one that closes."""
    return reading.tokens[closing + 1 : closing + 2] == ["و"] and closing + 2 in reading.pairs


def _closes_the_content(reading, lex, closing, cuts, past):
    """Whether nothing of the content follows the closing mark; a noun's content may list more quotations."""
    tokens = reading.tokens
    at = closing + 1
    if at >= len(tokens) or tokens[at] in TERMINAL or tokens[at] == "\n" or cuts == at:
        return True
    if tokens[at] in COMMAS:
        if cuts == at + 1 or at + 1 >= len(tokens):
            return True
        following = tokens[at + 1]
        if following in ("وان", "وانه", "وانها", "وبان"):
            return False
        listed = (
            following[0] == "و"
            and following[1:2] not in ("ي", "ت")
            and following not in lex.cues
            and following not in lex.deeds
        )
        return not (listed and any(k in reading.pairs for k in range(at + 2, min(past, at + 8))))
    return False


def trim(reading, first, past):
    """The token span without marks and punctuation at its edges; None where no word is left."""
    tokens = reading.tokens
    while first < past and (tokens[first] in MARKS or tokens[first] in "\n:،,-–—…." or tokens[first] in ")"):
        if first + 1 < reading.pairs.get(first, 0) < past - 1 and reading.language != "ar":
            break  # “…” and more
        first += 1
    while past > first:
        token = tokens[past - 1]
        if reading.openings.get(past - 1, -1) > first and reading.language != "ar":
            break  # … with “one word”
        if (
            token in TERMINAL
            or token in "\n،,؛;:-–—"
            or token in ("و", "and", "but", "и", "а", "но")
            or token in MARKS
            or token in "(["
            or (token == ")" and "(" not in tokens[first:past])
        ):
            past -= 1
        else:
            break
    return (first, past) if first < past else None
