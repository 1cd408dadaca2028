"""How fast is matching, as ratios in one run: python tests/benchmarks/matching.py [ARTICLES]

Units are the sentences of 10,000 articles of 400 words (or of another number), whole articles drawn with replacement
from ../shared/corpora and split beforehand. The dictionary is every scheme that ships and 200 words and phrases of the
corpus besides. In turns, by the time of this process, run

    evidence   every match with its offsets in print
    by hand    re.findall(r"\\w+") and a dict, as a researcher would write it: words as printed, and normalised first
    bare scan  ahocorasick_rs over the same folded texts, the literals that `evidence` looks for

By hand neither phrases nor inflection are found. Where both can give the same counts (single words, `inflect: false`)
they are compared, and must be equal.
"""

import os
import platform
import random
import re
import sys
import time
import warnings
from collections import Counter
from itertools import pairwise
from pathlib import Path

import ahocorasick_rs
import numpy as np

import framing as fr
from framing.matching.finding import _matcher
from framing.scheme import Scheme, shipped
from framing.text import fold, folded

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "syria_russia_2013.jsonl"
WORD = re.compile(r"\w+")
MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
ALIKE = [("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ؤ", "و"), ("ئ", "ي"), ("ى", "ي"), ("ة", "ه")]
ROUNDS = 3


def drawn(articles, count, seed=1):
    """The sentences of articles drawn with replacement until they hold `count` times 400 words."""
    sentences = fr.split(articles)
    words = articles["text"].str.count(r"\w+").to_numpy()
    rows = sentences.groupby("article", sort=False).indices
    chance, drawn, held = random.Random(seed), [], 0
    while held < 400 * count:
        number = chance.randrange(len(articles))
        drawn.append(rows[articles["unit"].iloc[number]])
        held += words[number]
    copies = np.repeat(np.arange(len(drawn)), list(map(len, drawn))).astype(str)
    table = sentences.iloc[np.concatenate(drawn)].reset_index(drop=True)
    return table.assign(unit=table["unit"] + "#" + copies, article=table["article"] + "#" + copies)


def dictionary(articles, seed=1):
    """Every scheme that ships as one, with 100 words and 100 pairs of words that the corpus holds ten times or more."""
    texts = [WORD.findall(text) for text in articles["text"]]
    words = Counter(word for text in texts for word in text if len(word) > 3)
    pairs = Counter(" ".join(pair) for text in texts for pair in pairwise(text) if min(map(len, pair)) > 3)
    chance = random.Random(seed)
    more = [
        chance.sample(sorted(phrase for phrase, count in counts.items() if count >= 10), 100)
        for counts in (words, pairs)
    ]
    frames = {
        f"{re.sub('[^a-z0-9]', '_', name)}_{frame}": content
        for name in shipped()
        for frame, content in fr.read_scheme(name).frames.items()
    }
    return scheme_of(frames | {"more": frame_of([*more[0], *more[1]])})


def single_words(scheme, texts):
    """({word: item}, the scheme that counts the same): the single words of a scheme that the texts hold as they are."""
    held = {word for text in texts for word in WORD.findall(normal(text))}
    words = {fold(one.text) for *_, item in scheme.items for one in item.indicators.get("ar", ()) if one.phrase}
    # ha at the end may be a ta marbuta for the dictionary, and is not told apart by hand
    words = sorted(word for word in words & held if not word.endswith("ه"))
    indicators = [{"phrase": word, "inflect": False} for word in words]
    return dict.fromkeys(words, "more"), scheme_of({"more": frame_of(indicators)})


def frame_of(indicators):
    item = {"question": "?", "indicators": {"ar": indicators}}
    return {"label": {"en": "More"}, "items": {"more": item}}


def scheme_of(frames):
    return Scheme.model_validate({"name": "all", "version": "1", "title": {"en": "All"}, "frames": frames})


def by_hand(units, texts, surfaces, prepared=lambda text: text):
    """How often each unit holds a word of `surfaces` ({word: item}), per item."""
    counts = Counter()
    for unit, text in zip(units, texts, strict=True):
        for word in WORD.findall(prepared(text)):
            if word in surfaces:
                counts[unit, surfaces[word]] += 1
    return counts


def normal(text):
    text = MARKS.sub("", text).lower()
    for variant, letter in ALIKE:
        text = text.replace(variant, letter)
    return text


def in_turns(functions):
    """The shortest time of each function, in seconds of this process."""
    taken = {name: [] for name in functions}
    for _ in range(ROUNDS):
        for name, function in functions.items():
            begun = time.process_time()
            function()
            taken[name].append(time.process_time() - begun)
    return {name: min(times) for name, times in taken.items()}


def main():
    if not CORPUS.is_file():
        sys.exit(f"not measured: {CORPUS} is not there")
    warnings.simplefilter("ignore", fr.FramingWarning)
    articles = fr.read_articles(CORPUS)
    units = drawn(articles, int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    names, texts, plain = units["unit"].tolist(), units["text"].tolist(), [folded(text).text for text in units["text"]]
    scheme = dictionary(articles)
    surfaces, same = single_words(scheme, articles["text"])
    print(machine())
    count = sum(len(item.indicators.get("ar", ())) for *_, item in scheme.items)
    print(f"{len(units):,} sentences, {sum(map(len, texts)):,} characters, {count:,} indicators")

    found = fr.evidence(units, scheme)
    counts, hand = Counter(fr.evidence(units, same)["unit"]), by_hand(names, texts, surfaces, normal)
    assert counts == Counter({unit: count for (unit, _), count in hand.items()}), "the counts differ"
    print(f"{len(found):,} matches; of {len(surfaces)} single words {counts.total():,}, as many by hand")
    literals = _matcher(scheme, "ar").scanner.literals
    bare = ahocorasick_rs.AhoCorasick(literals, implementation=ahocorasick_rs.Implementation.DFA)
    times = in_turns(
        {
            "evidence": lambda: fr.evidence(units, scheme),
            "evidence, single words": lambda: fr.evidence(units, same),
            "by hand, words as printed": lambda: by_hand(names, texts, surfaces),
            "by hand, normalised for the same counts": lambda: by_hand(names, texts, surfaces, normal),
            "bare scan": lambda: [bare.find_matches_as_indexes(text, overlapping=True) for text in plain],
        }
    )
    for name, taken in times.items():
        ratios = (taken / times["evidence"], taken / times["evidence, single words"])
        print(f"{name:40} {taken:6.2f} s   evidence = 1: {ratios[0]:5.2f}   single words = 1: {ratios[1]:5.2f}")


def machine():
    """The processor, its cores and the Python of this run."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    names = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return f"{next(iter(names), platform.machine())}, {os.cpu_count()} cores, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
