"""What many rooms' tests need: a small scheme, a table of units, the project's own corpus."""

from pathlib import Path

import pandas as pd
import pytest

from framing.scheme import Scheme

PROJECT = Path(__file__).parent.parent
SHARED = PROJECT.parent / "shared"


@pytest.fixture
def small_scheme():
    """Two frames, three items; `trade` answers in Arabic only."""
    return Scheme.model_validate(
        {
            "name": "small",
            "version": "1.0.0",
            "title": {"en": "A small scheme"},
            "frames": {
                "principle": {
                    "label": {"en": "Principle", "ar": "المبدأ", "ru": "Принцип"},
                    "items": {
                        "sovereignty": {
                            "question": "Is sovereignty named?",
                            "indicators": {
                                "ar": ["سيادة", "السيادة الوطنية", "احترام متبادل"],
                                "en": ["sovereignty", "mutual respect"],
                                "ru": ["суверенитет", "взаимное уважение"],
                            },
                        },
                    },
                },
                "interest": {
                    "label": {"en": "Interest", "ar": "المصلحة", "ru": "Интерес"},
                    "items": {
                        "gain": {
                            "question": "Are interests named?",
                            "indicators": {"ar": ["مصالح", "السيادة"], "en": ["interest"], "ru": ["интерес"]},
                        },
                        "trade": {
                            "question": "Is trade named?",
                            "indicators": {"ar": ["تجار*", {"phrase": "نفط", "inflect": False}]},
                        },
                    },
                },
            },
        }
    )


@pytest.fixture
def units_of():
    """A function from texts to a table of units u0, u1, …"""

    def build(*texts, **columns):
        return pd.DataFrame({"unit": [f"u{n}" for n in range(len(texts))], "text": list(texts), **columns})

    return build


@pytest.fixture(scope="session")
def shared():
    if not SHARED.is_dir():
        pytest.skip("../shared (the case article, the gold files, the corpora) is not beside the project")
    return SHARED
