"""What a scheme holds. Everything is frozen; a changed scheme is another scheme, with another version and sha256."""

import hashlib
import json
from difflib import get_close_matches
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from pydantic import BeforeValidator, Field, StringConstraints

from framing.scheme.codebook import markdown
from framing.scheme.indicators import Indicators, Phrases, Strict, Text, listed, sequence
from framing.tables import FramingError


class SchemeError(FramingError):
    """A scheme cannot be used: file, line, address, what was found and what to do, for every fault in it."""


Language = Literal["ar", "en", "ru"]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Address = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$")]  # frame.sub_frame
# the first label is the one that tables and figures bear
Labels = Annotated[
    dict[
        Language,
        Annotated[
            tuple[Text, ...],
            Field(min_length=1),
            BeforeValidator(listed, json_schema_input_type=Text | list[Text]),
        ],
    ],
    Field(min_length=1),
]
Sentences = dict[Language, Annotated[tuple[Text, ...], BeforeValidator(sequence)]]
Negation = Literal["ignore", "flag", "exclude"]


class Negators(Strict):
    """What makes a match negated in one language: one of `words` at most `window` words before it.

    ends : words that end the window, as marks of punctuation always do; unless : phrases in which a word does not
    negate («لا سيما», "not only").
    """

    words: Phrases
    window: Annotated[int, Field(ge=1, le=20)] = 3
    ends: Annotated[tuple[Text, ...], BeforeValidator(sequence)] = ()
    unless: Annotated[tuple[Text, ...], BeforeValidator(sequence)] = ()


class Item(Strict):
    """One yes-or-no question about a unit, with its rules, examples and indicators per language."""

    question: Text
    indicators: Annotated[dict[Language, Indicators], Field(min_length=1)]
    labels: Labels | None = Field(None, alias="label")
    include: Text | None = None
    exclude: Text | None = None
    examples: Sentences = Field({})
    counter_examples: Sentences = Field({})
    negation: Negation | None = None

    def label(self, language):
        """Its label in 'ar', 'en' or 'ru', else in English or any other; None where it has none."""
        return _label(self.labels or {}, language)


class Frame(Strict):
    """A way of presenting the matter, present where any of its items or sub-frames (`frames`) is."""

    labels: Labels = Field(alias="label")
    items: dict[Identifier, Item] = Field({})
    frames: dict[Identifier, "Frame"] = Field({})
    definition: Text | None = None
    negation: Negation | None = None

    def label(self, language):
        """Its label in 'ar', 'en' or 'ru', else in English or any other."""
        return _label(self.labels, language)


class Contrast(Strict):
    """Two frames as the poles of one scale."""

    labels: Labels = Field(alias="label")
    positive: Address
    negative: Address

    def label(self, language):
        """Its label in 'ar', 'en' or 'ru', else in English or any other."""
        return _label(self.labels, language)


class Place(NamedTuple):
    """One item with the names under which it stands in the scheme."""

    frame: str
    item: str
    content: Item


class Scheme(Strict):
    """A coding scheme as `read_scheme` returns it; in a notebook it shows itself as a codebook.

    roll_up : how `score` makes a frame's score of its items' answers: any, share, rate
    nested_scope : where matches overlap, the longest wins within one item ("key") or in the whole scheme
        ("dictionary"); the names and the default are quanteda's
    negation : what is done about negated matches where frame and item say nothing: ignore, flag, exclude
    negators : per language, in place of those that ship (lexicons/negation.yml)
    extends : the scheme whose content this one holds besides its own
    """

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$")]
    version: Text
    title: Labels
    frames: Annotated[dict[Identifier, Frame], Field(min_length=1)]
    contrasts: dict[Identifier, Contrast] = Field({})
    authors: Annotated[tuple[Text, ...], BeforeValidator(sequence)] = ()
    licence: Text | None = None
    reference: Text | None = None
    description: Text | None = None
    roll_up: Literal["any", "share", "rate"] = "any"
    nested_scope: Literal["key", "dictionary"] = "key"
    negation: Negation = "ignore"
    negators: dict[Language, Negators] = Field({})
    extends: Text | None = None

    @cached_property
    def sha256(self):
        """Of the content, not of the file: comments, quotation marks and the order of keys do not change it."""
        content = self.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"extends"})
        return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    @property
    def origin(self):
        """{"name", "version", "sha256"}: what a table that was made with this scheme says of it in its `attrs`."""
        return {"name": self.name, "version": self.version, "sha256": self.sha256}

    @cached_property
    def all_frames(self):
        """Frames and sub-frames in the order of the file; a sub-frame's name is "frame.sub_frame"."""
        return dict(_nested(self.frames))

    @property
    def items(self):
        """Every item in the order of the file, as (frame, item, content)."""
        return [
            Place(frame, item, content)
            for frame, held in self.all_frames.items()
            for item, content in held.items.items()
        ]

    def negation_of(self, frame, item):
        """What is done about negated matches of an item: "ignore", "flag" or "exclude"; the nearest word counts."""
        said = [self.all_frames[frame].items[item].negation]
        while frame:
            said.append(self.all_frames[frame].negation)
            frame = frame.rpartition(".")[0]
        return next(filter(None, said), self.negation)

    @property
    def languages(self):
        """The languages in which at least one item has indicators, of 'ar', 'en', 'ru'."""
        found = {language for _, _, item in self.items for language in item.indicators}
        return [language for language in ("ar", "en", "ru") if language in found]

    def label(self, name, language):
        """The label of a frame or contrast in 'ar', 'en' or 'ru', else in English or any other.

        Raises SchemeError for a name that the scheme does not hold.
        """
        named = {**self.all_frames, **self.contrasts}
        if name in named:
            return named[name].label(language)
        near = get_close_matches(str(name), named, 1)
        remedy = f"did you mean '{near[0]}'?" if near else f"it has {', '.join(named)}"
        raise SchemeError(f"the scheme {self.name} has no frame or contrast '{name}'; {remedy}")

    def __hash__(self):
        return hash(self.sha256)

    def __repr__(self):
        frames = ", ".join(f"{name} ({len(frame.items)} items)" for name, frame in self.all_frames.items())
        return f"<Scheme {self.name} {self.version}: {frames}; {', '.join(self.languages)}>"

    __str__ = __repr__

    def _repr_markdown_(self):
        return markdown(self)


def _nested(frames, within=""):
    for name, frame in frames.items():
        yield within + name, frame
        yield from _nested(frame.frames, f"{within}{name}.")


def _label(labels, language):
    found = labels.get(language) or labels.get("en") or next(iter(labels.values()), None)
    return found[0] if found else None
