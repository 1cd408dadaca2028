"""According to: بحسب, وفقاً لـ, نقلاً عن — before the content, behind it, or in a pair of commas inside."""

from framing.attribution.complements import Content, find_content
from framing.attribution.drafts import Draft
from framing.attribution.endings import trim
from framing.attribution.lexicon import Cue, lexicon, match_according
from framing.attribution.objects import bare, possessed
from framing.attribution.phrases import COMMAS, noun_phrase
from framing.attribution.reading import TERMINAL

_CUE = Cue("according", "", frozenset(), False)


def find_according(reading, registry):
    """Drafts of every according-to phrase; `content` tells by `opened_by` whether it stands before or behind."""
    lex, drafts = lexicon(reading.language), []
    for at in range(len(reading.tokens)):
        past, attached = match_according(lex, reading.tokens, at)
        past = past or _as_said(reading, registry, lex, at)
        if past:
            draft = _draft(reading, registry, lex, at, past, attached)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _as_said(reading, registry, lex, at):
    """Past «كما قال» where nothing but the one who said it follows: «…، كما يقول الخبير»; 0 elsewhere."""
    tokens = reading.tokens
    if tokens[at] not in ("كما", "حسبما") or at + 2 >= len(tokens):
        return 0
    told = tokens[at + 1]
    cue = lex.cues.get(told)
    if cue is None or cue.kind not in ("verb", "relay") or told in lex.titles:
        return 0
    start = at + 3 if tokens[at + 2] == "في" and told in ("جاء", "ورد") else at + 2
    phrase = noun_phrase(reading, registry, start, reading.bounds(at)[1])
    if phrase is None:
        return 0
    after = tokens[phrase.past] if phrase.past < len(tokens) else "."
    if not (after in COMMAS or after in TERMINAL or after in ("\n", "في", "(", "—", "-")):
        return 0
    content = find_content(
        reading, registry, at + 2, cue._replace(takes=frozenset()), min(reading.bounds(at)[1], phrase.past + 8)
    )
    return 0 if content and after not in COMMAS else start


def _draft(reading, registry, lex, at, past, attached):
    tokens = reading.tokens
    begin, end = reading.bounds(at)
    start = past
    # «بحسب ما ذكرت وكالة», «وفق ما جاء في بيان», «كما ذكرت»: past the verb of telling
    while start < min(end, past + 4) and (
        tokens[start] in ("ما", "لما", "جاء", "ورد", "به", "عنه")
        or (tokens[start] in ("في", "عن") and tokens[start - 1] in ("جاء", "ورد"))
        or _verb(tokens[start], lex)
    ):
        start += 1
    tag = tokens[past - 1] in _PRONOUNS or _is_tag(tokens[start : start + 1])
    tag = tag or any(token in _POSSESSIVES for token in tokens[at : past + 1])
    if tokens[start : start + 1] and (tokens[start].endswith("ناه") or _norm(tokens[start], lex)):
        return None  # لما قرأناه: the author; وفق الاتفاقية: nobody
    phrase = None if tag else noun_phrase(reading, registry, start, end)
    if phrase is None:
        if not tag and start == past:
            return None
        phrase = None
    elif possessed(reading, phrase.first) and bare(tokens[phrase.first], lex) not in lex.titles | lex.heads:
        return None
    draft = Draft(_CUE, at, past, rule="according", attached=attached and start == past)
    draft.source = phrase
    start = start + 1 if tokens[start : start + 1] in (["them"], ["him"], ["her"]) else start
    after = phrase.past if phrase else start + 1 if _is_tag(tokens[start : start + 1]) else start
    before = [k for k in range(begin, at) if reading.is_word(k)]
    leading = all(tokens[k] in lex.connectors for k in before)
    if leading:
        comma = next(
            (
                k
                for k in range(after, min(end, after + 25))
                if tokens[k] in COMMAS or tokens[k] == ":" or tokens[k] in lex.that or tokens[k] in _THEN
            ),
            None,
        )
        if comma is None and reading.language == "ar":
            return None
        if comma is None or (tag and comma > after + 3):  # in their view the protection …
            comma = after - 1
        first = comma + 1
        if tokens[comma] in COMMAS and first < end and (tokens[first] in _THEN or tokens[first] in lex.that):
            first += 1
        span = trim(reading, first, end)
        draft.content = Content(first, None, "leading", after)
    else:
        inside = (
            after < end
            and tokens[after] in COMMAS
            and tokens[at - 1] in COMMAS
            and after + 1 < end
            and tokens[after + 1] not in lex.cues
        )
        span = trim(reading, begin, end if inside else at)
        draft.content = Content(begin, None, "around" if inside else "trailing", after)
    if span is None:
        return None
    draft.begins, draft.ends = span
    return draft


