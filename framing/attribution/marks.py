"""Quotation marks: which one closes which. Same inside same is legal; one without a partner is set aside."""

OPENING, CLOSING, STRAIGHT = "«“„‟‹❝", "»”›❞", '"＂'
DASHES = frozenset("-–—")
MARKS = frozenset(OPENING + CLOSING + STRAIGHT) | {"''"}  # two apostrophes for one mark
LONGEST = 6000  # characters between two marks; what is further apart is no quotation but a mark that was lost
DEEPEST = 8


def pair_marks(tokens, marks, starts, text):
    """{index of the opening mark: index of its closing mark} of a tokenised text, in one pass.

    `tokens` and `starts` list the tokens and where they begin in `text`, `marks` which tokens are marks. A straight
    mark, and a curly one that stands on the other side, opens before a word and closes after one. What stays open is
    left out.
    """
    pairs, waiting = {}, []
    for index in marks:
        token = tokens[index]
        if _opens(token, starts[index], text, waiting, tokens):
            waiting.append(index)
            continue
        partner = _partner(token, waiting, tokens)
        if partner is None:
            continue
        opening = waiting[partner]
        del waiting[partner:]
        if starts[index] - starts[opening] <= LONGEST and len(waiting) < DEEPEST:
            pairs[opening] = index
    return pairs


def _opens(token, position, text, waiting, tokens):
    if token in "«„‹❝‟":
        return not (waiting and _ends_a_word(position, text) and not _begins_a_word(position, text))
    if token in CLOSING:
        stray = text[position + 1 : position + 2].isspace() and text[position - 1 : position].isspace()
        return not waiting and not _ends_a_word(position, text) and (stray or _begins_a_word(position, text))
    if token == "“" and waiting and tokens[waiting[-1]] in "„«" and not _begins_a_word(position, text):
        return False
    begins, ends = _begins_a_word(position + len(token) - 1, text), _ends_a_word(position, text)
    if begins != ends:
        return begins or (not waiting and text[position + 1 : position + 2] == " ")  # قال" نعم"
    return not waiting


def _begins_a_word(position, text):
    after = text[position + 1 : position + 2]
    return bool(after) and not after.isspace() and after not in ".,،؛:!?؟)»”"


def _ends_a_word(position, text):
    before = text[position - 1 : position] if position else ""
    return bool(before) and not before.isspace() and before not in "(:[«“-ـو"


def _partner(token, waiting, tokens):
    """The place in `waiting` of the mark that `token` closes: the nearest of its own kind, else the nearest."""
    if not waiting:
        return None
    kinds = {"»": "«", "”": "“„", "“": "„“", "›": "‹"}.get(token, token)
    for place in range(len(waiting) - 1, max(-1, len(waiting) - 1 - DEEPEST), -1):
        if tokens[waiting[place]] in kinds:
            return place
    return len(waiting) - 1
