"""When the form of a cue is none: a noun, a passive, a wish, a word that only looks like the verb."""

from framing.attribution.marks import CLOSING
from framing.attribution.objects import possessed
from framing.attribution.phrases import COMMAS
from framing.attribution.reading import TERMINAL

PREPOSITIONS = frozenset(
    "في فى من علي الي عن ب بعد قبل خلال حول بين دون مع كل اي عدم اهم بناء بدون هذا هذه ذلك تلك".split()
)


NOUN_TOO = frozenset(
    (
        "رد راي شرح طلب وصف ذكر نقل نص قدر سجل رحب كتب ختم عد حكم علق سال قول بين وبين فبين نبه عبر حسب خلص شكا "
        "حث حض وعد امل كشف تابع ركز دعا وعدت عبرت رات اشار"
    ).split()
)


ONLY_WITH_THAT = frozenset(
    "بين وبين فبين راي وراي عد وعد تعد يعد وتعد ويعد عدت وصف عبر وعبر نص ونص سجل وسجل نبه رد ورد شرح طلب "
    "حسب تابع".split()
)


NEGATIONS = frozenset("لا لم لن ولا ولم ولن فلم فلا".split())


_DETERMINERS = frozenset(
    "the a an this these those his her its their our no any only other of in by as to be been was were is "
    "are not each every".split()
)


_PASSIVE = frozenset("يزعم يعتقد يذكر يعتبر يقدر يتوقع يقال يشار تعتبر يظهر تظهر".split())


def is_noun(reading, lex, at, cue):
    """Whether the form is a noun, an infinitive or a passive here: the call, to say, was told."""
    if reading.language != "en":
        return False
    before = reading.tokens[at - 1] if at else ""
    return before in _DETERMINERS


def first_person(reading, at):
    """أعتقد is printed with the hamza of I; اعتقد (he thought) is not."""
    start, end = reading.span(at, at + 1)
    return reading.printed[start:end].lstrip("وف").startswith("أعتقد")


def tanwin(reading, at):
    """Whether طالباً is printed with its tanwin, and so no dual of a verb."""
    start, end = reading.span(at, at + 1)
    return "\u064b" in reading.printed[start:end]


def something_else(reading, lex, at, before, content):
    """Forms that are a cue only in some surroundings: عبر عن, ردّ بأن, تحدث عن."""
    tokens, token = reading.tokens, reading.tokens[at]
    word = token[1:] if token[:1] in "وف" and token[1:] in lex.cues else token
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if word in ("يظهر", "تظهر") and content.gap == at + 1:
        return True
    if content.opened_by == "preposition" and possessed(reading, at + 1 if at + 1 < len(tokens) else at):
        return True  # يذكّر كلامه بـ …
    if word == "عبر":
        return content.opened_by in ("mark", "colon") or (
            content.gap > at + 1 and tokens[content.gap - 1] != "عن" and not _before_from(tokens, at, content)
        )
    if word in ("رد", "ردت", "يرد", "ترد", "ردا", "ردوا"):
        return following in ("في", "عن", "علي", "الي") or content.opened_by == "preposition"
    if word in ("علق", "علقت", "يعلق", "تعلق") and content.opened_by == "preposition":
        return True
    if (
        word.startswith(("يتحدث", "تتحدث", "يتطرق", "تتطرق", "يدافع", "تدافع", "تحدثان"))
        and content.opened_by == "preposition"
    ):
        return following == "عن" or following == "الي"
    if word.startswith("وصف") and following.startswith("ل"):
        return True
    if word in _PASSIVE and not _pronoun_before(lex, before) and content.gap == at + 1:
        return True
    return before == "انا" or (word == "اعتقد" and tokens[at - 1 : at] and (at - 1) in reading.pairs)


def _pronoun_before(lex, before):
    return (before in lex.that and len(before) > 2) or before in ("هو", "وهو", "الذي", "التي", "لانه", "لانها")


def _before_from(tokens, at, content):
    return "عن" in tokens[at + 1 : content.gap + 1] and "،" not in tokens[at : content.gap]


def is_adverb(token, before, content):
    """Whether a participle is the adverb of the main verb (مؤكداً) and not a noun (مطالبة الرئيس، على منتقدين)."""
    if before in PREPOSITIONS:
        return False
    if before in COMMAS or before in CLOSING or before in TERMINAL or not before.isalnum():
        return True
    if content.opened_by in ("clause", "mark", "colon"):
        return True
    return token.endswith("ا")


def is_subordinate(lex, tokens, at, content):
    """Whether an imperfect is what somebody wants or shall do (أن تطلب, سيرحب), not what is said."""
    token, before = tokens[at], tokens[at - 1] if at else ""
    if content.opened_by == "clause":
        return False
    if token[:1] in "يت" and before in lex.that and len(before) <= 3:
        return True
    return token.lstrip("وف")[:2] in ("سي", "ست")


def states_it(reading, registry, tokens, at, before, content):
    """Whether a verb with a bare object states it: not after لا, an imperfect only with its subject or و."""
    if before in ("لا", "لم", "لن", "لكي", "كي", "ان", "بينما") and content.first == at + 1:
        return False
    word = tokens[at].lstrip("وف") if tokens[at][1:2] in "يتن" else tokens[at]
    imperfect = word[:1] in "يتس" and reading.language == "ar" and not word.startswith("توقع")
    if imperfect and ("عتبر" in word or content.first == at + 1):
        return False
    if "حمل" in word:
        return any(t.startswith(("مسووليه", "مسيوليه", "المسووليه", "المسيوليه")) for t in tokens[at : at + 12])
    return True
