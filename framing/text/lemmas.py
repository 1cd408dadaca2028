"""Lemmas of English and Russian words (simplemma). Arabic has clitics and inflection by rule instead."""

from functools import lru_cache


@lru_cache(maxsize=200_000)
def lemma(word, language):
    """The dictionary form of a folded word in 'en' or 'ru'; the word itself where simplemma does not know it."""
    import simplemma

    return simplemma.lemmatize(word.removesuffix("'s"), lang=language).lower().replace("ё", "е")
