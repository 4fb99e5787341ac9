"""A page over a week, over real HTTP: looked at again after an hour, a day and a week, edited, moved and taken down."""

from itertools import pairwise
from typing import TYPE_CHECKING

from reportedly import pipeline
from reportedly.account import page_events
from reportedly.archive import Archive
from reportedly.session import Session
from tests.gather.conftest import Standing
from tests.gather.herald import HERALD, rss

if TYPE_CHECKING:
    from tests.gather.conftest import Watch
    from tests.loopback import Newsroom

URL = "http://herald.example/fire"
LINES = (
    "The fire may have killed as many as 14 people, a nurse at the harbour hospital said on Monday morning.",
    "Crews came from three towns and brought the flames under control before noon, the fire service reported.",
    "The quay belongs to the port of Orn. Ferries were sent to the western pier until the end of the week.",
)


def page(*lines: str) -> str:
    told = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<html><title>Fire on the quay</title><body><article><h1>Fire on the quay</h1>{told}</article></body></html>"
    )


def look(watch: "Watch", **later: float) -> list[str]:
    """Let time pass, watch and extract; gives what became of the page so far."""
    watch.after(**later)
    desk = Standing(watch.desk.folder, watch.desk.settings, watch.now)
    with Archive(desk.archive) as archive:
        session = Session(desk, watch.ledger, archive)
        pipeline.extract(session)
        pipeline.compare(session)
    return [event.kind for event in page_events.of(watch.ledger, URL)]


def begun(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    room.pages["herald.example/rss"] = room.page(rss("fire"))
    room.pages["herald.example/fire"] = room.page(page(*LINES))
    assert look(watch) == ["seen"]


def test_a_page_is_looked_at_after_an_hour_a_day_and_a_week_and_then_left_alone(
    room: "Newsroom", watch: "Watch"
) -> None:
    begun(room, watch)
    seen = [room.asked().count("herald.example/fire")]
    for minutes in (50, 20, 120, 60 * 20, 60 * 4, 60 * 24 * 3, 60 * 24 * 3, 60 * 24, 60 * 24 * 30):
        look(watch, minutes=minutes)
        seen.append(room.asked().count("herald.example/fire"))
    assert [later - earlier for earlier, later in pairwise(seen)] == [0, 1, 0, 0, 1, 0, 1, 0, 0]
    (event,) = page_events.of(watch.ledger, URL)
    assert event.looks == 4


def test_an_edit_is_seen_an_hour_later_word_by_word(room: "Newsroom", watch: "Watch") -> None:
    begun(room, watch)
    later = LINES[0].replace("may have killed as many as 14", "killed nine")
    room.pages["herald.example/fire"] = room.page(page(later, *LINES[1:]))
    assert look(watch, hours=1) == ["seen", "edited"]
    before, after = watch.ledger.articles.revisions(URL)
    edit = page_events.of(watch.ledger, URL)[1].edit
    assert edit is not None
    changed = [(one.before.of(before.text), one.after.of(after.text)) for one in edit.rewordings]
    assert changed == [("may have", ""), ("as many as 14", "nine")]
    assert watch.ledger.articles.latest(URL) == after


def test_a_page_laid_out_anew_is_no_edit(room: "Newsroom", watch: "Watch") -> None:
    begun(room, watch)
    room.pages["herald.example/fire"] = room.page(
        page(LINES[0].replace(" ", "\n "), *LINES[1:]).replace("<p>", "<p class=x>")
    )
    assert look(watch, hours=1) in (["seen"], ["seen", "laid_out_anew"])


def test_a_page_taken_down_and_put_up_again(room: "Newsroom", watch: "Watch") -> None:
    begun(room, watch)
    room.pages["herald.example/fire"] = room.page("<h1>Not found</h1>", 404)
    assert look(watch, hours=1) == ["seen", "gone"]
    assert look(watch, hours=2) == ["seen", "gone"]
    assert [one.state for one in watch.ledger.outcomes.last() if one.url == URL][:2] == ["gone", "gone"]
    room.pages["herald.example/fire"] = room.page(page(*LINES))
    assert look(watch, hours=24) == ["seen", "gone", "back"]


def test_a_page_that_leads_home_is_gone_and_its_front_page_no_revision(room: "Newsroom", watch: "Watch") -> None:
    begun(room, watch)
    room.pages["herald.example/fire"] = room.page("", 302, Location="/")
    room.pages["herald.example/"] = room.page(page(*(f"Today: {line}" for line in LINES)))
    assert look(watch, hours=1) == ["seen", "gone"]
    assert "front page" in page_events.of(watch.ledger, URL)[1].message
    assert len(watch.ledger.articles.revisions(URL)) == 1
