"""Behind the preposition of a cue: أعرب عن أمله في أن, «طلب من الدول … التدخل», «جدد دعوته الأطراف إلى الحوار»."""

from framing.attribution.marks import MARKS
from framing.attribution.phrases import COMMAS, noun_phrase
from framing.attribution.quoting import Content
from framing.attribution.reading import TERMINAL, opens_clause
from framing.attribution.words import look

_FAR = 24  # tokens between the one who is asked and what is asked


def asked_of(reading, registry, lex, k, limit):
    """The Content behind the one whom «من» at `k` introduces, or None where no noun of an act follows."""
    tokens = reading.tokens
    phrase = noun_phrase(reading, registry, k + 1, min(limit, k + _FAR), "deed")
    past = phrase.past if phrase else k + 1
    adjoins = phrase is not None
    for at in range(past, min(limit, k + _FAR)):
        token = tokens[at]
        if token in TERMINAL:
            return None
        if opens_clause(reading, lex, at) and tokens[at - 1] not in lex.relatives:
            return Content(at + 1, None, "clause", k)
        if token in MARKS or token in COMMAS or token == "\n":
            adjoins = False
            continue
        if adjoins and at == past and _is_plain(lex, token):
            return Content(at, None, "preposition", k)  # طلب من الأطراف النظر في …
        if _is_act(lex, token) and tokens[at - 1] not in lex.prepositions:
            return Content(at, None, "preposition", k)
    return None


def _is_act(lex, token):
    """Whether the word is the noun of what somebody shall do: عدم, رفع, التدخل."""
    word = look(lex, token)
    if token.startswith("لل"):
        return False
    return token == "عدم" or word.verbal or (word.shaped and not word.joined) or word.bare in lex.acts


def _is_plain(lex, token):
    """Whether the word behind those who are asked is a noun of its own: no name, no adjective, no clause."""
    word = look(lex, token)
    known = word.describes or word.adjective or word.given or word.deed or word.joined
    return not known and token not in lex.stops and token not in lex.cues and token[0] not in "بلفك"


def renewed(reading, lex, content, limit):
    """«جدد دعوته (الدعوة) إلى …»: the content of the call that is made once more; other contents as they are."""
    tokens = reading.tokens
    report = lex.reports.get(tokens[content.first].removeprefix("ال"))
    if report is None or content.opened_by != "noun" or not report.asks:
        return content
    turns = [k for k in range(content.first + 1, min(limit, content.first + _FAR)) if tokens[k] in report.takes]
    turn = next((k for k in turns if k + 1 < limit and _is_act(lex, tokens[k + 1])), turns[-1] if turns else None)
    if turn is None or turn + 1 >= limit:
        return content
    first = turn + 2 if opens_clause(reading, lex, turn + 1) else turn + 1
    return content._replace(first=first)


def clause_ahead(reading, lex, k, end):
    """«أفادت لجنة معنية بالتحقيق أن …»: the particle a few words on, before any comma or cue, goes before بـ."""
    for at in range(k + 1, min(end, k + 12)):
        token = reading.tokens[at]
        if opens_clause(reading, lex, at):
            return Content(at + 1, None, "clause", at)
        if not reading.is_word(at) or token in lex.cues:
            return None
    return None


def after_preposition(reading, lex, k):
    """After عن, إلى …: past a particle that follows, and past امله في أن."""
    tokens = reading.tokens
    for at in range(k + 1, min(len(tokens), k + 3)):
        if tokens[at] in lex.that and (at == k + 1 or tokens[at - 1] in lex.attitudes):
            return Content(at + 1, None, "clause", k)
    nearby = tokens[k + 1 : k + 4]
    if nearby and nearby[0] in lex.attitudes:
        for at in range(k + 2, min(len(tokens), k + 5)):
            if tokens[at] in lex.that:
                return Content(at + 1, None, "clause", k)
    return Content(k + 1, None, "preposition", k) if k + 1 < len(tokens) else None
