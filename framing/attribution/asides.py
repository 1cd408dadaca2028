"""Speech without a particle: «…، قالت الوكالة، …», "…," he added; a quotation, a label and a colon."""

from framing.attribution.capitals import closes, past_addressee, subject
from framing.attribution.doubts import is_noun
from framing.attribution.drafts import Draft
from framing.attribution.endings import trim
from framing.attribution.forms import Cue
from framing.attribution.lexicon import lexicon
from framing.attribution.marks import MARKS
from framing.attribution.objects import bare
from framing.attribution.phrases import COMMAS, noun_phrase
from framing.attribution.quoting import Content, is_name
from framing.attribution.reading import TERMINAL
from framing.attribution.registry import find_source
from framing.attribution.roles import MEDIA_TYPES

_LONGEST = 14  # tokens of an aside
_EDGES = COMMAS | frozenset("-–—\n") | MARKS
_QUOTED = Cue("quotation", "", frozenset(), False)
_CARRIED_ON = Cue("noun", "", frozenset(), False)
_SENTENCE = 6  # tokens of a quotation that stands alone


def find_asides(reading, registry, drafts, actors):
    """Drafts of the verbs and quotations that no particle, colon or preposition joins to their content."""
    lex = lexicon(reading.language)
    taken = {draft.first for draft in drafts}
    held = {draft.content.first for draft in drafts}
    ends = {draft.ends for draft in drafts} | _announced(reading)
    found = []
    for at in sorted({*reading.places["cue"], *reading.pairs, *reading.places["colon"]}):
        cue = lex.cues.get(reading.tokens[at])
        if (
            cue is not None
            and cue.kind in ("verb", "participle")
            and not (cue.bound or cue.needs)
            and at not in taken
            and not is_noun(reading, lex, at, cue)
        ):
            draft = _aside(reading, registry, lex, at, cue) or _bare(reading, registry, lex, at, cue)
        elif at in reading.pairs and at + 1 not in held:
            draft = _opening_quotation(reading, actors, at, taken) or _going_on(reading, at, ends)
            draft = draft or _resumed(reading, found, at)
        elif reading.tokens[at] == ":":
            draft = _label(reading, registry, lex, actors, at, held)
        else:
            continue
        if draft is not None:
            found.append(draft)
            held.add(draft.begins)
            ends.add(draft.ends)
    return found


def _aside(reading, registry, lex, at, cue):
    """A short clause between commas, dashes or marks that holds the verb and who says it, and nothing else."""
    tokens = reading.tokens
    begin, end = reading.bounds(at)
    left = next((k for k in range(at - 1, max(begin - 1, at - _LONGEST), -1) if tokens[k] in _EDGES), None)
    if cue.kind == "participle" or cue.states or left is None or left <= begin:
        return None
    right = _right(reading, lex, at, end)
    if right - left > _LONGEST or (reading.language == "ru" and tokens[begin] in ("о", "об")):
        return None
    source, rule = _speaker(reading, registry, lex, left, at, right)
    if source is None or tokens[source.first] in lex.nobody or tokens[at] in _NEVER:
        return None
    after = source if rule == "inverted" else at + 1
    if tokens[at] in ("tell", "tells", "told"):
        after = noun_phrase(reading, registry, at + 1, right) or after
    if reading.language != "ar" and not closes(reading, lex, after, right):
        return None
    if reading.language == "ar" and (cue.takes or source.past < right - 2):
        return None
    quotation = left
    while quotation > begin and tokens[quotation] in ",،-–—\n":
        quotation -= 1
    if quotation in reading.openings and not _words_before(reading, begin, reading.openings[quotation]):
        span = trim(reading, reading.openings[quotation] + 1, quotation)
        opened = "mark"
    else:
        last = (
            right >= end
            or tokens[right] in TERMINAL
            or tokens[right] == ":"
            or all(tokens[k] in TERMINAL or tokens[k] == "\n" for k in range(right, end))
        )
        goes_on = right + 1 < end and tokens[right + 1] in lex.cues and lex.cues[tokens[right + 1]].kind == "participle"
        span = trim(reading, begin, left if last or goes_on else end)
        opened = "around"
    if span is None or span[1] - span[0] < 2:
        return None
    if opened == "around" and reading.openings.get(span[1], -1) >= span[0]:
        span = span[0], span[1] + 1
    draft = Draft(cue, at, at + 1, Content(span[0], None, opened, right), source=source, rule=rule)
    draft.begins, draft.ends = span
    return draft


