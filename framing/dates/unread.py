"""The dates of articles that cannot be read, so that nobody takes their absence for an absence of dates."""

import pandas as pd

from framing import tables
from framing.dates.finding import find_dates


def unread_dates(articles):
    """Every phrase that names a date without a period that could be read: unit, text, start, end, reason.

    articles : a table of units; `published`, where it has the column, is the day that relative dates count from.
    """
    articles = tables.check(articles, "articles")
    published = articles["published"] if "published" in articles else [None] * len(articles)
    rows = [
        (unit, mention.text, mention.start, mention.end, mention.reason)
        for unit, text, day in zip(articles["unit"], articles["text"], published, strict=True)
        for mention in find_dates(text, day)
        if mention.period is None
    ]
    return pd.DataFrame(rows, columns=["unit", "text", "start", "end", "reason"])
