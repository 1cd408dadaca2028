"""How fast is the scan, as a ratio in one run: python tests/benchmarks/matching.py

The demonstration notes, repeated to nearly two million characters, are scanned for every indicator of syria-russia;
beside it the same texts are only cut into words, once by camel-tools and once by one compiled regular expression.
A ratio above 1 says how many times longer the other takes.
"""

from pathlib import Path

import pandas as pd
from camel_tools.tokenizers.word import simple_word_tokenize
from timing import seconds

import framing as fr
from framing.text import words

NOTES = Path(__file__).parents[2] / "corpus" / "notes.jsonl"


def main():
    notes = fr.read_articles(NOTES)
    notes = notes[notes["language"] == "ar"]
    texts = pd.concat([notes.assign(unit=notes["unit"] + f"-{copy}") for copy in range(60)], ignore_index=True)
    scheme = fr.read_scheme("syria-russia")
    ours = seconds(fr.evidence, texts, scheme)
    print(f"{texts['text'].str.len().sum():,} characters, {len(fr.evidence(texts, scheme)):,} matches in {ours:.2f} s")
    for name, cut in (("camel-tools", simple_word_tokenize), ("one regular expression", words)):
        other = seconds(lambda cut=cut: [cut(text) for text in texts["text"]])
        print(f"only cutting into words, {name}: {other / ours:.2f} times as long")


if __name__ == "__main__":
    main()
