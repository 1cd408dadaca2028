"""Dictionaries of other programs: read as they are printed, written so that they read back alike."""

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.exchange import ExchangeError, lexicoder, liwc, quanteda, read_dictionary, wordstat, write_dictionary
from framing.exchange import yoshikoder as ykd
from framing.exchange.dictionary import Dictionary, Entry, Key, from_scheme, identifier, to_scheme
from framing.matching import evidence
from framing.scheme import Scheme, read_scheme
from framing.tables import FramingWarning

LIWC = "%\n1\tsovereign\n02\tpragmatic\n%\nسيادة*\t1\nمصلح* \t 2\nالقرار الوطني\t1\t2\n"
NESTED_LIWC = "%\n1\tframes\n\t2\tsovereign\n\t3\tpragmatic\n%\nstate\t1\nunity\t2\n"
LEXICODER = "+sovereign\nسيادة*\n+pragmatic\nمصالح\n"
WORDSTAT = "FRAMES\n\tSOVEREIGN\n\t\tسيادة* (1)\n\t\tالقرار_الوطني (2.5)\n\tPRAGMATIC\n\t\tمصلح* (1)\n"
QUANTEDA = 'frames:\n  sovereign: ["سيادة*", "القرار الوطني"]\n  pragmatic: {__: ["مصلح*"], trade: "تجار*"}\n'
YOSHIKODER = (
    '<dictionary style="050805" patternengine="substring"><cnode name="frames" desc=""><cnode name="sovereign" '
    'desc="of states"><pnode name="سيادة*"/><cnode name="unity" desc=""><pnode name="وحدة"/></cnode></cnode></cnode>'
    "</dictionary>"
)


def shape(keys):
    """Keys as nested dicts of their patterns; LIWC's file has one order for all words, so theirs is not held."""
    return {key.name: (sorted(map(tuple, key.entries)), shape(key.keys)) for key in keys}


def once(*texts):
    return [(text, 1.0) for text in sorted(texts)]


@pytest.mark.parametrize(
    ("form", "text", "wanted"),
    [
        (
            liwc,
            LIWC,
            {"sovereign": (once("سيادة*", "القرار الوطني"), {}), "pragmatic": (once("مصلح*", "القرار الوطني"), {})},
        ),
        (
            liwc,
            NESTED_LIWC,
            {"frames": (once("state"), {"sovereign": (once("unity"), {}), "pragmatic": ([], {})})},
        ),
        (lexicoder, LEXICODER, {"sovereign": (once("سيادة*"), {}), "pragmatic": (once("مصالح"), {})}),
        (
            wordstat,
            WORDSTAT,
            {
                "FRAMES": (
                    [],
                    {
                        "SOVEREIGN": ([("القرار الوطني", 2.5), ("سيادة*", 1.0)], {}),
                        "PRAGMATIC": (once("مصلح*"), {}),
                    },
                )
            },
        ),
        (
            quanteda,
            QUANTEDA,
            {
                "frames": (
                    [],
                    {
                        "sovereign": (once("سيادة*", "القرار الوطني"), {}),
                        "pragmatic": (once("مصلح*"), {"trade": (once("تجار*"), {})}),
                    },
                )
            },
        ),
        (ykd, YOSHIKODER, {"sovereign": (once("سيادة*"), {"unity": (once("وحدة"), {})})}),
    ],
)
def test_a_file_of_each_format_is_read_with_its_nesting_and_weights(form, text, wanted):
    dictionary = form.read(text, "d")
    assert shape(dictionary.keys) == wanted
    assert dictionary.losses == []


