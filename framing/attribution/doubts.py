"""When the form of a cue is none: a noun, a passive, a wish, a word that only looks like the verb."""

from framing.attribution.lexicon import lexicon
from framing.attribution.marks import CLOSING
from framing.attribution.objects import possessed
from framing.attribution.phrases import COMMAS
from framing.attribution.reading import TERMINAL
from framing.attribution.words import look

_DETERMINERS = frozenset(
    "the a an this these those his her its their our no any only other of in by as to be been was were is "
    "are not each every".split()
)


def is_noun(reading, lex, at, cue):
    """Whether the form is a noun, an infinitive or a passive here: the call, to say, was told."""
    if reading.language != "en":
        return False
    before = reading.tokens[at - 1] if at else ""
    return before in _DETERMINERS


def first_person(reading, at):
    """أعتقد is printed with the hamza of I; اعتقد (he thought) is not."""
    if "اعتقد" not in reading.tokens[at]:
        return False
    start, end = reading.span(at, at + 1)
    return reading.printed[start:end].lstrip("وف").startswith("أعتقد")


def something_else(reading, lex, at, before, content):
    """Forms that are a cue only in some surroundings: عبر عن, ردّ بأن, تحدث عن."""
    tokens, token = reading.tokens, reading.tokens[at]
    word = token[1:] if token[:1] in "وف" and token[1:] in lex.cues else token
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if word in ("يظهر", "تظهر") and content.gap == at + 1:
        return True
    if (
        content.opened_by == "preposition"
        and content.gap > at + 1  # not هددوا بإسقاطه
        and following not in lex.stops
        and possessed(reading, at + 1)
    ):
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
    if word.startswith("وصف") and following.startswith("لل"):
        return True
    if _passive(reading, lex, at, word, content):
        return True
    if _shown(lex, tokens, at) or (word == "طلب" and following in _OF_HIM and before in _WHEN):
        return True
    active = token[0] == "و" and word.endswith("عتبر")  # ويعتبر أن: he, not it is held
    if word in lex.passives and content.gap == at + 1 and not active and _agentless(lex, tokens, at, content):
        return True
    if word in _ONCE_MORE and (following.startswith("ل") or (word == "مجددا" and before not in COMMAS)):
        return True  # لشركاء جدد, التقاه مجددا
    if word.startswith("علق") and content.opened_by == "clause" and "علي" not in tokens[at : content.gap]:
        return True  # علق زيارات كان مقررا أن
    if token[:2] in ("لي", "لت") and token[1:] in lex.cues and (content.opened_by != "clause" or content.gap > at + 2):
        return True  # ليشير إلى: what for
    if word in lex.passives and content.opened_by == "noun" and not _named(lex, following):
        return True  # يتوقع وصول
    if _elsewhere(lex, tokens, at, word, before, content):
        return True
    if word in lex.only_close and _far(tokens, at, content):
        return True
    if word in lex.topics and content.opened_by == "preposition" and content.first not in reading.pairs:
        return True
    if word in lex.only_to and "الي" not in tokens[at + 1 : content.gap + 1]:
        return True
    return before == "انا" or (word.endswith("اعتقد") and content.gap == at + 1 and _quoted(reading, at))


def _passive(reading, lex, at, word, content):
    """طُلب with its vowel; وصف بـ, اتهم بـ without an object; قد يطلب, which may or may not be said."""
    start, end = reading.span(at, at + 1)
    printed = reading.printed[start:end].lstrip("وف")
    if printed[1:2] == "\u064f" and printed[0] not in "يتن":
        return True
    if word in lex.with_object and content.gap == at + 1 and content.opened_by in ("preposition", "clause"):
        return True
    return word[0] in "يت" and reading.tokens[at - 1] in ("قد", "وقد", "فقد") and content.opened_by != "clause"


_ONCE_MORE = frozenset(("جدد", "مجددا"))


def _named(lex, token):
    return token in lex.titles or token in lex.heads or token in lex.generic or token.startswith("ال")


def _elsewhere(lex, tokens, at, word, before, content):
    """Whether the verb has another object or none: تطلب الأمر, شككت فيها …، «…», a passive far from its clause."""
    following = tokens[at + 1]
    if following in ("ماذا", "الامر") or (
        following in ("فيها", "فيه") and content.opened_by == "mark" and content.gap > at + 2
    ):
        return True
    if content.opened_by == "noun" and following in COMMAS and before != "قد":
        return True
    return (
        word in lex.passives and content.opened_by == "clause" and content.gap - at > 10 and not _named(lex, following)
    )


