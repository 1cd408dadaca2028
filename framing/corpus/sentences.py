"""Where paragraphs and sentences begin and end, as half-open spans of the text as printed."""

import re

from framing.corpus.quotations import closed_pairs, outermost
from framing.text.folding import CONTROLS, MARKS

_PARAGRAPH = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
_STOP = re.compile(rf"[.!?؟…۔](?:[{CONTROLS}]*+[.!?؟…۔])*+")
_CLOSERS = re.compile(rf"[\"'»”’“)\]}}{CONTROLS}]*+")
_GAP = re.compile(rf"[\s{CONTROLS}]*+")
_WORD = re.compile(r"\w")
_UNSEEN = re.compile(rf"[{MARKS}\u0640{CONTROLS}]")

_ARABIC = "\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc"
_ARABIC_WORD = re.compile(f"[{_ARABIC}][{_ARABIC}{MARKS}]*")
_ARABIC_WORD_BEFORE = re.compile(rf"([{_ARABIC}][{_ARABIC}{MARKS}]*)[\s\"'»”’)\]{CONTROLS}]*$")
_WORD_BEFORE = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}\u0640{CONTROLS}])*$")
_LIST_NUMBER = re.compile(r"\W*\d+")
_LOOK = 24  # characters: no abbreviation is longer

_ABBREVIATIONS = re.compile(
    "mrs?|ms|dr|prof|gen|lt|col|sgt|capt|sen|rep|gov|st|vs|inc|ltd|corp|maj|jan|feb|aug|sept|oct|nov|dec|"
    "гг|им|ул|тыс|млн|млрд|см|стр|рис|напр|проф|акад|св|вв|обл|пос|просп|корп|ок"
)
_BEFORE_A_NUMBER = re.compile("no|fig|art|vol|pp|ст")
_MAY_END = ("p.m", "a.m", "т.д", "т.п")
_DOMAINS = ("نت", "كوم")


def paragraph_spans(text):
    """The paragraphs of `text` as (start, end) pairs: its lines without the white space around them.

    Every line break ends a paragraph (\\n, \\r, \\f, U+2028, U+2029 and their kin); blank lines are none.
    Not found: paragraphs in text that was wrapped at a fixed width, where each printed line counts as one.
    """
    spans = (_trimmed(text, *line.span()) for line in _PARAGRAPH.finditer(text))
    return [span for span in spans if span]


def sentence_spans(text):
    """The sentences of `text` as (start, end) pairs in code points; every character but white space is in exactly one.

    A sentence ends at . ! ? ؟ … (and at each line break) with the quotation marks and brackets that close there.
    It does not end at ، or ؛, at «..» inside a line (a pause in Arabic news), in a number or date (3.5, 12.2.2025),
    after initials and abbreviations (د. أ.د. U.S. Mr. т.е. г. им.), before a small letter, nor inside a quotation or
    bracket that is closed in the same paragraph: a quotation of several sentences stays with the one that cites it.
    Without a space after the full stop it ends between Arabic words («قال.ثم»), not in spelt names («سي.بي.اس»).

    Not found: sentences parted by commas alone, as Arabic news often writes them; a new sentence after «г.», «U.S.»
    or an initial. Time grows with the length of the text, however its marks are nested.
    """
    return [span for paragraph in paragraph_spans(text) for span in _sentences(text, *paragraph)]


def _sentences(text, start, end):
    spans, begin = [], start
    for stop in _ends(text, start, end):
        spans.append(_trimmed(text, begin, stop))
        begin = stop
    rest = _trimmed(text, begin, end)
    if not rest:
        return spans
    if spans and not _WORD.search(text, *rest):
        return [*spans[:-1], (spans[-1][0], rest[1])]  # marks alone are no sentence
    return [*spans, rest]


def _ends(text, start, end):
    pairs = closed_pairs(text, start, end)
    openings = {opening for opening, _ in pairs}
    quotations = iter(outermost(pairs))
    opening, closing = next(quotations, (end, end))
    word = _first_word(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        if word > stop.start():
            continue
        after = _past_closers(text, stop.end(), end, openings)
        while closing < after:
            opening, closing = next(quotations, (end, end))
        if opening < after or not _is_end(text, stop, start, after, end):
            continue
        yield after
        word = _first_word(text, after, end)


def _first_word(text, start, end):
    word = _WORD.search(text, start, end)
    return word.start() if word else end


def _past_closers(text, position, end, openings):
    stop = _CLOSERS.match(text, position, end).end()
    return next((place for place in range(position, stop) if place in openings), stop)


def _is_end(text, stop, start, after, end):
    following = _GAP.match(text, after, end).end()
    if following == end:
        return True
    if text[following] in ",،؛;:" or text[following].islower():
        return False
    marks = _UNSEEN.sub("", stop.group())
    if marks == ".." or (marks == "." and _abbreviated(text, stop.start(), start, text[following])):
        return False
    if any(character.isspace() for character in text[after:following]):
        return True
    return marks not in ("...", "…") and _joined(text, stop.start(), start, following)


def _joined(text, stop, start, following):
    """Whether Arabic words stand on both sides of a stop without a space, and not letters that spell a name."""
    right = _ARABIC_WORD.match(text[following : following + _LOOK])
    left = _ARABIC_WORD_BEFORE.search(text[max(start, stop - _LOOK) : stop])
    if not left or not right or right.group() in _DOMAINS:
        return False
    return max(len(_UNSEEN.sub("", word)) for word in (left.group(1), right.group())) > 2


def _abbreviated(text, stop, start, following):
    before = text[max(start, stop - _LOOK) : stop]
    if stop - start < _LOOK and _LIST_NUMBER.fullmatch(before):
        return True
    word = _WORD_BEFORE.search(before)
    if not word or before.casefold().endswith(_MAY_END):
        return False
    letters = _UNSEEN.sub("", word.group()).casefold()
    if len(letters) > 1:
        numbered = following.isdigit() and _BEFORE_A_NUMBER.fullmatch(letters)
        return bool(numbered or _ABBREVIATIONS.fullmatch(letters))
    measure = before[: word.start()].rstrip()[-1:].isdigit()  # 2025 م. may end a sentence, 2025 г. rarely does
    return letters == "г" or not measure


def _trimmed(text, start, end):
    """The span without white space around it, None where there is nothing else."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return (start + left, start + right) if left < right else None
