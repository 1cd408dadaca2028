"""Who goes on speaking where the clause names nobody: within the sentence, or from the statement before."""

from framing.attribution.clauses import longest, subjects
from framing.attribution.lexicon import lexicon
from framing.attribution.media import is_outlet
from framing.attribution.objects import bare
from framing.attribution.phrases import Phrase, noun_phrase
from framing.attribution.registry import find_source

_FAR = 80  # tokens looked back over


def carried(reading, registry, actors, drafts, draft, level, last):
    """The voice that goes on: of the noun the verb hangs on, of this sentence, or of the statement before.

    `level` is the number of the draft whose content holds this one: what is carried on is carried inside one level.
    """
    history = last.get(level, [])
    if history and draft.source is not None and draft.cue.kind == "according":
        return history[-1][1]  # بحسب المقال نفسه
    begin = drafts[level].begins if level is not None else reading.bounds(draft.first)[0]
    history = [(earlier, voice) for earlier, voice in history if earlier.rule != "relative"] or history
    spoken = [(earlier, voice) for earlier, voice in history if earlier.first >= begin]
    fitting = [(earlier, voice) for earlier, voice in spoken if agrees(voice, draft.cue)]
    author = _author(reading, registry, actors, draft, begin) if reading.language == "ar" else None
    if author is not None:
        return author
    if draft.cue.number == "p" and not any(voice.number == "p" for _, voice in fitting):
        acting = subjects(reading, registry, actors, max(begin, draft.first - _FAR), draft.first)
        several = [voice for _, voice in acting if voice.number == "p"]
        if several:
            return several[-1]
    if draft.first - begin > 1 and not (history and _asks_about(reading, draft, begin)):
        start = max(begin, draft.first - _FAR, fitting[-1][0].ends if fitting else 0)
        acting = [voice for _, voice in reversed(subjects(reading, registry, actors, start, draft.first, not fitting))]
        if not acting and not spoken:
            acting = named(reading, registry, actors, draft, start)
        for voice in acting:
            if agrees(voice, draft.cue):
                return voice
    if fitting and draft.cue.kind in ("participle", "noun"):
        return fitting[-1][1]
    if spoken and draft.cue.kind in ("participle", "noun"):
        return spoken[-1][1]
    topic = _topic(reading, registry, actors, draft, begin) if level is None and not spoken else None
    if topic is not None and agrees(topic, draft.cue):
        return topic
    if level is None and history and begin:
        topic = _taken_up(reading, registry, actors, draft, begin, history[-1][1])
        if topic is not None:
            return topic
    voice = _goes_on(history, draft.cue)
    if voice is not None:
        return voice
    if level is not None:
        outer = [drafts[level].attributed, *(voice for _, voice in reversed(last.get(None, [])[-3:]))]
        return next((voice for voice in outer if voice is not None and agrees(voice, draft.cue)), outer[0])
    if history:
        return history[-1][1]
    return next(named(reading, registry, actors, draft, max(0, draft.first - _FAR)), None)


def _author(reading, registry, actors, draft, begin):
    """Whom «تصريحات للوزير قال فيها», «رسالة من الملك يطلب فيها» name right before the verb."""
    if reading.tokens[draft.first + 1 : draft.first + 2] == [] or reading.tokens[draft.first + 1] not in _THEREIN:
        return None
    lex = lexicon(reading.language)
    past = draft.first
    while past > begin and not reading.is_word(past - 1):
        past -= 1
    phrase = longest(reading, registry, lex, begin, past, definite=True)
    if phrase is None:
        return None
    first, tokens = phrase.first, reading.tokens
    if tokens[first] in lex.texts | lex.channels and first + 1 < past:
        first += 1
    attached = bare(tokens[first], lex) != tokens[first]
    told = attached and tokens[first - 1] in lex.texts | lex.channels and tokens[first - 1] not in _SENT
    if first <= begin or is_outlet(reading, registry, lex, first) or not (told or tokens[first - 1] == "من"):
        return None
    voice = actors.resolve(Phrase(first, past, ((first, past),)) if told else phrase, first, attached)
    return voice if agrees(voice, draft.cue) else None


_THEREIN = frozenset("فيه فيها خلاله خلالها".split())
_SENT = frozenset("رساله برقيه رسايل".split())  # رسالة ل: to whom


