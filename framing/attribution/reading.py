"""An article as tokens with their way back to print, its quotations, and the sentences outside and inside them."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from framing.attribution.lexicon import COMPARES, lexicon
from framing.attribution.marks import MARKS, pair_marks
from framing.dates import may_begin_date
from framing.text import folded

TOKEN = re.compile(r"\w+(?:['’.‑-](?=[a-zа-я])\w+)*|\n|''|[^\w\s]")
TERMINAL = frozenset(".؟?!…")
_BOUNDS = TERMINAL | MARKS | frozenset("\n,،؛;:")
LONGEST = 250  # tokens; what runs on longer is cut, so that no statement and no search grows with it
_ABBREVIATIONS = frozenset("mr mrs ms dr st no gen sen prof vs etc inc г им т д".split())


@dataclass(frozen=True, eq=False)
class Reading:
    """One article being read. A token is a word or one mark; `sentence_of` names the sentence a token belongs to.

    A sentence inside a quotation is one of its own; the sentence around it runs over the whole quotation.
    """

    printed: str
    fold: object
    language: str
    tokens: list
    starts: list
    ends: list
    pairs: dict  # opening mark -> closing mark
    openings: dict  # closing mark -> opening mark
    sentence_of: list
    sentences: list  # (first token, past the last token)
    places: dict  # "cue", "report", "date" … -> the tokens that have the form of one

    def span(self, first, past):
        """The printed span of tokens first … past - 1."""
        return self.fold.printed(self.starts[first], self.ends[past - 1])

    def words(self, first, past):
        """The printed text of these tokens, line breaks and runs of blanks made one blank."""
        start, end = self.span(first, past)
        return " ".join(self.printed[start:end].split())

    def bounds(self, token):
        """(first token, past the last token) of the sentence that holds `token`."""
        return self.sentences[self.sentence_of[token]]

    @cached_property
    def has_tanwin(self):
        """Whether any word is printed with a tanwin; most articles have none."""
        return "\u064b" in self.printed

    def unpaired(self):
        """Where quotation marks without a partner stand in print."""
        return [self.span(k, k + 1)[0] for k in self.places["mark"] if k not in self.pairs and k not in self.openings]

    def glued(self, token):
        """Whether no blank stands on either side of a mark (كوتيس-أولريتشسن)."""
        if not 0 < token < len(self.tokens) - 1:
            return False
        return self.ends[token - 1] == self.starts[token] and self.ends[token] == self.starts[token + 1]

    def only_words(self, first, past):
        """The tokens first … past - 1 without the marks among them."""
        return [token for token in self.tokens[first:past] if token[0].isalnum()]

    def is_word(self, token):
        return self.tokens[token][0].isalnum()


class _Forms(dict):
    """What every token that was met has the form of (see `Reading.places`): for most tokens nothing."""

    def __init__(self, lex):
        self.of = {
            "mark": MARKS,
            "bound": _BOUNDS,
            "colon": ":",
            "cue": lex.cues,
            "report": lex.reports,
            "according": {*lex.according, *COMPARES},
        }

    def __missing__(self, token):
        found = [name for name, tokens in self.of.items() if token in tokens]
        self[token] = (*found, "date") if may_begin_date(token) else tuple(found)
        return self[token]


@cache
def _forms(language):
    return _Forms(lexicon(language))


def read(text, language):
    """`text` as a Reading."""
    fold = folded(text)
    spans = [match.span() for match in TOKEN.finditer(fold.text.replace("_", " "))]
    tokens = [fold.text[start:end] for start, end in spans]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    places, forms = {name: [] for name in ("date", *_forms(language).of)}, _forms(language)
    for k, token in enumerate(tokens):
        for name in forms[token]:
            places[name].append(k)
    pairs = pair_marks(tokens, places["mark"], starts, fold.text)
    openings = {closing: opening for opening, closing in pairs.items()}
    sentence_of, sentences = _sentences(fold.text, tokens, places["bound"], starts, ends, pairs, openings)
    return Reading(text, fold, language, tokens, starts, ends, pairs, openings, sentence_of, sentences, places)


def _sentences(text, tokens, bounds, starts, ends, pairs, openings):
    """The sentence of every token, and where each begins and ends."""
    sentence_of, sentences = [0] * len(tokens), []
    begun = [0]  # where the sentence of each level began
    waiting = [[]]  # the tokens of that sentence, level by level

    def close(past):
        if waiting[-1]:
            for token in waiting[-1]:
                sentence_of[token] = len(sentences)
            sentences.append((begun[-1], past))
        waiting[-1] = []
        begun[-1] = past

    def wait(first, past):
        while first < past:
            if len(waiting[-1]) > 2 * LONGEST:
                close(first)
            cut = min(past, first + 2 * LONGEST + 1 - len(waiting[-1]))
            waiting[-1].extend(range(first, cut))
            first = cut

    begin = 0
    for index in bounds:
        wait(begin, index)
        token, begin = tokens[index], index + 1
        if len(waiting[-1]) > 2 * LONGEST:
            close(index)
        if index in openings and len(begun) > 1:
            close(index)
            begun.pop(), waiting.pop()
            waiting[-1].append(index)
            if tokens[index - 1] in TERMINAL and len(begun) == 1 and _starts_anew(tokens, index + 1):
                close(index + 1)
            continue
        if token == "\n" and len(begun) == 1 and _hard_break(text, starts[index]):
            waiting[-1].append(index)
            close(index + 1)
            continue
        waiting[-1].append(index)
        if index in pairs:
            begun.append(index + 1), waiting.append([])
        elif _terminates(tokens, index, starts, ends) or (len(waiting[-1]) > LONGEST and token in ",،؛;:\n"):
            close(index + 1)
    wait(begin, len(tokens))
    while begun:
        close(len(tokens))
        begun.pop(), waiting.pop()
    return sentence_of, sentences


def _terminates(tokens, index, starts, ends):
    token = tokens[index]
    if token not in TERMINAL:
        return False
    if token != ".":
        return True
    before = tokens[index - 1] if index else ""
    follows = index + 1 < len(tokens) and starts[index + 1] == ends[index]
    if follows and tokens[index + 1][0].isalnum() and before[-1:].isdigit() and tokens[index + 1][0].isdigit():
        return False
    return not (len(before) == 1 and before.isalpha()) and before not in _ABBREVIATIONS


def _starts_anew(tokens, index):
    return index >= len(tokens) or (tokens[index] not in ",،؛.-–—" and tokens[index] not in "»”")


def _hard_break(text, position):
    """Whether the line break at `position` ends a sentence; scraped pages break lines around links and by width."""
    before = text[max(0, position - 400) : position]
    after = text[position + 1 : position + 400]
    if not before.strip() or before.rstrip(" \t")[-1:] in "\n.؟?!:…":
        return True
    if after.lstrip(" \t\r")[:1] in ("", "\n"):
        return True
    if after[:1] in ",،؛.)»” \t" or before[-1:] in " \t":
        return False
    line, following = before.rpartition("\n")[2].split(), after.partition("\n")[0].split()
    heading = len(line) <= 8 and before.rpartition("\n")[0].rstrip()[-1:] in ".؟?!"
    return heading or (len(line) > 5 and len(following) > 5)


def _spells_cnn(tokens, k):
    """سي إن إن: the letters of a name."""
    if tokens[k - 1 : k] == ["سي"]:
        return tokens[k - 2 : k - 1] != ["بي"] and tokens[k + 1 : k + 2] == ["ان"]
    return tokens[max(0, k - 2) : k] == ["سي", "ان"] and tokens[max(0, k - 3) : k - 2] != ["بي"]


_BEFORE_AN = frozenset("سبق قبل بعد مع منذ".split())


def opens_clause(reading, lex, k):
    """Whether token k is the particle of reported content: أن, not إلا أن, nor the first name of بان كي مون."""
    tokens = reading.tokens
    if tokens[k] not in lex.that:
        return False
    if tokens[k] == "بان" and k + 1 < len(tokens) and tokens[k + 1] in ("كي", "جي", "غي"):
        return False
    if tokens[k] == "ان" and _spells_cnn(tokens, k):
        return False
    if not k or tokens[k - 1] not in lex.not_that:
        return True
    start, _ = reading.span(k, k + 1)
    return tokens[k - 1] in _BEFORE_AN and reading.printed[start] == "إ"  # قال من قبل إن


def tanwin(reading, at):
    """Whether طالباً is printed with its tanwin, and so no dual of a verb."""
    if not reading.has_tanwin:
        return False
    start, end = reading.span(at, at + 1)
    return "\u064b" in reading.printed[start:end]
