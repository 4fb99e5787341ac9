"""What is to be told is sent once, in time, tried again where it is not taken, and never lost."""

import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportedly.alerting import Sent, send
from reportedly.alerting.sending import PAUSES
from reportedly.alerting.webhook import signature
from reportedly.ledger import Ledger
from reportedly.records import Capture, Judgement, SavedSearch
from reportedly.settings import Desk
from tests.alerting.conftest import NOW, Hour, Receiver, alert, article

HEADLINES = ["Rain over Varn. 0", "Rain over Varn. 1"]


def headlines(receiver: Receiver) -> list[list[str]]:
    return [sorted(item["headline"] for item in one.told["items"]) for one in receiver.taken]


def test_what_is_matched_from_now_on_is_told_once_and_signed(
    desk: Desk, ledger: Ledger, rain: SavedSearch, receiver: Receiver
) -> None:
    ledger.articles.file(article(7))
    ledger.alerts.put(alert(rain))
    assert send(desk, ledger) == Sent()
    ledger.articles.file_all([article(0), article(1), article(2, "Sun over Varn.")])
    assert (send(desk, ledger), send(desk, ledger)) == (Sent(1, 0), Sent())
    assert headlines(receiver) == [HEADLINES]
    (one,) = receiver.taken
    at, _, signed = one.headers["reportedly-signature"].removeprefix("t=").partition(",v1=")
    assert signed == signature("seven herons", int(at), one.body)
    assert one.headers["reportedly-id"] == one.told["id"]
    (item, _) = one.told["items"]
    assert (one.told["search"], item["outlet"], item["independent"]) == ("Rain", "herald", None)


def test_a_digest_waits_for_its_hour_in_its_zone(
    desk: Desk, ledger: Ledger, rain: SavedSearch, receiver: Receiver, hour: Hour
) -> None:
    ledger.alerts.put(alert(rain, pace="daily", hour=time(8), zone="Asia/Karachi"))
    for n in (0, 1):
        ledger.articles.file(article(n))
        assert send(desk, ledger) == Sent()
    hour.at = datetime(2031, 5, 21, 2, 59, tzinfo=UTC)
    assert send(desk, ledger) == Sent()
    hour.at += timedelta(minutes=1)
    assert send(desk, ledger) == Sent(1, 0)
    hour.at += timedelta(hours=5)
    assert send(desk, ledger) == Sent()
    assert headlines(receiver) == [HEADLINES]


def test_a_weekly_digest_comes_on_its_day(
    desk: Desk, ledger: Ledger, rain: SavedSearch, receiver: Receiver, hour: Hour
) -> None:
    ledger.alerts.put(alert(rain, pace="weekly", weekday=4))  # made on a Tuesday
    ledger.articles.file(article(0))
    sent = []
    for days in range(8):
        hour.at = NOW + timedelta(days=days)
        sent.append(send(desk, ledger).sent)
    assert sent == [0, 0, 0, 1, 0, 0, 0, 0]
    assert headlines(receiver) == [HEADLINES[:1]]


def test_quiet_hours_put_off_what_comes_in_them(
    desk: Desk, ledger: Ledger, rain: SavedSearch, receiver: Receiver, hour: Hour
) -> None:
    ledger.alerts.put(alert(rain, quiet_from=time(22), quiet_until=time(6)))
    for at, n in ((datetime(2031, 5, 20, 23, tzinfo=UTC), 0), (datetime(2031, 5, 21, 3, tzinfo=UTC), 1)):
        hour.at = at
        ledger.articles.file(article(n))
        assert send(desk, ledger) == Sent()
    hour.at = datetime(2031, 5, 21, 6, tzinfo=UTC)
    assert send(desk, ledger) == Sent(2, 0)
    assert headlines(receiver) == [HEADLINES[:1], HEADLINES[1:]]


def test_a_muted_alert_tells_after_its_day(
    desk: Desk, ledger: Ledger, rain: SavedSearch, receiver: Receiver, hour: Hour
) -> None:
    ledger.alerts.put(alert(rain))
    ledger.alerts.mute("w1", date(2031, 5, 22))
    ledger.articles.file(article(0))
    assert send(desk, ledger) == Sent()
    hour.at = datetime(2031, 5, 22, tzinfo=UTC)
    assert send(desk, ledger) == Sent(1, 0)
    ledger.alerts.mute("w1", date(2031, 5, 30))
    ledger.articles.file(article(1))
    assert send(desk, ledger) == Sent()
    ledger.alerts.mute("w1", None)
    hour.at = datetime(2031, 5, 30, tzinfo=UTC)
    assert send(desk, ledger) == Sent(1, 0)
    assert headlines(receiver) == [HEADLINES[:1], HEADLINES[1:]]


def test_what_does_not_match_any_more_is_not_told_and_what_was_told_is_not_told_again(
    desk: Desk, ledger: Ledger, rain: SavedSearch, receiver: Receiver, hour: Hour
) -> None:
    ledger.alerts.put(alert(rain, quiet_from=time(11), quiet_until=time(13)))
    texts = ["Rain over Varn.", "Sun over Varn.", "Rain over Varn again."]
    for n, text in enumerate(texts):
        ledger.captures.put(Capture(f"c{n}", article(0).url, NOW, 200, "text/html", "0", 9, "a.warc", n))
        own = article(0, text)
        ledger.articles.file(replace(own, capture=f"c{n}"))
        if n == 0:
            assert send(desk, ledger) == Sent()
        if n == 1:
            hour.at = NOW + timedelta(hours=2)
            assert send(desk, ledger) == Sent()
            assert [one.state for one in ledger.alerts.messages(["w1"])] == ["dropped"]
    assert send(desk, ledger) == Sent(1, 0)
    assert headlines(receiver) == [["Rain over Varn again. 0"]]


