import gzip
import threading
import time
import zlib
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING

import brotli
import pytest
import zstandard

from reportedly.fetch import Fetcher, Request
from reportedly.fetch.http import verdict
from reportedly.records import Exchange, Outcome

if TYPE_CHECKING:
    from tests.loopback import Newsroom

STORY = "http://herald.example/story"
HERE = "herald.example/story"


def got(fetcher: Fetcher, url: str = STORY) -> Exchange:
    answer = fetcher.get(Request(url))
    assert isinstance(answer, Exchange), answer
    return answer


def failed(fetcher: Fetcher, url: str = STORY) -> Outcome:
    answer = fetcher.get(Request(url))
    assert isinstance(answer, Outcome), answer
    assert answer.url == url
    return answer


def test_a_page_comes_with_all_that_was_said(room: "Newsroom") -> None:
    room.pages[HERE] = room.page("<p>Ferries resume.</p>", Content_Type="text/html; charset=utf-8", ETag='"7"')
    with room.fetcher(user_agent="desk/1") as fetcher:
        answer = got(fetcher)
    assert answer.url == STORY
    assert answer.body == b"<p>Ferries resume.</p>"
    assert (answer.status, answer.reason, answer.etag) == (200, "OK", '"7"')
    assert ("Host", "herald.example") in answer.request_headers
    assert ("User-Agent", "desk/1") in answer.request_headers
    assert ("Content-Type", "text/html; charset=utf-8") in answer.response_headers
    assert answer.received is None
    assert answer.landed is None
    assert abs(datetime.now(UTC) - answer.fetched_at) < timedelta(seconds=10)


def test_the_host_sees_the_name_that_was_asked_for(room: "Newsroom") -> None:
    room.pages[HERE] = room.page("x")
    with room.fetcher() as fetcher:
        got(fetcher)
    assert room.headers(HERE)["host"] == "herald.example"


def test_nothing_new_is_an_outcome(room: "Newsroom") -> None:
    room.pages[HERE] = room.page("", 304)
    with room.fetcher() as fetcher:
        answer = fetcher.get(Request(STORY, etag='"7"', last_modified="Mon, 03 Jun 2024 08:00:00 GMT"))
    assert isinstance(answer, Outcome)
    assert answer.state == "unchanged"
    assert room.headers(HERE)["if-none-match"] == '"7"'
    assert room.headers(HERE)["if-modified-since"] == "Mon, 03 Jun 2024 08:00:00 GMT"


@pytest.mark.parametrize(
    ("status", "state", "words"),
    [
        (404, "gone", "404"),
        (410, "gone", "not there any more"),
        (403, "failed", "answered 403 Forbidden"),
        (500, "failed", "answered 500"),
        (304, "unchanged", "not changed"),
    ],
)
def test_each_status_has_its_outcome(room: "Newsroom", status: int, state: str, words: str) -> None:
    room.pages[HERE] = room.page("", status)
    with room.fetcher() as fetcher:
        outcome = failed(fetcher)
    assert outcome.state == state
    assert words in outcome.message


def test_a_redirect_keeps_the_url_asked_for_and_says_where_it_led(room: "Newsroom") -> None:
    room.pages[HERE] = room.redirect("/moved", 301)
    room.pages["herald.example/moved"] = room.redirect("http://www.herald.example/new?a=1#top")
    room.pages["www.herald.example/new?a=1"] = room.page("here")
    with room.fetcher() as fetcher:
        answer = got(fetcher)
    assert (answer.url, answer.landed) == (STORY, "http://www.herald.example/new?a=1")
    assert answer.body == b"here"


def test_redirects_that_never_end_do_end(room: "Newsroom") -> None:
    room.pages[HERE] = room.redirect("/0")
    for number in range(20):
        room.pages[f"herald.example/{number}"] = room.redirect(f"/{number + 1}")
    with room.fetcher() as fetcher:
        assert "more than 10 times" in failed(fetcher).message
    assert len(room.asked()) == 11


