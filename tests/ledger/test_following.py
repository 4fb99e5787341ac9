"""Following up page by page, as the ledger keeps it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import event

from reportedly.followups import Compare, Following, Shelf, verdicts
from reportedly.ledger import Ledger, open_ledger
from reportedly.ledger.following import FollowUpShelf
from reportedly.likeness import telling
from reportedly.records import Judgement, Reading, Sighting, content_id
from tests.ledger.conftest import Another, boil_down, read, write
from tests.pages_of_news import PAGES, again, compare, sightings

pytestmark = pytest.mark.slow

KEPT = ("followed", "followed_keys", "announcements", "announcement_keys", "steps", "turns", "comparisons")
TOLD = ("followups", "supports", "changes", "change_evidence")


def file(ledger: Ledger, url: str, seen: Sequence[Sighting], day: date | None = None, text: str = "") -> None:
    """File a page's revision with what is sighted on it."""
    article = write(url=url, text=f"{text or seen} Tam Wick listened.", day=seen[0].published if seen else day)
    own = tuple(replace(one, article=article.id, event=None) for one in seen)
    ledger.articles.file(article)
    reading: Reading = replace(read(article), events=(), expectations=(), relations=())
    ledger.readings.file(reading, replace(boil_down(read(article)), people=()), own)


def follow(ledger: Ledger, urls: Iterable[str], answer: Compare = compare) -> None:
    """Follow these pages up, and what hangs on them."""
    with ledger.following.at_work("hand/1") as shelf:
        following = Following(shelf, answer, verdicts(ledger.judgements.standing()))
        for url in urls:
            following.take_up(url)
    while _turn(ledger, answer):
        pass


def _turn(ledger: Ledger, answer: Compare) -> bool:
    judged = verdicts(ledger.judgements.standing())
    with ledger.following.at_work("hand/1") as shelf:
        return Following(shelf, answer, judged).turns(1)


def related(ledger: Ledger, answer: Compare = compare) -> None:
    """Follow up what is to be related."""
    due = ledger.unrelated.all()
    follow(ledger, [page.url for page in due], answer)
    ledger.unrelated.strike(due)


def rows(url: str, tables: Iterable[str] = (*TOLD, *KEPT)) -> dict[str, list[tuple[Any, ...]]]:
    """What some tables hold."""
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        held = {name: connection.execute(sa.text(f"SELECT * FROM {name}")).all() for name in tables}  # noqa: S608
    engine.dispose()
    return {name: sorted((tuple(row) for row in some), key=repr) for name, some in held.items()}


JUDGED = st.tuples(st.just("judge"), st.integers(0, 5))
FILED = st.tuples(st.just("page"), PAGES)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.one_of(FILED, FILED, FILED, JUDGED, st.tuples(st.just("relate"), st.none())), min_size=2, max_size=14)
)
def test_row_for_row_the_same_in_any_order_and_anew(another: Another, deeds: list[tuple[str, Any]]) -> None:
    with another() as url, open_ledger(url) as ledger:
        for n, (kind, given_) in enumerate(deeds):
            if kind == "page":
                file(ledger, given_[0], sightings(*given_), text=f"{n} {given_}")
            elif kind == "judge":
                _judge(ledger, n, given_)
            else:
                related(ledger)
        related(ledger)
        before = rows(url)
        related(ledger)
        assert rows(url) == before
        ledger.following.start_anew()
        related(ledger)
        assert rows(url) == before
        assert [*before["turns"]] == []


def _judge(ledger: Ledger, n: int, which: int) -> None:
    """Part an expectation and an article that it rests on, or withdraw it; every other decision undoes one."""
    related(ledger)
    at = datetime(2031, 7, 1, tzinfo=UTC)
    standing, known = ledger.judgements.standing(), ledger.followups.all()
    if standing and n % 2:
        undone = standing[which % len(standing)]
        ledger.judgements.put(Judgement(f"j{n}", "Ilse", at, "undo", undone.about, undoes=undone.id))
    elif known:
        about = known[which % len(known)]
        others = [proof.article_url for proof in about.evidence if proof.article_url != about.supports[0].article_url]
        value = others[which % len(others)] if others else None
        ledger.judgements.put(Judgement(f"j{n}", "Ilse", at, "split" if value else "withdraw", about.id, value))


