"""A wall is no article; an article on cookies, captchas or lost pages is one."""

import tomllib
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

import pytest

from reportedly.extract import page
from reportedly.extract.page import wall_words
from reportedly.records import Article, FeedItem, Outcome, Outlet

SHOWN = tomllib.loads(Path(__file__).with_name("walls.toml").read_text("utf-8"))
WALLS, ARTICLES = SHOWN["wall"], SHOWN["article"]
URL = "http://herald.example/news/ferries-resume"
HERALD = Outlet(id="herald", name="Tarnow Herald", home="http://herald.example/")
KINDS = {
    "shell": "JavaScript",
    "consent": "consent",
    "robot": "is a person",
    "denied": "refusal",
    "lost": "not found",
    "login": "log in",
    "closed": "out of order",
}
MENU = "<nav><a href='/'>Home</a> <a href='/world'>World</a> <a href='/sport'>Sport</a></nav>"
STORY = (
    "Ferries between Tarnow and Mirel resumed service on Monday after a week of storms, the harbour office said.",
    "The first boat left at dawn with 240 passengers on board, according to Lena Oster, who speaks for the line.",
)
BANNER = (
    "<div class='notice'><h2>We value your privacy</h2><p>We and our partners use cookies to store data on your device."
    " You may accept or reject them.</p></div>"
)


def shown(title: str, heading: str, told: Sequence[str], more: str = "", head: str = "") -> str:
    body = "".join(f"<p>{escape(words)}</p>" for words in told)
    return (
        f"<!doctype html><html><head><title>{escape(title)}</title>{head}</head>"
        f"<body>{MENU}<h1>{escape(heading)}</h1>{body}{more}</body></html>"
    )


def seen(markup: str, item: FeedItem | None = None) -> Article | Outcome:
    return page.article(
        markup.encode(), url=URL, outlet=HERALD, content_type="text/html; charset=utf-8", item=item, capture=None
    )


def seen_wall(wall: dict[str, Any]) -> Article | Outcome:
    return seen(shown(wall["title"], wall["heading"], wall["told"], wall.get("markup", "")))


@pytest.mark.parametrize("wall", WALLS, ids=lambda wall: f"{wall['kind']}: {wall['heading']}")
def test_a_wall_is_no_article(wall: dict[str, Any]) -> None:
    found = seen_wall(wall)
    assert isinstance(found, Outcome)
    assert found.state == "not_an_article"
    assert "not the page that was asked for" in found.message


def test_most_walls_are_called_what_they_are() -> None:
    told = [(seen_wall(wall), KINDS[wall["kind"]]) for wall in WALLS]
    assert sum(isinstance(found, Outcome) and kind in found.message for found, kind in told) >= 0.9 * len(WALLS)


@pytest.mark.parametrize("told", ARTICLES, ids=lambda told: told["title"])
def test_an_article_on_such_matters_is_an_article(told: dict[str, Any]) -> None:
    found = seen(shown(told["title"], told["title"], told["told"]))
    assert isinstance(found, Article)
    assert found.headline == told["title"]


@pytest.mark.parametrize("title", ["Ferries resume", "We value your privacy"])
def test_a_banner_on_an_article_hides_nothing(title: str) -> None:
    found = seen(shown(title, "Ferries resume after storms", STORY, BANNER))
    assert isinstance(found, Article)
    assert STORY[1] in found.text


def test_a_title_announced_and_shown_speaks_for_the_article() -> None:
    told = ("Your data, our partners: please read how we store cookies on your device and process your personal data.",)
    announced = FeedItem(URL, "herald", "Cookies and your privacy, explained by lawyers")
    markup = shown("Cookies and your privacy", "Cookies and your privacy, explained by lawyers", told)
    assert isinstance(seen(markup), Outcome)
    assert isinstance(seen(markup, announced), Article)


@pytest.mark.parametrize(
    ("head", "more", "target"),
    [
        ("<meta http-equiv='refresh' content='0;URL=\"https://mirel.example/a1\"'>", "", "https://mirel.example/a1"),
        ("<meta http-equiv='Refresh' content='3; url=/a2'>", "", "http://herald.example/a2"),
        ("", "<script>window.location.replace('https://mirel.example/a3');</script>", "https://mirel.example/a3"),
        ("", '<script>location.href = "https:\\/\\/mirel.example\\/a4"</script>', "https://mirel.example/a4"),
        ("<noscript><meta http-equiv='refresh' content='0;https://mirel.example/a5'></noscript>", "", "/a5"),
    ],
)
def test_a_page_that_only_leads_on_names_where(head: str, more: str, target: str) -> None:
    found = seen(shown("Moved", "", (), more, head))
    assert isinstance(found, Outcome)
    assert f"the page only leads on to {target}" in found.message or found.message.endswith(target)


@pytest.mark.parametrize(
    "head",
    [
        "<meta http-equiv='refresh' content='300'>",
        "<meta http-equiv='refresh' content='600;url=/news/ferries-resume'>",
        "<meta http-equiv='refresh' content='0;url=#top'>",
        "<script>if (document.location == 'https://x.example/') go();</script>",
    ],
)
def test_a_page_that_loads_itself_leads_nowhere(head: str) -> None:
    assert isinstance(seen(shown("Ferries resume", "Ferries resume", STORY, head=head)), Article)
    found = seen(shown("Ferries resume", "Ferries resume", (), "<p>Mirel</p>", head))
    assert isinstance(found, Outcome)
    assert "too little running text" in found.message


def test_arabic_words_are_known_behind_their_article() -> None:
    assert wall_words.signs("والموقع") & wall_words.signs("الموقع")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "A word to our readers",
            "We close our website in May. Your subscriptions will be paid back: please write to us.",
        ),
        (
            "Our website is back",
            "The website of the Herald was unavailable on Sunday after a server error. Sorry for that.",
        ),
        (
            "JavaScript turns thirty",
            "JavaScript, without which no website runs today, turns thirty. Browsers ran it at once.",
        ),
    ],
)
def test_a_page_that_says_when_it_came_out_is_seldom_a_wall(title: str, told: str) -> None:
    dated = '<meta property="article:published_time" content="2026-03-09T10:00:00Z">'
    found = seen(shown(title, title, [told, "Tarnow, Monday. The Herald."], head=dated))
    assert isinstance(found, Article)
