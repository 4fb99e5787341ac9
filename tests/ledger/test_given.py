"""What is given out of events and expectations, and that what goes is told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from reportedly import clock
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import (
    Article,
    Change,
    Event,
    EventRow,
    FollowUp,
    Gist,
    Judgement,
    Participant,
    Reading,
    Story,
    StoryArticle,
    Window,
)
from reportedly.text import Span
from tests.ledger.conftest import Another
from tests.postgres import LARGE
from tests.telling import tell

NOW = datetime(2031, 5, 21, 6, tzinfo=UTC)
URL = "https://herald.example/talks"
Hand = tuple[Callable[..., Article], Callable[..., Reading], Callable[[Reading], Gist]]


def rows(ledger: Ledger) -> dict[str, EventRow]:
    return {one.id: one.row for one in ledger.given.events()}


def test_an_event_is_given_out_with_the_public_people_in_it_alone(
    ledger: Ledger, filed: Callable[..., Article], article: Callable[..., Article]
) -> None:
    filed(ledger, article())
    assert ledger.given.waiting() == 1
    assert ledger.given.bring_up_to_date(NOW) == 1
    (one,) = ledger.given.events()
    assert (one.revision, one.edition, one.gone, one.at) == (1, 1, None, NOW)
    assert (one.row.type, one.row.status, one.row.happened) == ("CONSULT", "expected", False)
    assert [who.name for who in one.row.actors] == ["Oda Brell"]
    assert "Tam Wick" not in str(one)
    assert (one.row.start, one.row.end, one.row.vague) == (date(2031, 5, 26), date(2031, 6, 1), True)
    assert one.row.site is not None
    assert (one.row.site.lat, one.row.site.lon) == (12.5, -7.25)
    assert ledger.given.bring_up_to_date(NOW) == ledger.given.waiting() == 0


def test_words_with_a_capital_in_them_may_be_a_private_person_and_are_not_told(
    ledger: Ledger, article: Callable[..., Article], hand: Hand
) -> None:
    written = article(text="Crowd gathers\n\nProtesters marched with Tam Wick, and two farmers left.")
    read = hand[1](written)
    at = written.text.index
    who = tuple(
        Participant(Span(at(words), at(words) + len(words))) for words in ("Protesters", "Tam Wick", "two farmers")
    )
    march = Event(id="v-9", trigger=Span(at("marched"), at("marched") + 7), type="PROTEST", actors=who)
    ledger.articles.file(written)
    _file(ledger, hand, replace(read, events=(march,), expectations=()))
    ledger.given.bring_up_to_date(NOW)
    (one,) = ledger.given.events()
    assert [party.words for party in one.row.actors] == ["two farmers"]


def test_a_region_has_no_point(ledger: Ledger, article: Callable[..., Article], hand: Hand) -> None:
    read = hand[1](article())
    places = tuple(replace(e, precision="region") if e.kind == "place" else e for e in read.entities)
    ledger.articles.file(article())
    _file(ledger, hand, replace(read, entities=places))
    ledger.given.bring_up_to_date(NOW)
    (one,) = ledger.given.events()
    assert one.row.site is not None
    assert (one.row.site.name, one.row.site.lat, one.row.site.lon) == ("Varn", None, None)


def test_why_a_row_went_is_told(
    ledger: Ledger, filed: Callable[..., Article], article: Callable[..., Article], hand: Hand
) -> None:
    first = filed(ledger, article())
    ledger.given.bring_up_to_date(NOW)
    assert ledger.upkeep.set_aside(date(2032, 1, 1), NOW, lambda *_: None) == 1
    ledger.given.bring_up_to_date(NOW)
    assert [(one.gone, one.revision) for one in ledger.given.events(gone=True)] == [("set aside", 2)]
    read = hand[1](first)
    _file(ledger, hand, replace(read, events=(), expectations=()))
    ledger.given.bring_up_to_date(NOW)
    _file(ledger, hand, read)
    ledger.given.bring_up_to_date(NOW)
    assert [one.revision for one in ledger.given.events()] == [3]
    filed(ledger, article(text=first.text + " It rained."))
    ledger.given.bring_up_to_date(NOW)
    assert [one.gone for one in ledger.given.events(gone=True)] == ["edited"]


def test_what_people_withdraw_is_told_as_withdrawn_and_comes_back(
    ledger: Ledger, article: Callable[..., Article], hand: Hand
) -> None:
    read = hand[1](article())
    ledger.articles.file(article())
    _file(ledger, hand, replace(read, events=(replace(read.events[0], id="v1"),), expectations=()))
    ledger.given.bring_up_to_date(NOW)
    _judge(ledger, f"{article().id}:v1")
    ledger.given.bring_up_to_date(NOW)
    assert [one.gone for one in ledger.given.events(gone=True)] == ["withdrawn"]
    _judge(ledger, f"{article().id}:v1")
    ledger.given.bring_up_to_date(NOW)
    assert [one.revision for one in ledger.given.events()] == [3]


def test_an_expectation_that_nobody_announces_any_more_stays_as_one_that_went(ledger: Ledger) -> None:
    day = date(2031, 6, 1)
    expected = FollowUp("f-1", "CONSULT", (), date(2031, 5, 20), Window(day, day), "certain")
    ledger.followups.put([expected])
    ledger.given.bring_up_to_date(NOW)
    ledger.followups.put([replace(expected, history=(Change(day, "cancelled"),))])
    ledger.given.bring_up_to_date(NOW + timedelta(hours=1))
    (one,) = ledger.given.expectations()
    assert (one.revision, one.at, one.row.state) == (2, NOW + timedelta(hours=1), "cancelled")
    with ledger.following.at_work("hand") as shelf:
        shelf.drop("f-1")
    ledger.given.bring_up_to_date(NOW)
    assert not [*ledger.given.expectations()]
    assert [(one.id, one.gone, one.revision) for one in ledger.given.expectations(gone=None)] == [
        ("f-1", "expected no more", 3)
    ]


# -- whatever comes, in any order -------------------------------------------------------------------------------------

URLS = tuple(f"https://herald.example/{n}" for n in range(3))
TEXTS = ("Talks in Varn", "Talks in Varn put off", "Varn waits")
DOINGS = st.one_of(
    st.tuples(st.just("file"), st.sampled_from(URLS), st.sampled_from(TEXTS), st.integers(0, 7)),
    st.tuples(st.just("read"), st.sampled_from(URLS), st.just(""), st.integers(0, 7)),
    st.tuples(st.just("aside"), st.just(""), st.just(""), st.just(0)),
    st.tuples(st.just("stories"), st.just(""), st.just(""), st.integers(0, 7)),
    st.tuples(st.just("judge"), st.sampled_from(URLS), st.just(""), st.integers(0, 7)),
    st.tuples(st.just("fetch"), st.just(""), st.just(""), st.just(0)),
)


class Taker:
    """Somebody who keeps a table by taking what came since, and striking what went."""

    def __init__(self) -> None:
        self.edition = 0
        self.table: dict[str, tuple[int, EventRow]] = {}

    def take(self, ledger: Ledger) -> None:
        reached = ledger.given.edition()
        for one in ledger.given.events(after=self.edition, gone=True):
            self.table.pop(one.id, None)
        for one in ledger.given.events(after=self.edition):
            assert self.table.get(one.id, (0, None))[0] < one.revision
            self.table[one.id] = one.revision, one.row
        self.edition = reached


@pytest.mark.slow
@given(doings=st.lists(DOINGS, max_size=14))
@settings(max_examples=8 if LARGE else 40, deadline=None)
def test_a_table_less_what_went_with_what_came_is_the_table_of_now(
    doings: list[tuple[str, str, str, int]], hand: Hand, another: Another
) -> None:
    """Read anew, edited, set aside, brought back, judged, grouped and regrouped, fetched at any moment."""
    taker, seldom = Taker(), Taker()
    with fresh(another) as ledger:
        for doing in (*doings, ("fetch", "", "", 0)):
            _do(ledger, hand, doing)
            if doing[0] == "fetch":
                ledger.given.bring_up_to_date(NOW)
                taker.take(ledger)
                now = {one.id: (one.revision, one.row) for one in ledger.given.events()}
                assert taker.table == now
                assert {own: row for own, (_, row) in now.items()} == _by_hand(ledger)
        seldom.take(ledger)
        assert seldom.table == taker.table


def _do(ledger: Ledger, hand: Hand, doing: tuple[str, str, str, int]) -> None:
    what, url, text, n = doing
    write, read, _ = hand
    if what == "file":
        written = write(url, text + "\n\nOda Brell said talks would open in Varn next week.")
        ledger.articles.file(written)
        _file(ledger, hand, _seen(read(written), n))
    elif what == "read" and (known := ledger.articles.latest(url)):
        _file(ledger, hand, _seen(read(known), n))
    elif what == "aside":
        ledger.upkeep.set_aside(date(2032, 1, 1), NOW, lambda *_: None)
    elif what == "judge" and (known := ledger.articles.latest(url)):
        _judge(ledger, f"{known.id}:v{n & 1}" if n & 2 else known.id)
    elif what == "stories":
        tell(ledger, _stories(ledger, n))


def _judge(ledger: Ledger, about: str) -> None:
    """Withdraw an event or an article, or take that back."""
    made, standing = len(ledger.judgements.all()), ledger.judgements.standing(about=about)
    decision = Judgement(f"j{made}", "Oda Brell", NOW, "withdraw", about)
    if standing:
        decision = replace(decision, kind="undo", undoes=standing[-1].id)
    ledger.judgements.put(decision)


def _seen(reading: Reading, n: int) -> Reading:
    """The reading with some of three events, one of which may turn out to have happened."""
    (event,) = reading.events
    happened = replace(event, status="occurred" if n & 4 else "expected")
    own = [replace(happened, id=f"v{i}") for i in range(2) if n & (1 << i)]
    return replace(reading, events=tuple(own), expectations=())


def _stories(ledger: Ledger, n: int) -> list[Story]:
    """Each page in a story of its own, or the first two together, the second perhaps a copy."""
    known = [one for url in URLS if (one := ledger.articles.latest(url))]
    places = [StoryArticle(one.id, one.url, None, one.url) for one in known]
    if n & 1 and len(places) > 1:
        copy = replace(places[1], copy_of=places[0].url if n & 2 else None)
        groups = [[*places[:1], copy], *([place] for place in places[2:])]
    else:
        groups = [[place] for place in places]
    return [Story(f"s-{group[0].url[-1]}", "Talks", tuple(group), 1) for group in groups]


def _by_hand(ledger: Ledger) -> dict[str, EventRow]:
    """The rows as a ledger would give them out that never gave any."""
    with ledger._database.writing() as connection:
        from reportedly.ledger import ungiven  # noqa: PLC0415
        from reportedly.ledger.given import event_rows  # noqa: PLC0415
        from reportedly.records import page_id  # noqa: PLC0415

        ungiven.mark_pages(connection, [page_id(url) for url in URLS])
        shown = event_rows.shown(connection, [page_id(url) for url in URLS])
        ids = [one.article for one in shown.values() if not one.aside]
        found = event_rows.of_articles(connection, ids)
    return {own: row for rows_of in found.values() for own, row in rows_of.items()}


@contextmanager
def fresh(another: Another) -> Iterator[Ledger]:
    """An empty ledger of its own."""
    with another() as url, open_ledger(url, clock.standing_at(NOW.date())) as opened:
        yield opened


def _file(ledger: Ledger, hand: Hand, reading: Reading) -> None:
    ledger.readings.file(reading, hand[2](reading), ())
