"""The words of `lexicons/cues.yml`, ready for looking up a folded token."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from framing.attribution.conjugation import Inflected, conjugate, with_object
from framing.text import fold
from framing.yamlfile import read_yaml

CUES = Path(__file__).parent.parent / "lexicons" / "cues.yml"


class Cue(NamedTuple):
    """What one written form does. kind: verb, participle, relay, noun.

    takes: what opens the content besides the particle, a colon and a mark ('noun' for nothing at all);
    asks: somebody who is asked may stand between the verb and the content.
    """

    kind: str
    gender: str
    takes: frozenset
    asks: bool
    states: bool = False  # a text says it: جاء في البيان
    number: str = ""  # s, d, p, or '' where the form does not tell
    bound: bool = False  # carries an object pronoun: اتهمته
    what: bool = False  # only behind ما: ما سماه
    needs: frozenset = frozenset()  # one of these stands between it and its content: وجه نداء

    @property
    def governs(self):
        """What may stand behind the subject besides the content: "person" asked, "deed" told, else ""."""
        return "person" if self.asks else "deed" if "noun" in self.takes else ""


class Report(NamedTuple):
    """A noun that reports. form: owned (تأكيده), bare (إعلان), definite (التأكيد), purpose (للتنديد)."""

    form: str
    takes: frozenset
    asks: bool


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
    roles: frozenset
    nations: frozenset
    heads: frozenset
    echoes: frozenset
    pronouns: frozenset
    names: frozenset  # given names
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
    only_with_that: frozenset
    only_close: frozenset
    only_deeds: frozenset
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
    people: dict  # form -> nominative without the article
    types: list  # (type, frozenset of words, list of phrases)
    not_attached: frozenset
    adverbs: frozenset
    objects: frozenset
    governors: frozenset
    circumstances: dict  # preposition -> the words behind it that are no complement
    bares: dict  # a token that was met -> the word without its proclitics


_WORDS = [name for name, kind in Lexicon.__annotations__.items() if kind is frozenset]


@cache
def lexicon(language):
    """The Lexicon of 'ar', 'en' or 'ru'."""
    data = _data()[language]
    words = {name: frozenset(fold(word) for word in data.get(name, ())) for name in _WORDS}
    people = _cases([fold(noun) for noun in data.get("people", ())])
    if language == "ar":
        words["attitudes"] = _with_pronouns(words["attitudes"])
        words["kin"] = _with_pronouns(words["kin"])
        words["objects"] |= _with_pronouns(words["objects"])
        words["channels"] |= {"ال" + word for word in words["channels"]}
        words["sayers"] |= words["texts"]
        words["sayers"] |= {"ال" + word for word in words["sayers"]} | set(people)
        words["nations"] = frozenset(
            article + word + ending
            for word in words["nations"]
            for article in ("", "ال")
            for ending in ("", "ه", "ين", "ون")
        )
    words["tolls"] = frozenset(verb.form for line in data.get("tolls", ()) for verb in conjugate(*line.split()))
    if language == "ru":
        words["titles"] = frozenset(form for word in words["titles"] for form in _declined(word))
    words["deeds"] = _deeds(data) - words["names"] - words["titles"] - words["roles"] - words["objects"]
    words["deed_roots"] = frozenset(fold(line.split()[0]) for line in data.get("deeds", ()))
    return Lexicon(
        language=language,
        cues=_cues(data, language),
        according=_according(data),
        reports=_reports(data),
        people=people,
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


def _cues(data, language):
    cues = {}
    for group in data["verbs"]:
        for line in group["words"]:
            for form in _forms(line, language):
                _add(cues, form, "participle" if form.participle else "verb", group)
    for group in data["relays"]:
        for line in group["words"]:
            for form in _forms(line, language):
                _add(cues, form, "relay", group)
    for group in data.get("with_pronoun", ()):
        takes, what = frozenset(fold(word) for word in group["takes"]), group.get("what", False)
        for line in group["words"]:
            for form, gender, _, number in with_object(*line.split()[:2]):
                cues.setdefault(form, Cue("verb", gender, takes, False, number=number, bound=True, what=what))
    for form in data.get("never", ()):  # of a language that has them
        for clitic in ("", "و", "ف") if fold(form)[0] not in "وف" else ("",):
            cues.pop(clitic + fold(form), None)
    for noun in data["nouns"]:
        for form in _with_pronouns([fold(noun)]):
            cues.setdefault(form, Cue("noun", "", frozenset(), False))
    for form in data.get("noun_forms", ()):
        cues.setdefault(fold(form), Cue("noun", "", frozenset(), False))
    return cues


def _reports(data):
    """Every form of the nouns that report -> Report; the groups of one noun together."""
    reports = {}
    for group in data.get("reports", ()):
        takes, asks = frozenset(fold(word) for word in group["takes"]), group.get("asks", False)
        for noun in map(fold, group["words"]):
            forms = dict.fromkeys(_with_pronouns([noun]), "owned")
            forms |= {clitic + noun: "bare" for clitic in ("", "و", "ب", "ل", "ك", "ف")}
            forms |= {"ال" + noun: "definite", "لل" + noun: "purpose", "ولل" + noun: "purpose"}
            for form, kind in forms.items():
                known = reports.get(form, Report(kind, frozenset(), asks))
                reports[form] = Report(kind, known.takes | takes, known.asks or asks)
    return reports


def _add(cues, inflected, kind, group):
    form, gender, _, number = inflected
    takes = frozenset(fold(word) for word in group["takes"])
    before = cues.get(form)
    if before is None:
        needs = frozenset(fold(word) for word in group.get("needs", ()))
        cues[form] = Cue(kind, gender, takes, group.get("asks", False), group.get("states", False), number, needs=needs)
        return
    if group.get("needs"):
        return  # the form of another verb goes before
    # a participle that is also another verb's form stays the verb
    merged = before.kind if before.kind == kind else "relay" if "relay" in (before.kind, kind) else "verb"
    cues[form] = Cue(
        merged,
        before.gender if before.gender == gender else "",
        before.takes | takes,
        before.asks or group.get("asks", False),
        number=before.number if before.number == number else "",
    )


def _forms(line, language):
    if language == "ar":
        return conjugate(*line.split())
    words = [fold(word) for word in line.split()]
    if language == "en":
        return [Inflected(word, "", word.endswith("ing")) for word in words]
    past = words[0].removesuffix("ся")
    if past == "опроверг":
        words += [past + ending for ending in ("ла", "ло", "ли")]
    if past.endswith("л"):
        back = words[0][len(past) :].replace("ся", "сь")
        words += [past + ending + (back or "") for ending in ("а", "о", "и")]
    return [Inflected(word, _russian_gender(word), _russian_adverb(word)) for word in words]


def _declined(word):
    """The singular cases of a Russian title, and of an adjective before it."""
    if word.endswith(("ый", "ий", "ой")):
        return {word, *(word[:-2] + end for end in ("ого", "его", "ому", "ему", "ым", "им", "ая", "яя", "ую"))}
    if word.endswith(("ь", "й")):
        return {word, *(word[:-1] + end for end in "яюе"), word[:-1] + "ем"}
    if word[-1] in "аяоеи":
        return {word}
    return {word, *(word + end for end in ("а", "у", "ом", "е"))}


def _russian_adverb(word):
    return word.endswith(("в", "ясь", "вшись")) or (word.endswith("я") and not word.endswith("ся"))


def _russian_gender(word):
    return "f" if word.endswith("ла") else "m" if word.endswith("л") else ""


def _with_pronouns(nouns):
    return frozenset(
        clitic + stem + pronoun
        for noun in nouns
        for stem in {noun, noun[:-1] + "ت" if noun.endswith("ه") else noun}
        for pronoun in ("ه", "ها", "هم", "هما")
        for clitic in ("", "ب", "و")
    )


def _cases(nouns):
    """Every form of nouns of people -> the nominative: the article, and of a plural in ون its ين and its construct."""
    cases = {noun: noun for noun in nouns}
    for noun in nouns:
        if noun.endswith("ون"):
            cases |= {noun[:-2] + "ين": noun, noun[:-1]: noun}
    return cases | {"ال" + form: noun for form, noun in cases.items()}


def _according(data):
    by_first = {}
    for phrase in data["according"]:
        words = tuple(fold(word) for word in phrase)
        by_first.setdefault(words[0], []).append(words)
    by_first = {first: sorted(phrases, key=len, reverse=True) for first, phrases in by_first.items()}
    return {"و" + first: phrases for first, phrases in by_first.items()} | by_first


def _deeds(data):
    """The forms of deeds that no noun shares: feminine, plural, imperfect, and أ… or ا… of four letters."""
    forms = [verb.form for line in data.get("deeds", ()) for verb in conjugate(*line.split())]
    return frozenset(
        form
        for form in forms
        if len(form.lstrip("وف")) > 3 and (form.lstrip("وف")[0] in "ايتسل" or form.endswith(("ت", "وا", "تا")))
    )


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
