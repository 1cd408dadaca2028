"""According to: بحسب, وفقاً لـ, نقلاً عن — before the content, behind it, or in a pair of commas inside."""

from framing.attribution.complements import find_content
from framing.attribution.drafts import Draft
from framing.attribution.endings import trim
from framing.attribution.forms import Cue
from framing.attribution.lexicon import lexicon, match_according
from framing.attribution.marks import DASHES
from framing.attribution.media import is_outlet
from framing.attribution.objects import bare, possessed
from framing.attribution.phrases import COMMAS, Phrase, noun_phrase
from framing.attribution.quoting import Content
from framing.attribution.reading import TERMINAL
from framing.attribution.tolls import find_toll
from framing.attribution.words import look

_CUE = Cue("according", "", frozenset(), False)


def find_according(reading, registry):
    """Drafts of every according-to phrase; `content` tells by `opened_by` where it stands.

    leading: behind the phrase; trailing: before it; around: the phrase is in its middle; toll: only the clause of a
    count before it.
    """
    lex, drafts = lexicon(reading.language), []
    for at in reading.places["according"]:
        past, attached = match_according(lex, reading.tokens, at)
        past = past or _as_said(reading, registry, lex, at)
        if past:
            draft = _draft(reading, registry, lex, at, past, attached)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _as_said(reading, registry, lex, at):
    """Past «كما قال», «على ما أفاد» where nothing but the one who said it follows: «…، كما يقول الخبير»; else 0."""
    tokens = reading.tokens
    if tokens[at] == "как" and tokens[at + 1 : at + 2] and tokens[at + 1] in lex.cues and (at + 2) < len(tokens):
        phrase = noun_phrase(reading, registry, at + 2, min(at + 12, len(tokens)))
        return at + 2 if phrase else 0
    if tokens[at] == "as":
        phrase = noun_phrase(reading, registry, at + 1, min(at + 9, len(tokens))) if at + 1 < len(tokens) else None
        after = tokens[phrase.past : phrase.past + 2] if phrase else []
        return at + 1 if len(after) == 2 and after[0] in lex.cues and after[1] in COMMAS else 0  # as the mayor said, …
    if tokens[at] not in _AS:
        return 0
    verb = at + 2 if tokens[at + 1 : at + 2] == ["ما"] else at + 1
    if (tokens[at] == "علي") != (verb == at + 2) or verb + 1 >= len(tokens):
        return 0
    told = tokens[verb]
    cue = lex.cues.get(told)
    if cue is None or cue.kind not in ("verb", "relay") or told in lex.titles or (cue.bound and cue.takes):
        return 0
    start = verb + 1
    while tokens[start] in _ABOUT and start + 1 < len(tokens):
        start += 1
    if tokens[start] == "في" and told in ("جاء", "ورد"):
        start += 1
    phrase = noun_phrase(reading, registry, start, reading.bounds(at)[1])
    if phrase is None or (tokens[at] == "كما" and "noun" in cue.takes and _heads_sentence(reading, at)):
        return 0  # كما أدانت الوزارة الهجوم، …
    after = tokens[phrase.past] if phrase.past < len(tokens) else "."
    heard = is_outlet(reading, registry, lex, phrase.past) and after.startswith("ل")  # كما قال الوزير لرويترز
    if not (
        after in COMMAS
        or after in TERMINAL
        or heard
        or after in ("\n", "في", "(", "—", "-")
        or (after == "من" and "noun" not in cue.takes)
        or after.startswith("وال")
    ):
        return 0
    content = find_content(
        reading, registry, verb + 1, cue._replace(takes=frozenset()), min(reading.bounds(at)[1], phrase.past + 8)
    )
    return 0 if content and after not in COMMAS else start


def _heads_sentence(reading, at):
    begin, _ = reading.bounds(at)
    return not any(reading.is_word(k) for k in range(begin, at))


