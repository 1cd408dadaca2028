"""The statements of one text, for the tables of sentences in the tests of attribution."""

import pandas as pd

from framing.attribution import attribute


def spoken(text, language=None, published="2025-10-15"):
    """Every statement of `text` as a dict, in the order of the text."""
    article = {"unit": ["n"], "text": [text], "outlet": ["digest"], "published": pd.to_datetime([published])}
    if language:
        article["language"] = [language]
    return attribute(pd.DataFrame(article)).to_dict("records")


def brief(text, language=None):
    """(content, source, via) of every statement; None where there is none."""
    rows = spoken(text, language)
    return [tuple(None if pd.isna(row[name]) else row[name] for name in ("text", "source", "via")) for row in rows]
