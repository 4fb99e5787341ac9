"""Stories from gists: copies collapse, happenings gather, and nothing hangs on the order of arrival."""

import random
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportedly.likeness import telling
from reportedly.records import FirstRevision, Gist, Story
from reportedly.stories import group
from reportedly.stories.imprints import imprint
from reportedly.stories.shingles import shingles

DAY = date(2031, 5, 4)
FERRY = (
    "The night ferry Heron ran aground off Cape Sorrow on Sunday with 212 people aboard, the coast guard of Eskeria "
    "said. All passengers were taken to the harbour of Vell by fishing boats before dawn, and nobody was badly hurt. "
    "The captain told reporters that the light on the northern mole had failed an hour earlier. The port authority "
    "opened an inquiry and closed the channel to large ships until divers have looked at the hull."
)
MINE = (
    "Miners at the Low Tarn pit walked out on Monday after talks over night shifts broke down, their union said in "
    "Marrow Hill. About nine hundred men joined a march to the company office, where a petition was handed over. "
    "Managers called the walkout unlawful and asked a court in the capital to order the crews back to work by Friday."
)


def gist(
    name: str,
    headline: str,
    body: str = "",
    *,
    outlet: str = "",
    owner: str | None = None,
    day: date | None = DAY,
    places: tuple[str, ...] = (),
    people: tuple[str, ...] = (),
    credits: tuple[str, ...] = (),  # noqa: A002 - the record's own name
) -> Gist:
    return Gist(
        article=f"a-{name}",
        url=f"https://{outlet or name}.example/{name}",
        outlet=outlet or name,
        owner=owner,
        published=day,
        headline=headline,
        headline_words=telling(headline),
        shingles=shingles(body),
        words=telling(f"{headline}\n{body[:300]}"),
        places=places,
        people=people,
        credits=credits,
    )


def other_news(count: int = 30) -> list[Gist]:
    """Unlike articles, so that rarity of words means something."""
    return [gist(f"filler{i}", f"Tariff{i} orchard{i} library{i} glacier{i} violin{i}") for i in range(count)]


def story_of(stories: tuple[Story, ...], name: str) -> Story:
    (found,) = [s for s in stories if any(a.article == f"a-{name}" for a in s.articles)]
    return found


def test_a_copy_is_laid_with_its_originator_and_counts_for_nothing() -> None:
    wire = gist("wire", "Ferry aground off Cape Sorrow", FERRY, outlet="coastwire", credits=("Coastwire",))
    longer = gist(
        "daily", "212 saved from stranded ferry", FERRY + " " + MINE[:150], outlet="daily", day=DAY + timedelta(1)
    )
    story = story_of(group([longer, wire, *other_news()]), "daily")
    assert {a.article: (a.copy_of, a.originator) for a in story.articles} == {
        "a-wire": (None, wire.url),
        "a-daily": (wire.url, wire.url),
    }
    assert story.independent_sources == 1
    assert story.title == "Ferry aground off Cape Sorrow"


def test_of_one_day_the_outlet_that_credits_itself_is_first() -> None:
    agency = gist("zwire", "Ferry aground", FERRY, outlet="zwire", credits=("ZWIRE",))
    daily = gist("abend", "Ferry aground", FERRY, outlet="abend", credits=("ZWIRE",))
    assert story_of(group([daily, agency]), "abend").articles[0].article == "a-zwire"


def test_a_block_inside_a_much_longer_text_is_no_copy() -> None:
    brief = gist("brief", "Ferry aground", FERRY[:230], outlet="coastwire")
    review = " ".join(f"Then came item {i} of a long review of the week in the islands and towns." for i in range(40))
    stories = group([brief, gist("review", "The islands in review", review + FERRY[:230], outlet="daily")])
    assert len(stories) == 2


def test_formulas_of_one_outlet_make_no_copies() -> None:
    slogan = "Follow the channel of the northern watch for all the news of the islands as it breaks day and night here"
    posts = [
        gist(f"post{i}", f"{word} seen", f"{word} seen. {slogan}", outlet="watch")
        for i, word in enumerate("abcdefghijkl")
    ]
    assert all(a.copy_of is None for s in group(posts) for a in s.articles)


def test_two_tellings_of_one_happening_are_one_story_of_two_sources() -> None:
    ours = gist("east", "Night ferry Heron runs aground off Cape Sorrow", places=("cape",), owner="Eskerian State")
    theirs = gist("west", "Ferry Heron aground at Cape Sorrow, all rescued", places=("cape",), owner="Vell Media")
    story = story_of(group([ours, theirs, *other_news()]), "east")
    assert {a.article for a in story.articles} == {"a-east", "a-west"}
    assert story.independent_sources == 2


