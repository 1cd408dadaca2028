"""How fast is attribution, as a ratio in one run: python tests/benchmarks/attribution.py [ARTICLES.jsonl]

The Arabic demonstration notes, or the articles of a file of one's own, are attributed on one core. Articles are counted
as of 400 words. Beside it camel-tools only cuts the same texts into words, and the texts are attributed again when
each is twice as long: a ratio of 2 says that the work grows with the length.
"""

import sys
from pathlib import Path

import pandas as pd
from camel_tools.tokenizers.word import simple_word_tokenize
from timing import seconds

import framing as fr

NOTES = Path(__file__).parents[2] / "corpus" / "notes.jsonl"


def main():
    articles = fr.read_articles(sys.argv[1] if len(sys.argv) > 1 else NOTES)
    articles = articles[articles["language"] == "ar"]
    copies = -(-600 // len(articles))
    articles = pd.concat([articles.assign(unit=articles["unit"] + f"-{n}") for n in range(copies)], ignore_index=True)
    twice = articles.assign(text=articles["text"] + "\n" + articles["text"])
    count = articles["text"].str.split().str.len().sum() / 400
    fr.attribute(articles.head(20))
    ours = seconds(fr.attribute, articles)
    print(f"{count:,.0f} articles of 400 words in {ours:.2f} s: {count / ours:.0f} a second")
    print(f"texts twice as long: {seconds(fr.attribute, twice) / ours:.2f} times as long")
    other = seconds(lambda: [simple_word_tokenize(text) for text in articles["text"]])
    print(f"only cutting into words, camel-tools: {other / ours:.2f} times as long")


if __name__ == "__main__":
    main()
