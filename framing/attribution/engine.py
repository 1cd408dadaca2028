"""Articles to statements: cues, contents, speakers, dates, nesting, in that order."""

import json

from framing import tables
from framing.attribution.according import find_according
from framing.attribution.actors import Actors
from framing.attribution.asides import find_asides
from framing.attribution.crediting import merge
from framing.attribution.dating import date_statements
from framing.attribution.drafts import find_drafts
from framing.attribution.lexicon import lexicon
from framing.attribution.quoting import is_name
from framing.attribution.reading import read
from framing.attribution.registry import LANGUAGES, read_sources
from framing.attribution.speakers import attach_speakers
from framing.text import languages


def attribute(articles, sources=None):
    """The statements of a table of articles: one row for everything that a text lets somebody say, think or demand.

    `sources` is a registry (`read_sources`), else the one that ships. Columns as in `framing.tables`: `text` is
    `[start, end)` of the article as printed; `source` an id of the registry, or the name that the article gives;
    `via` the medium through which it was quoted; `mention` and `cue` as printed; `kind` direct, indirect or mixed;
    `rule` the rule that fired; `said_on` a day, month or year, `dated_by` the statement's "sentence" (or the speech
    that it continues) or the "article"; `within` the unit of the statement around it. TableError for a broken table.

    Found: verbs (also with an object pronoun: وصفته), participles and nouns of saying (إعلان، وعود، دعوته) with أن, a
    colon, a mark, a preposition or a noun; according-to phrases; relays (نقلت … عن …); speech set between commas;
    labels («فلان: …»). Carried on within one article: elided subjects, short names, roles (الوزير الروسي), kinds
    (الشبكة البريطانية), texts for those who issued them (البيان).
    NOT found: agentless passives, irony, speech told without any cue, nouns that report for nobody named (تقارير عن),
    a source that is only an adjective (وعود أمريكية), two speakers of one statement as two, who "we" is; the end of a
    content that runs on into the author's own words without a mark. Cues and sources: lexicons/cues.yml, sources.yml.
    """
    articles = tables.check(articles, "articles")
    registry = read_sources() if sources is None else sources
    rows, unpaired = [], []
    for article, language in zip(articles.to_dict("records"), languages(articles), strict=True):
        if language in LANGUAGES:
            rows += _article(article, language, registry, unpaired)
    statements = tables.inherit(tables.from_rows(rows, "statements"), articles)
    statements.attrs["unpaired_marks"] = unpaired
    return statements


def _article(article, language, registry, unpaired):
    text = article["text"]
    reading = read(text, language)
    unpaired += [{"article": article["unit"], "start": start, "mark": text[start]} for start in reading.unpaired()]
    drafts = find_drafts(reading, registry)
    actors = Actors(reading, registry)
    drafts = merge(
        reading, registry, drafts + find_asides(reading, registry, drafts, actors), find_according(reading, registry)
    )
    if not drafts:
        return []
    enclosing = enclosed(drafts)
    attach_speakers(reading, registry, actors, drafts, enclosing)
    dated = date_statements(reading, drafts, enclosing, article.get("published"))
    return _rows(article, language, reading, drafts, enclosing, dated)


def enclosed(drafts):
    """For every draft the number of the innermost draft whose content holds its cue, or None."""
    spans = sorted(range(len(drafts)), key=lambda n: (drafts[n].begins, -drafts[n].ends))
    outer, result, place = [], [None] * len(drafts), 0
    for number in sorted(range(len(drafts)), key=lambda n: drafts[n].first):
        at = drafts[number].first
        while place < len(spans) and drafts[spans[place]].begins <= at:
            outer.append(spans[place])
            place += 1
        while outer and drafts[outer[-1]].ends <= at:
            outer.pop()
        inner = drafts[number]
        holding = [n for n in outer[-6:] if n != number and drafts[n].begins <= at < drafts[n].ends]
        holding = [n for n in holding if drafts[n].begins <= inner.begins and inner.ends <= drafts[n].ends]
        # of two that hold each other the earlier is the outer one, so that no chain of contents goes in a circle
        holding = [n for n in holding if n < number or (drafts[n].begins, drafts[n].ends) != (inner.begins, inner.ends)]
        result[number] = holding[-1] if holding else None
    return result


def _rows(article, language, reading, drafts, enclosing, dated):
    rows, seen, names, taken = [], set(), {}, set()
    for number, draft in enumerate(drafts):
        start, end = reading.span(draft.begins, draft.ends)
        start += draft.content.skip if draft.content.first == draft.begins else 0
        voice = draft.attributed
        source = voice.key if voice else None
        if (start, end, source) in seen or start >= end or _restates(drafts, enclosing, number):
            continue
        seen.add((start, end, source))
        name = f"{article['unit']}:{start}-{end}"
        if name in taken:
            name = f"{name}~{len(rows)}"
        taken.add(name)
        names[number] = name
        rows.append(
            {
                "unit": name,
                "text": reading.printed[start:end],
                "article": article["unit"],
                "source": source,
                "source_type": voice.type if voice else None,
                "mention": reading.words(draft.source.first, draft.source.past) if draft.source else None,
                "cue": reading.words(draft.first, draft.past),
                "kind": _kind(reading, draft),
                "via": draft.medium.key if draft.medium else None,
                "rule": draft.rule,
                "said_on": dated[number][0],
                "dated_by": dated[number][1],
                "within": enclosing[number],
                "start": start,
                "end": end,
                **{name: article.get(name) for name in ("outlet", "published")},
                "language": language,
            }
        )
    for row in rows:
        around = row["within"]
        while around is not None and around not in names:
            around = enclosing[around]
        row["within"] = names.get(around)
    return rows


def _restates(drafts, enclosing, number):
    """Whether the content around opens with this cue and the same voice: «أعلنت روسيا أنها ترى أن …»."""
    draft, around = drafts[number], enclosing[number]
    if around is None or not draft.elided or draft.attributed is None:
        return False
    outer = drafts[around]
    return outer.begins == draft.first and outer.attributed is not None and outer.attributed.key == draft.attributed.key


def _kind(reading, draft):
    lex = lexicon(reading.language)
    marks = [k for k in range(draft.begins, draft.ends) if k in reading.pairs and not is_name(reading, lex, k)]
    if draft.content.opened_by == "colon":
        return "direct"
    before, after = draft.begins - 1, draft.ends
    if (before in reading.pairs and reading.pairs[before] >= after) or draft.content.opened_by == "mark":
        return "direct"
    return "mixed" if marks or before in reading.pairs else "indirect"


def unknown_sources(statements, sources=None):
    """The source names that the registry does not know, most frequent first: `source`, `source_type`, `statements`.

    `attrs["yaml"]` of the table holds them as entries for a registry of one's own (see `read_sources`). Types are
    guesses from the words of the mention; a name in another spelling stands for itself.
    """
    known = (read_sources() if sources is None else sources).sources
    named = statements[statements["source"].notna() & ~statements["source"].isin(list(known))]
    by_name = named.groupby("source")
    counts = by_name.agg(source_type=("source_type", "first"), statements=("source", "size")).reset_index()
    counts = counts.sort_values(["statements", "source"], ascending=[False, True], ignore_index=True)
    languages = named.groupby("source")["language"].first()
    counts.attrs["yaml"] = "".join(
        f"- id: source_{number}\n  type: {row.source_type}\n  {languages[row.source]}: [{_quoted(row.source)}]\n"
        for number, row in enumerate(counts.itertuples(), 1)
    )
    return counts


def _quoted(name):
    return json.dumps(name, ensure_ascii=False)
