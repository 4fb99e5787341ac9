"""Happenings that are parts of one running story."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportedly.likeness import telling
from reportedly.likeness.consonants import skeletons
from reportedly.records import Deed, Gist, Status, story_id
from reportedly.stories import group
from reportedly.stories.threads import BACK, Part, Weeks, packed, part, threads, told, unpacked

START = date(2031, 5, 1)


def report(
    day: int, headline: str, lead: str = "", *names: str, deeds: tuple[Deed, ...] = (), outlet: str = "coastwire"
) -> Gist:
    """An article of that day after the first; ``names`` are people and places it tells of."""
    url = f"https://{outlet}.example/{day}/{headline.replace(' ', '-')}"
    return Gist(
        article=f"a {url}",
        url=url,
        outlet=outlet,
        owner=None,
        published=START + timedelta(days=day),
        headline=headline,
        shingles=b"",
        words=telling(f"{headline} {lead}"),
        places=(),
        people=names or ("e-nobody",),
        headline_words=telling(headline),
        names=tuple(skeleton for name in names for skeleton in skeletons(name)),
        deeds=deeds,
    )


def meeting(lemma: str, status: Status, day: int, *actors: str, kind: str = "CONSULT") -> Deed:
    return Deed(kind, lemma, status, actors, day=START + timedelta(days=day))


PIPE = report(0, "Vellmar residents protest burst pipeline", "the Tarvesh canal flooded", "Vellmar", "Tarvesh")
WATER = report(9, "Mayor of Vellmar blames pipeline contractor", "the Tarvesh canal burst", "Vellmar", "Tarvesh")
OTHER = [
    report(0, "rates rise at bank", "", "Orlan"),
    report(1, "goal wins cup", "", "Orlan"),
    report(2, "storm nears cape", "", "Orlan"),
]


def joined(*gists: Gist) -> list[int | None]:
    """Of each the place of the first of its running story."""
    roots = threads({str(n): [gist] for n, gist in enumerate(gists)})
    return [int(roots[str(n)]) if str(n) in roots else None for n in range(len(gists))]


def test_a_later_happening_goes_on_with_the_earlier_one() -> None:
    assert joined(PIPE, *OTHER, WATER) == [0, None, None, None, 0]


def test_a_running_story_has_more_than_two_parts_and_is_known_by_its_first() -> None:
    third = report(20, "Contractor of burst pipeline in Vellmar sued", "at the Tarvesh canal", "Vellmar", "Tarvesh")
    assert joined(PIPE, *OTHER, WATER, third) == [0, None, None, None, 0, 0]


@pytest.mark.parametrize(
    "later",
    [
        report(9, "Mayor of Ostra blames pipeline contractor", "the Tarvesh canal burst", "Ostra"),
        report(9, "Mayor of Vellmar opens library", "the Tarvesh canal burst", "Vellmar", "Tarvesh"),
        report(0, "Mayor of Vellmar blames pipeline contractor", "the Tarvesh canal", "Vellmar", "Tarvesh"),
        report(BACK.days + 1, "Mayor of Vellmar blames pipeline contractor", "at Tarvesh", "Vellmar", "Tarvesh"),
        replace(WATER, people=(), places=()),
        replace(WATER, published=None),
    ],
    ids=["no name in common", "names alone", "the same day", "after weeks", "an unread text", "undated"],
)
def test_what_is_no_part_of_it(later: Gist) -> None:
    assert joined(PIPE, *OTHER, later)[-1] is None


def test_a_series_with_one_opening_is_no_running_story() -> None:
    before = report(0, "Reservoir holds more water, gauge of Vellmar says", "Tarvesh", "Vellmar", "Tarvesh")
    after = report(1, "Reservoir holds less water, gauge of Vellmar says", "Tarvesh", "Vellmar", "Tarvesh")
    assert joined(before, *OTHER, after)[-1] is None
    assert joined(before, *OTHER, replace(after, outlet="vell-daily"))[-1] == 0


VISIT = report(0, "Minister to see port", "", "e-fenn", deeds=(meeting("visit", "planned", 6, "e-fenn"),))


def test_a_visit_is_told_on_the_day_for_which_it_was_announced() -> None:
    held = report(6, "Red carpet at the harbour", "", "e-fenn", deeds=(meeting("visit", "occurred", 6, "e-fenn"),))
    assert joined(VISIT, *OTHER, held)[-1] == 0


@pytest.mark.parametrize(
    "deed",
    [
        meeting("visit", "occurred", 6, "e-marsh"),
        meeting("visit", "occurred", 5, "e-fenn"),
        meeting("visit", "planned", 6, "e-fenn"),
        meeting("visit", "occurred", 6, "e-fenn", kind="ASSAULT"),
    ],
    ids=["another person", "another day", "announced again", "no meeting"],
)
def test_what_is_not_the_announced_visit(deed: Deed) -> None:
    assert (
        joined(VISIT, *OTHER, report(6, "Red carpet at the harbour", "", "e-fenn", "e-marsh", deeds=(deed,)))[-1]
        is None
    )


@given(st.permutations([PIPE, WATER, VISIT, *OTHER]))
def test_the_order_in_which_stories_are_given_changes_nothing(given_so: Sequence[Gist]) -> None:
    firsts = joined(*given_so)
    assert {one.url: given_so[first].url for one, first in zip(given_so, firsts, strict=True) if first is not None} == {
        PIPE.url: PIPE.url,
        WATER.url: PIPE.url,
    }


def test_what_was_joined_stays_as_later_stories_come() -> None:
    later = [report(30 + n, f"Vellmar pipeline {word}", "canal", "Vellmar") for n, word in enumerate(("leaks", "sold"))]
    assert joined(PIPE, *OTHER, WATER, *later)[: len(OTHER) + 2] == joined(PIPE, *OTHER, WATER)


def test_stories_bear_the_id_of_the_first() -> None:
    gists = [PIPE, *OTHER, WATER]
    running = {story.thread for story in group(gists) for place in story.articles if place.url in {PIPE.url, WATER.url}}
    assert running == {story_id(PIPE.url)}
    assert sum(story.thread is not None for story in group(gists)) == 2


def began(*gists: Gist) -> list[Part]:
    return [own for gist in gists if (own := part(gist.url, [gist]))]


def test_a_story_is_known_by_what_was_told_on_its_first_day() -> None:
    more = report(10, "Tarvesh dry since pipeline burst", "canal", "Vellmar", "Tarvesh", outlet="vell-daily")
    assert joined(PIPE, *OTHER, more)[-1] == 0
    stories = {gist.url: [gist] for gist in (PIPE, WATER, *OTHER)}
    grown = {**stories, PIPE.url: [PIPE, more], OTHER[0].url: [OTHER[0], more]}
    assert threads(grown) == threads(stories) == {PIPE.url: PIPE.url, WATER.url: PIPE.url}


def test_a_story_that_an_unread_text_opens_is_known_by_the_first_day_on_which_one_was_read() -> None:
    unread = replace(report(0, "Vellmar residents protest burst pipeline"), people=())
    stories = {gist.url: [gist] for gist in (*OTHER, WATER)}
    read = replace(PIPE, published=START + timedelta(days=2))
    assert threads({"pipe": [unread, read], **stories}) == {"pipe": "pipe", WATER.url: "pipe"}
    assert threads({"pipe": [unread], **stories}) == {}


def test_a_day_hangs_on_the_parts_of_the_weeks_before_it_as_they_were_kept() -> None:
    before = told(START, began(PIPE, *[replace(gist, published=START) for gist in OTHER]))
    weeks = Weeks()
    weeks.remember(unpacked(packed(before)))
    assert weeks.turn(told(START + timedelta(9), began(WATER))) == {WATER.url: PIPE.url}
    assert weeks.turn(told(START + timedelta(9) + BACK, began(report(9, "Vellmar pipeline dry")))) == {}


@given(st.permutations(began(PIPE, WATER, VISIT, *OTHER)))
def test_the_bytes_of_a_day_are_the_same_in_whatever_order_its_parts_are_given(parts: Sequence[Part]) -> None:
    assert packed(told(START, parts)) == packed(told(START, began(*OTHER, VISIT, WATER, PIPE)))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([PIPE, WATER, VISIT, *OTHER]), st.integers(0, 200)), max_size=12))
def test_a_day_has_the_same_threads_whether_one_starts_with_it_or_long_before(given_so: list[tuple[Gist, int]]) -> None:
    days = defaultdict[date, list[Part]](list)
    for n, (gist, day) in enumerate(given_so):
        known = replace(gist, published=START + timedelta(day))
        days[START + timedelta(day)] += [own for own in (part(f"s{n}", [known]),) if own]
    lasting = Weeks()
    for now in sorted(days):
        alone = Weeks()
        for before in (known for known in sorted(days) if known < now <= known + BACK):
            alone.remember(told(before, days[before]))
        assert alone.turn(told(now, days[now])) == lasting.turn(told(now, days[now]))
