"""The words of `lexicons/cues.yml`, ready for looking up a folded token."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from framing.attribution.conjugation import conjugate
from framing.attribution.forms import cases, cues, declined, deeds, reports, with_pronouns
from framing.text import fold
from framing.yamlfile import read_yaml

CUES = Path(__file__).parent.parent / "lexicons" / "cues.yml"


class Lexicon(NamedTuple):
    """The cues and the function words of one language, all folded."""

    language: str
    cues: dict  # form -> Cue
    according: dict  # first word -> the tuples of words that begin with it, longest first
    that: frozenset
    not_that: frozenset
    attitudes: frozenset
    connectors: frozenset
    auxiliaries: frozenset
    coordinators: frozenset
    nobody: frozenset
    quoting: frozenset
    relatives: frozenset
    joints: frozenset
    sayers: frozenset
    quantifiers: frozenset
    vague: frozenset
    adding: frozenset
    stops: frozenset
    channels: frozenset
    addressees: frozenset
    titles: frozenset
    both: frozenset
    telling: frozenset  # forms of verbs that somebody is told with
    roles: frozenset
    nations: frozenset
    heads: frozenset
    echoes: frozenset
    pronouns: frozenset
    names: frozenset  # given names
    women: frozenset  # given names of women, or whole names
    generic: frozenset
    events: frozenset
    sayings: frozenset
    media: frozenset
    honorifics: frozenset
    periods: frozenset
    which_period: frozenset
    weekdays: frozenset
    issued: frozenset
    issuing: frozenset
    texts: frozenset
    with_waw: frozenset
    listeners: frozenset
    feminine: frozenset
    masculine: frozenset
    kin: frozenset
    nameless: frozenset
    particles: frozenset
    envoys: frozenset
    demonstratives: frozenset
    of_places: frozenset
    called: frozenset
    acts: frozenset
    words_of: frozenset
    deeds: frozenset  # finite forms of verbs that do not speak
    deed_roots: frozenset  # the same verbs as the dictionary has them; a noun may look alike
    we: frozenset
    words: dict  # a token that was met -> its Word (see words.py)
    prepositions: frozenset
    noun_too: frozenset
    constructs: frozenset
    only_with_that: frozenset
    only_close: frozenset
    only_deeds: frozenset
    foretold: frozenset  # what somebody is going to say is content too: سيطلب من …
    only_to: frozenset
    renewing: frozenset
    of_things: frozenset
    topics: frozenset
    with_object: frozenset
    done: frozenset
    passives: frozenset
    naming: frozenset
    meanwhile: frozenset
    entitling: frozenset
    negations: frozenset
    not_speakers: frozenset
    norms: frozenset
    but: frozenset
    frames: frozenset
    joined: frozenset
    remarks: frozenset
    goes_on: frozenset
    which_time: frozenset
    occasions: dict  # a word -> what stands behind it where the occasion of the speech is told
    tolls: frozenset  # finite forms of verbs that count losses
    figures: frozenset
    relaying: frozenset
    identity: frozenset
    conditions: frozenset
    press: frozenset
    reports: dict  # form -> Report
    countries: dict  # code -> folded adjective
    second: dict  # type -> folded nouns
    synonyms: dict  # noun -> the noun of the same meaning
    people: dict  # form -> nominative without the article
    types: list  # (type, frozenset of words, list of phrases)
    not_attached: frozenset
    adverbs: frozenset
    manner: frozenset
    objects: frozenset
    governors: frozenset
    circumstances: dict  # preposition -> the words behind it that are no complement
    bares: dict  # a token that was met -> the word without its proclitics


COMPARES = frozenset("كما حسبما علي as как".split())  # as he said
_WORDS = [name for name, kind in Lexicon.__annotations__.items() if kind is frozenset]


@cache
def lexicon(language):
    """The Lexicon of 'ar', 'en' or 'ru'."""
    data = _data()[language]
    words = {name: frozenset(fold(word) for word in data.get(name, ())) for name in _WORDS}
    people = cases([fold(noun) for noun in data.get("people", ())])
    if language == "ar":
        words["attitudes"] = with_pronouns(words["attitudes"])
        words["kin"] = with_pronouns(words["kin"])
        words["objects"] |= with_pronouns(words["objects"])
        words["channels"] |= {"ال" + word for word in words["channels"]}
        words["sayers"] |= words["texts"]
        words["sayers"] |= {"ال" + word for word in words["sayers"]} | set(people)
        words["nations"] = frozenset(
            article + word + ending
            for word in words["nations"]
            for article in ("", "ال")
            for ending in ("", "ه", "ين", "ون")
        )
    words["telling"] = frozenset(verb.form for line in data.get("telling", ()) for verb in conjugate(*line.split()))
    words["tolls"] = frozenset(verb.form for line in data.get("tolls", ()) for verb in conjugate(*line.split()))
    if language == "ru":
        words["titles"] = frozenset(form for word in words["titles"] for form in declined(word))
    words["deeds"] = deeds(data) - words["names"] - words["titles"] - words["roles"] - words["objects"]
    words["deed_roots"] = frozenset(fold(line.split()[0]) for line in data.get("deeds", ()))
    return Lexicon(
        language=language,
        cues=cues(data, language),
        according=_according(data),
        reports=reports(data),
        people=people,
        synonyms={fold(one): fold(other) for one, other in data.get("synonyms", {}).items()},
        types=_types(data),
        bares={},
        words={},
        countries={code: fold(word) for code, word in data.get("countries", {}).items()},
        occasions={fold(k): frozenset(map(fold, v)) for k, v in data.get("occasions", {}).items()},
        circumstances={
            fold(word): frozenset(fold(noun) for noun in nouns) for word, nouns in data.get("circumstances", {}).items()
        },
        second={kind: [fold(word) for word in nouns] for kind, nouns in data.get("second", {}).items()},
        **words,
    )


@cache
def _data():
    return read_yaml(CUES).data


def _according(data):
    by_first = {}
    for phrase in data["according"]:
        words = tuple(fold(word) for word in phrase)
        by_first.setdefault(words[0], []).append(words)
    by_first = {first: sorted(phrases, key=len, reverse=True) for first, phrases in by_first.items()}
    return {"و" + first: phrases for first, phrases in by_first.items()} | by_first


def _types(data):
    lines = []
    for name, *words in data["types"]:
        folded = [fold(word) for word in words]
        lines.append((name, frozenset(w for w in folded if " " not in w), [w for w in folded if " " in w]))
    return lines


def match_according(lex, tokens, at):
    """(past the according-to phrase that begins at `at`, whether the next token carries its ل), else (0, False)."""
    for phrase in lex.according.get(tokens[at], ()):
        past, attached = _matched(tokens, at, phrase[0], phrase)
        if past:
            return past, attached
    return 0, False


def _matched(tokens, at, word, phrase):
    for offset, wanted in enumerate(phrase):
        if at + offset >= len(tokens):
            return 0, False
        found = word if offset == 0 else tokens[at + offset]
        if found == wanted:
            continue
        if wanted == "ل" and offset == len(phrase) - 1 and found.startswith("ل") and len(found) > 2:
            return at + offset, True
        return 0, False
    return at + len(phrase), False
