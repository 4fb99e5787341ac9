"""What one side carries and the other does not."""

from datetime import date

import pytest

from reportedly.account.coverage import Voices, compare, side
from reportedly.account.days import Days
from reportedly.errors import BadInput
from reportedly.ledger import Ledger
from reportedly.records import Fold
from tests import pass_news
from tests.pass_news import BEACON, CLASH, NORTHERN, RAIN, SOUTH, SOUTHERN, story, told
from tests.telling import tell

WEEK = Days(date(2031, 5, 14), date(2031, 5, 20))


@pytest.mark.parametrize(
    ("asked", "outlets"),
    [
        ("XN", {"north", "beacon"}),
        (" xs ", {"south"}),
        ("lamp group", {"north", "beacon"}),
        ("south, beacon", {"south", "beacon"}),
    ],
)
def test_a_side_is_a_country_an_owner_or_outlets(ledger: Ledger, asked: str, outlets: set[str]) -> None:
    assert side(ledger, asked).outlets == outlets


@pytest.mark.parametrize("asked", ["", ",", "XQ", "north,nobody"])
def test_what_is_no_side_is_refused_with_what_there_is(ledger: Ledger, asked: str) -> None:
    with pytest.raises(BadInput, match=r"is no side: give a country \(XN, XS\)"):
        side(ledger, asked)


def test_an_outlet_whose_articles_were_handed_in_is_known_too(ledger: Ledger) -> None:
    text = "Hail\n\nHail fell."
    one = told(BEACON, "hail", text)
    ledger.articles.file(
        type(one.article)(**{f: getattr(one.article, f) for f in one.article.__struct_fields__} | {"outlet": "guest"})
    )
    assert side(ledger, "guest").outlets == {"guest"}


def test_stories_are_told_by_one_side_the_other_or_both(ledger: Ledger) -> None:
    compared = compare(ledger, side(ledger, "XN"), side(ledger, "XS"), WEEK, limit=9)
    assert [carried.story.id for carried in compared.first.stories] == [RAIN.id]
    assert compared.second.many == 0
    (both,) = compared.both.stories
    assert both.story.id == CLASH.id
    assert both.ours == Voices(("north",), 1, 1)
    assert both.theirs == Voices(("south",), 1, 1)


def test_other_days_have_other_stories(ledger: Ledger) -> None:
    early = compare(ledger, side(ledger, "XN"), side(ledger, "XS"), Days(date(2031, 1, 1), date(2031, 1, 7)), limit=9)
    assert (early.first.many, early.second.many, early.both.many) == (0, 0, 0)


def test_copies_and_outlets_of_one_owner_are_no_further_voices(ledger: Ledger) -> None:
    text = "Raid\n\nTerrorists attacked a post."
    copy, sister = told(SOUTH, "copy", text), told(BEACON, "sister", text + " Snow fell.")
    pass_news.fill(ledger, copy, sister)
    tell(ledger, [story("s1", NORTHERN, sister, copies=(copy,))])
    (both,) = compare(ledger, side(ledger, "XN"), side(ledger, "XS"), WEEK, limit=9).both.stories
    assert both.ours == Voices(("beacon", "north"), 2, 1)
    assert both.theirs == Voices(("south",), 1, 0)


def test_what_is_folded_into_another_article_is_no_voice(ledger: Ledger) -> None:
    whole = story("s1", NORTHERN, SOUTHERN)
    folded = type(whole)(
        whole.id,
        whole.title,
        whole.articles,
        1,
        (Fold(SOUTHERN.article.url, NORTHERN.article.url, "source", "a wire"),),
    )
    tell(ledger, [folded])
    (both,) = compare(ledger, side(ledger, "XN"), side(ledger, "XS"), WEEK, limit=9).both.stories
    assert (both.ours.sources, both.theirs.sources) == (1, 0)


def test_more_stories_than_are_shown_are_counted(ledger: Ledger) -> None:
    compared = compare(ledger, side(ledger, "XN"), side(ledger, "XS"), WEEK, limit=0)
    assert (compared.first.many, compared.first.stories) == (1, ())


def test_a_side_is_not_compared_with_itself(ledger: Ledger) -> None:
    with pytest.raises(BadInput, match="north stands on both sides"):
        compare(ledger, side(ledger, "XN"), side(ledger, "north,south"), WEEK, limit=9)
