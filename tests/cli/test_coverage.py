"""What a person sees of coverage."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reportedly.ledger import open_ledger
from reportedly.records import FeedItem
from reportedly.settings import init_desk
from tests import pass_news
from tests.commands import reportedly
from tests.pass_news import CLASH, NORTH, RAIN

DAYS = ("--since", "2031-05-14", "--until", "2031-05-20")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = init_desk(tmp_path_factory.mktemp("pass") / "desk")
    (made.folder / "desk.toml").write_text("today = 2031-06-01\n", "utf-8")
    last = datetime(2031, 5, 18, 9, tzinfo=UTC)
    with open_ledger(made.ledger_url) as ledger:
        pass_news.fill(ledger)
        ledger.feeds.put_items(
            FeedItem(f"{NORTH.home}{n}", NORTH.id, seen_at=last - timedelta(days=n)) for n in range(5)
        )
    return made.folder


def test_what_each_side_carries(desk: Path) -> None:
    code, printed, _ = reportedly("coverage", "--side", "XN", "--side", "XS", *DAYS, "--desk", desk)
    assert code == 0
    assert printed.splitlines() == [
        "outlets of XN against outlets of XS, 2031-05-14 to 2031-05-20",
        "only outlets of XN: 1 story",
        "    Rain at the pass",
        f"        1 independent source (beacon) | 2031-05-20 | {RAIN.id}",
        "only outlets of XS: 0 stories",
        "both: 1 story",
        "    Raid at Orrin Pass",
        f"        1 independent source (north) against 1 independent source (south) | 2031-05-19 | {CLASH.id}",
    ]


def test_coverage_as_json(desk: Path) -> None:
    _, printed, _ = reportedly("coverage", "--side", "XN", "--side", "XS", *DAYS, "--format", "jsonl", "--desk", desk)
    alone, both = map(json.loads, printed.splitlines())
    assert alone == {
        "story": RAIN.id,
        "title": "Rain at the pass",
        "first": "2031-05-20",
        "last": "2031-05-20",
        "carried": "first",
        "sides": [
            {"outlets": ["beacon"], "articles": 1, "independent_sources": 1},
            {"outlets": [], "articles": 0, "independent_sources": 0},
        ],
    }
    assert both["carried"] == "both"


def test_who_is_silent(desk: Path) -> None:
    _, printed, _ = reportedly("coverage", "--silent", "10", "--desk", desk)
    assert printed == "north: nothing since 2031-05-19, 13 days; usually every day; feeds: not polled yet\n"
    _, printed, _ = reportedly("coverage", "--silent", "10", "--format", "jsonl", "--desk", desk)
    assert json.loads(printed) == {
        "outlet": "north",
        "last": "2031-05-19",
        "silent": 13,
        "usual_gap": 1.0,
        "feeds": "not polled yet",
    }


def test_an_empty_list_says_why(desk: Path) -> None:
    code, printed, said = reportedly("coverage", "--silent", "20", "--desk", desk)
    assert (code, printed) == (0, "")
    assert "no outlet has been silent for 20 days that usually publishes more often" in said


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (("--side", "XN"), 2, "give two sides (--side XA --side XB), or --silent DAYS"),
        (("--side", "XN", "--side", "XQ"), 3, "is no side: give a country (XN, XS)"),
    ],
)
def test_what_cannot_be_compared_is_said(desk: Path, asked: tuple[str, ...], code: int, said: str) -> None:
    answer = reportedly("coverage", *asked, "--desk", desk)
    assert answer.code == code
    assert said in answer.err