def test_two_outlets_of_one_owner_are_one_source() -> None:
    ours = gist("east", "Night ferry Heron runs aground off Cape Sorrow", owner="Eskerian State")
    theirs = gist("west", "Ferry Heron aground at Cape Sorrow, all rescued", owner="Eskerian State")
    assert story_of(group([ours, theirs, *other_news()]), "east").independent_sources == 1


def test_like_words_about_two_places_and_two_people_are_two_stories() -> None:
    here = gist("here", "Gunmen raid police post, three officers killed", places=("vell",), people=("ade",))
    there = gist("there", "Gunmen raid police post, three officers killed at night", places=("tarn",), people=("bor",))
    assert len(group([here, there, *other_news()])) == 32


def test_days_apart_and_undated_articles_do_not_gather() -> None:
    first = gist("first", "Night ferry Heron runs aground off Cape Sorrow")
    later = gist("later", "Night ferry Heron runs aground off Cape Sorrow", day=DAY + timedelta(9))
    undated = gist("undated", "Night ferry Heron runs aground off Cape Sorrow", day=None)
    assert len(group([first, later, undated, *other_news()])) == 33


def test_what_nobody_dates_stands_under_the_day_it_was_first_fetched() -> None:
    ferry = gist("ferry", "Night ferry Heron runs aground off Cape Sorrow")
    undated = gist("undated", "Night ferry Heron runs aground off Cape Sorrow", day=None)
    soon, late = replace(undated, fetched=DAY + timedelta(1)), replace(undated, fetched=DAY + timedelta(9))
    assert len(story_of(group([ferry, soon, *other_news()]), "ferry").articles) == 2
    assert len(story_of(group([ferry, late, *other_news()]), "ferry").articles) == 1
    edited = replace(late, first=FirstRevision(None, None, b"", DAY))
    assert len(story_of(group([ferry, edited, *other_news()]), "ferry").articles) == 2
    assert imprint(soon, "").day is None  # to other desks nothing is claimed


def test_a_live_blog_glues_nothing() -> None:
    ferry = gist("ferry", "Night ferry Heron runs aground off Cape Sorrow")
    pit = gist("pit", "Low Tarn miners walk out over night shifts")
    live = gist("live", "Live: ferry Heron aground off Cape Sorrow, Low Tarn miners walk out over night shifts")
    assert len(group([ferry, pit, live, *other_news()])) == 33


def test_every_article_stands_in_exactly_one_story_and_twice_is_once() -> None:
    gists = [gist("wire", "Ferry aground", FERRY), gist("pit", "Miners walk out", MINE), *other_news(5)]
    stories = group([*gists, *gists])
    assert sorted(a.url for s in stories for a in s.articles) == sorted(g.url for g in gists)
    assert group([]) == ()


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_the_order_of_arrival_does_not_matter(seed: int) -> None:
    gists = [
        gist("wire", "Ferry aground off Cape Sorrow", FERRY, credits=("Wire",), outlet="wire"),
        gist("copy", "Ferry aground", FERRY, credits=("Wire",), outlet="copy"),
        gist("east", "Night ferry Heron runs aground off Cape Sorrow"),
        gist("west", "Ferry Heron aground at Cape Sorrow, all rescued"),
        gist("pit", "Miners walk out", MINE),
        *other_news(12),
    ]
    shuffled = random.Random(seed).sample(gists, len(gists))
    assert group(shuffled) == group(gists)


def test_five_thousand_of_one_wording_and_odd_articles_are_grouped_in_little_time() -> None:
    alike = [gist(f"alike{i}", "Night ferry Heron runs aground off Cape Sorrow") for i in range(5_000)]
    words = " ".join(f"word{i}" for i in range(20_000))
    odd = [
        gist("nothing", ""),
        gist("one", "Ferry"),
        gist("long", words, words),
        gist("later", "Ferry aground", day=date(9999, 12, 31)),
        gist("first", "Ferry aground", day=date(1, 1, 1)),
        gist("other", "Паром сел на мель у мыса"),
        gist("undated", "Ferry aground", day=None),
    ]
    stories = group([*alike, *odd])
    assert sum(len(story.articles) for story in stories) == len(alike) + len(odd)


def test_a_story_only_grows_and_an_article_that_comes_late_changes_nothing_before_its_day() -> None:
    days = [gist(f"d{n}", "Night ferry Heron runs aground off Cape Sorrow", day=DAY + timedelta(n)) for n in range(3)]
    late = gist("late", "Ferry Heron aground at Cape Sorrow, all rescued", day=DAY + timedelta(2))
    before, after = ({s.id for s in group([*given, *other_news()])} for given in (days, [*days, late]))
    assert before <= after
