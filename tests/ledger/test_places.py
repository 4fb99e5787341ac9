"""The map counts what is told: of each page once, without what people withdrew, by the roots they gave."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from msgspec.structs import replace

from reportedly.ledger import Ledger, Placed
from reportedly.records import Article, Gist, Judgement, Reading

AT = datetime(2031, 5, 21, 6, tzinfo=UTC)
Hand = tuple[Callable[..., Article], Callable[..., Reading], Callable[[Reading], Gist]]


def filed(ledger: Ledger, hand: Hand, **more: object) -> str:
    """An article that tells of one event in Varn; its id."""
    write, read, boil_down = hand
    article = write(**more)
    reading = read(article)
    reading = replace(reading, events=(replace(reading.events[0], id="v1"),), expectations=())
    ledger.articles.file(article)
    ledger.readings.file(reading, boil_down(reading), ())
    return article.id


def on_the_map(ledger: Ledger, event: str | None = None) -> tuple[int, int]:
    """How many events are told there, and how many of them at a place."""
    placed: Placed = ledger.places.told(
        date(2031, 5, 1), date(2031, 5, 31), statuses=("expected", "occurred"), event=event, most=100
    )
    return placed.events, placed.placed


def decide(ledger: Ledger, kind: str, about: str, value: str | None = None, undoes: str | None = None) -> Judgement:
    made = Judgement(f"j-{kind}-{about}", "Ada Corr", AT, kind, about, value=value, undoes=undoes)  # type: ignore[arg-type]
    ledger.judgements.put(made)
    return made


def test_an_event_that_people_withdrew_is_not_on_the_map_until_that_is_undone(ledger: Ledger, hand: Hand) -> None:
    event = f"{filed(ledger, hand)}:v1"
    assert on_the_map(ledger) == (1, 1)
    made = decide(ledger, "withdraw", event)
    assert on_the_map(ledger) == (0, 0)
    decide(ledger, "undo", event, undoes=made.id)
    assert on_the_map(ledger) == (1, 1)


def test_an_article_that_people_set_aside_is_not_on_the_map(ledger: Ledger, hand: Hand) -> None:
    decide(ledger, "withdraw", filed(ledger, hand))
    assert on_the_map(ledger) == (0, 0)


def test_an_event_is_asked_for_by_the_root_that_people_gave_it(ledger: Ledger, hand: Hand) -> None:
    decide(ledger, "correct", f"{filed(ledger, hand)}:v1", "root=AGREE")
    assert on_the_map(ledger, "AGREE") == on_the_map(ledger) == (1, 1)
    assert on_the_map(ledger, "CONSULT") == (0, 0)


def test_of_an_edited_page_the_revision_that_it_showed_last_counts(ledger: Ledger, hand: Hand) -> None:
    filed(ledger, hand)
    filed(ledger, hand, text="The harbour\n\nOda Brell said talks would open in Varn next week.")
    assert on_the_map(ledger) == (1, 1)
