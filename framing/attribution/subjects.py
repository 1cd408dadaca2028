"""The phrase that names the source in the clause of its verb: behind it, before it, or behind «أما»."""

from framing.attribution.capitals import subject
from framing.attribution.clauses import antecedent
from framing.attribution.objects import bare, possessed
from framing.attribution.phrases import COMMAS, noun_phrase
from framing.attribution.reading import opens_clause
from framing.attribution.registry import find_source
from framing.attribution.voices import is_feminine
from framing.attribution.words import heads, look

_BACK = 26


def find_phrase(reading, registry, lex, draft, history):
    """(Phrase or None, name of the rule) of the source that the clause of a draft names."""
    if draft.cue.kind in ("participle", "according"):
        return None, draft.cue.kind
    gap = draft.content.gap if draft.content else draft.past + 20
    if reading.language != "ar":
        return _find_by_capitals(reading, registry, lex, draft, gap, history)
    verb_first = reading.tokens[draft.first - 1 : draft.first] != ["قد"]
    if verb_first and draft.cue.governs:  # what follows may be the object
        phrase = _relative(reading, registry, lex, draft, gap, history)
        if phrase is not None:
            return phrase, "relative"
        phrase = _before(reading, registry, lex, draft, gap, history)
        if phrase is not None and _adjoins(reading, registry, lex, draft, phrase):
            return phrase, "subject-verb"
    for order in (_after, _relative, _before) if verb_first else (_relative, _before, _after):
        phrase = order(reading, registry, lex, draft, gap, history)
        if phrase is not None:
            return phrase, _RULES[order]
    phrase = _set_apart(reading, registry, lex, draft)
    return (phrase, "subject-verb") if phrase is not None else (None, "elided")


def _find_by_capitals(reading, registry, lex, draft, gap, history):
    """English and Russian: the subject stands before its verb, in Russian also behind it."""
    if reading.language == "ru":
        phrase = _after(reading, registry, lex, draft, gap, history)
        if phrase is not None and phrase.past >= gap - 1 and _nominative(reading, registry, lex, phrase):
            return phrase, "verb-subject"
    phrase = subject(reading, registry, lex, draft.first)
    return (phrase, "subject-verb") if phrase is not None else (None, "elided")


def _set_apart(reading, registry, lex, draft):
    """«وليد البني، المتحدث باسم الحزب، قد أكد»: the phrase whose apposition ends at the comma before the verb."""
    tokens, at = reading.tokens, draft.first
    begin, _ = reading.bounds(at)
    past = at - 1 if tokens[at - 1] in ("قد", "فقد") else at
    if past - 3 < begin or tokens[past - 1] not in COMMAS or (tokens[at][0] in "وف" and tokens[at][1:] in lex.cues):
        return None
    past -= 1
    commas, found = 0, None
    for first in range(past - 1, max(begin, past - 22) - 1, -1):
        token = tokens[first]
        if token in COMMAS:
            commas += 1
        if not reading.is_word(first) or not commas:
            continue
        if token in lex.cues or opens_clause(reading, lex, first) or commas > 2:
            break
        phrase = noun_phrase(reading, registry, first, past)
        if phrase is not None and phrase.first == first and phrase.past == past and len(phrase.parts) > 1:
            found = phrase
    return found


def _adjoins(reading, registry, lex, draft, phrase):
    """Whether the phrase stands right before its verb and agrees with it: what follows then is the object."""
    before = reading.tokens[phrase.first - 1].removeprefix("و")
    if before in ("في", "خلال", "عبر") and phrase.first > reading.bounds(draft.first)[0]:
        return False  # وفي تقرير جديد اتهم …
    head = look(lex, reading.tokens[phrase.first])
    feminine = is_feminine(reading, phrase.first)
    named = find_source(registry, "ar", reading.tokens, phrase.first, phrase.past) is not None
    if phrase.past != draft.first or not (
        named or head.definite or head.describes or head.given or phrase.past - phrase.first > 1
    ):
        return False
    return not (head.definite and feminine and draft.cue.gender == "m")


