"""A dispatch in which everything is: uncited and flagged words, words from right to left, words that would do harm."""

from datetime import UTC, date, datetime

import pytest

from reportedly.records import Dispatch, DispatchSection, DispatchSentence, Exhibit, Flag, IssueLine
from reportedly.text import Span

NASTY = "</li><script>alert(1)</script> [x](javascript:alert(1)) `*_"
PERSIAN = "پل ترال بسته شد"
AT = datetime(2024, 6, 7, 5, 30, tzinfo=UTC)
SURER = Flag("stronger", "Surer than its source.")
LINES = [
    IssueLine(7, n, "Rivers", "TLP:AMBER", "ilse", AT.replace(day=6 + n), "" if n == 1 else "the figure was wrong")
    for n in (1, 2)
]


WEB = "https://varen.example/1"


def exhibit(number: int, source: int, words: str, language: str = "en", address: str = WEB) -> Exhibit:
    day, own = date(2024, 6, 3), f"a{source}"
    return Exhibit(number, source, "Varen & Co", "Shells hit", address, day, language, own, Span(4, 9), words)


@pytest.fixture
def dispatch() -> Dispatch:
    """The first edition of brief 7."""
    sentences = (
        DispatchSentence("Varen & Co reported: “shells hit”.", (1, 2)),
        DispatchSentence(
            f"Payam reported: “{PERSIAN}” on Monday.", (3,), (Flag("stronger", "Surer than its source."),)
        ),
        DispatchSentence("The ferry runs.", (), (Flag("uncited", "It rests on nothing."),)),
    )
    harm = DispatchSentence(NASTY, (4,))
    return Dispatch(
        "Rivers",
        "River Desk",
        (DispatchSection("Bridge", sentences, "According to one source."), DispatchSection(PERSIAN, (harm,))),
        (
            exhibit(1, 1, "Shells hit the bridge"),
            exhibit(2, 1, "dawn"),
            exhibit(3, 2, PERSIAN, "fa"),
            exhibit(4, 3, NASTY, address="javascript:alert(1)"),
        ),
        "d1",
        4,
        date(2024, 6, 6),
        7,
        1,
        "TLP:AMBER",
        "ilse",
        AT,
    )
