"""Verbs with an object pronoun: whom somebody accuses or asks (اتهمته بـ), what he calls something (ما سماه)."""

WHAT = frozenset("ما لما بما مما فيما عما كما من".split())
_INFINITIVE = frozenset("حد يمكن يمكننا يصح يجوز في الي عن علي".split())  # before وصفه it is the noun


def calls(reading, at, cue, before):
    """Whether the form at `at` is a verb with its pronoun here, not a noun (وصفة), nor a verb behind ما."""
    _, end = reading.span(at, at + 1)
    if reading.printed[end - 1] == "ة" or (cue.what and before not in WHAT):
        return False
    return before not in _INFINITIVE


def called(reading, at, before, content):
    """The content, where it is what something is called or what is said of it, or None; behind ما only a quotation."""
    tokens = reading.tokens
    between = tokens[at + 1 : content.gap]
    if "حمل" in tokens[at]:
        return content if content.opened_by == "noun" else None
    if content.opened_by == "clause":
        return content if len(between) < 14 and not {"،", "هو", "هي"} & set(between) else None
    if before not in WHAT:
        return content
    if content.first in reading.pairs:
        content = content._replace(first=content.first + 1, past=reading.pairs[content.first], opened_by="mark")
    if content.opened_by == "noun" and "عتبر" in tokens[at]:
        return content  # ما تعتبره الوزارة تدخلا في …
    if content.opened_by == "preposition":
        several = all(map(reading.is_word, range(content.first, content.first + 3)))
        return content if several and before != "من" else None  # ما وصفه بالصمت الدولي
    quoted = content.opened_by == "mark" and content.past is not None and content.past - content.first > 1
    if quoted and tokens[content.past + 1 : content.past + 2] and tokens[content.past + 1] in _TOWARDS:
        return content._replace(first=content.first - 1, past=None)  # ما سماه «الفشل» في …
    return content if quoted else None  # one word in marks is distance, not speech


_TOWARDS = frozenset("في ازاء تجاه حيال".split())