def test_a_follow_up_is_found_by_the_id_it_had_before_an_earlier_announcement_came(ledger: Ledger) -> None:
    told = ("ahead", content_id("e", "fenn"), "will open the saltworks on the gullberg with the ferrymen", 10, "day")
    late, early = "https://b.example/", "https://a.example/"
    file(ledger, late, sightings(late, 4, [told]))
    related(ledger, again)
    (known,) = ledger.followups.all()
    file(ledger, early, sightings(early, 4, [told]))
    related(ledger, again)
    (now,) = ledger.followups.all()
    assert now.id != known.id
    assert [proof.article_url for proof in now.supports] == [early, late]
    assert ledger.followups.get(known.id) == ledger.followups.get(now.id) == now


def test_an_expectation_far_ahead_is_looked_up_no_longer_than_it_is_watched(ledger: Ledger, url: str) -> None:
    told = ("ahead", content_id("e", "fenn"), "will open the saltworks on the gullberg with the ferrymen", 2_000, "day")
    file(ledger, "https://a.example/", sightings("https://a.example/", 4, [told]))
    related(ledger)
    assert {str(row[4]) for row in rows(url, ["announcement_keys"])["announcement_keys"]} == {"2032-07-09"}


def ahead(name: str, day: int = 0, said: str = "") -> Sighting:
    """A page's announcement of an event of its own: nobody else shares its names and words."""
    seen = sightings(f"https://{name}.example/", day, [("ahead", content_id("e", name), "", 10, "day")])[0]
    told = said or f"Envoy {name} will open the {name}works on the {name}berg"
    return replace(seen, sentence=told, words=telling(told))


def done(announced: Sighting, name: str, day: int) -> Sighting:
    """Another page that tells what was announced as done."""
    made = sightings(
        f"https://{name}.example/", day, [("happened", announced.actors[0], announced.sentence, 10, "day")]
    )
    return replace(made[0], place=None)


def test_one_article_touches_as_much_whatever_the_ledger_holds(ledger: Ledger) -> None:
    counted = []
    for many in (10, 100):
        for n in range(many):
            file(ledger, f"https://other{many}x{n}.example/", [ahead(f"other{many}x{n}")])
        related(ledger)
        first = ahead(f"visit{many}")
        file(ledger, first.article_url, [first])
        file(ledger, f"https://later{many}.example/", [done(first, f"later{many}", 9)])
        counted.append(touched(ledger))
    assert counted[0] == counted[1]
    assert any(asked == "firsts" and many for asked, many in counted[0][0])


def touched(ledger: Ledger) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """What following up what is due asks the shelf, with how much it is given each time; and the rows it writes."""
    asked, written = list[tuple[str, int]](), list[tuple[str, int]]()

    def see(_connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if cursor.rowcount > 0:
            written.append((statement.split("(", maxsplit=1)[0].strip(), cursor.rowcount))

    engine = ledger._database._engine
    event.listen(engine, "after_cursor_execute", see)
    urls, more = [page.url for page in ledger.unrelated.all()], True
    with ledger.following.at_work("hand/1") as shelf:
        following = Following(cast("Shelf", Watched(shelf, asked)), compare)
        for url in urls:
            following.take_up(url)
        while more:
            more = following.turns(1)
    event.remove(engine, "after_cursor_execute", see)
    return asked, written


class Watched:
    """A shelf that writes down what it is asked, and how much it gives."""

    def __init__(self, shelf: FollowUpShelf, asked: list[tuple[str, int]]) -> None:
        self._shelf, self._asked = shelf, asked

    def __getattr__(self, name: str) -> Any:
        def ask(*given: Any) -> Any:
            answer = getattr(self._shelf, name)(*given)
            many = sum(map(len, answer.values())) if isinstance(answer, dict) and name == "holding" else 0
            self._asked.append((name, many or (len(answer) if hasattr(answer, "__len__") else 0)))
            return answer

        return ask
