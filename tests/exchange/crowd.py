"""A desk that holds very many articles: all of one story, every other one a copy of the first."""

from datetime import date, timedelta
from typing import Final

from reportedly.ledger import Ledger
from reportedly.records import Article, Outlet, Published, Story, StoryArticle, article_id
from tests.telling import tell

OUTLET: Final = Outlet("ford", "Ford Gazette", "https://ford.example/", (), "XV", ("en",))
DAY: Final = date(2024, 6, 1)


def article(number: int) -> Article:
    """An article that says little."""
    url, text = f"https://ford.example/{number}", f"Boat {number} crosses\n\nBoat {number} crossed the ford on Monday."
    day = DAY + timedelta(days=number % 20)
    return Article(
        article_id(url, text, "hand/1"), url, "ford", text, "en", "hand/1", published=Published(day, day, "given")
    )


def crowd(ledger: Ledger, many: int) -> None:
    """Fill a ledger: ``many`` articles give three times as many reports and ties, and some objects beside them."""
    ledger.outlets.put((OUTLET,))
    made = [article(number) for number in range(many)]
    ledger.articles.file_all(made)
    first = made[0].url
    members = tuple(StoryArticle(one.id, one.url, first if n else None, first) for n, one in enumerate(made))
    tell(ledger, [Story("k00000000000000cd", "Boats cross", members, 1)])
