"""The medium through which a source was quoted, where the sentence credits one."""

from framing.attribution.objects import bare, by_form
from framing.attribution.phrases import COMMAS, Phrase
from framing.attribution.reading import TERMINAL
from framing.attribution.registry import find_source
from framing.attribution.roles import MEDIA_TYPES
from framing.attribution.subjects import named_before
from framing.text import fold

_BEFORE, _BETWEEN, _NAME = 20, 30, 7  # tokens looked at before a cue, behind it, and for one name
_CREDITED = MEDIA_TYPES | {"think_tank"}


def find_medium(reading, registry, actors, lex, draft, history):
    """The Voice of the outlet through which a draft's source speaks, or None.

    لرويترز, في مقابلة مع صحيفة …, في مقال نشرته …, جاء ذلك في حديث لـ…; the speech that a statement goes on with in
    the same sentence hands its own on. `history` holds the (draft, Voice) said before it on its level.
    """
    if draft.rule == "relay" and draft.via is None:
        return _relaying(reading, registry, actors, lex, draft, history)
    found = None
    if draft.content is not None:
        found = _around(reading, registry, actors, lex, draft)
    if found is None and (draft.elided or draft.cue.kind == "participle"):
        found = _handed_on(reading, draft, history)
    if found is not None and draft.attributed is not None and fold(found.key) == fold(draft.attributed.key):
        return None
    return found


def credited(reading, registry, actors, lex, phrase, position):
    """The Voice of the medium that a phrase of its own names: «بحسب قناة (كذا)», «نقلت صحيفة كذا عن»."""
    if reading.language == "ar" and is_outlet(reading, registry, lex, phrase.first):
        for k in range(phrase.first, min(phrase.past + 1, phrase.first + _NAME, len(reading.tokens))):
            named = reading.is_word(k) and reading.tokens[k] not in lex.stops
            found = _registered(reading, registry, k) if named else None
            if found and registry.sources[found].type in _CREDITED:
                return actors.registered(found, position, frozenset())
    return actors.resolve(phrase, position)


def _around(reading, registry, actors, lex, draft):
    begin, _ = reading.bounds(draft.first)
    gap = draft.content.gap
    if reading.language != "ar":
        opened = max(draft.past, draft.source.past) if draft.source is not None else draft.past
        areas = ((opened, gap), (max(begin, draft.first - 16), draft.first))
    elif draft.rule == "according":  # حسب سكان لبي بي سي
        areas = ((gap, min(gap + 6, reading.bounds(draft.first)[1])),)
    else:
        areas = ((draft.past, gap), (_clause(reading, lex, begin, draft.first), draft.first), _told(reading, draft))
    for first, past in areas:
        for at in range(first, min(past, first + _BETWEEN)):
            if at + 1 < len(reading.tokens) and _addressed(reading, registry, lex, at, first, draft):
                found = _named(reading, registry, actors, lex, at, past)
                if found is not None:
                    return found
    return None


def _clause(reading, lex, begin, at):
    """Where the clause before a cue opens: behind the last particle, cue or quotation."""
    for k in range(at - 1, max(begin, at - _BEFORE) - 1, -1):
        token = reading.tokens[k]
        if token in lex.that or k in reading.pairs or (token in lex.cues and not _publishes(lex, token)):
            return k + 1
    return max(begin, at - _BEFORE)


def _told(reading, draft):
    """The words that follow «جاء ذلك في», «وذلك خلال» behind the content."""
    tokens, at = reading.tokens, draft.ends
    for k in range(at, min(at + 4, len(tokens) - 2)):
        if (tokens[k + 1] == "ذلك" and tokens[k] in _CAME) or tokens[k] == "وذلك":
            return k, min(k + 24, reading.bounds(k)[1])
        if reading.is_word(k):
            break
    return 0, 0


_CAME = frozenset("جاء وجاء وجاءت جاءت".split())


def _addressed(reading, registry, lex, at, first, draft):
    """Whether a medium is named at this token as the one that is told, that asks or that publishes."""
    tokens, token = reading.tokens, reading.tokens[at]
    if reading.language == "ar" and token[0] != "ل" and not _introduces(lex, tokens[at - 1]):
        return False
    if not reading.is_word(at) or not is_outlet(reading, registry, lex, at):
        return False
    if bare(token, lex).removeprefix("ال") == "موقع" and token[0] != "ل":
        return False  # a site is where it stands, not who is told
    before = next((k for k in range(at - 1, max(-1, at - 7), -1) if not _passing(lex, tokens[k])), -1)
    word = tokens[before] if before >= 0 else ""
    if reading.language != "ar":
        near = any(tokens[k] in lex.channels for k in range(max(reading.bounds(at)[0], at - 4), at))
        return (word in ("to", "with", "in", "by", "через") or at <= first + 1) if first >= draft.past else near
    if token.startswith("ل") and (token[1:] in lex.media or token.startswith("لل") or _is_told(reading, registry, at)):
        return not token.startswith("لل") or word not in _OF
    if word == "ل" or _publishes(lex, word):
        return True
    if word in _THROUGH:
        begin = max(reading.bounds(at)[0], before - 8)
        return word == "عبر" or any(_channel(lex, tokens[k]) for k in range(begin, before))
    return word == "من" and tokens[before - 1] in ("سوال", "اسيله")