def _after(reading, registry, lex, draft, gap, history):
    limit = gap if gap > draft.past else draft.past
    tokens = reading.tokens
    start = _past_manner(reading, lex, draft.past, limit)
    if draft.content is not None and draft.content.opened_by == "noun":
        limit = min(draft.content.first, limit)
    closed = draft.cue.governs if draft.content is not None else ""
    before = tokens[draft.first - 1] if draft.first else ""
    if draft.cue.asks and before in lex.that | lex.but and before.endswith(("ه", "ها", "هم", "هما")):
        return None  # لكنها دعت الحكومة إلى …
    phrase = noun_phrase(reading, registry, start, limit, closed) if start < limit else None
    if phrase is None and closed == "deed" and draft.content.opened_by == "clause" and tokens[start] in lex.sayers:
        phrase = noun_phrase(reading, registry, start, limit)  # أكدت تقارير أن: no other object
    if phrase is None:
        return None
    if reading.language == "ar" and (
        (tokens[phrase.first - 1] != "من" and _disagrees(lex, draft.cue, tokens[phrase.first]))
        or _is_object(reading, registry, lex, draft, phrase)
    ):
        return None
    if reading.language == "ar" and draft.cue.asks and _asked(reading, registry, lex, draft, phrase, history):
        return None
    return phrase


_BETWEEN = frozenset("\n له لها لهم قد ايضا بدوره بدورها كذلك فيها فيه خلاله خلالها هنا اليوم امس".split(" ")) | {"\n"}


def _is_object(reading, registry, lex, draft, phrase):
    """Whether a phrase behind the verb cannot be its subject: طلبوا فيه فدية, أعرب اعتقاده."""
    first, past = phrase.first, phrase.past
    if heads(lex, reading.tokens[first]):
        return True  # دعت مسؤولي الوزارة
    if find_source(registry, "ar", reading.tokens, first, past) is not None:
        return False
    word = look(lex, reading.tokens[first])
    if draft.cue.kind == "verb" and draft.cue.number in ("d", "p"):  # such a verb has its subject before it
        return not (word.title or word.given or word.bare in lex.people or reading.tokens[first] in lex.echoes)
    return (_of_another(reading, lex, first) or _accusative(reading, lex, first)) and not word.given


def _accusative(reading, lex, at):
    """Whether an indefinite noun shows by its ending that it is an object: أطرافاً, أطرافا إقليمية."""
    start, end = reading.span(at, at + 1)
    if "\u064b" in reading.printed[start:end]:
        return reading.tokens[at] not in lex.quantifiers
    token, following = reading.tokens[at], reading.tokens[at + 1 : at + 2]
    plural = token.endswith("ا") and len(token) > 5 and bool(following)
    return plural and look(lex, following[0]).adjective and following[0][:2] != "ال" and following[0][-1] == "ه"


def _past_manner(reading, lex, at, limit):
    """Past the adverbs between a verb and its subject: لاحقا, بشكل واضح, "بصفة خاصة"."""
    tokens = reading.tokens
    while at < limit:
        manner = at + 1 if at in reading.pairs else at
        if tokens[at] in _BETWEEN or (tokens[at] in lex.adverbs and reading.language == "ar"):
            at += 1
        elif tokens[manner : manner + 1] and tokens[manner] in lex.manner and manner + 1 < limit:
            at = reading.pairs[at] + 1 if manner > at else at + 2
        else:
            break
    return at


def _nominative(reading, registry, lex, phrase):
    """Whether a Russian phrase behind its verb is a name, a title or a pronoun, and so its subject."""
    word = reading.tokens[phrase.first]
    start, _ = reading.span(phrase.first, phrase.first + 1)
    return word not in lex.nobody and (word in lex.pronouns or word in lex.titles or reading.printed[start].isupper())