def _right(reading, lex, at, end):
    """Where the aside ends: the next comma, dash or mark; a name in quotation marks belongs to it."""
    k, limit = at + 1, min(end, at + _LONGEST)
    while k < limit:
        if k in reading.pairs and reading.pairs[k] - k < 6 and (reading.language != "ar" or is_name(reading, lex, k)):
            k = reading.pairs[k]
        elif (
            reading.tokens[k] in _EDGES
            or reading.tokens[k] in TERMINAL
            or (reading.tokens[k] == ":" and reading.language != "ar")
        ):
            return k
        k += 1
    return end


def _words_before(reading, begin, opening):
    """Whether the quotation only ends what is reported: The road was closed, “for a week”, the ministry said."""
    return reading.language != "ar" and any(reading.is_word(k) for k in range(begin, opening))


_NEVER = frozenset("يظهر تظهر اظهر اظهرت واصل واصلت يواصل تواصل يمضي مضي قدر يقدر".split())


def _speaker(reading, registry, lex, left, at, right):
    tokens = reading.tokens
    if at == left + 1 or (reading.language != "ar" and tokens[at - 1] in lex.connectors):
        if reading.language != "ru" or tokens[at + 1 : at + 2] not in (["в"], ["на"]):
            return noun_phrase(reading, registry, at + 1, right), "inverted"
        phrase = noun_phrase(reading, registry, at + 2, right)  # сообщили в министерстве; пишут в мае агентства
        return phrase or noun_phrase(reading, registry, at + 3, right), "inverted"
    if reading.language == "ar":
        return None, ""
    start = left + 1
    while start < at and tokens[start] in lex.connectors:
        start += 1
    if any(token in lex.relatives or token in lex.that for token in tokens[start:at]) or tokens[start] in lex.stops:
        return None, ""
    phrase = subject(reading, registry, lex, at, start) if right - at < 12 and start < at < start + 12 else None
    if phrase is not None and phrase.first <= start + 2 and tokens[at - 1] not in lex.negations:
        return phrase, "parenthetical"
    return None, ""


def _bare(reading, registry, lex, at, cue):
    """English only: said (that) he hoped …, told Reuters (that) …"""
    tokens = reading.tokens
    begin, end = reading.bounds(at)
    if reading.language != "en" or cue.kind != "verb" or cue.takes - {"of"} or at == begin:
        return None
    if tokens[at] in lex.only_with_that or tokens[at - 1] == "not":
        return None
    first = at + 1
    if tokens[at] in ("tell", "tells", "told"):
        first = past_addressee(reading, registry, lex, at + 1, end)
        if first == at + 1:
            return None
    comma = next((k for k in range(first, end) if tokens[k] in ",;:" or tokens[k] in TERMINAL), end)
    if comma - first < 3 or (
        tokens[first] in lex.stops and tokens[first] not in ("his", "her", "their", "its", "this")
    ):
        return None
    if any(tokens[k] in lex.cues and lex.cues[tokens[k]].kind == "verb" for k in range(comma, min(end, comma + 12))):
        end = comma  # the ministry says …, residents say …
    span = trim(reading, first, end)
    if span is None:
        return None
    draft = Draft(cue, at, at + 1, Content(first, None, "bare", first))
    draft.begins, draft.ends = span
    return draft


def _opening_quotation(reading, actors, at, taken):
    """«…»: هكذا سمّى الوزير …: a quotation at the head of its sentence, and the first voice named behind it."""
    begin, end = reading.bounds(at)
    closing = reading.pairs[at]
    if at > begin + 1 and not all(reading.tokens[k] in "\n-–—" for k in range(begin, at)):
        return _pointed_quotation(reading, actors, at, begin, taken)
    if closing + 2 >= end or reading.tokens[closing + 1] not in ":،,—–" or closing - at < 3:
        return None
    if any(k in taken for k in range(at, end)) and reading.tokens[closing + 1] != ":":
        return None
    return _quotation(reading, actors, at, closing, closing + 1, min(end, closing + 24))


def _pointed_quotation(reading, actors, at, begin, taken):
    """اختار الوزير كلمة واحدة: «…» — a colon and a quotation whose sentence names a voice and has no cue."""
    if reading.tokens[at - 1] != ":" or any(k in taken for k in range(begin, at)) or at - begin > 24:
        return None
    return _quotation(reading, actors, at, reading.pairs[at], begin, at)


