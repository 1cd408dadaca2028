"""The written forms of a word: Arabic proclitics, pronouns, sound plurals and duals; English and Russian lemmas.

NOT found: broken plurals (مصالح from مصلحة), verbs from their nouns, roots. Write them as indicators of their own.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from framing.text.folding import fold
from framing.text.lemmas import lemma

PRONOUN = "(?:هما|كما|ها|هم|هن|كم|كن|نا|ني|ه|ك|ي)"
# what may stand before a noun: with the article (ل + ال is written لل), and without; س before a present tense
WITH_ARTICLE = "[وف]?(?:[بك]?ال|لل)"
BARE = "[وف]?(?:[بكل]|س(?=[يتنا]))?"

# broken plurals of this shape take no feminine ending: مصالحه is "his interests", مصالحة "reconciliation"
_BROKEN_PLURAL = re.compile("[^ا]{2}ا[^ا]ي?[^اي]")
# an alef and lam of their own, not the article: إلغاء shows it by its hamza, these do not
_NOT_AN_ARTICLE = re.compile("الت(?:زام|قا|ماس|هاب|باس|حاق|فاف|فات|حام|صاق|جا)")
# folding takes the tanwin off روسيّاً; the country is not the adjective
_COUNTRIES = frozenset(
    ["روسيا", "سوريا", "ليبيا", "تركيا", "المانيا", "بريطانيا", "ايطاليا", "اسبانيا", "استراليا", "اوكرانيا"]
)


class Form(NamedTuple):
    """How one word of an indicator is found: each written form holds one of `literals`, `accepts` judges a word."""

    literals: tuple
    accepts: object  # a folded word, as `Folded.word` gives it -> bool


@lru_cache(maxsize=10_000)
def form(word, language, inflect=True):
    """The written forms of one word as a Form; `*` and `?` in it stand for any letters and for one letter.

    Arabic: the word after legal proclitics and before the endings of dual, sound plural, feminine, accusative and
    attached pronouns; a word written with ال is found with the article only. A word with a wildcard takes
    proclitics, its ending is what the wildcard says. English, Russian: every word of the same lemma.
    `inflect=False` finds the word only as it is written.
    """
    folded_word = fold(word)
    if language == "ar" and inflect:
        return _arabic(word, folded_word)
    if not inflect or "*" in word or "?" in word:
        # a text that drops the dots of a ta marbuta is met, the pronoun ـه is not: سيادة finds سياده, سياده not سيادة
        written = _wildcards(folded_word[:-1]) + "[هة]" if word.endswith("ة") else _wildcards(folded_word)
        return Form((_longest_literal(folded_word),), _matches(written))
    beginning = folded_word[: max(3, len(folded_word) - 3)]
    return Form((beginning,), _same_lemma(folded_word, language))


def _arabic(printed, word):
    definite = printed.startswith("ال") and len(word) > 4 and not _NOT_AN_ARTICLE.match(word)
    stem = word[2:] if definite else word
    if "*" in stem or "?" in stem:
        literal, with_article = _longest_literal(stem), _wildcards(stem)
        bare = with_article
    else:
        literal, with_article, bare = _endings(stem, printed.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650")[-1:])
    forms = f"{WITH_ARTICLE}(?:{with_article})"
    return Form((literal,), _matches(forms if definite else f"{forms}|{BARE}(?:{bare})"))


def _endings(stem, last):
    """(literal, endings after the article, endings without) of a folded stem whose last printed letter is `last`."""
    root = stem[:-1]
    if last == "ة":
        return root, f"{root}(?:[هة]|ات|تان|تين)", f"{root}(?:[هة]|ات{PRONOUN}?|تان|تين|ت{PRONOUN}|ت[اي]{PRONOUN}?)"
    if last == "ى":
        return root, f"{root}(?:ي|يات)", f"{root}(?:ي|يات{PRONOUN}?|ا{PRONOUN}|يا)"
    if last == "ء":
        return root, f"{root}(?:ء|ات|وات)", f"{root}(?:ءا?|[ءيو]{PRONOUN}|و?ات{PRONOUN}?)"
    if last in "اآ":
        return stem, stem, f"{stem}{PRONOUN}?"
    if _BROKEN_PLURAL.fullmatch(stem):
        return stem, stem, f"{stem}(?:ا|{PRONOUN})?"
    accusative = "" if f"{stem}ا" in _COUNTRIES else "|ا"
    sound = f"ة|ات{PRONOUN}?|ان|ين|ون|تان|تين|[تياو]?{PRONOUN}{accusative}"
    return stem, f"{stem}(?:[هة]|ات|ان|ين|ون|تان|تين)?", f"{stem}(?:{sound})?"


def _matches(pattern):
    compiled = re.compile(pattern)

    @lru_cache(maxsize=50_000)
    def accepts(word):
        return compiled.fullmatch(word) is not None

    return accepts


def _same_lemma(word, language):
    wanted = {word, lemma(word, language)}

    def accepts(found):
        return found in wanted or lemma(found, language) in wanted

    return accepts


def _wildcards(word):
    return "".join({"*": r"\w*", "?": r"\w"}.get(letter, re.escape(letter)) for letter in word)


def _longest_literal(word):
    return max(re.split(r"[*?]+", word), key=len)