def _asked(reading, registry, lex, draft, phrase, history):
    """Whether the noun after دعا, طالب … is the one who is asked: the gender of the verb, or a body that is asked."""
    head = reading.tokens[phrase.first]
    word = look(lex, head)
    people = lex.people.get(head) == head  # نشطاء, not مسؤولين
    sure = (
        people or word.definite or word.given or bare(head, lex) in lex.titles or head in lex.heads or head in lex.roles
    )
    if (
        not sure
        and phrase.past - phrase.first == 1
        and find_source(registry, "ar", reading.tokens, phrase.first, phrase.past) is None
    ):
        return True
    if head.startswith("ال") and any(
        t.startswith("ال") and t.endswith("ين") and t not in lex.titles
        for t in reading.tokens[phrase.first : phrase.past]
        if len(t) > 5
    ):
        return True
    if not history:
        return False
    alone = draft.content is not None and draft.content.gap - phrase.past < 2
    if alone and reading.tokens[draft.first] in lex.telling and history[-1][0].first >= reading.bounds(draft.first)[0]:
        return True  # قال إنه سيبلغ الوزير بأن …
    if head not in lex.addressees:
        return False
    behind = reading.tokens[draft.first - 1 : draft.first] == ["كما"]
    other = history[-1][1].gender not in ("", draft.cue.gender)  # قال الوزير … وطالبت الدول
    return (behind or reading.tokens[draft.first][0] in "وف") and not other


def _disagrees(lex, cue, head):
    """Whether the noun right behind a verb has the other gender, and so is not its subject."""
    word = look(lex, head)
    if not cue.takes:
        return False  # قال: no noun but the subject can follow
    if cue.gender == "m":
        feminine = word.definite and head.endswith("ه") and not word.title and head not in lex.masculine
        return feminine or head in lex.feminine
    return cue.gender == "f" and word.title and not head.endswith(("ه", "ات")) and head != "عضو"


def _before(reading, registry, lex, draft, gap, history):
    return named_before(reading, registry, lex, draft)


def _relative(reading, registry, lex, draft, gap, history):
    """«الوزير الذي قال»: the noun that the clause hangs on; not of «في المقابلة التي قال فيها»."""
    behind = reading.tokens[draft.past : draft.past + 1]
    if behind and behind[0] in ("فيها", "فيه", "بها", "خلالها", "خلاله"):
        return None
    return antecedent(reading, registry, lex, draft.first)


def named_before(reading, registry, lex, draft):
    """«المصادر قالت», «وكان الوزير قد أعلن», «الوزير الذي قال»: the noun right before the verb in its clause."""
    tokens, at = reading.tokens, draft.first
    begin, _ = reading.bounds(at)
    if tokens[at][0] in "وف" and tokens[at][1:] in lex.cues:
        topic = next((k for k in range(begin, min(begin + 3, at)) if tokens[k] in ("اما", "واما")), None)
        if tokens[at][0] == "و" or topic is None:
            return None
        return noun_phrase(reading, registry, topic + 1, at)  # أما الوزير فقال
    start = max(begin, at - _BACK)
    clause = start
    for k in range(at - 1, start - 1, -1):
        token = tokens[k]
        if (
            opens_clause(reading, lex, k)
            or token in "،,؛;:\n()"
            or (k in reading.openings and at - k > 6)
            or token in ("لكن", "ولكن", "بينما", "فيما", "كما", "حيث", "كان", "وكان", "كانت", "وكانت", "ان")
        ):
            clause = k + 1
            break
    while clause < at and tokens[clause] in lex.connectors:
        clause += 1
    if clause >= at:
        return None
    head = bare(tokens[clause], lex)
    known = find_source(registry, "ar", tokens, clause, at)
    phrase = noun_phrase(reading, registry, clause, at)
    if phrase is None or _of_another(reading, lex, phrase.first):
        return None
    between = [token for token in tokens[phrase.past : at] if token not in ("قد", "فقد")]
    if (
        look(lex, tokens[phrase.first]).title
        and is_feminine(reading, phrase.first)
        and lex.cues[tokens[at]].gender == "m"
    ):
        return None  # الزيارة التي كانت مقررة أمس قال
    sure = head.startswith("ال") or head in lex.titles or head in lex.heads or known
    if not sure and (between or phrase.past - phrase.first > 8):
        return None
    if len(between) > 6 or (between and not _adverbial(between, lex)):
        return None
    return phrase


def _of_another(reading, lex, at):
    """Whether the word has a pronoun (خطفها, موقفه) and names nobody who speaks (as أقاربه does)."""
    token = reading.tokens[at]
    return possessed(reading, at) and not (look(lex, token).describes or token in lex.kin)


def _adverbial(tokens, lex):
    return tokens[0] in lex.stops or tokens[0] in lex.connectors


_RULES = {_after: "verb-subject", _before: "subject-verb", _relative: "relative"}
