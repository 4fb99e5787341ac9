from datetime import UTC, datetime, timedelta

import httpx
import pytest
from protego import Protego

from reportedly.fetch.http.failures import NoPage
from reportedly.fetch.http.robots import RULES_KEPT, Robots
from reportedly.records import Exchange, HostRules

NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)
STORY = httpx.URL("http://herald.example/story")
HERE = "http://herald.example"


class Web:
    """Answers every address with one robots.txt and counts how often it is asked."""

    def __init__(self, text: str = "User-agent: *\nCrawl-delay: 3\n", status: int = 200) -> None:
        self.text, self.status, self.asked = text, status, 0

    def __call__(self, address: httpx.URL) -> Exchange:
        self.asked += 1
        return Exchange(str(address), NOW, self.status, "", (), (), self.text.encode())


def robots(web: Web, *known: HostRules) -> Robots:
    return Robots(web, "reportedly/0.1 (desk)", lambda: NOW, known)


def test_rules_are_asked_for_once() -> None:
    web = Web()
    rules = robots(web)
    assert [rules.learn(STORY), rules.learn(STORY)] == [True, False]
    assert [rules.delay(STORY), rules.delay(STORY)] == [3.0, 3.0]
    assert web.asked == 1


def test_rules_of_an_earlier_run_hold_for_a_day() -> None:
    web = Web()
    earlier = HostRules(HERE, NOW - RULES_KEPT + timedelta(minutes=1), "User-agent: *\nCrawl-delay: 7\n")
    assert robots(web, earlier).delay(STORY) == 7.0
    assert web.asked == 0


def test_older_rules_are_asked_for_anew() -> None:
    web = Web()
    earlier = HostRules(HERE, NOW - RULES_KEPT, "User-agent: *\nCrawl-delay: 7\n")
    assert robots(web, earlier).delay(STORY) == 3.0
    assert web.asked == 1


def test_what_was_asked_comes_out_once_to_be_kept() -> None:
    rules = robots(Web())
    rules.learn(STORY)
    assert rules.changed() == (HostRules(HERE, NOW, "User-agent: *\nCrawl-delay: 3\n"),)
    assert rules.changed() == ()


def test_a_host_without_rules_is_kept_and_one_in_trouble_is_not() -> None:
    none, trouble = robots(Web("not here", 404)), robots(Web("", 503))
    none.learn(STORY)
    trouble.learn(STORY)
    assert none.changed() == (HostRules(HERE, NOW, ""),)
    assert trouble.changed() == ()


def test_rules_over_which_the_parser_breaks_down_are_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_text: str) -> None:
        raise IndexError

    monkeypatch.setattr(Protego, "parse", broken)
    with pytest.raises(NoPage, match=r"its robots\.txt cannot be parsed") as told:
        robots(Web()).delay(STORY)
    assert told.value.state == "blocked"