def _asks_about(reading, draft, begin):
    """Whether the sentence opens with what was asked: «وحول مصير الوزير قال إن»; nobody named there speaks."""
    opening = reading.tokens[begin : begin + 2]
    before, word, *behind = reading.tokens[draft.first - 1 : draft.first + 2]
    if draft.cue.kind != "verb" or word[0] in "وف" or before in _CONTRAST or not _THEREIN.isdisjoint(behind):
        return False
    return any(token in _ABOUT for token in opening)


_ABOUT = frozenset("حول وحول بشان وبشان بخصوص وبخصوص وعن ردا وردا تعليقا وتعليقا وتعقيبا".split())


def _taken_up(reading, registry, actors, draft, begin, voice):
    """The subject of the sentence before: «لكنها دعت» contrasts with it, or the last speaker cannot be meant."""
    contrasts = not _CONTRAST.isdisjoint(reading.tokens[begin : draft.first][:3])
    if agrees(voice, draft.cue) and not contrasts:
        return None
    first, past = _sentence_before(reading, begin) if contrasts else reading.bounds(begin - 1)
    acting = subjects(reading, registry, actors, first, past)
    if contrasts:
        acting = [(at, other) for at, other in acting if at < first + _OPENING]
    fitting = [other for _, other in acting if agrees(other, draft.cue)]
    return fitting[-1] if fitting else None


_OPENING = 5  # tokens within which the topic of a sentence stands
_CONTRAST = frozenset("لكنه لكنها ولكنه ولكنها لكنهم ولكنهم انه انها".split())


def _sentence_before(reading, begin):
    """(first, past) of the last sentence before `begin` that is more than a line break."""
    first, past = reading.bounds(begin - 1)
    while first > 0 and past - first < 3:
        first, past = reading.bounds(first - 1)
    return first, past


def _goes_on(history, cue):
    """The last voice that agrees with a cue, or the medium that quoted it: «ونقلت الصحيفة عن مصادر أن … . وأوضحت»."""
    for earlier, voice in reversed(history):
        medium = earlier.medium if earlier.medium is not None and agrees(earlier.medium, cue) else None
        if medium is not None and cue.number == "s" and voice.number == "p" and cue.kind == "verb":
            return medium  # the sources would be named again
        if agrees(voice, cue):
            return voice
        if medium is not None:
            return medium
    return None


def agrees(voice, cue):
    """Whether gender and number of a voice allow it to be the subject of a cue; what either does not tell agrees."""
    if cue.number == "p" and voice.number == "s":
        return False
    if cue.number == "s" and (voice.number == "d" or (voice.number == "p" and cue.gender == "m")):
        return False
    return not cue.gender or not voice.gender or voice.gender == cue.gender or cue.number in ("p", "d")


def _topic(reading, registry, actors, draft, begin):
    """The one whom the sentence before takes up with «أما …»."""
    if reading.language != "ar" or not begin:
        return None
    first, past = reading.bounds(begin - 1)
    while first < past and not reading.is_word(first):
        first += 1
    if past - first < 3 or reading.tokens[first] not in ("اما", "واما"):
        return None
    phrase = noun_phrase(reading, registry, first + 1, past)
    return actors.resolve(phrase, first) if phrase else None


_GOVERNING = frozenset("الي مع عن من علي ل لدي في فى بين ضد نحو حول".split())


def named(reading, registry, actors, draft, begin):
    """The persons and bodies that the text names between `begin` and the cue, what prepositions govern left out."""
    lex = lexicon(reading.language)
    at = max(begin, draft.first - _FAR)
    while at < draft.first:
        token = reading.tokens[at]
        here, at = at, at + 1
        if not reading.is_word(here):
            continue
        word = bare(token, lex)
        titled = word in lex.titles or word.removeprefix("ال") in lex.heads
        found = find_source(registry, reading.language, reading.tokens, here, draft.first)
        if not (titled or found or token in actors.memory.surnames):
            continue
        phrase = noun_phrase(reading, registry, here, draft.first)
        if phrase is None:
            continue
        if here > begin and reading.tokens[here - 1] in _GOVERNING and reading.language == "ar":
            at = phrase.parts[0][1]
            continue
        voice = actors.describe(phrase) or (actors.resolve(phrase, here) if titled or not found else None)
        if voice is not None:
            yield voice
