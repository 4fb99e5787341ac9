"""What a person sees of names."""

import json
from pathlib import Path

import pytest

from reportedly.ledger import open_ledger
from reportedly.settings import init_desk
from tests import pass_news
from tests.commands import reportedly
from tests.pass_news import CLASH, PASS


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = init_desk(tmp_path_factory.mktemp("pass") / "desk")
    with open_ledger(made.ledger_url) as ledger:
        pass_news.fill(ledger)
    return made.folder


def test_a_name_with_who_uses_it_and_an_example(desk: Path) -> None:
    code, printed, _ = reportedly("names", "Orrin Pass", "--desk", desk)
    assert code == 0
    first, name, example, off, *_ = printed.splitlines()
    assert first == f"Orrin Pass | place | {PASS}"
    assert name == "    Orrin Pass  3 articles: Beacon 1, North Post 1, South Agency 1 (1 at arm's length)"
    assert example.strip().startswith("“Rain fell at Orrin Pass” Beacon, 2031-05-20, https://beacon.example/rain")
    assert off.strip().startswith("at arm's length: “The so-called Orrin Pass has another name here”")


def test_names_as_json(desk: Path) -> None:
    _, printed, _ = reportedly("names", "Reed Gate", "--outlet", "south", "--format", "jsonl", "--desk", desk)
    line = json.loads(printed)
    assert (line["about"], line["kind"], line["title"]) == (PASS, "place", "Orrin Pass")
    assert [(name["words"], name["outlets"]) for name in line["names"]] == [
        ("Orrin Pass", [{"outlet": "south", "articles": 1, "distanced": 1}]),
        ("Reed Gate", [{"outlet": "south", "articles": 1, "distanced": 0}]),
    ]


def test_what_a_storys_outlets_call_its_happening(desk: Path) -> None:
    _, printed, _ = reportedly("names", CLASH.id, "--desk", desk)
    assert [line.split(" | ")[1] for line in printed.splitlines() if not line.startswith(" ")] == [
        "act",
        "who did it",
        "whom it befell",
        "where",
    ]


def test_what_is_named_most_apart(desk: Path) -> None:
    _, printed, _ = reportedly("names", "--since", "2031-05-14", "--until", "2031-05-20", "--desk", desk)
    assert printed.startswith(f"Orrin Pass | place | {PASS}\n")


@pytest.mark.parametrize(
    ("asked", "said"),
    [(("Nowhere",), "no article calls anything Nowhere"), (("--until", "2001-01-01"), "nothing in these days has two")],
)
def test_an_empty_list_says_why(desk: Path, asked: tuple[str, ...], said: str) -> None:
    code, printed, why = reportedly("names", *asked, "--desk", desk)
    assert (code, printed) == (0, "")
    assert said in why