def _far(tokens, at, content):
    """Whether something else stands between the verb with its subject and the content."""
    if content.opened_by == "mark" and (
        any(token in COMMAS for token in tokens[at : content.gap]) or (content.past or at) - content.first < 4
    ):
        return True
    return content.opened_by in ("noun", "preposition") or content.gap - at > _CLOSE


_OF_HIM, _WHEN = frozenset("منه منها منهم".split()), frozenset("عندما حين حينما وعندما ولما لما".split())


def _shown(lex, tokens, at):
    """Whether what stands before the verb is no speaker (أدلة تشير إلى), nor is governed (في هذه الظروف أكد)."""
    if tokens[at].endswith(("ه", "ها")):
        return False  # هجوم اعتبره المدير …
    for k in range(at - 1, max(at - 3, 0), -1):
        if not tokens[k][0].isalnum():
            return False
        if tokens[k] in lex.not_speakers:
            return not tokens[k].startswith("ال") or tokens[k - 1] not in lex.prepositions
    return False


_CLOSE = 20  # tokens: the verb, its subject, and the content


def _quoted(reading, at):
    """Whether the token stands within a quotation: there I believe, not he."""
    return any(reading.pairs.get(k, 0) > at for k in range(at - 1, max(at - 120, -1), -1))


def _agentless(lex, tokens, at, content):
    """Whether no subject stands before the form («أنه يعتقد أن», «الوزير يعتقد أن»), so that it is a passive."""
    before = tokens[at - 1] if at else ""
    if (before in lex.that and len(before) > 2) or before in ("هو", "وهو", "لانه", "لانها"):
        return False
    if content.opened_by != "clause" or tokens[at][0] in "وف" or not before[:1].isalnum():
        return True
    word = look(lex, before)
    return before in lex.stops or word.verbal or not (word.definite or word.given or before in lex.nations)


def _before_from(tokens, at, content):
    return "عن" in tokens[at + 1 : content.gap + 1] and tokens[at : content.gap].count("،") % 2 == 0


def is_adverb(lex, token, at, before, content):
    """Whether a participle is the adverb of the main verb (مؤكداً) and not a noun (مطالبة الرئيس، على منتقدين)."""
    if before in lex.prepositions and not (before == "ذلك" and content.opened_by == "clause"):
        return False
    if before in COMMAS or before in CLOSING or before in TERMINAL or not before.isalnum():
        return True
    if content.opened_by in ("clause", "mark", "colon"):
        return token.endswith(("ا", "ين")) or content.gap - at < (5 if content.opened_by == "clause" else 3)
    return token.endswith(("ا", "ين"))


def is_subordinate(lex, tokens, at, content):
    """Whether an imperfect is what somebody wants or shall do (أن تطلب, سيرحب), not what is said."""
    token, before = tokens[at], tokens[at - 1] if at else ""
    wished = token[:1] in "يت" and before in ("ان", "بان", "لان")
    first = tokens[max(at - 2, 0)] in ("قبل", "بعد", "دون")  # قبل أن يستدرك: «…»
    if content.opened_by == "clause":
        return wished and not first
    if token.lstrip("وف")[:2] in ("سي", "ست") and token.lstrip("وف")[1:] not in lex.foretold:
        return True
    return wished and not (first and content.opened_by in ("mark", "colon"))


def _held(word):
    """Whether the form may be «is held to be» (تعتبر روسيا حليفا): not with a pronoun (تعتبره موسكو تدخلا)."""
    return "عتبر" in word and not word.endswith(("ه", "ها", "هم"))


def states_it(reading, registry, tokens, at, before, content):
    """Whether a verb with a bare object states it: not after لا, an imperfect only with its subject or و."""
    if before in ("لا", "لم", "لن", "لكي", "كي", "ان", "بينما") and content.first == at + 1:
        return False
    word = tokens[at].lstrip("وف") if tokens[at][1:2] in "يتن" else tokens[at]
    imperfect = word[:1] in "يتس" and reading.language == "ar" and not word.startswith("توقع")
    lex = lexicon(reading.language)
    if imperfect and (_held(word) or (content.first == at + 1 and tokens[at + 1] not in lex.objects)):
        return False
    if imperfect and content.first == at + 1 and tokens[at] in lex.passives:
        return False
    if tokens[at].lstrip("وف") in lex.only_deeds and tokens[content.first].removeprefix("ال") not in lex.objects:
        return False
    if "حمل" in word:
        return any(t.startswith(("مسووليه", "مسيوليه", "المسووليه", "المسيوليه")) for t in tokens[at : at + 12])
    return True
