"""The form of one word: does it carry a pronoun, what is left of it without its proclitics."""

from functools import wraps


def by_form(decide):
    """`decide(lex, token)`, worked out once for every form that was met: texts repeat their words."""
    known = {}

    @wraps(decide)
    def decided(lex, token):
        forms = known.setdefault(lex.language, {})
        found = forms.get(token)
        if found is None:
            found = forms[token] = decide(lex, token)
        return found

    return decided


def possessed(reading, at):
    """Whether the word carries a pronoun (رفضه، استعدادها): an object, not a subject."""
    token = reading.tokens[at]
    if reading.language != "ar" or len(token) < 5 or token.startswith(("نظير", "ال", "كلا", "كلت")):
        return False
    if not token.endswith(_PRONOUNS):
        return False
    start, end = reading.span(at, at + 1)
    printed = reading.printed[start:end].rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
    return printed.endswith(_PRONOUNS)  # not ة


_PRONOUNS = ("ه", "ها", "هما")


def bare(token, lex):
    """A folded Arabic word without و ف ب ل before a title or an article, other words as they are."""
    if lex.language != "ar":
        return token
    word = lex.bares.get(token)
    if word is None:
        word = lex.bares[token] = _bare(token, lex)
    return word


def _bare(token, lex):
    if token in lex.titles or token in lex.sayers:
        return token
    if token.startswith("لل"):
        return "ال" + token[2:]
    if token.startswith("ولل"):
        return "ال" + token[3:]
    if token[:1] in "وفبلك" and (
        token[1:] in lex.titles or token[1:3] == "ال" or token[1:] in lex.heads or token[1:] in lex.sayers
    ):
        return token[1:]
    return token
