"""What a scheme holds. Everything is frozen; a changed scheme is another scheme, with another version and sha256."""

import hashlib
import json
from difflib import get_close_matches
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from framing.scheme.codebook import markdown
from framing.tables import FramingError


class SchemeError(FramingError):
    """A scheme cannot be used: file, line, address, what was found and what to do, for every fault in it."""


Language = Literal["ar", "en", "ru"]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Labels = Annotated[dict[Language, Text], Field(min_length=1)]


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Indicator(Strict):
    """A word, or a phrase of words with one space between them; `*` any letters, `?` one letter of a word.

    `inflect=False` finds it only as it is written.
    """

    phrase: Text
    inflect: bool = True


def _indicator(written):
    return {"phrase": written} if isinstance(written, str) else written


def _sequence(written):
    return tuple(written) if isinstance(written, list) else written


Indicators = Annotated[
    tuple[Annotated[Indicator, BeforeValidator(_indicator)], ...], BeforeValidator(_sequence), Field(min_length=1)
]
Sentences = dict[Language, Annotated[tuple[Text, ...], BeforeValidator(_sequence)]]


class Item(Strict):
    """One yes-or-no question about a unit, with its rules, examples and indicators per language."""

    question: Text
    indicators: Annotated[dict[Language, Indicators], Field(min_length=1)]
    labels: Labels | None = Field(None, alias="label")
    include: Text | None = None
    exclude: Text | None = None
    examples: Sentences = {}
    counter_examples: Sentences = {}

    def label(self, language):
        """Its label in 'ar', 'en' or 'ru', else in English or any other; None where it has none."""
        return _label(self.labels or {}, language)


class Frame(Strict):
    """A way of presenting the matter, present where any of its items is."""

    labels: Labels = Field(alias="label")
    items: Annotated[dict[Identifier, Item], Field(min_length=1)]
    definition: Text | None = None

    def label(self, language):
        """Its label in 'ar', 'en' or 'ru', else in English or any other."""
        return _label(self.labels, language)


class Contrast(Strict):
    """Two frames as the poles of one scale."""

    labels: Labels = Field(alias="label")
    positive: Identifier
    negative: Identifier

    def label(self, language):
        """Its label in 'ar', 'en' or 'ru', else in English or any other."""
        return _label(self.labels, language)


class Place(NamedTuple):
    """One item with the names under which it stands in the scheme."""

    frame: str
    item: str
    content: Item


class Scheme(Strict):
    """A coding scheme as `read_scheme` returns it; in a notebook it shows itself as a codebook."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$")]
    version: Text
    title: Labels
    frames: Annotated[dict[Identifier, Frame], Field(min_length=1)]
    contrasts: dict[Identifier, Contrast] = {}
    authors: Annotated[tuple[Text, ...], BeforeValidator(_sequence)] = ()
    licence: Text | None = None
    reference: Text | None = None
    description: Text | None = None

    @cached_property
    def sha256(self):
        """Of the content, not of the file: comments, quotation marks and the order of keys do not change it."""
        content = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    @property
    def origin(self):
        """{"name", "version", "sha256"}: what a table that was made with this scheme says of it in its `attrs`."""
        return {"name": self.name, "version": self.version, "sha256": self.sha256}

    @property
    def items(self):
        """Every item in the order of the file, as (frame, item, content)."""
        return [
            Place(frame, item, content) for frame, held in self.frames.items() for item, content in held.items.items()
        ]

    @property
    def languages(self):
        """The languages in which at least one item has indicators, of 'ar', 'en', 'ru'."""
        found = {language for _, _, item in self.items for language in item.indicators}
        return [language for language in ("ar", "en", "ru") if language in found]

    def label(self, name, language):
        """The label of a frame or contrast in 'ar', 'en' or 'ru', else in English or any other.

        Raises SchemeError for a name that the scheme does not hold.
        """
        named = {**self.frames, **self.contrasts}
        if name in named:
            return named[name].label(language)
        near = get_close_matches(str(name), named, 1)
        remedy = f"did you mean '{near[0]}'?" if near else f"it has {', '.join(named)}"
        raise SchemeError(f"the scheme {self.name} has no frame or contrast '{name}'; {remedy}")

    def __hash__(self):
        return hash(self.sha256)

    def __repr__(self):
        frames = ", ".join(f"{name} ({len(frame.items)} items)" for name, frame in self.frames.items())
        return f"<Scheme {self.name} {self.version}: {frames}; {', '.join(self.languages)}>"

    __str__ = __repr__

    def _repr_markdown_(self):
        return markdown(self)


def _label(labels, language):
    return labels.get(language) or labels.get("en") or next(iter(labels.values()), None)
