"""Where a verb's subject ends and its object begins, when nothing but their forms tells (نفت الوزارة استخدامها …)."""

import re

from framing.attribution.registry import find_source

_VERBAL_NOUN = re.compile("و?(?:است..ا.|ا...?ا.|ت..ي.|م...ه|ت.ا..|الغاء)ا?")
_PLURALS = ("ون", "ين", "ات")


def is_object(reading, lex, registry, begun, at):
    """Whether the word at `at` cannot belong to the subject that began at `begun`."""
    tokens, token = reading.tokens, reading.tokens[at]
    if possessed(reading, at):
        return True
    if token in lex.objects and (at == begun or tokens[at - 1] not in lex.heads):
        return True
    word = bare(token, lex)
    if at > begun and token.startswith("ال") and token in lex.titles:  # دعت روسيا الرئيس
        return bool((known := find_source(registry, "ar", tokens, begun, at)) and known[1] == at)
    if (
        _describes(token, lex)
        or _describes(word, lex)
        or token in lex.nations
        or token in ("من", "في", "الي", "لدي", "علي")
    ):
        return False
    if at == begun:
        return _VERBAL_NOUN.fullmatch(token) is not None and find_source(registry, "ar", tokens, at, at + 4) is None
    before = tokens[at - 1]
    inside = _describes(before, lex) or _describes(bare(before, lex), lex)
    known = find_source(registry, "ar", tokens, at, at + 4)
    if known and registry.sources[known[0]].person:
        return before.startswith("ال") and not inside and before not in lex.nations
    if inside and (known or token.startswith("ال")):
        return before.startswith("ال") and known is not None
    if token.startswith("ال"):
        return (before.startswith("ال") and not _agree(before, token)) or bool(
            find_source(registry, "ar", tokens, begun, at)
        )
    if known and not token.startswith("و"):
        return True
    return _VERBAL_NOUN.fullmatch(token) is not None or (
        before.startswith("ال") and not inside and before not in lex.nations
    )


def _agree(noun, adjective):
    """المحققون المستقلون: an adjective with the ending of its noun, or of a relation (ي، ية)."""
    return adjective.endswith(("ي", "يه")) or any(noun.endswith(end) and adjective.endswith(end) for end in _PLURALS)


def _describes(word, lex):
    return word in lex.titles or word in lex.roles or word in lex.heads


def possessed(reading, at):
    """Whether the word carries a pronoun (رفضه، استعدادها): an object, not a subject."""
    token = reading.tokens[at]
    if reading.language != "ar" or len(token) < 5 or token.startswith(("نظير", "ال", "كلا", "كلت")):
        return False
    start, end = reading.span(at, at + 1)
    printed = reading.printed[start:end].rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
    return printed.endswith(("ه", "ها", "هما"))


def bare(token, lex):
    """A folded Arabic word without و ف ب ل before a title or an article, other words as they are."""
    if lex.language != "ar":
        return token
    word = lex.bares.get(token)
    if word is None:
        word = lex.bares[token] = _bare(token, lex)
    return word


def _bare(token, lex):
    if token in lex.titles:
        return token
    if token.startswith("لل"):
        return "ال" + token[2:]
    if token.startswith("ولل"):
        return "ال" + token[3:]
    if token[:1] in "وفبلك" and (token[1:] in lex.titles or token[1:3] == "ال" or token[1:] in lex.heads):
        return token[1:]
    return token
