"""One normal form for matching, and the way back to the printed text.

Folded alike: the alefs; hamza on its seats; ya, alef maksura and Farsi ya; ta marbuta and ha; kaf and keheh;
presentation forms; Arabic-Indic and ASCII digits; capitals; ё and е; curly and straight apostrophes. Taken out:
Arabic marks, tatweel, bidi controls, zero-width joiners, soft hyphens.
NOT told apart afterwards, therefore: عُمان and عَمّان, علي and على, فأر and فار.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from camel_tools.utils.charsets import AR_DIAC_CHARSET
from camel_tools.utils.normalize import normalize_unicode

MARKS = (
    "".join(sorted(AR_DIAC_CHARSET)) + "\u0610-\u061a\u0653-\u065f\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
)
CONTROLS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
TATWEEL = "\u0640"
_COMBINING = "\u0300-\u036f"

# one character for one character, so that offsets stay
_ALIKE = {
    "ا": "أإآٱ",
    "و": "ؤ",
    "ي": "ئىیې",
    "ه": "ةۀەۃ",
    "ك": "ک",
    "е": "ё",
    "'": "’‘ʼ",
    **{digit: arabic + farsi for digit, arabic, farsi in zip("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", strict=True)},
}
_PAIRS = [(variant, letter) for letter, variants in _ALIKE.items() for variant in variants]
# what a word is judged by keeps its ta marbuta and the hamza of its alefs
_JUDGED = str.maketrans({**dict(_PAIRS), **dict.fromkeys("أإآ", "أ"), **dict.fromkeys("ةۃ", "ة")})

# what changes the length of the text: taken out, spelt out, or composed with the mark that follows; a set of single
# characters is found many times faster than what begins with any character
_CHANGED = f"{MARKS}{TATWEEL}{CONTROLS}\ufb50-\ufdff\ufe70-\ufefc"
UNEVEN = re.compile(f"[{_CHANGED}İ]")
_COMBINES = re.compile(f"[{_COMBINING}]")
_COMPOSED = re.compile(f"[{_CHANGED}]|[^{_COMBINING}]?[{_COMBINING}]+|İ")
REMOVED = re.compile(f"[{MARKS}{TATWEEL}{CONTROLS}{_COMBINING}]+")
TRAILING = re.compile(f"[{MARKS}{TATWEEL}{_COMBINING}]*")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Folded(NamedTuple):
    """A text in its normal form; `printed` leads a span of it back to the text as printed."""

    text: str
    source: str
    letters: str  # the source without its marks, as long as `text`
    at: list | None = None  # where a run of the folded text begins …
    origin: list | None = None  # … and where that run begins in print; None where both texts run alike

    def printed(self, start, end):
        """The half-open span in print of the folded span; marks on its last letter belong to it."""
        if self.at is None or start == end:
            return self._origin(start), self._origin(start) + end - start
        last = self._origin(end - 1) + 1
        return self._origin(start), TRAILING.match(self.source, last).end()

    def word(self, start, end):
        """The folded word, but with ة and أ (for أ إ آ) where they are printed: they tell forms of words apart.

        مصالحة is not مصالحه, ألغاز not الغاز, وأحد not واحد.
        """
        return judged(self.letters[start:end])

    def _origin(self, position):
        if self.at is None:
            return position
        run = bisect_right(self.at, position) - 1
        return self.origin[run] + position - self.at[run]


def fold(text):
    """The normal form of `text` (see the module); it may be shorter or longer than the text."""
    return folded(text).text


def folded(text):
    """The normal form of `text` with the map back to printed offsets. Never fails, lone surrogates included."""
    uneven = _COMPOSED if _COMBINES.search(text) else UNEVEN
    if not uneven.search(text):
        return Folded(_alike(text), text, text)
    pieces, at, origin, length, position = [], [0], [0], 0, 0
    for match in uneven.finditer(text):
        plain = text[position : match.start()]
        spelt = _spelt(match.group())
        pieces += [plain, spelt]
        length += len(plain)
        for _ in spelt:
            at.append(length)
            origin.append(match.start())
            length += 1
        position = match.end()
        at.append(length)
        origin.append(position)
    pieces.append(text[position:])
    letters = "".join(pieces)
    return Folded(_alike(letters), text, letters, at, origin)


def judged(letters):
    """Letters without marks as `Folded.word` has them: folded, but for ة and the hamza of an alef."""
    return letters.lower().translate(_JUDGED)


def _alike(text):
    text = text.lower()
    for variant, letter in _PAIRS:
        if variant in text:
            text = text.replace(variant, letter)
    return _LONE_SURROGATE.sub("\ufffd", text) if _LONE_SURROGATE.search(text) else text


def _spelt(run):
    """What stands in the normal form for a run of uneven characters."""
    if REMOVED.fullmatch(run):
        return ""
    return REMOVED.sub("", normalize_unicode(run)).replace("İ", "i")  # whose small letter is two
