import pytest

from reportedly.fetch.gone import led_home
from reportedly.records import Exchange
from tests.revised import NOON


def answer(asked: str, landed: str | None) -> Exchange:
    return Exchange(asked, NOON, 200, "OK", (), (), b"<p>Front page", landed)


@pytest.mark.parametrize(
    "landed",
    [
        "https://quay.example/",
        "https://quay.example",
        "https://www.quay.example/en/",
        "https://quay.example/index.html",
    ],
)
def test_an_article_that_leads_to_the_front_page_is_gone(landed: str) -> None:
    gone = led_home(answer("https://quay.example/2031/fire", landed))
    assert gone is not None
    assert gone.state == "gone"
    assert "front page" in gone.message


def test_an_article_that_leads_to_a_page_of_the_lost_is_gone() -> None:
    gone = led_home(answer("https://quay.example/2031/fire", "https://quay.example/errors/404.html"))
    assert gone is not None
    assert "/errors/404.html" in gone.message


@pytest.mark.parametrize(
    ("asked", "landed"),
    [
        ("https://quay.example/fire", None),
        ("https://quay.example/fire", "https://quay.example/2031/fire"),
        ("https://quay.example/fire", "https://quay.example/?p=1201"),
        ("http://quay.example/", "https://quay.example/"),
        ("http://quay.example/en", "https://quay.example/en/"),
    ],
)
def test_other_redirects_are_none(asked: str, landed: str | None) -> None:
    assert led_home(answer(asked, landed)) is None
