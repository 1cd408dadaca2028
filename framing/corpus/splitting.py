"""Articles → sentences or paragraphs, each with its place in the article."""

import re

from framing.corpus.encoding import CorpusError
from framing.corpus.sentences import paragraph_spans, sentence_spans
from framing.tables import from_rows, inherit

_SPANS = {"sentences": sentence_spans, "paragraphs": paragraph_spans}
_CARRIED = ("outlet", "published", "language")
_WORD = re.compile(r"\w")


def split(articles, into="sentences"):
    """The sentences (or "paragraphs") of `articles`: a row each, named article:start-end, `text` as printed.

    `start` and `end` are half-open, in code points of the article's text; outlet, published and language are carried
    over where the articles have them. Lines without a letter or digit (a rule, a lone full stop) are no units. What
    counts as a sentence, and what is not found: see `sentence_spans`. Raises CorpusError for another `into`.
    """
    if into not in _SPANS:
        raise CorpusError(f"into= must be 'sentences' or 'paragraphs'; found {into!r}")
    carried = [name for name in _CARRIED if name in articles]
    rows = []
    for article in articles[["unit", "text", *carried]].to_dict("records"):
        unit, text = article.pop("unit"), article.pop("text")
        for start, end in _SPANS[into](text):
            if _WORD.search(text, start, end):
                place = {"article": unit, "start": start, "end": end}
                rows.append({"unit": f"{unit}:{start}-{end}", "text": text[start:end]} | place | article)
    return inherit(from_rows(rows, "sentences"), articles)
