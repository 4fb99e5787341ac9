"""Whole accounts: where few happenings are told, those that meet further down than in headline and lead."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from msgspec.structs import replace

from reportedly.likeness import telling
from reportedly.records import Figure, Gist, Said
from reportedly.records.kinds import content_id
from reportedly.stories import group
from reportedly.stories.pairs.accounts import BELOW, account, met, own_names
from reportedly.text import Span
from tests.stories.test_grouping import DAY, gist, other_news, story_of

ORLA = "e00000000000000aa"
QUARRY = (
    "The quarry at Hollin lost its wall when the slate above the old adit slid into the pond, and the ferrymen of Tarn "
    "towed the barges clear with ropes. Engineers lowered lamps and listened for knocking behind the timber. "
)
TOWED = QUARRY + "By dusk the sluice stood open and the pond had sunk to the height of a child."
RULED = QUARRY + "The owners had been told in spring to shore up that adit."


def said(words: str, source: str = ORLA) -> Said:
    return Said("s1", Span(0, 1), source, "named", "certain", "affirmed", words=telling(words))


def counted(many: float, whom: str) -> Figure:
    return Figure("killed", many, many, Span(0, 1), Span(0, 2), whom=(whom,))


def whole(one: Gist, words: str, *, source: str = ORLA, figures: tuple[Figure, ...] = ()) -> Gist:
    return replace(one, said=(said(words, source),), figures=figures)


# Of one happening, but for words far down they have little in common.
WALL = whole(gist("wall", "Wall of Hollin quarry falls into pond", places=("hollin",), people=("fenn",)), TOWED)
LAMPS = whole(gist("lamps", "Lamps, ropes and a long night at the quarry", places=("tarn",), people=("bor",)), RULED)


def together(*gists: Gist, others: Iterable[Gist] = ()) -> bool:
    return len(story_of(group([*gists, *others]), "wall").articles) == len(gists)


def test_two_outlets_that_tell_one_happening_in_their_own_words_meet_where_little_else_is_told() -> None:
    assert together(WALL, LAMPS, others=other_news(10))
    assert not together(WALL, LAMPS, others=other_news(60))


@pytest.mark.parametrize(
    "other",
    [
        replace(LAMPS, outlet="wall"),
        replace(LAMPS, published=DAY + timedelta(1)),
        replace(
            LAMPS, said=(said("The mayor of Vell opened a library with a choir and thanked its givers at length"),)
        ),
        replace(LAMPS, said=()),
    ],
    ids=["of one outlet", "a day later", "of other things", "a short text"],
)
def test_others_do_not(other: Gist) -> None:
    assert not together(WALL, other, others=other_news(10))


def test_names_keep_two_apart_unless_they_quote_one_person_or_count_the_same() -> None:
    apart = replace(LAMPS, said=(said(RULED, "e00000000000000bb"),))
    assert not together(WALL, apart, others=other_news(10))
    nine = (counted(9, "soldiers"),)
    assert together(replace(WALL, figures=nine), replace(apart, figures=nine), others=other_news(10))


def test_of_a_short_text_there_is_no_account_beside_headline_and_lead() -> None:
    bare = gist("wall", "Wall of Hollin quarry falls into pond")
    assert account(bare) == frozenset()
    assert len(account(WALL)) >= len(telling(WALL.headline or "")) + BELOW


def test_who_tells_is_nobody_in_what_is_told() -> None:
    own = content_id("e", "organisation", "coastwire")
    paper = whole(gist("a", "Wall falls", outlet="coastwire"), TOWED, source=own)
    assert own in own_names(paper)
    assert met(paper) == frozenset()
    assert met(WALL) == {ORLA}
    few = replace(WALL, said=(), figures=(counted(2, "soldiers"), counted(9, "soldiers"), counted(9, "")))
    assert met(replace(few, figures=(*few.figures[:2], replace(few.figures[2], whom=())))) == {"killed 9 soldiers"}
