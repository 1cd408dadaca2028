"""Every cue of an article with the content that it opens: statements before anybody is made to say them."""

from dataclasses import dataclass

from framing.attribution.asking import renewed
from framing.attribution.bound import WHAT, called, calls
from framing.attribution.capitals import subject
from framing.attribution.complements import find_content, speaks_aside
from framing.attribution.cutting import set_ends
from framing.attribution.doubts import (
    first_person,
    is_adverb,
    is_noun,
    is_subordinate,
    something_else,
    states_it,
)
from framing.attribution.lexicon import lexicon
from framing.attribution.marks import MARKS
from framing.attribution.nominals import find_nominal
from framing.attribution.objects import possessed
from framing.attribution.phrases import COMMAS, noun_phrase
from framing.attribution.quoting import Content
from framing.attribution.reading import tanwin
from framing.attribution.things import does_a_thing
from framing.attribution.words import is_noun_here


@dataclass
class Draft:
    """A statement on its way: tokens of the cue, of the content, and of the phrases that name source and medium."""

    cue: object
    first: int  # of the cue
    past: int
    content: object = None
    begins: int = 0
    ends: int = 0
    source: object = None  # Phrase
    via: object = None  # Phrase
    rule: str = ""
    elided: bool = False
    attached: bool = False  # the ل of وفقا ل is written with the source
    attributed: object = None  # Voice
    medium: object = None  # Voice


def find_drafts(reading, registry):
    """The drafts of verbs, participles and relays, in the order of their cues."""
    lex = lexicon(reading.language)
    drafts = []
    for at in sorted({*reading.places["cue"], *reading.places["report"]}):
        token = reading.tokens[at]
        cue = lex.cues.get(token)
        draft = _draft(reading, registry, lex, at, cue) if cue is not None else None
        report = lex.reports.get(token) if draft is None else None
        if report is not None and not (drafts and drafts[-1].content.gap == at < drafts[-1].content.first):  # جدد دعوته
            draft = _nominal(reading, registry, lex, at, report)
        if draft is not None:
            drafts.append(draft)
    set_ends(reading, lex, drafts)
    found, opened = [], set()
    for draft in drafts:
        if draft.begins < draft.ends and draft.content.first not in opened:  # وأضاف قائلاً: one statement
            found.append(draft)
            opened.add(draft.content.first)
    return found


def _draft(reading, registry, lex, at, cue):
    tokens = reading.tokens
    before = tokens[at - 1] if at else ""
    if is_noun(reading, lex, at, cue):
        return None
    if cue.kind == "verb" and reading.language == "ar" and tanwin(reading, at):
        cue = cue._replace(kind="participle")
    if reading.language == "ar" and first_person(reading, at):
        return None
    if cue.kind == "noun":
        return _noun(reading, lex, at, cue)
    if at and cue.kind in ("verb", "relay") and is_noun_here(lex, tokens, at):
        return None
    _, limit = reading.bounds(at)
    if tokens[at + 1 : at + 2] and tokens[at + 1] in ("القاري", "النشره"):
        return None  # our own reader, our own bulletin
    if tokens[at + 1 : at + 2] == ["عدم"] and tokens[at + 2 : at + 3] in (["نشر"], ["كشف"], ["الكشف"], ["ذكر"]):
        return None  # طلب عدم نشر اسمه
    if tokens[at + 1 : at + 2] and tokens[at + 1] in lex.nameless:
        return None  # رفضت ذكر اسمها
    if tokens[at] in lex.called and tokens[at + 1 : at + 2] and tokens[at + 1] not in lex.that:
        return None  # صحفية تدعى …
    if cue.kind == "relay" and before in ("ما", "بما", "مما"):
        return None
    if cue.bound and not calls(reading, at, cue, before):
        return None
    if cue.states:
        return _stated(reading, registry, at, cue, limit)
    if cue.kind == "relay":
        return _relay(reading, registry, lex, at, cue, limit)
    if tokens[at + 1 : at + 2] and speaks_aside(lex, tokens[at], tokens[at + 1]):
        return None
    content = find_content(reading, registry, at + 1, cue, limit)
    if content is not None and _from_another(lex, tokens, at, content):
        return _relay(reading, registry, lex, at, cue._replace(kind="relay", takes=_FROM), limit)
    if content is None or something_else(reading, lex, at, before, content):
        return None
    if not at and content.opened_by == "colon" and tokens[at].startswith("كتب"):
        return None  # كتب فلان: a byline
    if tokens[at] in lex.of_things and does_a_thing(reading, registry, lex, Draft(cue, at, at + 1, content)):
        return None
    if reading.language != "ar" and (_unsaid(reading, lex, at) or _dangling(tokens, lex, content)):
        return None
    if reading.language != "ar" and cue.kind == "verb" and before in COMMAS and _by_colon(tokens, lex, content):
        return None  # «…, подчеркнул он, …»
    if reading.language != "ar" and before in ("not", "не"):
        return None
    if content.opened_by == "noun" and not states_it(reading, registry, tokens, at, before, content):
        return None
    if cue.needs and not _has_need(tokens, at, cue, content):
        return None
    content = called(reading, at, before, content) if cue.bound else content
    if content is not None and tokens[at].lstrip("وف") in lex.renewing:
        content = renewed(reading, lex, content, limit)
    if content is None:
        return None
    if before in lex.negations and content.opened_by != "clause":
        return None
    bare = ("noun",) if reading.language == "ar" else ("noun", "colon", "mark")
    if tokens[at] in lex.only_with_that and content.opened_by in bare:
        return None
    if cue.kind == "participle" and not is_adverb(lex, tokens[at], at, before, content):
        return None
    if tokens[content.first : content.first + 1] == ["ذلك"]:
        return None
    if cue.kind == "verb" and reading.language == "ar" and is_subordinate(lex, tokens, at, content):
        return None
    past = at + 2 if tokens[at + 1 : at + 2] and tokens[at + 1] in cue.takes else at + 1  # أشار إلى
    return Draft(cue, at, past, content)