@pytest.mark.parametrize(
    ("form", "text", "losses"),
    [
        (liwc, LIWC + "like\t(02 134)125/464\n", ["line 8: like\t(02 134)125/464 (a word with a condition)"]),
        (liwc, LIWC + "oil\t9\n", ["line 8: oil in 9, which is the number of no category"]),
        (liwc, LIWC + "oil\n", ["line 8: oil has no category"]),
        (
            wordstat,
            WORDSTAT + "\t\t@OIL [#PRICE AFTER #OIL /S 3] (1)\n",
            ["line 7: @OIL [#PRICE AFTER #OIL /S 3] (1) (a rule of WordStat; write it as `near` or `unless`)"],
        ),
    ],
)
def test_what_cannot_be_held_is_told_with_its_line(form, text, losses):
    assert form.read(text, "d").losses == losses


def test_liwc_is_read_with_spaces_for_tabs():
    assert shape(liwc.read("%\n1  a\n%\ntwo words 1\nsick* 01\n", "d").keys) == {"a": (once("two words", "sick*"), {})}


@pytest.mark.parametrize(
    ("ending", "text", "fault"),
    [
        (".dic", "word 1\n", "no LIWC dictionary: two lines with nothing but %"),
        (".dic", "%\nsovereign\n%\n", "line 2: 'sovereign' is no category; write number, tab, name"),
        (".dic", "%\n1\ta\n1\tb\n%\n", "line 3: the number 1 stands at two categories"),
        (".lc3", "word\n+a\n", "line 1: 'word' stands before the first category"),
        (".cat", "word (1)\n", r"line 1: 'word \(1\)' stands in no category"),
        (".ykd", "<dictionary>\n<cnode></dictionary>", "line 2: no XML"),
        (".ykd", "<html/>", "outermost element is <html>"),
        (".ykd", '<!DOCTYPE d [<!ENTITY a "b">]><dictionary>&a;</dictionary>', "entities or a document type"),
        (".yml", "a: [x, 3]\n", "line 1, column 8: 3 is no pattern; put it in quotes"),
        (".yml", "- a\n- b\n", "it holds keys, each with its patterns"),
        (".lc3", "+empty\n", "holds no category with a pattern"),
        (".txt", "", r"dictionaries are \.dic, .*; found '\.txt'"),
    ],
)
def test_a_broken_file_is_named_with_its_line_and_remedy(tmp_path, ending, text, fault):
    path = tmp_path / f"d{ending}"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ExchangeError, match=fault):
        read_dictionary(path)


def test_a_dictionary_in_an_old_encoding_of_windows_is_read(tmp_path):
    path = tmp_path / "d.dic"
    path.write_bytes(LIWC.encode("cp1256"))
    assert [
        entry.phrase for entry in read_dictionary(path).frames["sovereign"].items["sovereign"].indicators["ar"]
    ] == [
        "سيادة*",
        "القرار الوطني",
    ]


def test_the_scheme_finds_words_as_they_are_printed_as_the_other_programs_do(tmp_path, units_of):
    path = tmp_path / "d.lc3"
    path.write_text("+sovereign\nسيادة\nمصلح*\n", encoding="utf-8")
    rows = evidence(units_of("سيادة وسيادة مصلحتها"), read_dictionary(path))
    assert rows["text"].tolist() == ["سيادة", "مصلحتها"]
    assert set(rows["frame"]) == {"sovereign"}


def test_names_of_any_script_become_names_of_a_scheme_and_stay_as_labels():
    scheme = to_scheme(Dictionary("قاموس", [Key("السيادة", [Entry("وحدة")], [])], []))
    assert scheme.name.startswith("key-") and scheme.title == {"ar": ("قاموس",)}
    (name,) = scheme.frames
    assert scheme.label(name, "ar") == "السيادة"
    assert identifier("Arms & trade") == "arms_trade"
    assert identifier("3rd party") == "k_3rd_party"


def test_of_two_keys_with_one_name_the_second_is_numbered():
    scheme = to_scheme(Dictionary("d", [Key("a b", [Entry("x")], []), Key("a-b", [Entry("y")], [])], []))
    assert list(scheme.frames) == ["a_b", "a_b_2"]


