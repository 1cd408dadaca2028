"""The third-person forms of an Arabic verb, folded: perfect, imperfect, and the participle as an adverb (مضيفاً)."""

from typing import NamedTuple

from framing.text import fold


class Inflected(NamedTuple):
    """One written form: gender m, f or '' where the form does not tell, and whether it is a participle.

    number: s, d or p as the form says; a participle in ين may be either of the last two and is p.
    """

    form: str
    gender: str
    participle: bool
    number: str = ""


def conjugate(perfect, imperfect, participle):
    """Every form as Inflected, with the proclitics و ف (and س ل before an imperfect); '-' for a participle: none."""
    future = _imperfect(imperfect)
    found = [
        Inflected(clitic + form, gender, False, number)
        for form, gender, number in _perfect(perfect) + future
        for clitic in ("", "و", "ف")
    ]
    found += [
        Inflected(clitic + form, gender, False, number)
        for form, gender, number in future
        for clitic in ("س", "وس", "فس", "ل")
    ]
    if participle != "-":
        weak = imperfect[-1] in "يىو"
        found += [
            Inflected(clitic + form, gender, True, number)
            for form, gender, number in _participle(fold(participle), weak)
            for clitic in ("", "و")
        ]
    return found


def with_object(perfect, imperfect):
    """The forms with an object pronoun (اتهمته, يصفها, دعاهم), as `conjugate` gives the bare ones."""
    forms = [*_bound(_perfect(perfect), perfect), *_bound(_imperfect(imperfect), imperfect)]
    return [
        Inflected(clitic + form + pronoun, gender, False, number)
        for form, gender, number in forms
        for pronoun in ("ه", "ها", "هم", "هما")
        for clitic in ("", "و", "ف")
    ]


def _bound(forms, printed):
    """What the forms are before a pronoun: نفى and يرى end in ا there, وا loses its ا."""
    for form, gender, number in forms:
        if printed.endswith("ى") and form.endswith("ي"):
            form = form[:-1] + "ا"
        yield form[:-1] if form.endswith("وا") else form, gender, number


def _perfect(printed):
    word, stem = fold(printed), fold(printed)[:-1]
    he = (word, "m", "s")
    if printed.endswith("ى"):
        return [he, (stem + "ت", "f", "s"), (stem + "يا", "m", "d"), (stem + "تا", "f", "d"), (stem + "وا", "m", "p")]
    if printed.endswith("ا"):
        return [he, (stem + "ت", "f", "s"), (stem + "وا", "m", "p"), (stem + "تا", "f", "d")]
    they = (word[:-1] if printed.endswith("ي") else word) + "وا"
    return [he, (word + "ت", "f", "s"), (word + "ا", "m", "d"), (they, "m", "p"), (word + "تا", "f", "d")]


def _imperfect(printed):
    word = fold(printed)
    stem = word[:-1] if printed[-1] in "يىو" else word
    dual = word[:-1] + "ي" if printed.endswith("ى") else word
    third = [(word, "m", "s"), (stem + "ون", "m", "p"), (stem + "وا", "m", "p"), (dual + "ان", "m", "d")]
    return [*third, ("ت" + word[1:], "f", "s"), ("ت" + dual[1:] + "ان", "f", "d")]


def _participle(word, weak):
    if weak:
        return [
            (word + "يا", "m", "s"),
            (word + "يه", "f", "s"),
            (word + "ين", "m", "p"),
            (word + "يين", "m", "p"),
            (word + "يتين", "f", "d"),
        ]
    return [(word + "ا", "m", "s"), (word + "ه", "f", "s"), (word + "ين", "m", "p"), (word + "تين", "f", "d")]