def _norm(token, lex):
    """Whether the word is what one acts by (الاتفاق, للقانون), not who says it."""
    return token in lex.norms or bare(token, lex).removeprefix("ال").removeprefix("ل") in lex.norms


def _is_tag(tokens):
    """على حد قوله, حسب تعبيرها: a tag on speech that is attributed already."""
    return bool(tokens) and tokens[0] in (
        "قوله",
        "قولها",
        "قولهم",
        "تعبيره",
        "تعبيرها",
        "تعبيرهم",
        "وصفه",
        "وصفها",
        "وصفهم",
        "زعمه",
        "رايه",
        "رايها",
    )


_PRONOUNS = frozenset("حسبه حسبها بحسبه بحسبها وبحسبها وبحسبه".split())
_POSSESSIVES = frozenset("его ее их his her their its them him".split())
_THEN = frozenset("فان فانه فانها فقد".split())


def _verb(token, lex):
    cue = lex.cues.get(token) or lex.cues.get(token.removesuffix("ه")) or lex.cues.get(token.removesuffix("ته") + "ت")
    return cue is not None and cue.kind in ("verb", "relay") and bare(token, lex) not in lex.titles


def merge(reading, registry, drafts, according):
    """Drafts and according-to drafts together: what credits a statement of its own sentence becomes its medium."""
    inside = {
        k for draft in according for k in range(draft.first, draft.source.first if draft.source else draft.content.gap)
    }
    drafts = [draft for draft in drafts if draft.first not in inside]  # بحسب ما ذكرت: no cue of its own
    merged = list(drafts)
    by_sentence = {}
    for draft in drafts:
        by_sentence.setdefault(reading.sentence_of[draft.first], []).append(draft)
    for draft in according:
        if draft.content.opened_by == "leading":
            merged.append(draft)
            continue
        begin, end = reading.bounds(draft.first)
        same = by_sentence.get(reading.sentence_of[draft.first], ())
        behind = [d for d in same if d.first < draft.first and d.ends > draft.first - 2]
        inside_gap = [d for d in same if d.first < draft.first < d.content.gap]
        if inside_gap:
            other = inside_gap[-1]
            if draft.source is None:
                continue
            if reading.tokens[draft.first] == "نقلا":  # ذكرت الوكالة نقلا عن الوزير
                other.via = noun_phrase(reading, registry, other.past, draft.first)
                other.source, other.rule = draft.source, "relay"
            else:
                other.via = draft.source
            continue
        if behind:
            for other in behind:
                if other.begins < draft.first < other.ends or other.ends >= draft.first - 1:
                    span = trim(reading, other.begins, draft.first)
                    if span:
                        other.begins, other.ends = span
            for other in same:
                if draft.source is not None and other.first < draft.first and other.via is None:
                    other.via = draft.source
            continue
        latest = max((d.ends for d in same if d.first < draft.first), default=begin)
        later = min((d.first for d in same if d.first > draft.first), default=end)
        span = trim(reading, latest, later if draft.content.opened_by == "around" else draft.first)
        if span is None or span[1] - span[0] < 3:
            continue
        draft.begins, draft.ends = span
        merged.append(draft)
    return sorted(merged, key=lambda d: d.first)
