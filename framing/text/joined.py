"""Many texts as one string of folded letters, a byte each, ready to be scanned; and the way back to print.

Letters are those by which words are judged (`Folded.word`), so that what two words of the same bytes are is the same.
Only the letters that `ALPHABET` lacks share one byte.
"""

import re
from codecs import charmap_decode
from functools import cache

import numpy as np

from framing.text.folding import REMOVED, TRAILING, UNEVEN, folded, judged

# a byte stands for: anything that is none of the following (and between texts), what may stand between two words of a
# phrase (space, hyphen, the quotation marks around a word), an apostrophe, what is taken out, what is spelt anew …
OTHER, GAP, _APOSTROPHE, _REMOVED, _UNEVEN = range(5)
# … or a letter: one that the alphabet lacks, or, from there on, one of the alphabet
FOREIGN = 5
_RANGES = ("09", "az", "ßž", "аџ", "ءة", "تغ", "فو", "يي", "پپ", "چچ", "ژژ", "ڤڤ", "گگ")
_EVERY = "'" + "".join(chr(point) for first, last in _RANGES for point in range(ord(first), ord(last) + 1))
ALPHABET = "".join(letter for letter in _EVERY if letter == letter.lower())
_BYTES = {letter: FOREIGN + 1 + number for number, letter in enumerate(ALPHABET)}
_FOLDED = bytes.maketrans(bytes(_BYTES[letter] for letter in "ةأ"), bytes(_BYTES[letter] for letter in "ها"))
_LETTERS = "\ufffe" * (FOREIGN + 1) + ALPHABET  # from bytes back to letters
_LATIN = (_BYTES["a"], _BYTES["z"])
_MASKS = np.array([256**letters - 1 for letters in range(9)], "uint64")
_MIX = np.uint64(0x9E3779B97F4A7C15)  # an odd number without pattern, as in Knuth's multiplicative hashing
_BETWEEN = "\x00"
_WIDEST = 4  # characters between two words of one phrase
_LONGEST = 64  # letters; a longer run is no word


def letters(word):
    """The bytes of a folded word, its apostrophes being inside it."""
    return _table()[np.frombuffer(_points(word), "<u4")].tobytes().replace(bytes([_APOSTROPHE]), bytes([_BYTES["'"]]))


