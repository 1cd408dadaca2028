"""Who goes on speaking where the clause names nobody: within the sentence, or from the statement before."""

from framing.attribution.lexicon import lexicon
from framing.attribution.objects import bare
from framing.attribution.phrases import noun_phrase
from framing.attribution.registry import find_source


def carried(reading, registry, actors, drafts, draft, level, last):
    """The voice that goes on: of this sentence's actor, or of the statement before on the same level."""
    history = last.get(level, [])
    begin, _ = reading.bounds(draft.first)
    same = [voice for earlier, voice in history if earlier.first >= begin]
    if history and draft.source is not None and draft.cue.kind == "according":
        return history[-1][1]  # بحسب المقال نفسه
    if same and draft.cue.kind in ("participle", "noun"):
        fitting = [voice for voice in same if agrees(voice, draft.cue.gender)]
        return (fitting or same)[-1]
    continues = draft.cue.kind == "verb" and draft.first - begin <= 1
    if level is not None and not same:
        inner = sentence_actor(reading, registry, actors, draft, drafts[level].begins)
        if inner is None and draft.first - drafts[level].begins <= 1:
            inner = _other_actor(reading, registry, actors, draft, begin, drafts[level].attributed)
        if inner is not None and agrees(inner, draft.cue.gender):
            return inner
    if not same and not continues:
        actor = sentence_actor(reading, registry, actors, draft, begin)
        if actor is not None and agrees(actor, draft.cue.gender):
            return actor
    topic = _topic(reading, registry, actors, draft, begin) if level is None and not same else None
    if topic is not None and agrees(topic, draft.cue.gender):
        return topic
    for _, voice in reversed(history):
        if agrees(voice, draft.cue.gender):
            return voice
    if level is not None:
        actor = sentence_actor(reading, registry, actors, draft, drafts[level].begins)
        return actor or drafts[level].attributed
    if history:
        return history[-1][1]
    return sentence_actor(reading, registry, actors, draft, begin) or _paragraph_actor(reading, registry, actors, draft)


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


def _other_actor(reading, registry, actors, draft, begin, speaker):
    """Somebody in the sentence other than the one who speaks around: «تذكر الشبكة أنه وصف …»."""
    begin = drafts_begin = min(begin, draft.first)
    for at in range(drafts_begin, draft.first):
        voice = sentence_actor(reading, registry, actors, draft, at)
        if voice is None:
            return None
        if speaker is None or voice.key != speaker.key:
            return voice
    return None


def agrees(voice, gender):
    return not gender or not voice.gender or voice.gender == gender


_GOVERNING = frozenset("الي مع عن من علي ل لدي في فى بين ضد نحو حول".split())


def sentence_actor(reading, registry, actors, draft, begin):
    """The first person or body that the sentence names before the cue."""
    lex = lexicon(reading.language)
    for at in range(max(begin, draft.first - 80), draft.first):
        token = reading.tokens[at]
        if not reading.is_word(at):
            continue
        word = bare(token, lex)
        titled = word in lex.titles or word.removeprefix("ال") in lex.heads
        found = find_source(registry, reading.language, reading.tokens, at, draft.first)
        if at > begin and reading.tokens[at - 1] in _GOVERNING and reading.language == "ar":
            continue
        if titled or found or token in actors.surnames:
            phrase = noun_phrase(reading, registry, at, draft.first)
            if phrase is None:
                continue
            voice = actors.describe(phrase) or (actors.resolve(phrase, at) if titled or not found else None)
            if voice is not None:
                return voice
    return None


def _paragraph_actor(reading, registry, actors, draft):
    return sentence_actor(reading, registry, actors, draft, max(0, draft.first - 80))