_AS = frozenset("كما حسبما علي".split())
_ABOUT = frozenset("به بها عنه عنها عنهم".split())


def _draft(reading, registry, lex, at, past, attached):
    tokens = reading.tokens
    begin, end = reading.bounds(at)
    start = past
    # «بحسب ما ذكرت وكالة», «وفق ما جاء في بيان», «كما ذكرت»: past the verb of telling
    while start < min(end, past + 4) and (
        tokens[start] in ("ما", "لما", "جاء", "ورد")
        or tokens[start] in _ABOUT
        or (tokens[start] in ("في", "عن", "علي") and tokens[start - 1] in ("جاء", "ورد"))
        or _verb(tokens[start], lex)
    ):
        start += 1
    if reading.language != "ar" and tokens[past : past + 1] and tokens[past] in lex.relatives:
        return None  # согласно которой
    tag = tokens[past - 1] in _PRONOUNS or _is_tag(tokens[start : start + 1])
    tag = tag or any(token in _POSSESSIVES for token in tokens[at : past + 1])
    if tokens[start : start + 1] and (tokens[start].endswith("ناه") or _norm(tokens[start], lex)):
        return None  # لما قرأناه: the author; وفق الاتفاقية: nobody
    via = None
    if past < start < end and tokens[start].startswith("ل") and is_outlet(reading, registry, lex, start):
        via = noun_phrase(reading, registry, start, start + 1)  # لما أكده للصحيفة مصدر عسكري
        start += 1
    phrase = None if tag else noun_phrase(reading, registry, start, end)
    if phrase is not None and reading.language != "ar" and tokens[phrase.past - 1] in lex.channels:
        issued = phrase.past + 1 < end and tokens[phrase.past] in lex.issuing  # a statement by the ministry
        phrase = (noun_phrase(reading, registry, phrase.past + 1, end) if issued else None) or phrase
    if phrase is None:
        if not tag and start == past:
            return None
    elif possessed(reading, phrase.first) and not _of_people(tokens[phrase.first], lex):
        return None
    draft = Draft(
        _CUE,
        at,
        past,
        rule="according",
        attached=attached and start == past and (phrase is None or phrase.first == start),
    )
    draft.source, draft.via = phrase, via
    if phrase is None and reading.language != "ar":
        draft.source = _pronoun(tokens, at, past)
    start = start + 1 if tokens[start : start + 1] in (["them"], ["him"], ["her"]) else start
    after = phrase.past if phrase else start + 1 if _is_tag(tokens[start : start + 1]) else start
    if phrase and start > past and tokens[after : after + 1] == ["عن"]:  # حسب ما نقلت صحف عن شاهد
        origin = noun_phrase(reading, registry, after + 1, end)
        if origin is not None:
            draft.via, draft.source, after = phrase, origin, origin.past
    before = [k for k in range(begin, at) if reading.is_word(k)]
    opens = all(tokens[k] in lex.connectors for k in before)
    if opens and tokens[at] in _AS and tokens[after : after + 1] not in (["،"], [","]):
        return None  # كما شددت الوزارة على …
    if opens or (phrase and tokens[at - 1] in lex.that):
        draft.content, span = _leading(reading, lex, after, end, tag)
    else:
        draft.content, span = _behind(reading, lex, begin, at, after, end, phrase)
    if span is None:
        return None
    draft.begins, draft.ends = span
    return draft


def _of_people(token, lex):
    """Whether the noun under the pronoun is a title, a body or people: أقاربها, not طلبه."""
    if token in lex.titles or token in lex.heads or token in lex.kin:
        return True
    stem = token.removesuffix("ا").removesuffix("ه")
    return stem in lex.sayers or stem in lex.titles or stem in lex.heads


