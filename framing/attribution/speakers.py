"""Who speaks in each draft, and through which medium, in the order of the text."""

from framing.attribution.carrying import carried
from framing.attribution.lexicon import lexicon
from framing.attribution.media import credited, find_medium
from framing.attribution.objects import bare
from framing.attribution.phrases import Phrase
from framing.attribution.roles import MEDIA_TYPES
from framing.attribution.subjects import find_phrase
from framing.text import fold


def attach_speakers(reading, registry, actors, drafts, enclosing):
    """Set `attributed`, `medium` and `rule` of every draft, in the order of the text.

    `enclosing[n]` is the number of the draft in whose content draft n stands, or None; what is carried on is
    carried inside one level.
    """
    last, lex = {}, lexicon(reading.language)
    for number, draft in enumerate(drafts):
        level = enclosing[number]
        if draft.attributed is None:
            _attach(reading, registry, actors, drafts, draft, level, last)
        history = last.setdefault(level, [])
        if draft.via is not None:
            draft.medium = _credited(reading, registry, lex, actors, draft, last)
        else:
            draft.medium = find_medium(reading, registry, actors, lex, draft, history)
        if draft.attributed is not None:
            if reading.language == "ar" and draft.content is not None:
                actors.issues(draft.past, min(draft.content.gap, draft.past + 40), draft.attributed)
            if draft.content is None or draft.content.opened_by != "toll":  # who counts does not speak on
                history.append((draft, draft.attributed))
            del history[:-12]


def _attach(reading, registry, actors, drafts, draft, level, last):
    lex = lexicon(reading.language)
    if draft.rule != "relay" and draft.source is None and draft.cue.kind != "noun":
        draft.source, draft.rule = find_phrase(reading, registry, lex, draft, last.get(level))
    if draft.source is not None and not _echo(reading, lex, draft.source):
        voice = _adding(reading, lex, actors, draft, last.get(level)) or actors.resolve(
            draft.source, draft.first, draft.attached
        )
        if voice.gender == "" and draft.cue.gender and draft.rule != "relay":
            voice = voice._replace(gender=draft.cue.gender)
        draft.attributed = voice
        return
    draft.elided = draft.source is None
    if draft.source is not None and draft.attributed is None:
        meant = _echoed if reading.language == "ar" else _meant
        draft.attributed = meant(reading, lex, actors, draft, last, level)
        if draft.attributed is not None:
            return
    draft.attributed = _pronoun_before(reading, lex, actors, draft, last, level)
    draft.attributed = draft.attributed or carried(reading, registry, actors, drafts, draft, level, last)
    if draft.source is not None and draft.attributed is None:
        draft.attributed = actors.resolve(draft.source, draft.first)
    if draft.rule in ("", "elided"):
        draft.rule = "carried" if draft.cue.kind == "verb" else draft.cue.kind


def _adding(reading, lex, actors, draft, history):
    """The last speaker where a verb that adds has only a vague subject (وأضاف الدبلوماسي)."""
    word = reading.tokens[draft.first]
    if reading.language != "ar" or not history or (word not in lex.adding and word[1:] not in lex.adding):
        return None
    subject = reading.tokens[draft.source.first : draft.source.past]
    return history[-1][1] if actors.memory.goes_on(subject, history[-1][1]) else None


_PERSONS = frozenset("he she he's him his her она он его ее".split())


def _meant(reading, lex, actors, draft, last, level):
    """Whom he, they, the statement mean (English, Russian): the last voice of that kind, quoted or only named."""
    word = reading.tokens[draft.source.first]
    person = word in _PERSONS
    begin, _ = reading.bounds(draft.first)
    voices = [voice for _, voice in last.get(level, [])[-3:]]
    near = [
        voice
        for at, voice in actors.memory.mentions[-400:]
        if begin - 60 <= at < draft.first
        and (person or voice.type != "government" or (word not in lex.pronouns and _is_office(actors, voice)))
    ]
    here = [] if person else [v for at, v in actors.memory.mentions[-400:] if begin <= at < draft.first and v in near]
    for voice in [*reversed(here), *reversed(voices), *reversed(near)]:
        if _is_human(actors, voice) == person:
            return voice
    return None


def _pronoun_before(reading, lex, actors, draft, last, level):
    """He asked for …, stressing that …: whom the pronoun at the head of a sentence means, where nobody spoke."""
    begin, _ = reading.bounds(draft.first)
    if reading.language == "ar" or level is not None or reading.tokens[begin] not in lex.pronouns:
        return None
    if any(earlier.first >= begin for earlier, _ in last.get(level, [])[-1:]):
        return None
    source, draft.source = draft.source, Phrase(begin, begin + 1, ((begin, begin + 1),))
    voice = _meant(reading, lex, actors, draft, last, level)
    draft.source = source
    return voice


def _is_human(actors, voice):
    if voice.id is not None:
        return actors.registry.sources[voice.id].person
    return voice.type in ("official", "expert") or (voice.type == "other" and " " in voice.name)


def _echoed(reading, lex, actors, draft, last, level):
    """Whom البيان, المصدر نفسه mean: who issued it, the source of that kind named last, who spoke last."""
    token, history = reading.tokens[draft.source.first], last.get(level, [])
    head = bare(token, lex)
    if head in lex.texts:
        voice = actors.issuer(draft.source) or actors.issued.get(head.removeprefix("ال"))
    else:
        voice = actors.memory.second_mention([token], draft.first)
        if voice is None and head in ("المصدر", "المصادر") and history and history[-1][1].number != "s":
            voice = next((v for _, v in reversed(history) if v.id is None and _is_unnamed(lex, v)), None)
    return voice or (history[-1][1] if history else None)


def _is_unnamed(lex, voice):
    """Whether a voice is only described (دبلوماسي أوروبي)."""
    word = fold(voice.name).split()[0].removeprefix("ال")
    return word in lex.vague or word in lex.generic


def _is_office(actors, voice):
    """Whether a government source is a body of its own (the Kremlin), not a country."""
    return voice.id is not None and actors.registry.sources[voice.id].parent is not None


def _credited(reading, registry, lex, actors, draft, last):
    """The medium that a phrase names; «وفق البيان» is the body that spoke last."""
    if not _echo(reading, lex, draft.via):
        return credited(reading, registry, actors, lex, draft.via, draft.first)
    named = [voice for at, voice in actors.memory.mentions[-400:] if draft.first - 80 <= at < draft.first]
    voices = [voice for history in last.values() for _, voice in history]
    bodies = (v for v in [*reversed(named), *reversed(voices)] if v.id and not actors.registry.sources[v.id].person)
    return next((v for v in bodies if v.type not in MEDIA_TYPES), None)


_SAME = frozenset("الرسمي نفسه نفسها ذاته ذاتها عينه عينها منهما منهم الاخير المشترك".split())


def _echo(reading, lex, phrase):
    if phrase.past - phrase.first == 2 and reading.tokens[phrase.first + 1] not in _SAME and reading.language == "ar":
        return False
    return phrase.past - phrase.first <= 2 and (
        reading.tokens[phrase.first] in lex.echoes or reading.tokens[phrase.first] in lex.pronouns
    )
