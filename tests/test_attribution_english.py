"""Who is made to say what in English: sentences of our own, with invented names."""

import pytest
from spoken import brief, spoken

DAM, ROAD, FAIR = "the dam is full", "the road is closed", "the fair is open"
HALABI, KASIMI = "Omar Halabi", "Nadia Kasimi"

SPEECH = [
    # the subject, the verb
    (f"Minister Omar Halabi said that {DAM}.", [(DAM, HALABI, None)]),
    (f"Omar Halabi said {DAM}.", [(DAM, HALABI, None)]),
    (f"Omar Halabi has said that {DAM}.", [(DAM, HALABI, None)]),
    (f"Omar Halabi, however, said that {DAM}.", [(DAM, HALABI, None)]),
    (f"But Nadia Kasimi argued that {FAIR}.", [(FAIR, KASIMI, None)]),
    (f"Halabi thinks {DAM}.", [(DAM, "Halabi", None)]),
    ("The union demanded that the road be opened.", [("the road be opened", "union", None)]),
    # titles, appositions, names in quotation marks
    (f"The water minister, Omar Halabi, said {DAM}.", [(DAM, HALABI, None)]),
    (f"Omar Halabi, the water minister, said {DAM}.", [(DAM, HALABI, None)]),
    (f"Mr Halabi, speaking in the capital, said {DAM}.", [(DAM, "Halabi", None)]),
    (f"A senior official, who asked not to be named, said {ROAD}.", [(ROAD, "official", None)]),
    (f'"Halabi" said {DAM}.', [(DAM, "Halabi", None)]),
    # several and unnamed sources
    (f"Omar Halabi and Nadia Kasimi said that {DAM}.", [(DAM, "Omar Halabi and Nadia Kasimi", None)]),
    (f"Diplomats and aid workers said that {ROAD}.", [(ROAD, "Diplomats and aid workers", None)]),
    (f"Witnesses said {ROAD}.", [(ROAD, "Witnesses", None)]),
    (f"A source close to the ministry said that {ROAD}.", [(ROAD, "source close to the ministry", None)]),
    (f"A spokesman for the ministry said {ROAD}.", [(ROAD, "spokesman for the ministry", None)]),
    # inversions and asides
    ('"The dam is full," said the ministry of water.', [("The dam is full", "ministry of water", None)]),
    ("“The dam is full”, wrote the River Agency on its website.", [("The dam is full", "River Agency", None)]),
    ("The fair will open soon, argues Nadia Kasimi.", [("The fair will open soon", KASIMI, None)]),
    (
        "Watch the investment files, say two research centres: the river basin and the port.",
        [("Watch the investment files", "research_centres", None)],
    ),
    ("The dam, Omar Halabi said, is full.", [("The dam, Omar Halabi said, is full", HALABI, None)]),
    ("Prices, the report found, will fall.", [("Prices, the report found, will fall", "report", None)]),
    ("The road is closed, the ministry said in a statement.", [("The road is closed", "ministry", None)]),
    (
        'The road is closed, "for a week at least", the ministry said.',
        [('The road is closed, "for a week at least"', "ministry", None)],
    ),
    # quotations: of several sentences, resumed, nested, unbalanced
    (
        "Nadia Kasimi said: “The fair is open. It closes on Friday. Everybody is welcome.”",
        [("The fair is open. It closes on Friday. Everybody is welcome", KASIMI, None)],
    ),
    (
        "“The fair is open,” Nadia Kasimi said. “It closes on Friday.”",
        [("The fair is open", KASIMI, None), ("It closes on Friday", KASIMI, None)],
    ),
    (
        "Nadia Kasimi said: “They left ‘a great fair’ at noon.”",
        [("They left ‘a great fair’ at noon", KASIMI, None)],
    ),
    (
        'Nadia Kasimi said: "They left "a great fair" at noon".',
        [('They left "a great fair" at noon', KASIMI, None)],
    ),
    ('Nadia Kasimi said: "The fair is open.', [("The fair is open", KASIMI, None)]),
    ('The mayor described the fair as "a great success".', [("a great success", "mayor", None)]),
    # carried on
    (
        f"Omar Halabi said that {DAM}. He added that {ROAD}.",
        [(DAM, HALABI, None), (ROAD, HALABI, None)],
    ),
    (
        f"Director Nadia Kasimi said {FAIR}. She added that {ROAD}.",
        [(FAIR, KASIMI, None), (ROAD, KASIMI, None)],
    ),
    (
        f"The ministry said {ROAD}. It said repairs would take a week.",
        [(ROAD, "ministry", None), ("repairs would take a week", "ministry", None)],
    ),
    (
        f"Minister Omar Halabi said that {DAM}. The minister stressed that {ROAD}.",
        [(DAM, HALABI, None), (ROAD, HALABI, None)],
    ),
    (
        f"The River Agency reported that {DAM}. The agency said boats must wait.",
        [(DAM, "River Agency", None), ("boats must wait", "River Agency", None)],
    ),
    (
        f"Omar Halabi said that {DAM}, noting that rain had helped and adding that {ROAD}.",
        [(DAM, HALABI, None), ("rain had helped", HALABI, None), (ROAD, HALABI, None)],
    ),
    ("The council welcomed the plan and criticised the delay.",
     [("the plan", "council", None), ("the delay", "council", None)]),
    (f"While the ministry says {FAIR}, residents say it is closed.",
     [(FAIR, "ministry", None), ("it is closed", "residents", None)]),
    # nouns and according-to phrases
    (f"In a statement, the ministry said that {ROAD}.", [(ROAD, "ministry", None)]),
    (f"According to the River Agency, {DAM}.", [(DAM, "River Agency", None)]),
    ("The dam is full, according to the River Agency.", [("The dam is full", "River Agency", None)]),
    (
        "The dam, according to the River Agency, is full.",
        [("The dam, according to the River Agency, is full", "River Agency", None)],
    ),
    ("The road is closed, according to a statement by the council.", [("The road is closed", "council", None)]),
    (f"As Nadia Kasimi said, {FAIR}.", [(FAIR, KASIMI, None)]),
    # through whom
    (f"Omar Halabi told Reuters that {DAM}.", [(DAM, HALABI, "reuters")]),
    (f"Omar Halabi told the BBC on Monday {DAM}.", [(DAM, HALABI, "bbc")]),
    (f"In an interview with the BBC, Omar Halabi said {DAM}.", [(DAM, HALABI, "bbc")]),
    (f"Reuters quoted Omar Halabi as saying that {DAM}.", [(DAM, HALABI, "reuters")]),
    ("The dam is full, Reuters reported, citing Omar Halabi.", [("The dam is full", HALABI, "reuters")]),
    (f"Omar Halabi told reporters that {DAM}.", [(DAM, HALABI, None)]),
    # what is asked, warned of, denied, praised
    ("The ministry warned of a shortage of water.", [("a shortage of water", "ministry", None)]),
    ("Nadia Kasimi called on the city to open the road.", [("open the road", KASIMI, None)]),
    ("The ministry urged residents to save water.", [("save water", "ministry", None)]),
    ("The ministry denied any delay.", [("any delay", "ministry", None)]),
    ("Nadia Kasimi accused the firm of hiding the figures.", [("hiding the figures", KASIMI, None)]),
    ("Halabi expressed hope that talks would begin soon.", [("talks would begin soon", "Halabi", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPEECH)
def test_english_speech(text, expected):
    assert brief(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister visited the fair and met two directors.",
        "The fair opened on Monday in the old town.",
        "It is believed that the bridge is old.",
        "The bridge is said to be old.",
        "Halabi was told that the bridge is old.",
        "He did not say when the road would open.",
        "The minister declined to say whether the road is open.",
        "Neither side said that talks had failed.",
        "The call took an hour.",
        "The claim is old.",
        "The report found its way into the archive.",
        "She asked not to be named.",
        "Nadia Kasimi: a life in the old town.",
    ],
)
def test_english_sentences_without_speech(text):
    assert brief(text) == []


def test_english_speech_within_speech_is_linked():
    outer, inner = spoken("The BBC reported that Omar Halabi said that the dam is full.")
    assert (outer["source"], inner["source"]) == ("bbc", HALABI)
    assert inner["within"] == outer["unit"]


@pytest.mark.parametrize(
    ("text", "day", "by"),
    [
        ("Omar Halabi said on 12 February 2025 that the dam is full.", "2025-02-12", "sentence"),
        ("On 12 February 2025, Omar Halabi said that the dam is full.", "2025-02-12", "sentence"),
        ("Omar Halabi said that the dam is full.", "2025-10-15", "article"),
    ],
)
def test_when_it_was_said_in_english(text, day, by):
    (row,) = spoken(text)
    assert (row["said_on"], row["dated_by"]) == (day, by)


def test_security_concerns_are_no_source():
    assert brief("The road is closed, the ministry said, citing safety concerns.") == [
        ("The road is closed", "ministry", None)
    ]


def test_a_language_that_is_stated_is_not_guessed_again():
    text = "Omar Halabi said that the dam is full."
    assert brief(text, "fr") == []
    assert len(brief(text)) == len(brief(text, "en")) == 1