def test_what_is_not_taken_is_tried_again_with_growing_pauses_kept_and_given_up(
    desk: Desk, ledger: Ledger, rain: SavedSearch, receiver: Receiver, hour: Hour
) -> None:
    ledger.alerts.put(alert(rain))
    ledger.articles.file(article(0))
    receiver.status = 500
    for tries, pause in enumerate((*PAUSES, timedelta()), 1):
        assert send(desk, ledger) == Sent(0, 1)
        (kept,) = ledger.alerts.messages(["w1"])
        assert (kept.tries, kept.why) == (tries, "hooks.example answered 500 Internal Server Error")
        assert send(desk, ledger) == Sent()
        hour.at += pause
    assert kept.state == "failed"
    assert len({one.headers["reportedly-id"] for one in receiver.taken}) == 1
    receiver.status = 204
    ledger.alerts.again(kept.id, hour.at)
    assert send(desk, ledger) == Sent(1, 0)
    assert headlines(receiver)[-1] == HEADLINES[:1]


@pytest.mark.parametrize("target", ["http://127.0.0.1:{port}/in", "http://localhost:{port}/in", "http://10.0.0.1/in"])
def test_a_private_address_is_never_asked(
    desk: Desk, ledger: Ledger, rain: SavedSearch, receiver: Receiver, target: str
) -> None:
    ledger.alerts.put(alert(rain, target=target.format(port=receiver.port)))
    ledger.articles.file(article(0))
    assert send(desk, ledger) == Sent(0, 1)
    assert "never asked" in ledger.alerts.messages(["w1"])[0].why
    assert receiver.taken == []


def test_a_redirect_is_not_followed(desk: Desk, ledger: Ledger, rain: SavedSearch, receiver: Receiver) -> None:
    ledger.alerts.put(alert(rain))
    ledger.articles.file(article(0))
    receiver.status = 302
    assert send(desk, ledger) == Sent(0, 1)
    assert [one.path for one in receiver.taken] == ["/in"]
    assert "redirects are not followed" in ledger.alerts.messages(["w1"])[0].why


def test_a_test_is_sent_that_tells_of_nothing(
    desk: Desk, ledger: Ledger, rain: SavedSearch, receiver: Receiver
) -> None:
    ledger.alerts.put(alert(rain))
    ledger.alerts.test("w1", NOW)
    assert send(desk, ledger) == Sent(1, 0)
    assert headlines(receiver) == [[]]


def test_what_people_withdrew_meanwhile_is_not_told(
    desk: Desk, ledger: Ledger, rain: SavedSearch, receiver: Receiver, hour: Hour
) -> None:
    ledger.alerts.put(alert(rain, pace="daily"))
    ledger.articles.file_all([article(0), article(1)])
    ledger.judgements.put(Judgement("j1", "Ada", NOW, "withdraw", article(1).id))
    hour.at = NOW + timedelta(days=1)
    assert send(desk, ledger) == Sent(1, 0)
    assert headlines(receiver) == [HEADLINES[:1]]


def test_a_search_that_was_taken_away_alerts_nobody_until_it_is_back(
    desk: Desk, ledger: Ledger, rain: SavedSearch, receiver: Receiver
) -> None:
    ledger.alerts.put(alert(rain))
    ledger.articles.file(article(0))
    ledger.searches.remove(rain.id, NOW)
    assert send(desk, ledger) == Sent()
    ledger.searches.restore(rain.id)
    assert send(desk, ledger) == Sent(1, 0)
    assert headlines(receiver) == [HEADLINES[:1]]


KILLED = """
import sys
from pathlib import Path
from reportedly.alerting import send
from reportedly.ledger import open_ledger
from reportedly.settings import Desk, FetchSettings, Settings
folder, port = Path(sys.argv[1]), sys.argv[2]
desk = Desk(folder, Settings(fetch=FetchSettings(timeout=5.0, resolve={"hooks.example": f"127.0.0.1:{port}"})))
with open_ledger(f"sqlite:///{folder}/ledger.db") as ledger:
    print("ready", flush=True)
    sys.stdin.readline()
    send(desk, ledger)
"""


@pytest.mark.process("it is killed")
def test_a_run_that_is_killed_before_it_heard_the_answer_sends_again_with_the_same_id(
    desk: Desk, ledger: Ledger, rain: SavedSearch, receiver: Receiver, tmp_path: Path
) -> None:
    ledger.alerts.put(alert(rain))
    ledger.articles.file_all([article(0), article(1)])
    for _ in range(3):
        command = [sys.executable, "-c", KILLED, str(tmp_path), str(receiver.port)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
            assert run.stdout
            assert run.stdin
            run.stdout.readline()
            receiver.before = run.kill
            run.stdin.write("\n")
            run.stdin.flush()
            assert run.wait() != 0
    receiver.before = lambda: None
    assert [one.state for one in ledger.alerts.messages(["w1"])] == ["waiting"]
    desk.clock().at = datetime.now(UTC)  # type: ignore[attr-defined]
    assert send(desk, ledger) == Sent(1, 0)
    assert headlines(receiver) == [HEADLINES] * 4
    assert len({one.told["id"] for one in receiver.taken}) == 1