def _announced(reading):
    """Where «فيما يلي مقتطفات من خطاب الرئيس:» ends, as a set of one token, or empty."""
    if reading.language != "ar" or "يلي" not in reading.tokens:
        return set()
    _, end = reading.bounds(reading.tokens.index("يلي"))
    return {_past_word(reading, end)}


def _past_word(reading, at):
    """Past the last word before token `at`."""
    while at and not reading.is_word(at - 1):
        at -= 1
    return at


def _going_on(reading, at, ends):
    """A sentence that is a quotation and nothing else, right behind what its voice said, or behind a heading."""
    tokens, closing = reading.tokens, reading.pairs[at]
    begin, end = reading.bounds(at)
    if closing - at < _SENTENCE or any(reading.is_word(k) for k in range(begin, at)):
        return None
    if any(reading.is_word(k) for k in range(closing + 1, end)) or not (
        tokens[closing - 1] in TERMINAL or (closing + 1 < end and tokens[closing + 1] in TERMINAL)
    ):
        return None
    before = _past_word(reading, at)
    if before not in ends and tokens[before : before + 1] == [":"]:  # «سوريا:» and a new line
        line = next((k for k in range(before - 1, max(before - 5, 0), -1) if tokens[k] == "\n"), before)
        before = _past_word(reading, line)
    span = trim(reading, at + 1, closing) if before in ends else None
    if span is None:
        return None
    draft = Draft(_CARRIED_ON, at, at + 1, Content(at + 1, closing, "mark", at), rule="quotation")
    draft.begins, draft.ends = span
    return draft


def _resumed(reading, found, at):
    """English and Russian: “…,” said the minister. “…”: a quotation alone in the sentence behind a quoted one."""
    begin, end = reading.bounds(at)
    closing = reading.pairs[at]
    before = found[-1] if found else None
    if reading.language == "ar" or before is None or before.content.opened_by != "mark" or not begin:
        return None
    if reading.sentence_of[before.first] != reading.sentence_of[begin - 1] or before.source is None:
        return None
    if any(reading.is_word(k) for k in (*range(begin, at), *range(closing + 1, end))):
        return None
    span = trim(reading, at + 1, closing)
    if span is None:
        return None
    draft = Draft(_QUOTED, at, at + 1, Content(at + 1, closing, "mark", at), rule="quotation", source=before.source)
    draft.begins, draft.ends = span
    return draft


def _quotation(reading, actors, at, closing, first, past):
    voice = actors.first_named(first, past)
    span = trim(reading, at + 1, closing)
    if voice is None or span is None:
        return None
    draft = Draft(
        _QUOTED,
        at,
        at + 1,
        Content(at + 1, closing, "mark", at),
        rule="quotation",
        attributed=voice[0],
        source=voice[1],
    )
    draft.begins, draft.ends = span
    return draft


def _label(reading, registry, lex, actors, at, held):
    """«سماغين: …» at the head of a line, for those whom the registry or the article knows; not datelines."""
    begin, end = reading.bounds(at)
    if begin - 1 in reading.pairs or at - begin > 9 or at + 1 in held or at + 2 in held or end - at < 4:
        return None
    first = begin
    while first < at and reading.tokens[first] in "\n-–—•":
        first += 1
    phrase = noun_phrase(reading, registry, first, at) if first < at else None
    if phrase is None or any(reading.tokens[k] in lex.cues for k in range(first, at)):
        return None
    known = find_source(registry, reading.language, reading.tokens, phrase.first, at)
    rest = reading.tokens[phrase.past : at]
    if (
        len(rest) > 3
        or (rest and not (rest[0] in COMMAS or rest[0] in ("ايضا", "نفسه", "نفسها", "عبر")))
        or (reading.language != "ar" and (not known or at - known[1] > 1))
    ):
        return None
    voice = actors.describe(phrase) or (
        actors.resolve(phrase, at) if bare(reading.tokens[first], lex).removeprefix("ال") in lex.heads else None
    )
    if voice is None or voice.id is None or voice.type == "government":
        return None
    if first == 0 and voice.type in MEDIA_TYPES:
        return None  # بي بي سي: where the article is from
    span = trim(reading, at + 1, end)
    if span is None:
        return None
    draft = Draft(
        _QUOTED, at, at + 1, Content(span[0], None, "colon", at), rule="label", attributed=voice, source=phrase
    )
    draft.begins, draft.ends = span
    return draft