@by_form
def _introduces(lex, token):
    """Whether the token may stand before a medium that is credited: a quick look, before anything is looked up."""
    return token in _THROUGH or token in ("ل", "من") or _publishes(lex, token) or _passing(lex, token)


def _passing(lex, token):
    """Marks and dates between a verb of publishing and the medium: أوردتها، الجمعة 15 مارس، وكالة …"""
    return not token[0].isalnum() or token.isdigit() or token in lex.adverbs or token in _MONTHS


_MONTHS = frozenset("يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر".split())
_THROUGH = frozenset("مع عبر الي علي في".split())
_OF = frozenset("متحدث المتحدث مدير رييس مراسل مندوب محلل تابع تابعه".split())


def _is_told(reading, registry, at):
    """Whether the ل is no part of the name: لرويترز, not لوموند."""
    token = reading.tokens[at]
    return _registered(reading, registry, at) is not None and token not in registry.index["ar"]


def _channel(lex, token):
    """مقابلة, حديثه, لقائها."""
    stem = token.removesuffix("ا").removesuffix("ه")
    return token in lex.channels or stem in lex.channels or stem in ("لقاي", "مقابلت", "مقابلتين", "برنامج")


def _publishes(lex, word):
    """نشرتها, أوردته, بثتها, نقلتها, أجرته معه."""
    word = word.removeprefix("و")
    if word in ("معه", "معها", "نقلت", "تناقلت"):
        return True
    stem = word.removesuffix("ا").removesuffix("ه")
    return stem != word and (stem in lex.relaying or stem in ("نقل", "نقلت", "اجرت", "اجرا"))


def is_outlet(reading, registry, lex, at):
    """Whether a medium is named at this token: by its kind (الصحيفة, لقناة, وسائل إعلام) or by a registered name."""
    if at >= len(reading.tokens):
        return False
    token = reading.tokens[at]
    word = bare(token, lex).removeprefix("ال")
    rest = word if word in lex.media or word in lex.press else token.removeprefix("ل")
    if rest in lex.media or rest in lex.press:
        return True
    found = _registered(reading, registry, at)
    return found is not None and registry.sources[found].type in _CREDITED


def _registered(reading, registry, at):
    """The id of the source named at this token, the ل before Latin letters (لـCNN) looked through; else None."""
    token = reading.tokens[at]
    if token[0] == "ل" and token[1:].isascii() and len(token) > 2:
        return next((name for words, name in registry.index["en"].get(token[1:], ()) if len(words) == 1), None)
    found = find_source(registry, reading.language, reading.tokens, at, min(at + 6, len(reading.tokens)))
    return found[0] if found else None


def _named(reading, registry, actors, lex, at, past):
    """The Voice of the medium that is named from this token on."""
    tokens = reading.tokens
    end = min(at + _NAME, len(tokens))
    for k in range(at, end):
        if k > at and (tokens[k] in lex.stops or tokens[k] in COMMAS or tokens[k] in TERMINAL or tokens[k] in lex.that):
            end = k
            break
        found = _registered(reading, registry, k) if reading.is_word(k) else None
        if found and registry.sources[found].type in _CREDITED:
            return actors.registered(found, at, frozenset())
    if reading.language != "ar":
        return actors.medium([k for k in range(at, min(past, at + 3)) if reading.is_word(k)], at)
    for k in range(at + 1, end):
        if k in reading.pairs:
            end = min(reading.pairs[k], at + _NAME + 3)
            break
        if tokens[k] in lex.cues:
            end = k
            break
    while end > at + 1 and not reading.is_word(end - 1):
        end -= 1
    phrase = Phrase(at, end, ((at, end),))
    return actors.resolve(phrase, at, attached=tokens[at].startswith("ل"))


def _relaying(reading, registry, actors, lex, draft, history):
    """The medium of a relay that stands before its verb («وكالة كذا نقلت عن»), or that spoke last («ونقلت عن»)."""
    if draft.cue.kind == "relay":
        phrase = named_before(reading, registry, lex, draft)
        if phrase is not None and is_outlet(reading, registry, lex, phrase.first):
            return actors.resolve(phrase, draft.first)
        begin, _ = reading.bounds(draft.first)
        for k in range(draft.first - 1, max(begin, draft.first - 10) - 1, -1):  # وكالة (سانا) نقلت عن
            if reading.is_word(k) and is_outlet(reading, registry, lex, k):
                return _named(reading, registry, actors, lex, k, draft.first)
    return next((voice for _, voice in reversed(history) if voice.type in MEDIA_TYPES), None)


def _handed_on(reading, draft, history):
    """The medium of the speech that this statement goes on with in the same sentence, by the same voice."""
    if not history or draft.attributed is None:
        return None
    other, voice = history[-1]
    if other.medium is None or voice.key != draft.attributed.key:
        return None
    same = reading.sentence_of[other.first] == reading.sentence_of[draft.first]
    between = reading.tokens[max(other.ends, draft.first - 4) : draft.first]
    return other.medium if same or (draft.cue.kind == "participle" and "\n" not in between) else None
