"""What a folded Arabic token may be in a noun phrase, whatever its place: looked up once for each token."""

import re
from typing import NamedTuple

from framing.attribution.objects import bare
from framing.attribution.voices import stem

_RELATION = ("ي", "يه", "يون", "يين", "يتين")
# shapes of verbal nouns: استفعال, افتعال, انفعال, تفاعل, تفعيل, مفاعلة
_SHAPE = re.compile("است..?ا.ه?|ا.ت.ا.|ان..ا.|ت.ا..|ت..ي.|م.ا..ه")


class Word(NamedTuple):
    """`bare` has lost a proclitic before a title or an article."""

    bare: str
    definite: bool
    title: bool
    body: bool  # a noun that stands for a body: وزارة, المجلس
    describes: bool  # a title, a body or another word of a role
    adjective: bool  # of a country or of relation: السورية, الأمني
    given: bool
    verbal: bool  # opens the object: a noun of action, with or without a pronoun
    shaped: bool  # a word of which only the shape is that of a verbal noun
    deed: bool
    joined: bool  # begins with the و that coordinates
    stem: str  # of a word of a role: without proclitics, people in the singular


def look(lex, token):
    """The Word of a token."""
    word = lex.words.get(token)
    if word is None:
        word = lex.words[token] = _word(lex, token)
    return word


def is_common(lex, token):
    """Whether a token is an ordinary word of a phrase and so no part of a name that nothing marks."""
    word = look(lex, token)
    common = word.describes or word.definite or word.adjective or word.verbal or word.joined
    return common or token in lex.generic or token in lex.texts or token in lex.stops


def is_noun_here(lex, tokens, k):
    """Whether a form that a verb and a noun share is the noun: في رد على سؤال, شؤون نقل البضائع."""
    return tokens[k] in lex.noun_too and (tokens[k - 1] in lex.prepositions or tokens[k - 1] in lex.constructs)


def same_ending(noun, adjective):
    """المحققون المستقلون: an adjective with the ending of its noun."""
    return any(noun.endswith(end) and adjective.endswith(end) for end in ("ون", "ين", "ات")) or (
        noun.endswith("ه") and adjective.endswith(("ه", "اء"))
    )


def _word(lex, token):
    root = bare(token, lex)
    known = token in lex.titles or token in lex.roles or token in lex.heads or token in lex.names
    joined = token[0] == "و" and len(token) > 3 and not (known or token in lex.objects or token in lex.with_waw)
    rest = token[1:] if joined else root
    title = rest in lex.titles
    plain = rest.removeprefix("ال")
    body = rest in lex.heads or plain in lex.heads
    nation = rest in lex.nations
    given = token in lex.names and not title
    describes = title or body or rest in lex.roles or token in lex.roles
    return Word(
        root,
        (rest.startswith("ال") and len(rest) > 4) or (rest.endswith("يا") and len(rest) > 5),
        title,
        body,
        describes,
        nation or (rest.endswith(_RELATION) and not (title or body or token in lex.stops or heads(lex, rest))),
        given,
        not title and not given and (rest in lex.objects or plain in lex.objects),
        not known and _SHAPE.fullmatch(rest) is not None,
        token in lex.deeds or _imperfect(lex, token),
        joined,
        _role_stem(lex, root),
    )


def _role_stem(lex, word):
    word = word.removesuffix("نا") if word in ("مراسلنا", "مراسلتنا") else word
    word = lex.people.get(word, word)
    return stem(lex.synonyms.get(word.removeprefix("ال"), word))


def heads(lex, word):
    """Whether ي is the plural of people before their group: مقاتلي المعارضة."""
    return word.endswith("ي") and lex.people.get(word, "").endswith("ون")


def _imperfect(lex, token):
    """Whether ي makes a verb of it: not in يوسف, يابانية, يومية."""
    if token[0] == "و" and token not in lex.names and token not in lex.with_waw:
        token = token[1:]
    if token[:1] != "ي" or len(token) < 4 or token in lex.names or token in lex.titles:
        return False
    return token not in lex.nations and not token.endswith(("يه", "يتان", "يتين", "يون", "يين"))
