"""What statements lose from one article to the next."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from reportedly.records import Drift, Figure, Gist, Said
from reportedly.stories.drift import ARTICLES, MOST, drifts
from reportedly.text import Span
from tests.stories.told import DAY, gist, said

CAUSE = "the fire in the grain silo had been caused by the careless driver of a lorry"


def hedged(one: Said, *words: str) -> Said:
    return replace(one, hedges=words)


def on(day: date, one: Gist) -> Gist:
    return replace(one, published=day)


def shape(found: tuple[Drift, ...]) -> list[list[tuple[str, tuple[str, ...], tuple[str, ...]]]]:
    """The steps of each by the host of their URL."""
    return [[(step.url.split("/")[2].split(".")[0], step.lost, step.changed) for step in one.steps] for one in found]


def test_a_hedge_falls_away_from_one_article_to_the_next() -> None:
    first = gist("Coastwire", hedged(said(CAUSE, "police"), "probably"))
    later = gist("Vell Daily", said(CAUSE, "police"))
    assert shape(drifts((first, later), {})) == [[("coastwire", (), ()), ("vell-daily", ("hedge",), ())]]


def test_whoever_keeps_the_hedge_loses_nothing() -> None:
    heard = hedged(said(CAUSE, "police"), "probably")
    assert drifts((gist("Coastwire", heard), gist("Vell Daily", heard)), {}) == ()


def test_a_forecast_put_otherwise_and_a_doubt_put_otherwise_lose_nothing() -> None:
    heard = gist("Coastwire", hedged(said(CAUSE, "police"), "expected"))
    open_still = replace(said(CAUSE, "police"), certainty="possible")
    assert drifts((heard, gist("Vell Daily", said(CAUSE, "police"))), {}) == ()
    doubted = gist("Coastwire", hedged(said(CAUSE, "police"), "may"))
    assert drifts((doubted, gist("Vell Daily", open_still)), {}) == ()


def test_a_copy_is_laid_beside_what_it_copies_and_the_first_form_is_told_too() -> None:
    first = gist("Agency", hedged(said(f"{CAUSE} of a brewery", "police"), "probable"))
    wire = gist("Coastwire", hedged(said(CAUSE, "police"), "probably"))
    copy = gist("Vell Daily", said(f"{CAUSE} of a brewery", "police"))
    found = drifts((first, wire, copy), {copy.url: wire.url})
    assert shape(found) == [[("agency", (), ()), ("coastwire", (), ()), ("vell-daily", ("hedge",), ())]]


def test_a_named_source_becomes_an_anonymous_one() -> None:
    first = gist("Coastwire", said(CAUSE, "e-fenn"))
    later = gist("Vell Daily", said(CAUSE, "officials", kind="anonymous"))
    assert shape(drifts((first, later), {}))[0][1] == ("vell-daily", ("source",), ())


def test_a_number_changes_in_the_words_of_one_source() -> None:
    first = gist("Coastwire", said("fourteen people died in the fire of the grain silo at Arn", "hospital"))
    later = gist("Vell Daily", said("9 people died in the fire of the grain silo at Arn", "hospital"))
    assert shape(drifts((first, later), {}))[0][1] == ("vell-daily", (), ("14 > 9",))


@pytest.mark.parametrize(
    "later",
    [
        gist("Vell Daily", said("9 people died in the fire of the grain silo at Arn", "police")),
        gist("Vell Daily", said("people who died in the fire of the grain silo at Arn have risen to 19", "hospital")),
        on(
            DAY + timedelta(days=3), gist("Vell Daily", said("9 people died in the fire of the grain silo", "hospital"))
        ),
    ],
    ids=["another source", "a toll that rose", "days later"],
)
def test_a_number_of_others_or_of_later_is_news_and_no_drift(later: Gist) -> None:
    first = gist("Coastwire", said("fourteen people died in the fire of the grain silo at Arn", "hospital"))
    assert drifts((first, later), {}) == ()


def test_however_many_repeat_it_word_for_word_the_one_that_drops_the_hedge_is_found() -> None:
    heard = hedged(said(CAUSE, "police"), "probably")
    many = [gist("Coastwire", heard, slug=str(n)) for n in range(60)]
    assert shape(drifts((*many, gist("Vell Daily", said(CAUSE, "police"))), {}))[0][-1][1] == ("hedge",)


def test_a_denial_repeats_nothing() -> None:
    first = gist("Coastwire", hedged(said(CAUSE, "police"), "probably"))
    denied = gist("Vell Daily", said(CAUSE, "brewery", polarity="denied"))
    assert drifts((first, denied), {}) == ()


BURNED = Figure("houses burned", 14, 14, Span(10, 20), Span(0, 90), ("fire", "arn", "silo", "night"), "14", early=True)
POLICE = replace(said("14 houses burned at Arn in the night", "police"), span=Span(0, 90))


def burned(outlet: str, figure: Figure = BURNED, *others: Said, words: tuple[str, ...] = ()) -> Gist:
    return replace(gist(outlet, *others), figures=(figure,), words=words)


def test_what_another_told_as_a_sources_words_is_told_as_ones_own() -> None:
    (found,) = drifts((burned("Coastwire", BURNED, POLICE), burned("Vell Daily")), {})
    assert [(step.source, step.lost, step.span) for step in found.steps] == [
        ("police", (), POLICE.span),
        ("", ("source",), BURNED.sentence),
    ]


@pytest.mark.parametrize(
    "later",
    [
        burned("Vell Daily", BURNED, replace(said("the night was dry", "police"), span=Span(100, 190))),
        burned("Vell Daily", words=("hous", "burn", "polic")),
        burned("Vell Daily", replace(BURNED, attributed=True)),
        burned("Vell Daily", replace(BURNED, value="dozens")),
        burned("Vell Daily", replace(BURNED, early=False)),
        burned("Coastwire"),
    ],
    ids=["names it elsewhere", "names it in its lead", "a word of saying", "no number", "in the body", "one outlet"],
)
def test_a_source_is_not_lost_where_somebody_may_be_named(later: Gist) -> None:
    assert drifts((burned("Coastwire", BURNED, POLICE), later), {}) == ()


def test_many_articles_of_one_statement_are_heard_up_to_a_bound() -> None:
    first = gist("Coastwire", *(hedged(said(f"{CAUSE} {n} {'x' * n}", "police", at=n), "may") for n in range(1, 40)))
    others = [
        gist("Vell Daily", *(said(one.statement, "police") for one in first.said), slug=str(n)) for n in range(400)
    ]
    assert len(drifts((first, *others), {})) <= MOST
    assert len(others) > ARTICLES