def _leading(reading, lex, after, end, tag):
    """(Content, span) of what stands behind a phrase that ends at `after` and opens the sentence."""
    tokens = reading.tokens
    if reading.language != "ar":
        comma = next((k for k in range(after, min(end, after + 25)) if _opens(lex, tokens[k])), None)
        if comma is None or (tag and comma > after + 3):  # in their view the protection …
            comma = after - 1
        first = comma + 1
    else:
        first = _first_of_content(reading, lex, after, end)
        if first is None:
            return None, None
    if first < end and tokens[first - 1] in COMMAS and (tokens[first] in _THEN or tokens[first] in lex.that):
        first += 1
    return Content(first, None, "leading", after), trim(reading, first, end)


def _opens(lex, token):
    return token in COMMAS or token == ":" or token in lex.that or token in _THEN


def _first_of_content(reading, lex, after, end):
    """Where the content begins: at once, or behind the words that say when and where the source said it."""
    tokens, at = reading.tokens, after
    far = min(end, after + 25)
    if at < far and tokens[at] in lex.relatives:  # who refused to be named
        at = next((k + 1 for k in range(at, min(far, at + 9)) if tokens[k] in lex.identity), at)
        relative = at == after
    else:
        relative = False
    if (
        at < far
        and reading.is_word(at)
        and not relative
        and not _passing(lex, tokens[at])
        and tokens[at] not in lex.that
    ):
        return at if tokens[at] not in _THEN else at + 1
    for k in range(at, far):
        if _opens(lex, tokens[k]):
            return k + 1
        if k > at and not relative and look(lex, tokens[k]).deed and tokens[k - 1] not in lex.relatives:
            return k
    return None


def _passing(lex, token):
    """Whether the word opens or continues a circumstance: في تقرير لها, عام 2012, أمس."""
    return (
        token in lex.stops
        or token in lex.adverbs
        or token in lex.periods
        or token in lex.weekdays
        or token in lex.which_period
        or token in lex.issued
        or token in lex.issuing
        or token.isdigit()
        or token in _THEN
    )


def _behind(reading, lex, begin, at, after, end, phrase):
    """(Content, span) of the clause that the phrase at..after closes, or stands in."""
    tokens = reading.tokens
    begin = _past_dateline(tokens, begin, at)
    toll = find_toll(reading, lex, begin, at, after, end) if phrase else None
    if toll is not None:
        return Content(toll[0], None, "toll", after), trim(reading, *toll)
    inside = after + 1 < end and (
        (
            tokens[after] in COMMAS
            and tokens[at - 1] in COMMAS
            and tokens[after + 1] not in lex.cues
            and (reading.language == "ar" or tokens[after + 1] not in lex.relatives)
            and not _joins(lex, tokens, after + 1)
        )
        or (reading.is_word(after) and (tokens[at - 1] in lex.tolls or look(lex, tokens[at - 1]).deed))
    )
    span = trim(reading, begin, end if inside else at)
    return Content(begin, None, "around" if inside else "trailing", after), span


def _joins(lex, tokens, at):
    """Whether another clause opens here: فيما, في حين, في الوقت الذي."""
    return tokens[at] in lex.joints or (
        tokens[at] in ("في", "فى", "وفي") and tokens[at + 1 : at + 2] in (["حين"], ["الوقت"], ["وقت"])
    )


def _past_dateline(tokens, begin, at):
    """Past «دبي (CNN)--», «بيروت (أ ف ب) -»."""
    for k in range(begin, min(begin + 12, at)):
        if tokens[k] in DASHES and tokens[k - 1] == ")":
            return k + 1
    return begin


def _norm(token, lex):
    """Whether the word is what one acts by (الاتفاق, للقانون), not who says it."""
    return token in lex.norms or bare(token, lex).removeprefix("ال").removeprefix("ل") in lex.norms


def _pronoun(tokens, at, past):
    """according to them, in their view: the pronoun names the source."""
    k = next((k for k in range(at, min(past + 1, len(tokens))) if tokens[k] in _POSSESSIVES), None)
    return None if k is None else Phrase(k, k + 1, ((k, k + 1),))


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
