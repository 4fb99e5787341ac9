"""What became of an announced event in other words than it was announced in."""

from datetime import date

import pytest

from reportedly.extract import plain
from reportedly.followups import follow, sightings
from reportedly.read import reader
from reportedly.read.comparer import compare
from reportedly.records import FollowUp, Question
from reportedly.text import Span

REST = "The lake board mended two sluices. Nobody has named a price for the old mill."


def followed(*articles: tuple[date, str, str]) -> tuple[FollowUp, ...]:
    """What becomes of what some articles, each with its day, headline and text, announce."""
    read = [
        plain.article(f"{text}\n\n{REST}", url=f"https://a.example/{i}", outlet=f"o{i}", published=day, headline=title)
        for i, (day, title, text) in enumerate(articles)
    ]
    return follow((seen for reading in reader.read(read) for seen in sightings(reading)), compare)


VERDICT = (
    date(2031, 6, 2),
    "Court to rule on ferry captain Halvard Brill",
    "VELL, June 2 — The Vell district court will announce its verdict on Captain Halvard Brill on June 12, it said.",
)
OATH = (
    date(2031, 6, 2),
    "President Arno Vetter to be sworn in next week",
    "VELL, June 2 — President-elect Arno Vetter will be sworn in on June 12 in Vell, the parliament of Eskeria said.",
)


@pytest.mark.parametrize(
    ("announced", "day", "title", "text", "states"),
    [
        (
            VERDICT,
            12,
            "Nine years in prison for ferry captain",
            "The Vell district court on Thursday sentenced Captain Halvard Brill to nine years in prison.",
            ["happened"],
        ),
        (
            VERDICT,
            12,
            "Ferry captain's verdict put off",
            "The Vell district court on Thursday postponed its verdict on Captain Halvard Brill to June 26.",
            ["moved"],
        ),
        (
            VERDICT,
            11,
            "Verdict on ferry captain due tomorrow",
            "Families of the drowned came to Vell before the verdict on Captain Halvard Brill, due on June 12.",
            [],
        ),
        (
            VERDICT,
            12,
            "Harbour pilot fined",
            "The Vell district court on Thursday fined the harbour pilot Ansgar Ruhl for a collision in May.",
            [],
        ),
        (
            OATH,
            12,
            "Vetter takes oath as president",
            "Arno Vetter took the oath in Vell on Thursday and promised a new harbour.",
            ["happened"],
        ),
        (
            OATH,
            11,
            "Swearing-in of Vetter called off",
            "Parliament called off the swearing-in of Arno Vetter after the flood in Vell.",
            ["cancelled"],
        ),
    ],
)
def test_what_becomes_of_an_announcement(
    announced: tuple[date, str, str], day: int, title: str, text: str, states: list[str]
) -> None:
    found = followed(announced, (date(2031, 6, day), title, text))
    assert list(dict.fromkeys(change.state for each in found for change in each.history)) == states


def test_another_round_is_another_expectation() -> None:
    first = (
        date(2031, 6, 2),
        "Envoys to meet in Vell",
        "VELL, June 2 — Eskeria and Dovrania will hold a second round of talks on the strait in Vell, officials said.",
    )
    third = (
        date(2031, 6, 20),
        "Third round agreed",
        "VELL, June 20 — Eskeria and Dovrania will hold a third round of talks on the strait in Ostra, officials said.",
    )
    assert all(len({proof.article for proof in each.supports}) == 1 for each in followed(first, third))


@pytest.mark.parametrize(
    ("title", "sentence", "told"),
    [
        ("Nine years in prison for depot owner", "The owner was jailed for nine years on Friday.", "happened"),
        ("Depot verdict deferred", "Judge Qazi put off her verdict in the depot case by two weeks.", "moved"),
        ("Crowd awaits verdict", "Judge Qazi is to announce her verdict in the depot case on Friday.", "again"),
        ("Depot owner had two other stores", "The blaze tore through the depot in August 2022.", "related"),
    ],
)
def test_a_later_sentence_is_compared(title: str, sentence: str, told: str) -> None:
    words = "Judge Qazi said the verdict in the depot case would be announced on Friday."
    event = Span(words.index("verdict"), words.index("verdict") + len("verdict"))
    window = (date(2031, 6, 6), date(2031, 6, 6))
    head = "Court reserves verdict on depot owner"
    asked = Question(date(2031, 6, 2), head, words, event, window, date(2031, 6, 6), title, sentence)
    (answer,) = compare([asked])
    assert max(answer._fields, key=lambda name: getattr(answer, name)) == told