def _has_need(tokens, at, cue, content):
    """Whether the noun that makes it speech stands there; without a complement of its own only a quotation follows."""
    if "عليه" in cue.needs and tokens[at - 1] not in WHAT:
        return False  # الذي أطلق عليه اسم …
    between = tokens[at + 1 : max(content.first + 1, content.gap)]
    if cue.needs.isdisjoint(between) or COMMAS & set(between):
        return False
    return bool(cue.takes) or content.opened_by == "mark"


def _from_another(lex, tokens, at, content):
    """«أوردت الصحيفة عن مصدر قوله إن …»: a verb of publishing that relays."""
    if tokens[at].lstrip("وف") not in lex.relaying or tokens[content.gap - 1] not in lex.sayings:
        return False
    return "عن" in tokens[at + 1 : content.gap]


def _stated(reading, registry, at, cue, limit):
    """«جاء في البيان أن …»: what stands behind في says it; «جاء فيه: …»: the text that was named before."""
    if reading.tokens[at + 1 : at + 2] in (["فيه"], ["فيها"]):
        content = find_content(reading, registry, at + 2, cue, limit)
        return Draft(cue, at, at + 2, content) if content and content.gap < at + 5 else None
    if reading.tokens[at + 1 : at + 2] not in (["في"], ["ب"], ["علي"]):
        return None
    content = find_content(reading, registry, at + 2, cue, limit)
    source = noun_phrase(reading, registry, at + 2, content.gap) if content else None
    return Draft(cue, at, at + 1, content, source=source, rule="stated") if source else None


def _nominal(reading, registry, lex, at, report):
    found = find_nominal(reading, registry, lex, at, report)
    if found is None:
        return None
    cue, content, source = found
    past = at + 2 if content.gap == at + 1 and reading.tokens[at + 1] in cue.takes else at + 1
    return Draft(cue, at, past, content, source=source, rule="noun" if source else "")


def _noun(reading, lex, at, cue):
    """قوله إن …: the particle, a colon or a mark must follow at once."""
    tokens = reading.tokens
    if at and tokens[at - 1].startswith(("يمكن", "نستطيع", "يستطيع", "استطيع", "يريد")):
        return None
    if at + 1 < len(tokens) and (tokens[at + 1] in lex.that or tokens[at + 1] == ":" or tokens[at + 1] in MARKS):
        _, limit = reading.bounds(at)
        content = find_content(reading, None, at + 1, cue, limit)
        return Draft(cue, at, at + 1, content) if content else None
    return None


