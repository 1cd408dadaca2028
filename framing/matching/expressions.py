"""Regular expressions of researchers, by RE2: no expression can make it hang."""

from functools import lru_cache

from framing.matching.occurrences import Occurrence
from framing.text import fold


def expressed(text, regex):
    """Where whole words of a folded text match."""
    for match in _compiled(regex).finditer(text):
        start, end = match.span()
        inside = (start and text[start - 1 : start + 1].isalnum()) or text[end - 1 : end + 1].isalnum() * (
            end < len(text)
        )
        if start < end and not inside:
            yield Occurrence(-1, start, end, tuple(range(start, end)))


@lru_cache(maxsize=1000)
def _compiled(regex):
    import re2

    options = re2.Options()
    options.case_sensitive = False
    # letters are folded as the text is; what is ASCII may be syntax
    return re2.compile("".join(letter if letter.isascii() else fold(letter) for letter in regex), options)
