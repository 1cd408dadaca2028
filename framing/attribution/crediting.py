"""Statements and the according-to phrases of their sentences: which is a statement, which only credits one."""

from framing.attribution.citing import cite, cites
from framing.attribution.cutting import cuts
from framing.attribution.endings import trim
from framing.attribution.lexicon import lexicon
from framing.attribution.media import is_outlet
from framing.attribution.objects import bare
from framing.attribution.phrases import noun_phrase


def merge(reading, registry, drafts, according):
    """Drafts and according-to drafts together, in the order of their cues."""
    lex = lexicon(reading.language)
    inside = {
        k for draft in according for k in range(draft.first, draft.source.first if draft.source else draft.content.gap)
    }
    drafts = [draft for draft in drafts if draft.first not in inside]  # بحسب ما ذكرت: no cue of its own
    merged = list(drafts)
    by_sentence = {}
    for draft in drafts:
        by_sentence.setdefault(reading.sentence_of[draft.first], []).append(draft)
    for draft in according:
        same = by_sentence.get(reading.sentence_of[draft.first], ())
        if cites(reading, lex, draft):
            cite(reading, registry, lex, draft, same)
            continue
        if draft.content.opened_by == "leading":
            kept = _lead(reading, registry, lex, draft, same)
        elif draft.content.opened_by == "toll":
            kept = _count(reading, draft, same)
        else:
            kept = _close(reading, registry, lex, draft, same)
        if kept:
            merged.append(draft)
    return sorted(merged, key=lambda d: d.first)


def _lead(reading, registry, lex, draft, same):
    """Whether the phrase that opens the sentence is a statement: «وبحسب الوكالة، قال الوزير» only credits his."""
    for other in same:
        if other.first <= draft.first:
            if other.begins <= draft.first < other.ends < draft.ends:  # وتقول الصحيفة إنه بحسب محللين …
                draft.ends = max(other.ends, draft.begins + 1)
            continue
        if other.first <= draft.begins + 1 and _medial(reading, registry, lex, draft):
            other.via = other.via or draft.source
            return False
        cut = cuts(reading, lex, other)
        if cut is not None and cut > draft.begins:
            span = trim(reading, draft.begins, min(cut, draft.ends))
            if span:
                draft.begins, draft.ends = span
            break
    return True


def _count(reading, draft, same):
    """A count is a statement of its own; a statement that it closes ends before its relative clause."""
    for other in same:
        if other.first < draft.first and other.begins < draft.begins < other.ends <= draft.content.gap + 2:
            joined = reading.tokens[draft.begins][0] in "وف" or reading.tokens[draft.begins - 1] == "و"
            span = trim(reading, other.begins, draft.first if joined else draft.begins - 1)
            if span:
                other.begins, other.ends = span
    return True


def _close(reading, registry, lex, draft, same):
    """Whether a phrase behind its content, or inside it, is a statement; else it credits one of its sentence."""
    begin, end = draft.content.first, reading.bounds(draft.first)[1]
    past = draft.source.first if draft.source else draft.content.gap
    words = reading.tokens[draft.first : past]
    if "لسان" in words and any(d.first < draft.first for d in same):
        return False  # قالت الحكومة على لسان وزيرها
    waiting = [d for d in same if d.first < draft.first < d.content.gap]
    if waiting:
        _credit(reading, registry, lex, draft, waiting[-1])
        return False
    behind = [d for d in same if d.first < draft.first and _reaches(reading, d.ends, draft.first)]
    if not behind:
        latest = max((d.ends for d in same if d.first < draft.first), default=begin)
        later = min((d.first for d in same if d.first > draft.first), default=end)
        span = trim(reading, latest, later if draft.content.opened_by == "around" else draft.first)
        if span is None or span[1] - span[0] < (3 if reading.language == "ar" else 2):
            return False
        draft.begins, draft.ends = span
        return True
    for other in behind:
        if other.begins < draft.first < other.ends or other.ends >= draft.first - 1:
            span = trim(reading, other.begins, draft.first)
            if span:
                other.begins, other.ends = span
    if draft.source is None or "حد" in words or _is_text(reading, lex, draft.source):
        return False
    if _medial(reading, registry, lex, draft):
        for other in same:
            if other.first < draft.first and other.via is None:
                other.via = draft.source
        return False
    return _vouch(reading, registry, lex, draft, behind)


def _reaches(reading, past, at):
    """Whether nothing but marks stands between the end of a content and a phrase."""
    return past > at - 5 and not any(reading.is_word(k) for k in range(past, at))


def _vouch(reading, registry, lex, draft, behind):
    """Somebody vouches for what a medium told («ذكرت الصحيفة أن …، بحسب شاهد»), or for the whole clause."""
    told = [d for d in behind if d.cue.kind in ("verb", "relay")]
    if not told:
        return False
    other, tokens = told[-1], reading.tokens
    subject = other.via or noun_phrase(reading, registry, other.past, max(other.past, other.content.gap))
    if subject is not None and is_outlet(reading, registry, lex, subject.first):
        if other.source is None:
            other.source, other.via, other.rule = draft.source, subject, "relay"
        return False
    begin, _ = reading.bounds(other.first)
    opens = other.first == begin or tokens[other.first][0] == "و" or not reading.is_word(other.first - 1)
    if not opens and tokens[other.first - 1] not in lex.auxiliaries | lex.connectors:
        return False  # عناصر قالوا إنهم …
    span = trim(reading, other.first, draft.first)
    if span is None:
        return False
    draft.begins, draft.ends = span
    return True


def _credit(reading, registry, lex, draft, other):
    """A phrase between a cue and its content: «ذكرت الوكالة نقلا عن الوزير أن …», «قال الوزير بحسب الوكالة إن …»."""
    if draft.source is None:
        return
    if reading.tokens[draft.first] in _RELAYING:
        other.via = noun_phrase(reading, registry, other.past, draft.first)
        other.source, other.rule = draft.source, "relay"
    elif _medial(reading, registry, lex, draft):
        other.via = draft.source


_RELAYING = frozenset(("نقلا", "ونقلا"))


def _medial(reading, registry, lex, draft):
    return draft.source is not None and is_outlet(reading, registry, lex, draft.source.first)


def _is_text(reading, lex, phrase):
    """Whether the phrase is a text, or the source spoken of already: بحسب بيان للوزارة, وفق المصدر نفسه."""
    word = bare(reading.tokens[phrase.first], lex)
    return word in lex.texts or (phrase.past - phrase.first <= 2 and word in lex.echoes)