def _relay(reading, registry, lex, at, cue, limit):
    """نقلت وكالة … عن الوزير قوله إن …: the medium, then the speaker."""
    tokens = reading.tokens
    if reading.language != "ar":
        return _quoted(reading, registry, lex, at, cue, limit)
    turn = next(
        (k for k in range(at + 1, min(limit, at + 16)) if tokens[k] in cue.takes or tokens[k] in lex.that), None
    )
    if turn is None or tokens[turn] in lex.that:
        content = find_content(reading, registry, at + 1, cue._replace(takes=frozenset()), limit)
        if content is None or content.opened_by != "clause":
            return None
        said = next((k for k in range(at + 2, min(content.gap, at + 12)) if tokens[k] in _WORD_OF), None)
        if said is None or said + 1 >= content.gap:
            return Draft(cue._replace(kind="verb"), at, at + 1, content)
        draft = Draft(cue, at, at + 1, content, rule="relay")  # نقلت الصحيفة قول الوزير إن …
        draft.via = noun_phrase(reading, registry, at + 1, said)
        draft.source = noun_phrase(reading, registry, said + 1, content.gap)
        return draft
    said = next((k for k in range(turn + 1, min(limit, turn + 40)) if tokens[k] in lex.sayings), turn)
    content = find_content(reading, registry, said + 1, cue._replace(takes=frozenset()), limit)
    content = content or _relayed_noun(reading, turn, limit)
    if content is None:
        return None
    draft = Draft(cue, at, at + 1, content, rule="relay")
    draft.via = noun_phrase(reading, registry, at + 1, turn)
    draft.source = noun_phrase(reading, registry, turn + 1, said if said > turn else content.gap)
    return draft


def _dangling(tokens, lex, content):
    """«… is what he asked for in May»: nothing stands behind the preposition."""
    return content.opened_by == "preposition" and tokens[content.first] in lex.prepositions


def _by_colon(tokens, lex, content):
    by_colon = tokens[content.gap : content.gap + 1] == [":"] and tokens[content.gap - 1] not in lex.cues
    return content.opened_by == "noun" or by_colon


def _unsaid(reading, lex, at):
    """сказал ли он …, neither side said …, asked not to be named: nobody says it."""
    begin, _ = reading.bounds(at)
    before = reading.tokens[max(begin, at - 3) : at]
    if reading.language == "ru" and before and before[-1] in lex.nobody:
        return True  # ему сказали
    if reading.tokens[at] in lex.passives and "в" not in reading.tokens[begin:at]:
        return True
    return reading.tokens[at + 1 : at + 2] in (["ли"], ["not"]) or any(token in lex.negations for token in before)


def _quoted(reading, registry, lex, at, cue, limit):
    """Reuters quoted the minister as saying that …: the medium before the verb, the speaker behind it."""
    turn = next((k for k in range(at + 1, min(limit, at + 16)) if reading.tokens[k] in cue.takes), None)
    if turn is None:
        return None
    content = find_content(reading, registry, turn + 2, cue._replace(takes=frozenset()), limit)
    source = noun_phrase(reading, registry, at + 1, turn)
    begin, _ = reading.bounds(at)
    comma = next((k for k in range(at - 1, max(begin, at - 12), -1) if reading.tokens[k] in COMMAS), begin)
    if content is None and comma > begin + 1:
        content = Content(begin, comma, "around", turn)
    if source is None or content is None:
        return None
    draft = Draft(cue, at, at + 1, content, source=source, rule="relay")
    draft.via = subject(reading, registry, lex, at, comma + 1 if content.past == comma else begin)
    return draft


def _relayed_noun(reading, turn, limit):
    """«نقل البيان عن الوزير اهتمامه بـ …»: the first noun with a pronoun behind the speaker."""
    for k in range(turn + 2, min(limit, turn + 16)):
        if possessed(reading, k) and reading.tokens[k - 1] not in _NO_OBJECT:
            return Content(k, None, "noun", k)
    return None


_WORD_OF = frozenset("قول تاكيد تصريح اعلان".split())
_FROM = frozenset(("عن",))
_NO_OBJECT = frozenset("في من الي علي خلال التي الذي ما و عن مع".split())
