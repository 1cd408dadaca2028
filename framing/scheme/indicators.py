"""What one line of an item's list of indicators says: a phrase, or a rule about phrases."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

FORMS = ("phrase", "any", "near", "lemma", "regex")  # what an indicator looks for; each names exactly one

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Grouped(Strict):
    """{any: [phrases]}, one term of `near`."""

    any: list[Text]


def sequence(written):
    """YAML's lists as the tuples of a frozen model."""
    return tuple(written) if isinstance(written, list) else written


def listed(written):
    """One text, or a list of them, as a tuple."""
    return (written,) if isinstance(written, str) else sequence(written)


def _alternatives(written):
    """One term of `near`: a phrase, or {any: [phrases]}."""
    return listed(written["any"] if isinstance(written, dict) and list(written) == ["any"] else written)


# the second argument says what may be written, for the JSON Schema
Phrases = Annotated[tuple[Text, ...], Field(min_length=1), BeforeValidator(sequence)]
Term = Annotated[
    tuple[Text, ...], Field(min_length=1), BeforeValidator(_alternatives, json_schema_input_type=Text | Grouped)
]
Terms = Annotated[tuple[Term, ...], Field(min_length=2), BeforeValidator(sequence)]


class Indicator(Strict):
    """What is looked for (one of `FORMS`) and on what terms.

    phrase : a word, or words with one space between them; `*` any letters, `?` one letter of a word (quanteda's glob)
    any : several phrases that share what follows
    near : two or more terms, each a phrase or {any: [phrases]}, within `window` words of each other, in any order
        unless `ordered`; what lies between the outermost two is the evidence
    lemma : a dictionary form, for a lemma backend (see `evidence`)
    regex : a regular expression in RE2's syntax, which never backtracks and so cannot hang; it is matched against the
        folded text, and only where whole words are found
    unless : phrases inside which a match does not count
    inflect : False finds phrases only as they are written
    nisba : True finds the adjective in «ي» of each Arabic word too (سوريّ of سوريا)
    script : the script of a phrase that is not in its language's own
    weight : what one match adds to a count per 1,000 words
    """

    phrase: Text | None = None
    any: Phrases | None = None
    near: Terms | None = None
    lemma: Text | None = None
    regex: Text | None = None
    unless: Phrases | None = None
    window: Annotated[int, Field(ge=1, le=50)] = 5
    ordered: bool = False
    inflect: bool = True
    nisba: bool = False
    script: Literal["arabic", "latin", "cyrillic"] | None = None
    weight: Annotated[float, Field(gt=0, le=1000, strict=False)] = 1.0

    @property
    def phrases(self):
        """The phrases each of which is evidence by itself."""
        return (self.phrase,) if self.phrase else self.any or ()

    @property
    def text(self):
        """The indicator on one line, as codebooks and evidence name it."""
        if self.near:
            joint = " … " if self.ordered else " + "
            return joint.join("/".join(term) for term in self.near)
        return " / ".join(self.phrases) or self.lemma or f"/{self.regex}/"


def _indicator(written):
    return {"phrase": written} if isinstance(written, str) else written


Written = Annotated[Indicator, BeforeValidator(_indicator, json_schema_input_type=Text | Indicator)]
Indicators = Annotated[tuple[Written, ...], Field(min_length=1), BeforeValidator(sequence)]
