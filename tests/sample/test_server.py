import socket
from collections.abc import Callable
from datetime import date

import httpx
import pytest
from protego import Protego

from reportedly.sample import Server, render, world
from reportedly.sample.world import FIRST, LAST

Ask = Callable[..., httpx.Response]

BLAST = "http://meshgara-herald.example/nation/2026/mar/11/zarrun-depot"
WIRE = "http://meridian-wire.example/dispatches/2026-03-03/sarvand-to-visit"
RADIO = "http://caldemont-radio.example/news.xml"


def test_the_host_header_chooses_the_site(last_day: Server, ask: Ask) -> None:
    for site in world.sites().values():
        page = ask(last_day, site.outlet.home)
        assert page.status_code == 200
        assert f"<h1>{site.outlet.name}</h1>" in page.text


def test_a_host_outside_the_world_is_not_answered(last_day: Server, ask: Ask) -> None:
    assert ask(last_day, "http://elsewhere.example/").status_code == 421


def test_every_article_is_served_on_the_last_day(last_day: Server, ask: Ask) -> None:
    for site, piece in world.pieces():
        page = ask(last_day, site.url(piece))
        if piece.withdrawn:
            assert page.status_code == 404, site.url(piece)
            continue
        assert page.status_code == 200, site.url(piece)
        assert page.headers["content-type"] == f"text/html; charset={site.build.charset}"


def test_an_article_is_not_there_before_its_day(ask: Ask) -> None:
    with Server(date(2026, 3, 2)) as server:
        assert ask(server, WIRE).status_code == 404
        server.day = date(2026, 3, 3)
        assert ask(server, WIRE).status_code == 200


def test_a_feed_grows_with_the_days(ask: Ask) -> None:
    with Server(FIRST) as server:
        first = ask(server, "http://meridian-wire.example/atom").text
        server.day = LAST
        last = ask(server, "http://meridian-wire.example/atom").text
    assert first.count("<entry>") == 1
    assert last.count("<entry>") == 15
    assert "week-ahead" in last
    assert "week-ahead" not in first


def test_every_feed_answers_on_the_first_day(ask: Ask) -> None:
    with Server(FIRST) as server:
        for site in world.sites().values():
            for feed in site.outlet.feeds:
                assert ask(server, feed).status_code == 200, feed


def test_an_edited_page_changes_on_the_day_of_the_edit(ask: Ask) -> None:
    with Server(date(2026, 3, 11)) as server:
        before = ask(server, BLAST)
        server.day = date(2026, 3, 12)
        after = ask(server, BLAST)
        feed = ask(server, "http://meshgara-herald.example/feeds/latest.atom").text
    assert "may have killed as many as 14 people" in before.text
    assert "killed nine people" in after.text
    assert "as many as 14" not in after.text
    assert before.headers["etag"] != after.headers["etag"]
    assert "<updated>2026-03-12T11:45:00+03:00</updated>" in feed


@pytest.mark.parametrize("url", [WIRE, "http://meridian-wire.example/atom"])
def test_an_unchanged_page_is_not_sent_again(last_day: Server, ask: Ask, url: str) -> None:
    first = ask(last_day, url)
    by_tag = ask(last_day, url, If_None_Match=first.headers["etag"])
    by_date = ask(last_day, url, If_Modified_Since=first.headers["last-modified"])
    assert (by_tag.status_code, by_tag.content) == (304, b"")
    assert (by_date.status_code, by_date.content) == (304, b"")


def test_a_changed_page_is_sent_again(last_day: Server, ask: Ask) -> None:
    assert ask(last_day, WIRE, If_None_Match='"another"').status_code == 200
    assert ask(last_day, BLAST, If_Modified_Since="Wed, 11 Mar 2026 12:00:00 GMT").status_code == 200
    assert ask(last_day, BLAST, If_Modified_Since="last week").status_code == 200


def test_some_sites_send_only_one_validator(last_day: Server, ask: Ask) -> None:
    agency = ask(last_day, "http://dta.example/en/rss.xml").headers
    local = ask(last_day, "http://balvara-today.example/stories.rss").headers
    assert "last-modified" in agency
    assert "etag" not in agency
    assert "etag" in local
    assert "last-modified" not in local


def test_robots_txt_closes_the_page_that_a_feed_announces(last_day: Server, ask: Ask) -> None:
    (closed,) = [end for site in world.sites().values() for end in site.dead_ends if end.kind == "blocked"]
    rules = Protego.parse(ask(last_day, "http://orsenburg-courier.example/robots.txt").text)
    assert closed.path in ask(last_day, "http://orsenburg-courier.example/rss/all.xml").text
    assert not rules.can_fetch(f"http://orsenburg-courier.example{closed.path}", "reportedly")


def test_robots_txt_leaves_every_article_open(last_day: Server, ask: Ask) -> None:
    for site in world.sites().values():
        told = ask(last_day, f"{site.outlet.home}robots.txt")
        rules = Protego.parse(told.text if told.status_code == 200 else "")
        assert all(rules.can_fetch(site.url(piece), "reportedly") for piece in site.pieces)


def test_a_feed_announces_a_page_that_is_gone(last_day: Server, ask: Ask) -> None:
    (gone,) = [end for site in world.sites().values() for end in site.dead_ends if end.kind == "gone"]
    assert gone.path in ask(last_day, "http://meshgara-herald.example/feeds/latest.atom").text
    assert ask(last_day, f"http://meshgara-herald.example{gone.path}").status_code == 404


def test_one_feed_is_a_page_in_html(last_day: Server, ask: Ask) -> None:
    told = ask(last_day, RADIO)
    assert told.status_code == 200
    assert told.headers["content-type"] == "text/html"
    assert render.SAMPLE in told.text


def test_head_tells_the_length_and_sends_nothing(last_day: Server, ask: Ask) -> None:
    told = ask(last_day, WIRE, method="HEAD")
    assert int(told.headers["content-length"]) == len(ask(last_day, WIRE).content)
    assert told.content == b""


def test_the_server_listens_on_this_machine_only_and_stops() -> None:
    with Server(LAST) as server:
        host, port = server.address.split(":")
        assert host == "127.0.0.1"
        socket.create_connection((host, int(port)), timeout=5).close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((host, int(port)), timeout=5)