class Joined:
    """Texts joined for one scan.

    texts : the texts as printed
    letters : the bytes; folded : the bytes in which ة is ه and أ is ا, to be scanned
    starts : where each text begins in `letters`; a position less that is the position in the folded text
    begins, ends : where each word begins and ends in `letters`; the index there is a word's number.
    """

    def __init__(self, texts):
        self.texts, self._spelt, self._folded = texts, {}, {}
        whole, begins, codes = _joined(texts)
        if _UNEVEN in codes.tobytes():
            for text in np.unique(np.searchsorted(begins, np.flatnonzero(codes == _UNEVEN), "right") - 1).tolist():
                self._spelt[text] = folded(texts[text])
            whole, begins, codes = _joined(
                [_spelt(self._spelt[n]) if n in self._spelt else text for n, text in enumerate(texts)]
            )
        self._folded = dict(self._spelt)
        self._whole, self._begins, self._removed = whole, begins, np.flatnonzero(codes == _REMOVED)
        codes = np.delete(codes, self._removed) if len(self._removed) else codes
        quoted = np.flatnonzero(codes == _APOSTROPHE)
        codes[quoted[_latin(codes[quoted - 1]) & _latin(codes[quoted + 1])]] = _BYTES["'"]
        self.letters = codes.tobytes()
        self.folded = self.letters.translate(_FOLDED)
        edges = np.flatnonzero(np.diff(codes >= FOREIGN)) + 1
        # with an empty word at the very end, which follows none
        self.begins, self.ends = np.append(edges[::2], len(codes)), np.append(edges[1::2], len(codes))
        self._codes = codes
        # from each place on eight letters as one number
        self._eights = np.ndarray(len(codes), "<u8", self.letters + bytes(8), strides=(1,))
        self._word_starts, self._word_ends = memoryview(self.begins), memoryview(self.ends)
        self.starts = begins - np.searchsorted(self._removed, begins)
        self._jumps = self._removed - np.arange(len(self._removed))

    def text_of(self, positions):
        """The number of the text to which each position belongs."""
        return np.searchsorted(self.starts, positions, "right") - 1

    def words_at(self, positions):
        """The number of the word that holds each position."""
        return np.searchsorted(self.begins, positions, "right") - 1

    def spelling(self, number):
        """The letters of a word."""
        return self.letters[self._word_starts[number] : self._word_ends[number]]

    def word(self, number):
        """The word as `Folded.word` has it."""
        word = self.spelling(number)
        if FOREIGN in word:
            start, end = self._word_starts[number], self._word_ends[number]
            text = int(self.text_of(start))
            shift = int(self.starts[text])
            return self.text(text).word(start - shift, end - shift)
        return charmap_decode(word, "strict", _LETTERS)[0]

    def linked(self, numbers):
        """Does nothing but a narrow gap stand between each word and the word before it?"""
        ends, begins = self.ends[numbers - 1], self.begins[numbers]
        linked = (ends < begins) & (begins - ends <= _WIDEST)
        for step in range(_WIDEST):
            linked &= (ends + step >= begins) | (self._codes[np.minimum(ends + step, len(self._codes) - 1)] == GAP)
        return linked

    def hashed(self, numbers):
        """A number for each word, the same for words of the same letters (and, once in 2**64, for others)."""
        begins, rest = self.begins[numbers], self.ends[numbers] - self.begins[numbers]
        rest = np.where(rest > _LONGEST, 0, rest)
        hashes = self._eights[begins] & _MASKS[np.minimum(rest, 8)]
        further = np.flatnonzero(rest > 8)
        for step in range(8, _LONGEST, 8):
            if not len(further):
                break
            eight = self._eights[begins[further] + step] & _MASKS[np.minimum(rest[further] - step, 8)]
            hashes[further] = (hashes[further] ^ eight) * _MIX
            further = further[rest[further] > step + 8]
        return hashes

    def text(self, number):
        """The text of that number as `Folded`."""
        if number not in self._folded:
            self._folded[number] = self._spelt.get(number) or folded(self.texts[number])
        return self._folded[number]

    def printed(self, starts, ends):
        """(numbers of the texts, starts, ends in print) of spans; marks on their last letters belong to them."""
        numbers = self.text_of(starts)
        begins, stops = self._origin(starts), self._origin(ends - 1) + 1
        for row in np.flatnonzero(np.isin(stops, self._removed)).tolist():
            stops[row] = TRAILING.match(self._whole, stops[row]).end()
        begins, stops = begins - self._begins[numbers], stops - self._begins[numbers]
        for row in np.flatnonzero(np.isin(numbers, list(self._spelt))).tolist() if self._spelt else ():
            shift = self.starts[numbers[row]]
            spelt = self._spelt[int(numbers[row])]
            begins[row], stops[row] = spelt.printed(int(starts[row] - shift), int(ends[row] - shift))
        return numbers, begins, stops

    def _origin(self, positions):
        return positions + np.searchsorted(self._jumps, positions, "right")


def _joined(texts):
    """(the texts as one string, where each begins in it, the byte of each character)."""
    whole = _BETWEEN.join(["", *texts, ""])
    lengths = np.fromiter(map(len, texts), "int64", len(texts))
    return whole, 1 + np.append(0, np.cumsum(lengths + 1)), _table()[np.frombuffer(_points(whole), "<u4")]


def _spelt(text):
    return text.word(0, len(text.text))


def _points(text):
    return text.encode("utf-32-le", "surrogatepass")


def _latin(codes):
    return (codes >= _LATIN[0]) & (codes <= _LATIN[1])


@cache
def _table():
    """The byte of every code point."""
    every = np.arange(0x110000, dtype="<u4").tobytes().decode("utf-32-le", "surrogatepass")
    table = np.full(len(every), OTHER, "uint8")
    for code, pattern in ((FOREIGN, r"[^\W_]+"), (GAP, r"[\s\-\u2010\u2011«»“”\"]+"), (_APOSTROPHE, "['’‘ʼ]")):
        for run in re.finditer(pattern, every):
            table[slice(*run.span())] = code
    plane = every[:0x10000]  # of no letter beyond it is anything else known
    letters = np.frombuffer(_points(judged(plane.replace("İ", " "))), "<u4")
    for letter, code in _BYTES.items():
        table[:0x10000][(letters == ord(letter)) & (table[:0x10000] == FOREIGN)] = code
    for run in UNEVEN.finditer(plane):
        table[slice(*run.span())] = _REMOVED if REMOVED.fullmatch(run.group()) else _UNEVEN
    table[0x300:0x370] = _UNEVEN  # composed with the letter before them
    return table
