"""The third-person forms of an Arabic verb, folded: perfect, imperfect, and the participle as an adverb (مضيفاً)."""

from typing import NamedTuple

from framing.text import fold


class Inflected(NamedTuple):
    """One written form: gender m, f or '' where the form does not tell, and whether it is a participle."""

    form: str
    gender: str
    participle: bool


def conjugate(perfect, imperfect, participle):
    """Every form as Inflected, with the proclitics و ف (and س ل before an imperfect); '-' for a participle: none."""
    forms = _perfect(perfect) + _imperfect(imperfect)
    found = [Inflected(clitic + form, gender, False) for form, gender in forms for clitic in ("", "و", "ف")]
    for form, gender in _imperfect(imperfect):
        found += [Inflected(clitic + form, gender, False) for clitic in ("س", "وس", "فس", "ل")]
    if participle != "-":
        weak = imperfect[-1] in "يىو"
        found += [
            Inflected(clitic + form, gender, True)
            for form, gender in _participle(fold(participle), weak)
            for clitic in ("", "و")
        ]
    return found


def _perfect(printed):
    word, stem = fold(printed), fold(printed)[:-1]
    if printed.endswith("ى"):
        return [(word, "m"), (stem + "ت", "f"), (stem + "يا", "m"), (stem + "تا", "f"), (stem + "وا", "m")]
    if printed.endswith("ا"):
        return [(word, "m"), (stem + "ت", "f"), (stem + "وا", "m"), (stem + "تا", "f")]
    if printed.endswith("ي"):
        return [(word, "m"), (word + "ت", "f"), (word + "ا", "m"), (stem + "وا", "m")]
    return [(word, "m"), (word + "ت", "f"), (word + "ا", "m"), (word + "تا", "f"), (word + "وا", "m")]


def _imperfect(printed):
    word = fold(printed)
    stem = word[:-1] if printed[-1] in "يىو" else word
    dual = word[:-1] + "ي" if printed.endswith("ى") else word
    third = [(word, "m"), (stem + "ون", "m"), (stem + "وا", "m"), (dual + "ان", "m")]
    return [*third, ("ت" + word[1:], "f"), ("ت" + dual[1:] + "ان", "f")]


def _participle(word, weak):
    if weak:
        return [(word + "يا", "m"), (word + "يه", "f"), (word + "ين", "m"), (word + "يين", "m"), (word + "يتين", "f")]
    return [(word + "ا", "m"), (word + "ه", "f"), (word + "ين", "m"), (word + "تين", "f")]