def test_redirects_in_a_circle_end_where_it_closes(room: "Newsroom") -> None:
    room.pages[HERE] = room.redirect("/there")
    room.pages["herald.example/there"] = room.redirect(STORY)
    with room.fetcher() as fetcher:
        assert "in a circle" in failed(fetcher).message
    assert len(room.asked()) == 2


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "gopher://herald.example/", "mailto:desk@herald.example", "javascript:alert(1)"]
)
def test_a_redirect_out_of_the_web_is_not_followed(room: "Newsroom", target: str) -> None:
    room.pages[HERE] = room.redirect(target)
    with room.fetcher() as fetcher:
        assert "no web address" in failed(fetcher).message


PACKED = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.compress,
    "gzip, br": lambda words: brotli.compress(gzip.compress(words)),
}


@pytest.mark.parametrize("coding", [*PACKED, "bare deflate"])
def test_a_packed_page_is_unpacked_and_kept_as_it_came(room: "Newsroom", coding: str) -> None:
    words = b"<p>The bridge is open.</p>" * 50
    bare = zlib.compressobj(wbits=-15)
    packed = PACKED[coding](words) if coding in PACKED else bare.compress(words) + bare.flush()
    room.pages[HERE] = room.page(packed, Content_Encoding=coding.removeprefix("bare "))
    with room.fetcher() as fetcher:
        answer = got(fetcher)
    assert answer.body == words
    assert answer.received == packed


@pytest.mark.parametrize(
    ("packed", "coding", "words"),
    [
        (b"plain words", "gzip", "cannot be unpacked"),
        (gzip.compress(b"x" * 5000, mtime=0)[:-9], "gzip", "ends too early"),
        (b"plain words", "br", "cannot be unpacked"),
        (brotli.compress(b"words " * 500)[:-5], "br", "ends too early"),
        (b"plain words", "zstd", "cannot be unpacked"),
        (zstandard.compress(b"words " * 500)[:-5], "zstd", "ends too early"),
        (b"\x1f\x9d\x90", "compress", "not asked for"),
        (b"x", "gzip, br, gzip", "packed 3 times over"),
    ],
)
def test_a_badly_packed_page_is_told(room: "Newsroom", packed: bytes, coding: str, words: str) -> None:
    room.pages[HERE] = room.page(packed, Content_Encoding=coding)
    with room.fetcher() as fetcher:
        assert words in failed(fetcher).message


def test_a_charset_where_a_coding_belongs_is_passed_over(room: "Newsroom") -> None:
    room.pages[HERE] = room.page("words", Content_Encoding="UTF-8")
    with room.fetcher() as fetcher:
        assert got(fetcher).body == b"words"


def test_too_large_a_page_is_broken_off(room: "Newsroom") -> None:
    room.pages[HERE] = room.page(b"x" * 300_000)
    with room.fetcher(max_bytes=100_000) as fetcher:
        assert "more than 100,000 bytes" in failed(fetcher).message


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_small_page_that_unpacks_to_a_huge_one_is_broken_off(room: "Newsroom", coding: str) -> None:
    room.pages[HERE] = room.page(PACKED[coding](b"\0" * 50_000_000), Content_Encoding=coding)
    with room.fetcher(max_bytes=100_000) as fetcher:
        assert "unpacks to more than 100,000 bytes" in failed(fetcher).message


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_a_thousandfold_bomb_is_broken_off_even_below_the_size_limit(room: "Newsroom", coding: str) -> None:
    room.pages[HERE] = room.page(PACKED[coding](b"\0" * 9_000_000), Content_Encoding=coding)
    with room.fetcher() as fetcher:
        assert "unpacks to more than" in failed(fetcher).message


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        handler.wfile.write(b"2710\r\n" + b"a" * 10_000 + b"\r\n")


def test_an_endless_stream_is_cut(room: "Newsroom") -> None:
    room.pages[HERE] = endless
    with room.fetcher(max_bytes=500_000) as fetcher:
        assert "more than 500,000 bytes" in failed(fetcher).message


def dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n")
    for _ in range(100):
        handler.wfile.write(b"X-More: a\r\n")
        time.sleep(0.05)


def test_a_host_that_drips_runs_into_the_time_limit(room: "Newsroom") -> None:
    room.pages[HERE] = dripping
    began = time.monotonic()
    with room.fetcher(timeout=0.5) as fetcher:
        assert "no complete answer within 0.5 seconds" in failed(fetcher).message
    assert time.monotonic() - began < 2


def cut_short(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf a st")
    handler.close_connection = True


def test_a_page_cut_short_is_no_page(room: "Newsroom") -> None:
    room.pages[HERE] = cut_short
    with room.fetcher() as fetcher:
        assert "broke off" in failed(fetcher).message


def not_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 mail.example ESMTP\r\n")
    handler.close_connection = True


def test_what_is_not_http_is_told(room: "Newsroom") -> None:
    room.pages[HERE] = not_http
    with room.fetcher() as fetcher:
        assert "did not answer in HTTP" in failed(fetcher).message


def test_an_unreachable_host_is_told(room: "Newsroom") -> None:
    with room.fetcher(resolve={"dead.example": "127.0.0.1:1"}) as fetcher:
        assert "refuses the connection" in failed(fetcher, "http://dead.example/").message


def test_an_unknown_host_is_told(room: "Newsroom") -> None:
    with room.fetcher() as fetcher:
        assert "no known host name" in failed(fetcher, "http://no-such-host.invalid/").message


def test_a_host_without_tls_is_told(room: "Newsroom") -> None:
    with room.fetcher() as fetcher:
        assert "TLS" in failed(fetcher, "https://herald.example/").message


@pytest.mark.parametrize(
    "url",
    ["", "story", "ftp://herald.example/", "http:///x", "http://a b/", "http://herald.example:99999/", "http://[::1/"],
)
def test_what_is_no_web_address_is_told(room: "Newsroom", url: str) -> None:
    with room.fetcher() as fetcher:
        assert failed(fetcher, url).state == "failed"
    assert room.requests == []


def test_a_user_name_in_an_address_is_refused(room: "Newsroom") -> None:
    with room.fetcher() as fetcher:
        assert failed(fetcher, "http://herald.example@bank.example/").state == "blocked"
    assert room.requests == []


# -- robots.txt and politeness ----------------------------------------------------------------------------------------


def test_robots_txt_is_obeyed_and_asked_for_once(room: "Newsroom") -> None:
    room.pages["herald.example/robots.txt"] = room.page("User-agent: *\nDisallow: /private")
    room.pages["herald.example/a"] = room.page("a")
    with room.fetcher() as fetcher:
        got(fetcher, "http://herald.example/a")
        assert failed(fetcher, "http://herald.example/private/b").state == "blocked"
    assert room.asked(robots=True) == ["herald.example/robots.txt", "herald.example/a"]


def test_rules_for_our_own_name_come_first(room: "Newsroom") -> None:
    room.pages["herald.example/robots.txt"] = room.page("User-agent: *\nAllow: /\n\nUser-agent: desk\nDisallow: /")
    with room.fetcher(user_agent="desk/1.0 (+http://desk.example)") as fetcher:
        assert failed(fetcher).state == "blocked"


def test_a_redirect_to_a_forbidden_page_is_not_followed(room: "Newsroom") -> None:
    room.pages["wire.example/robots.txt"] = room.page("User-agent: *\nDisallow: /")
    room.pages[HERE] = room.redirect("http://wire.example/story")
    with room.fetcher() as fetcher:
        assert failed(fetcher).state == "blocked"
    assert "wire.example/story" not in room.asked()


def test_a_host_in_trouble_is_not_asked(room: "Newsroom") -> None:
    room.pages["herald.example/robots.txt"] = room.page("", 503)
    with room.fetcher() as fetcher:
        assert "not asked until it recovers" in failed(fetcher).message
    assert room.asked() == []


def test_a_dead_host_is_tried_once_not_for_every_page(room: "Newsroom") -> None:
    with room.fetcher(resolve={"dead.example": "127.0.0.1:1"}) as fetcher:
        answers = list(fetcher.get_all(Request(f"http://dead.example/{n}") for n in range(500)))
        (state,) = fetcher.host_states()
    assert len(answers) == 500
    assert {answer.state for _, answer in answers if isinstance(answer, Outcome)} == {"failed"}
    assert (state.host, state.failures) == ("dead.example", 3)


def mute(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1)
    handler.close_connection = True


def test_a_host_that_falls_silent_costs_a_few_timeouts_not_one_a_page(room: "Newsroom") -> None:
    room.pages.update({f"herald.example/{n}": mute for n in range(100)})
    room.pages["wire.example/0"] = room.page("x")
    began = time.monotonic()
    with room.fetcher(timeout=0.3) as fetcher:
        urls = [f"http://herald.example/{n}" for n in range(100)]
        answers = {
            request.url: answer for request, answer in fetcher.get_all(map(Request, ["http://wire.example/0", *urls]))
        }
        (state,) = fetcher.host_states()
    assert time.monotonic() - began < 3
    assert len(room.asked()) == 4
    assert sum("put off until" in answer.message for answer in answers.values() if isinstance(answer, Outcome)) == 97
    assert state.not_before
    assert "could not be reached 3 times on end" in state.message
    assert isinstance(answers["http://wire.example/0"], Exchange)


def test_requests_to_one_host_keep_their_distance(room: "Newsroom") -> None:
    for n in range(3):
        room.pages[f"herald.example/{n}"] = room.page("x")
    with room.fetcher(per_host_delay=0.2) as fetcher:
        began = time.monotonic()
        for n in range(3):
            got(fetcher, f"http://herald.example/{n}")
    assert 0.6 <= time.monotonic() - began < 2  # robots.txt is a request too


def test_a_crawl_delay_is_kept(room: "Newsroom") -> None:
    room.pages["herald.example/robots.txt"] = room.page("User-agent: *\nCrawl-delay: 0.4")
    room.pages["herald.example/a"] = room.pages["herald.example/b"] = room.page("x")
    with room.fetcher() as fetcher:
        began = time.monotonic()
        got(fetcher, "http://herald.example/a")
        got(fetcher, "http://herald.example/b")
    assert time.monotonic() - began >= 0.4


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_left_alone(room: "Newsroom", status: int) -> None:
    room.pages[HERE] = room.page("", status, Retry_After="120")
    with room.fetcher() as fetcher:
        assert "left alone for 120 seconds" in failed(fetcher).message
        assert "not asked: herald.example wants to be left alone" in failed(fetcher, "http://herald.example/b").message
        assert fetcher.resting("http://herald.example/b")
    assert room.asked() == [HERE]


def test_a_short_rest_is_waited_for(room: "Newsroom") -> None:
    room.pages[HERE] = room.page("", 503, Retry_After="1")
    room.pages["herald.example/b"] = room.page("x")
    with room.fetcher() as fetcher:
        assert "left alone for 1 seconds" in failed(fetcher).message
        began = time.monotonic()
        assert not fetcher.resting("http://herald.example/b")
        got(fetcher, "http://herald.example/b")
    assert time.monotonic() - began > 0.9


def test_too_many_requests_means_rest_even_where_it_is_not_said_for_how_long(room: "Newsroom") -> None:
    room.pages[HERE] = room.page("", 429)
    with room.fetcher() as fetcher:
        assert "left alone for 900 seconds" in failed(fetcher).message


def test_a_page_for_money_is_paywalled(room: "Newsroom") -> None:
    room.pages[HERE] = room.page("", 402)
    with room.fetcher() as fetcher:
        assert failed(fetcher).state == "paywalled"


# -- many at once -----------------------------------------------------------------------------------------------------


def slow(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(0.3)
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")


def test_hosts_are_asked_side_by_side(room: "Newsroom") -> None:
    hosts = [f"h{n}.example" for n in range(6)]
    room.pages.update({f"{host}/": slow for host in hosts})
    with room.fetcher(parallel_hosts=6) as fetcher:
        began = time.monotonic()
        answers = list(fetcher.get_all(Request(f"http://{host}/") for host in hosts))
    assert time.monotonic() - began < 1.2
    assert {request.url for request, _ in answers} == {f"http://{host}/" for host in hosts}
    assert all(isinstance(answer, Exchange) for _, answer in answers)


def test_a_patient_host_holds_up_no_other(room: "Newsroom") -> None:
    hosts = [f"h{n}.example" for n in range(20)]
    room.pages.update({f"{host}/{n}": room.page("x") for host in hosts for n in range(3)})
    with room.fetcher(parallel_hosts=2, per_host_delay=0.3) as fetcher:
        began = time.monotonic()
        answers = list(fetcher.get_all(Request(f"http://{host}/{n}") for host in hosts for n in range(3)))
    assert len(answers) == 60
    assert time.monotonic() - began < 6  # one host after another they would take 18 seconds


def test_one_host_is_never_asked_twice_at_once(room: "Newsroom") -> None:
    busy, most, lock = [0], [0], threading.Lock()

    def counted(handler: BaseHTTPRequestHandler) -> None:
        with lock:
            busy[0] += 1
            most[0] = max(most[0], busy[0])
        time.sleep(0.02)
        with lock:
            busy[0] -= 1  # before the answer: the next question may come as soon as that is out
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")

    room.pages.update({f"herald.example/{n}": counted for n in range(10)})
    with room.fetcher() as fetcher:
        assert len(list(fetcher.get_all(Request(f"http://herald.example/{n}") for n in range(10)))) == 10
    assert most == [1]


def test_leaving_early_leaves_no_thread_and_no_wait(room: "Newsroom") -> None:
    def never(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(20)
        handler.close_connection = True

    room.pages["a.example/"] = room.page("x")
    room.pages.update({f"b{n}.example/": never for n in range(3)})
    before = {thread for thread in threading.enumerate() if thread.name.startswith("fetch")}
    began = time.monotonic()
    with room.fetcher(timeout=30.0) as fetcher:
        urls = ["http://a.example/", *(f"http://b{n}.example/" for n in range(3))]
        for request, _ in fetcher.get_all(map(Request, urls)):
            assert request.url == "http://a.example/"
            time.sleep(0.2)
            break
        assert isinstance(fetcher.get(Request("http://a.example/")), Exchange)
    assert time.monotonic() - began < 3
    assert {thread for thread in threading.enumerate() if thread.name.startswith("fetch ")} <= before


def test_no_requests_no_answers(room: "Newsroom") -> None:
    with room.fetcher() as fetcher:
        assert list(fetcher.get_all([])) == []


def test_what_nobody_foresaw_is_the_outcome_of_its_address(room: "Newsroom", monkeypatch: pytest.MonkeyPatch) -> None:
    room.pages[HERE] = room.page("<p>Ferries resume.</p>")
    whole = verdict.page

    def picky(answer: Exchange, host: str) -> Exchange:
        if host == "odd.example":
            raise AssertionError
        return whole(answer, host)

    monkeypatch.setattr(verdict, "page", picky)
    room.pages["odd.example/"] = room.page("odd")
    with room.fetcher() as fetcher:
        answers = dict(fetcher.get_all([Request("http://odd.example/"), Request(STORY)]))
    odd = answers[Request("http://odd.example/")]
    assert isinstance(odd, Outcome)
    assert (odd.state, odd.message) == (
        "failed",
        "the answer cannot be parsed: the parser broke down (AssertionError)",
    )
    assert isinstance(answers[Request(STORY)], Exchange)
