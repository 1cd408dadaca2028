"""Files → articles → statements → evidence → codings → scores, on real and on hostile input."""

import json
import warnings
from pathlib import Path

import pytest

import framing as fr

CORPUS = Path(__file__).parent.parent / "corpus" / "notes.jsonl"


def whole_way(path):
    """The tables of the whole way, each excerpt held to the printed text."""
    scheme = fr.read_scheme("syria-russia")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", fr.FramingWarning)
        articles = fr.read_articles(path)
        statements = fr.attribute(articles)
        found = fr.evidence(statements, scheme)
        codings = fr.code(statements, scheme)
    texts = articles.set_index("unit")["text"]
    for table in (statements, found):
        assert all(texts[row.article][row.start : row.end] == row.text for row in table.itertuples())
    return articles, statements, found, codings, fr.score(codings)


def test_every_real_article_comes_through_with_its_offsets_right(shared):
    articles, statements, found, codings, scores = whole_way(shared / "corpora" / "syria_russia_2013.jsonl")
    assert len(articles) == 817
    assert len(statements) > 5000
    assert codings["value"].eq(1).sum() == len(found.drop_duplicates(["unit", "frame", "item"]))
    assert set(scores["unit"]) == set(statements["unit"])


SAID = "قال الوزير سامر الحلبي إن السيادة مصونة والمصالح مشتركة. "
HOSTILE = {
    "ten thousand nested marks": "«" * 10_000 + SAID + "»" * 10_000 + SAID,
    "marks of one kind that never close": '"' * 9_999 + SAID,
    "mixed pairs": 'قال الوزير سامر الحلبي: «السيادة “مصونة” والمصالح" مشتركة. ' * 50,
    "NULs": "\x00" + SAID.replace(" ", "\x00 "),
    "bidi overrides": "\u202e" + SAID + "\u202c" + "\u2066" * 500,
    "one endless word": "سياد" * 200_000,
    "one endless line": SAID.replace(".", "،") * 2_000,
    "only signs": "؟!…" * 1000,
    "markup": "<script>alert(1)</script></style> javascript:x " + SAID,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_article_harms_nothing_and_hides_nothing(tmp_path, name):
    rows = [{"unit": "hostile", "text": HOSTILE[name]}, {"unit": "plain", "text": SAID}]
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles, statements, *_ = whole_way(path)
    assert articles["unit"].tolist() == ["hostile", "plain"]
    assert "plain" in set(statements["article"])


def test_a_lone_surrogate_is_replaced_reported_and_keeps_every_offset(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text('{"unit": "a", "text": "\\ud800 ' + SAID + '"}\n', encoding="utf-8")
    articles, statements, *_ = whole_way(path)
    assert articles["text"][0].startswith("\ufffd قال")
    assert [note["found"] for note in articles.attrs["reading"]] == ["1 times U+FFFD"]
    assert len(statements) == 1


def test_an_article_of_twenty_megabytes_comes_through(tmp_path):
    path = tmp_path / "long.txt"
    page = "امتد الطريق بين المدينتين على طول النهر، ومرت به القوافل كل صباح. " * 300 + SAID + "\n"
    path.write_text("عنوان\n\n" + page * (20 * 2**20 // len(page.encode("utf-8"))), encoding="utf-8")
    articles, statements, found, *_ = whole_way(path)
    assert len(articles["text"][0]) > 10_000_000
    assert len(statements) == articles["text"][0].count(SAID.strip())
    assert len(found) == 2 * len(statements)


def test_nothing_is_counted_that_cannot_be_shown():
    """Each share in the comparison of cited sources is the number of units with excerpts over all units."""
    articles = fr.read_articles(CORPUS)
    scheme = fr.read_scheme("syria-russia")
    statements = fr.attribute(articles)
    found = fr.evidence(statements, scheme).merge(statements[["unit", "source"]], on="unit")
    estimates = fr.compare(fr.score(fr.code(statements, scheme)), statements, by="source", resamples=10)
    shown = found.groupby(["source", "frame"])["unit"].nunique()
    for row in estimates.dropna(subset="source").itertuples():
        assert round(row.estimate * row.units) == shown.get((row.source, row.frame), 0)
