"""What changed between two versions of a scheme, and which codings it touches."""

import pandas as pd

from framing import tables

_COLUMNS = ["change", "frame", "item", "part", "before", "after"]
# how a unit is to be answered; the rest only says it in other words
_RULES = ("question", "include", "exclude")


def diff_schemes(before, after, codings=None):
    """What `after` says otherwise than `before`, one row a difference, in the order of the schemes.

    before, after : what `read_scheme` returns; codings : a table of codings made with `before`.

    Returns a table with the columns change (added, removed, changed), frame, item (empty where the whole frame, or the
    scheme, is meant), part (question, include, exclude, label, indicators.ar …), before, after. With `codings` a column
    `codings` counts the answers that were given under what is no longer there: those of items that are removed or whose
    question or rules changed, whoever coded; and of the dictionary's answers also where indicators changed.
    """
    rows = [*_about(before, after), *_frames(before, after), *_items(before, after)]
    table = pd.DataFrame(rows, columns=_COLUMNS)
    if codings is not None:
        codings = tables.check(codings, "codings")
        table["codings"] = [_touched(row, codings) for row in table.itertuples()]
    table.attrs = {"before": before.origin, "after": after.origin}
    return table


def _about(before, after):
    for part in ("version", "nested_scope", "roll_up", "negation"):
        old, new = getattr(before, part), getattr(after, part)
        if old != new:
            yield "changed", "", "", part, old, new


def _frames(before, after):
    for name in {**before.all_frames, **after.all_frames}:
        old, new = before.all_frames.get(name), after.all_frames.get(name)
        if old is None or new is None:
            yield "added" if old is None else "removed", name, "", "", "", ""
            continue
        parts = {"label": _labels, "definition": str, "negation": str}
        yield from _changed(name, "", old, new, parts)


def _items(before, after):
    old_items = {(frame, item): content for frame, item, content in before.items}
    new_items = {(frame, item): content for frame, item, content in after.items}
    for frame, item in {**old_items, **new_items}:
        old, new = old_items.get((frame, item)), new_items.get((frame, item))
        if old is None or new is None:
            yield "added" if old is None else "removed", frame, item, "", "", ""
            continue
        yield from _changed(frame, item, old, new, dict.fromkeys((*_RULES, "negation"), str) | {"label": _labels})
        for language in {**old.indicators, **new.indicators}:
            yield from _listed(frame, item, f"indicators.{language}", old.indicators, new.indicators, language)


def _changed(frame, item, old, new, parts):
    for part, shown in parts.items():
        name = "labels" if part == "label" else part
        values = [getattr(content, name) for content in (old, new)]
        if values[0] != values[1]:
            yield "changed", frame, item, part, *("" if value is None else shown(value) for value in values)


def _listed(frame, item, part, old, new, language):
    """One row with the indicators that went and those that came."""
    gone, came = ([*lists.get(language, ())] for lists in (old, new))
    removed, added = [one for one in gone if one not in came], [one for one in came if one not in gone]
    if removed or added:
        change = "changed" if removed and added else "removed" if removed else "added"
        yield change, frame, item, part, *("\n".join(map(_indicator, entries)) for entries in (removed, added))


def _indicator(entry):
    options = entry.model_dump(exclude_defaults=True, exclude={"phrase", "any", "near", "lemma", "regex"})
    return f"{entry.text} {options}" if options else entry.text


def _labels(labels):
    return ", ".join(f"{language}: {' / '.join(texts)}" for language, texts in (labels or {}).items())


def _touched(row, codings):
    if row.change == "added" and not row.part:
        return 0
    if row.part and row.part not in _RULES and not row.part.startswith(("indicators", "negation")):
        return 0
    touched = codings["frame"] == row.frame
    if row.item:
        touched &= codings["item"] == row.item
    if row.part.startswith(("indicators", "negation")):
        touched &= codings["coder"] == "dictionary"
    return int((touched & codings["value"].notna()).sum())
