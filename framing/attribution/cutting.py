"""Where each content ends: the later cues of its sentence that go on with the same speech, or take over."""

from bisect import bisect_right

from framing.attribution.endings import content_end, trim
from framing.attribution.phrases import COMMAS


def set_ends(reading, lex, drafts):
    """Where each content ends: a later cue of the same sentence that goes on with the same speech ends it."""
    starts = [draft.first for draft in drafts]
    cutting = [cuts(reading, lex, draft) for draft in drafts]
    for number, draft in enumerate(drafts):
        sentence = reading.sentence_of[min(draft.content.first, len(reading.tokens) - 1)]
        cut = None
        begin = reading.bounds(draft.first)[0]
        conceding = _concedes(reading, draft.content.first)
        framed = any(token in lex.frames for token in reading.tokens[begin : min(draft.first, begin + 3)])
        framed = framed or reading.tokens[max(draft.first - 1, 0)] in lex.frames
        for later in range(bisect_right(starts, draft.content.first - 1), min(len(drafts), number + 12)):
            if later == number or starts[later] <= draft.first:
                continue
            same = reading.sentence_of[starts[later]] == sentence
            ends = cutting[later]
            if ends is not None and conceding and reading.tokens[ends] in _YET:
                conceding = False  # إنه رغم ذلك … إلا أن: the main clause
                continue
            if (
                ends is None
                and framed
                and drafts[later].cue.kind == "verb"
                and drafts[later].content.gap > drafts[later].past
            ):
                ends = starts[later]
            if same and _ends(reading, drafts, number, drafts[later]) and (ends or 0) > draft.content.first:
                cut = ends
                break
        nested = any(
            d.content.opened_by in ("clause", "mark") and d.ends > draft.first
            for d in drafts[max(0, number - 4) : number]
        )
        past = content_end(reading, draft, cut, nested, _is_answered(reading, begin, draft.first))
        span = trim(reading, draft.content.first, past)
        if span is None:
            continue
        draft.begins, draft.ends = span


def _concedes(reading, first):
    """Whether a content opens with what does not hinder its main clause: رغم …، إلا أن, في الوقت الذي …، فإن."""
    opening = tuple(reading.tokens[first : first + 3])
    return (
        opening[:1] == ("رغم",)
        or opening[:2] in (("علي", "الرغم"), ("في", "حين"))
        or opening == ("في", "الوقت", "الذي")
    )


_YET = frozenset("الا غير لكن ولكن لكنه لكنها فان".split())


def _is_answered(reading, begin, at):
    """Whether the clause of the cue at `at` is the lesser of two: «بينما قالت …، فإن», «رغم أن الدول تقول …، فهي»."""
    tokens = reading.tokens
    if not _WHILE.isdisjoint(tokens[begin : min(at, begin + 3)]):
        return True
    for k in range(at - 1, max(begin - 1, at - 12), -1):
        if tokens[k] in ("رغم", "الرغم") or not reading.is_word(k):
            return reading.is_word(k)
    return False


_WHILE = frozenset("بينما فبينما وبينما حين".split())


def _ends(reading, drafts, number, later):
    """Whether a later cue ends the content: not «قال إن روسيا … وتصر على …», whose verb is of another gender."""
    if later.cue.kind != "verb" or reading.tokens[later.first][0] != "و" or later.content.gap > later.past:
        return True
    if reading.language == "ar" and _told_inside(reading, drafts[number], later):
        return False
    if _same_gender(drafts[number], later):
        return True
    around = drafts[max(0, number - 4) : number]
    return any(d.ends > drafts[number].first and _same_gender(d, later) for d in around)


def _same_gender(draft, later):
    """Whether one voice may have both cues; a relay agrees with its medium, not with the one who speaks."""
    genders = draft.cue.gender, later.cue.gender
    return draft.cue.kind == "relay" or not all(genders) or genders[0] == genders[1]


def _told_inside(reading, draft, later):
    """«قال إنه يوجه رسالة ويدعوه إلى …»: an imperfect without a subject goes on with what a perfect reports."""
    first, second = reading.tokens[draft.first], reading.tokens[later.first]
    imperfect = later.cue.kind == "verb" and second[0] == "و" and second[1] in "يت" and later.content.gap <= later.past
    return imperfect and draft.content.opened_by == "clause" and first.lstrip("وف")[0] not in "يتم"


def cuts(reading, lex, draft):
    """The token at which this cue ends the statement before it, or None where it stands inside that statement."""
    tokens, at = reading.tokens, draft.first
    before = tokens[at - 1] if at else ""
    if draft.cue.kind == "participle":
        return at
    if draft.cue.kind == "noun":
        return None
    if before in lex.joined:
        return at - 1
    if reading.language == "ar" and tokens[at][0] in "وف" and _with_clitic(tokens[at], lex):
        return None if tokens[at][1:3] in ("سي", "ست") else at  # وسيطلب: what he says he will do
    if before in ("التي", "الذي", "الذين") and tokens[at - 2 : at - 1] and tokens[at - 2] in COMMAS:
        return None  # a relative clause between commas; the content goes on behind it
    if before in ("لكن", "ولكن", "لكنه", "لكنها", "الا"):
        return at - 1
    if before in ("حين", "وحين", "عندما"):
        return at - 2 if tokens[at - 2] in ("في", "فى", "وفي") else at - 1
    if before == "فيه" or (
        before in COMMAS and reading.language == "ar" and draft.content.gap > draft.past and not draft.cue.asks
    ):
        return at
    # «في حين قال», «في الوقت الذي أعلن فيه»
    for back in range(at - 1, max(at - 12, 0), -1):
        meanwhile = tokens[back] in ("حين", "وقت", "الوقت") and tokens[back - 1] in ("في", "وفي", "فى")
        if meanwhile and tokens[back + 1] not in lex.which_time:  # في وقت لاحق
            return back - 1
        if tokens[back] in ("الا", "غير") and tokens[back + 1] in lex.that:
            return back
        if tokens[back] in ("فيما", "بينما", "وفيما", "وبينما", "كما", "لكن", "ولكن"):
            return back
        if not reading.is_word(back):
            break
    return None


def _with_clitic(token, lex):
    """Whether the first letter is the conjunction: وقال, not وصف."""
    return token[1:] in lex.cues
