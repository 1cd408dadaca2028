"""Every written form of the words of `lexicons/cues.yml` that report, with what each does; other forms made by rule."""

from typing import NamedTuple

from framing.attribution.conjugation import Inflected, conjugate, with_object
from framing.text import fold


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


def cues(data, language):
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
        for form in with_pronouns([fold(noun)]):
            cues.setdefault(form, Cue("noun", "", frozenset(), False))
    for form in data.get("noun_forms", ()):
        cues.setdefault(fold(form), Cue("noun", "", frozenset(), False))
    return cues


def reports(data):
    """Every form of the nouns that report -> Report; the groups of one noun together."""
    reports = {}
    for group in data.get("reports", ()):
        takes, asks = frozenset(fold(word) for word in group["takes"]), group.get("asks", False)
        for noun in map(fold, group["words"]):
            forms = dict.fromkeys(with_pronouns([noun]), "owned")
            forms |= {clitic + noun: "bare" for clitic in ("", "و", "ب", "ل", "ك", "ف")}
            if not noun.endswith(("ه", "ات")):
                forms[noun + "ا"] = "bare"  # وعودا من الوزارة بـ
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


def declined(word):
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


def with_pronouns(nouns):
    return frozenset(
        clitic + stem + pronoun
        for noun in nouns
        for stem in {noun, noun[:-1] + "ت" if noun.endswith("ه") else noun}
        for pronoun in ("ه", "ها", "هم", "هما")
        for clitic in ("", "ب", "و")
    )


def cases(nouns):
    """Every form of nouns of people -> the nominative: the article, and of a plural in ون its ين and its constructs."""
    cases = {noun: noun for noun in nouns}
    for noun in nouns:
        if noun.endswith("ون"):
            cases |= {noun[:-2] + "ين": noun, noun[:-1]: noun, noun[:-2] + "ي": noun}
    return cases | {"ال" + form: noun for form, noun in cases.items()}


def deeds(data):
    """The forms of deeds that no noun shares: feminine, plural, imperfect, and أ… or ا… of four letters."""
    forms = [verb.form for line in data.get("deeds", ()) for verb in conjugate(*line.split())]
    return frozenset(
        form
        for form in forms
        if len(form.lstrip("وف")) > 3 and (form.lstrip("وف")[0] in "ايتسل" or form.endswith(("ت", "وا", "تا")))
    )