def test_what_no_other_program_can_hold_is_named(tmp_path):
    item = {
        "question": "?",
        "indicators": {
            "ar": [{"near": ["تسليم", "صواريخ"]}, {"phrase": "القاعدة", "unless": ["تنظيم القاعدة"], "weight": 2}],
            "en": ["base"],
        },
    }
    scheme = Scheme.model_validate(
        {
            "name": "s",
            "version": "1",
            "title": {"en": "S"},
            "negation": "exclude",
            "frames": {"f": {"label": {"en": "F"}, "items": {"i": item}}},
        }
    )
    with pytest.warns(FramingWarning) as caught:
        path = write_dictionary(scheme, tmp_path / "s.lc3", language="ar")
    assert path.read_text(encoding="utf-8") == "+F.i\nالقاعدة\n"
    told = str(caught[0].message).splitlines()[1:]
    assert [line.strip().split(":")[0] for line in told] == [
        "i",
        "i",
        "negation",
        "indicators in en; write one file per language",
        "Arabic inflection",
        "the nesting of F.i, which became one name",
        "the weight of القاعدة",
    ]


def test_a_language_without_indicators_is_refused(tmp_path, small_scheme):
    with pytest.raises(ExchangeError, match="has no indicators in 'fr'; it has ar, en, ru"):
        write_dictionary(small_scheme, tmp_path / "s.dic", language="fr")


@pytest.mark.parametrize(
    ("ending", "language"), [(".dic", "ar"), (".lc3", "en"), (".ykd", "ru"), (".cat", "ar"), (".yml", "ru")]
)
def test_the_shipped_scheme_reads_back_with_every_phrase(tmp_path, ending, language):
    scheme = read_scheme("syria-russia")
    path = tmp_path / f"s{ending}"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FramingWarning)
        write_dictionary(scheme, path, language=language)
        again = read_dictionary(path, language=language)
    assert phrases(again, language) == phrases(scheme, language)


def phrases(scheme, language):
    return sorted(
        phrase for *_, item in scheme.items for entry in item.indicators.get(language, ()) for phrase in entry.phrases
    )


names = st.sampled_from(["sovereign", "Arms trade", "OIL", "سيادة", "мир", "x1", "no"])
patterns = st.lists(st.sampled_from(["war*", "peace talks", "سيادة", "мир", "don't", "a?b"]).map(Entry), unique=True)


def trees(depth):
    inner = st.just([]) | trees(depth - 1) if depth else st.just([])
    key = st.builds(Key, names, patterns, inner, description=st.just("")).filter(_holds_something)
    return st.lists(key, min_size=1, max_size=3, unique_by=lambda key: identifier(key.name))


def _holds_something(key):
    return (key.entries or key.keys) and key.name not in [inner.name for inner in key.keys]


@pytest.mark.parametrize("form", [liwc, quanteda, wordstat, ykd], ids=lambda form: form.__name__.split(".")[-1])
@given(keys=trees(2))
@settings(max_examples=25, deadline=None)
def test_a_nested_dictionary_reads_back_as_it_was_written(form, keys):
    text, losses = form.write(Dictionary("d", keys, []))
    assert losses == []
    again = form.read(text, "d")
    assert shape(again.keys) == shape(keys)
    assert again.losses == []


@given(keys=trees(0))
@settings(max_examples=25, deadline=None)
def test_a_flat_dictionary_reads_back_from_lexicoder(keys):
    text, losses = lexicoder.write(Dictionary("d", keys, []))
    assert shape(lexicoder.read(text, "d").keys) == shape(keys)
    assert losses == []


@given(keys=trees(2))
@settings(max_examples=25, deadline=None)
def test_a_dictionary_comes_back_from_a_scheme_as_it_went_in(keys):
    assert shape(from_scheme(to_scheme(Dictionary("d", keys, []), "en"), "en").keys) == shape(keys)
