"""The written forms of a word: Arabic proclitics, pronouns, sound plurals and duals; English and Russian lemmas.

NOT found: broken plurals (مصالح from مصلحة), verbs from their nouns (سيتعاون from تعاون), other persons of a verb, the
nisba unless it is asked for, "my" where it reads like a nisba (بلدي), «أ» before a noun, شئ for شيء, roots. Write them
as indicators of their own.
"""

import re
from functools import cache, lru_cache, partial
from typing import NamedTuple

from framing.text.endings import PRONOUN, Endings, adjective, endings
from framing.text.folding import fold
from framing.text.lemmas import lemma
from framing.text.proclitics import before_article, before_bare

# an alef and lam of their own, not the article: إلغاء shows it by its hamza, these do not
_NOT_AN_ARTICLE = re.compile("الت(?:زام|قا|ماس|هاب|باس|حاق|فاف|فات|حام|صاق|جا)")


class Form(NamedTuple):
    """How one word of an indicator is found: each written form holds one of `literals`, `accepts` judges a word."""

    literals: tuple
    accepts: object  # a folded word, as `Folded.word` gives it -> bool


@lru_cache(maxsize=10_000)
def form(word, language, inflect=True, nisba=False):
    """The written forms of one word as a Form; `*` and `?` in it stand for any letters and for one letter.

    Arabic: the word after legal proclitics and before the endings of `framing.text.endings`; a word written with ال is
    found with the article only. A word with a wildcard takes proclitics, its ending is what the wildcard says.
    English, Russian: every word of the same lemma.
    inflect : False finds the word only as it is written.
    nisba : True finds the adjective that «ي» makes of an Arabic word as well.
    """
    folded_word = fold(word)
    if language == "ar" and inflect:
        return _arabic(word, folded_word, nisba)
    if not inflect or "*" in word or "?" in word:
        return Form((_longest_literal(folded_word),), _matches(_as_written(folded_word, word)))
    beginning = folded_word[: max(3, len(folded_word) - 3)]
    return Form((beginning,), _same_lemma(folded_word, language))


def is_definite(word):
    """Does an Arabic word of an indicator bear the article? It is then found with its article only."""
    return word.startswith("ال") and len(word) > 4 and not _NOT_AN_ARTICLE.match(word)


def _arabic(printed, word, nisba):
    definite = is_definite(printed)
    stem, printed = (word[2:], printed[2:]) if definite else (word, printed)
    if "*" in stem or "?" in stem:
        found, literals = [Endings(stem, ("",))], (_longest_literal(stem),)
    else:
        found = endings(stem, printed, definite)
        literals = shortest([entry.root for entry in found])
    pattern = _with_article(stem, found) if definite else f"{_with_article(stem, found)}|{_bare(stem, printed, found)}"
    if nisba:
        adjectives = adjective(stem, printed)
        pattern += f"|{_with_article(stem, adjectives)}|{_bare(stem, printed, adjectives)}"
        literals = shortest([*literals, *(entry.root for entry in adjectives)])
    return Form(literals, _matches(pattern))


def _with_article(stem, found):
    forms = (f"{_spelt(entry.root)}{entry.unless}(?:{'|'.join(entry.free)})" for entry in found)
    return f"{before_article(stem)}(?:{'|'.join(forms)})"


def _bare(stem, printed, found):
    return f"{before_bare(stem, printed)}(?:{'|'.join(map(_without_article, found))})"


def _without_article(entry):
    # دوره is "his role", فيه "in it": a short word needs its ta marbuta
    free = [ending.replace("[هة]", "ة") if len(entry.root) < 4 else ending for ending in entry.free]
    bound = [f"(?:{'|'.join(entry.bound)}){PRONOUN}"] if entry.bound else []
    return f"{_spelt(entry.root)}{entry.unless}(?:{'|'.join([*free, *entry.bare, *bound])})"


def _matches(pattern):
    compiled = cache(partial(re.compile, pattern))  # most words of a scheme are never asked about

    @lru_cache(maxsize=50_000)
    def accepts(word):
        return compiled().fullmatch(word) is not None

    return accepts


def _same_lemma(word, language):
    wanted = {word, lemma(word, language)}

    def accepts(found):
        return found in wanted or lemma(found, language) in wanted

    return accepts


def _as_written(word, printed):
    # a text that drops the dots of a ta marbuta is met, the pronoun ـه is not: سيادة finds سياده, سياده not سيادة
    return f"{_spelt(word[:-1])}[هة]" if printed.endswith("ة") else _spelt(word)


def _spelt(word):
    """The pattern of a folded word: its alefs may bear a hamza, `*` and `?` are any letters and one letter."""
    return "".join({"*": r"\w*", "?": r"\w", "ا": "[اأ]"}.get(letter, re.escape(letter)) for letter in word)


def _longest_literal(word):
    return max(re.split(r"[*?]+", word), key=len)


def shortest(roots):
    """The roots that hold no other root."""
    return tuple(root for root in dict.fromkeys(roots) if not any(root != other and other in root for other in roots))
