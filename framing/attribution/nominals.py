"""Arabic nouns that report: إعلان الحكومة أنها …, مطالبته الشركة بـ …, وعود الوزير بـ …, تم التأكيد على …"""

from framing.attribution.complements import find_content
from framing.attribution.forms import Cue
from framing.attribution.phrases import COMMAS, noun_phrase
from framing.attribution.registry import find_source
from framing.attribution.words import look

_NEAR = 8  # tokens between the noun with its pronoun and the content: who is asked


def find_nominal(reading, registry, lex, at, report):
    """(Cue, Content, Phrase of the source or None) of the noun at `at`, or None."""
    cue = Cue("noun", "", report.takes, report.asks)
    _, limit = reading.bounds(at)
    source, after, reach = None, at + 1, _NEAR if report.asks else 2
    if report.form == "bare":
        source = _speaker(reading, registry, lex, at, limit, report)
        if source is None:
            return None
        after = source.past
        reach = _NEAR if reading.tokens[min(after, limit - 1)][0] == "و" else reach  # وعود الوزير ونظيره بـ
    elif report.form == "definite" and not (at and reading.tokens[at - 1] in lex.done):
        return None
    elif report.form == "purpose":
        cue, reach = cue._replace(takes=cue.takes - {"علي"}), 0
    content = find_content(reading, registry, after, cue, limit)
    if content is None or content.gap > after + reach or COMMAS & set(reading.tokens[after : content.gap]):
        return None
    if content.opened_by == "noun" and reading.tokens[content.first] not in lex.objects:
        return None
    if content.opened_by in ("mark", "colon") and report.form != "owned":
        return None
    sure = source is not None and (source.first > at + 1 or reading.tokens[at].endswith("ات"))
    if report.form == "bare" and report.asks and not sure and "ب" in report.takes and content.gap == after:
        return None  # مطالبة المدير بالتنحي: it is the director who is asked
    if content.first in reading.pairs:
        content = content._replace(first=content.first + 1, past=reading.pairs[content.first], opened_by="mark")
    return cue, content, source


def _speaker(reading, registry, lex, at, limit, report):
    """The Phrase behind the noun at `at` that names who speaks, or None: «وعود الوزير», «وعودا من الوزارة»."""
    tokens = reading.tokens
    behind = at + 2 if tokens[at + 1 : at + 2] and tokens[at + 1] in _OF_WHOM - report.takes else at + 1
    behind += behind == at + 2 and tokens[behind : behind + 1] in (["جانب"], ["قبل"])
    if behind >= limit or (tokens[behind][0] == "ل" and tokens[behind] not in registry.index["ar"]):
        return None  # اتهامات للوزير
    own = tokens[behind].removesuffix("ا").removesuffix("ه") in lex.titles  # اقتراح رئيسه نادر
    source = noun_phrase(reading, registry, behind, limit, "" if own else "deed")
    if source is None or (tokens[at].endswith("ا") and behind == at + 1):
        return None
    if own:
        return source
    # of several charges the genitive is the one who makes them, and of one where the charged follows with ل
    told = (
        behind > at + 1
        or tokens[at].endswith(("ات", "ود"))
        or "".join(tokens[source.past : source.past + 1])[:1] == "ل"
    )
    return source if _speaks(reading, registry, lex, source, report.asks and not told) else None


_OF_WHOM = frozenset(("من", "لدي"))


def _speaks(reading, registry, lex, phrase, asks):
    """Whether the genitive of the noun may be the one who speaks; of a call or a charge only a person is sure to be."""
    first = phrase.first
    if reading.tokens[first] in lex.quantifiers and reading.tokens[first + 1 : first + 2] == ["من"]:
        first += 2  # العديد من الدول
    head = look(lex, reading.tokens[first])
    found = find_source(registry, "ar", reading.tokens, phrase.first, phrase.past)
    if head.title or (found and registry.sources[found[0]].person):
        return True
    return not asks and (bool(found) or head.body or reading.tokens[first] in lex.sayers)
