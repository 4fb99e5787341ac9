"""What people decide about stories holds as articles come in, in any order, and is gone without a trace when undone."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.records import Gist, Judgement, Story, StoryArticle, content_id, in_force
from reportedly.stories import Verdict, group, verdicts
from tests.stories.test_grouping import DAY, FERRY, MINE, gist, other_news, story_of

T = TypeVar("T")
NEXT = DAY + timedelta(1)
GROUNDING = (
    gist("east", "Night ferry Heron runs aground off Cape Sorrow", FERRY),
    gist("copy", "Night ferry aground off Cape Sorrow", FERRY, day=NEXT),
    gist("west", "Ferry Heron aground at Cape Sorrow, all rescued"),
    gist("north", "Captain of ferry Heron aground at Cape Sorrow blames failed light", day=NEXT),
    gist("south", "Ferry Heron still aground off Cape Sorrow, inquiry opened", day=NEXT),
)
WALKOUT = (
    gist("pit", "Miners walk out at Low Tarn pit in Marrow Hill", MINE),
    gist("union", "Low Tarn miners walk out in Marrow Hill, union says"),
    gist("court", "Court orders Low Tarn miners of Marrow Hill back to the pit", day=NEXT),
)
SCHOOL = (
    gist("school", "Roof of Brackwater school falls in during storm"),
    gist("roof", "Storm tears roof off Brackwater school"),
    gist("undated", "Brackwater school roof", day=None),
)
WORLD = (*GROUNDING, *WALKOUT, *SCHOOL, *other_news(6))


def one(name: str) -> str:
    """The id of the story whose first article is this one."""
    return content_id("s", url(name))


def url(name: str) -> str:
    return f"https://{name}.example/{name}"


def name(place: StoryArticle) -> str:
    return place.article.removeprefix("a-")


def told(stories: Sequence[Story]) -> set[frozenset[str]]:
    return {frozenset(map(name, story.articles)) for story in stories}


def with_(article: str, *judged: Verdict, gists: Sequence[Gist] = WORLD) -> set[str]:
    """Who stands in a story with this article, itself included."""
    return set(map(name, story_of(group(gists, judged), article).articles))


def merge(ours: str, theirs: str) -> Verdict:
    return Verdict("merge", one(ours), one(theirs), NEXT)


def split(stays: str, leaves: str, day: date = NEXT) -> Verdict:
    return Verdict("split", one(stays), url(leaves), day)


def test_what_is_merged_is_one_whole_story_with_all_that_comes_to_either() -> None:
    assert with_("pit", merge("east", "pit")) == with_("east") | with_("pit")
    later = gist("later", "Low Tarn miners of Marrow Hill defy court, back at the gate of the pit", day=NEXT)
    assert "later" in with_("pit", gists=[*WORLD, later])
    assert "later" in with_("east", merge("pit", "east"), gists=[*WORLD, later])
    assert with_("undated", merge("undated", "roof")) == {"undated", *with_("roof")}


def test_who_leaves_goes_alone_and_all_others_stay() -> None:
    assert with_("west", split("east", "west")) == {"west"}
    assert with_("east", split("east", "west")) == with_("east") - {"west"}


def test_who_came_first_leaves_with_its_copies() -> None:
    assert with_("east", split("west", "east")) == {"east", "copy"}
    assert with_("west", split("west", "east")) == with_("west") - {"east", "copy"}


def test_one_that_was_alone_on_its_day_is_parted_from_who_came_to_it() -> None:
    gists = [*WORLD, gist("early", "Court to rule on Low Tarn miners of Marrow Hill", day=DAY - timedelta(1))]
    assert {"early", "pit", "union"} <= with_("early", gists=gists)
    assert with_("early", split("pit", "early"), gists=gists) == {"early"}
    assert with_("pit", split("pit", "early"), gists=gists) == with_("pit", gists=gists) - {"early"}


def test_a_copy_that_is_named_stands_alone_and_is_no_voice() -> None:
    story = story_of(group(WORLD, [split("east", "copy")]), "copy")
    (place,) = story.articles
    assert (place.copy_of, place.originator, story.independent_sources) == (url("east"), url("east"), 0)
    assert [(fold.into, fold.reason) for fold in story.folds] == [(url("east"), "copy")]
    assert with_("east", split("east", "copy")) == with_("east") - {"copy"}


def test_what_comes_out_after_the_decision_goes_to_who_is_nearest() -> None:
    rescued = gist("rescued", "All rescued from ferry Heron aground at Cape Sorrow", day=NEXT)
    gists, decided = [*WORLD, rescued], split("east", "west", DAY)
    whole, grown = with_("east", gists=gists), with_("west", decided, gists=gists)
    assert with_("west", split("east", "west"), gists=gists) == {"west"}
    assert {"west", "rescued"} <= grown < whole
    assert with_("east", decided, gists=gists) == whole - grown
    assert with_("rescued", decided, split("west", "rescued"), gists=gists) == {"rescued"}
    assert with_("west", decided, split("west", "rescued"), gists=gists) == grown - {"rescued"}


def test_of_two_verdicts_that_contradict_each_other_the_later_one_holds() -> None:
    whole = with_("east") | with_("pit")
    assert with_("west", split("east", "west"), merge("east", "west")) == with_("east")
    assert with_("pit", merge("east", "pit"), split("east", "pit")) == {"pit"}
    assert with_("east", merge("east", "pit"), split("east", "pit")) == whole - {"pit"}


def test_a_verdict_on_what_is_not_there_says_nothing() -> None:
    assert group(WORLD, [merge("east", "gone"), split("gone", "west"), split("east", "gone")]) == group(WORLD)


def test_only_decisions_about_stories_are_verdicts() -> None:
    made = [decision(n, kind, about, "x") for n, (kind, about) in enumerate((("split", "f1"), ("split", "s1")))]
    assert verdicts(made) == (Verdict("split", "s1", "x", NEXT),)


# -- undone, as if never judged ---------------------------------------------------------------------------------------


def decision(n: int, kind: str, about: str, value: str | None = None, undoes: str | None = None) -> Judgement:
    return Judgement(f"j{n}", "Ilse", datetime(2031, 5, 5, 12, tzinfo=UTC), kind, about, value, undoes)  # type: ignore[arg-type]


class Desk:
    """Articles that came, in any order, and what was decided about the stories that they made up then."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.due, self.come, self.made = self.shuffled(WORLD), list[Gist](), list[Judgement]()
        self.arrive(6)

    def shuffled(self, things: Sequence[T]) -> list[T]:
        return self._chance.sample(things, len(things))

    def arrive(self, many: int) -> None:
        self.come += self.due[:many]
        del self.due[:many]

    def stories(self) -> tuple[Story, ...]:
        return group(self.shuffled(self.come), self.standing())

    def standing(self) -> tuple[Verdict, ...]:
        return verdicts(made for made in in_force(self.made) if made.kind != "undo")

    def decide(self, kind: str, about: str, value: str | None, undoes: str | None = None) -> None:
        self.made.append(decision(len(self.made), kind, about, value, undoes))

    def merge(self) -> None:
        before = self.stories()
        if len(before) > 1:
            ours, theirs = self.shuffled(before)[:2]
            self.decide("merge", ours.id, theirs.id)
            both = told([ours]) | told([theirs])
            assert told(self.stories()) == told(before) - both | {frozenset().union(*both)}

    def split(self) -> None:
        before = self.stories()
        several = [story for story in before if len(story.articles) > 1]
        if several:
            story = self._chance.choice(several)
            stays, leaves = self.shuffled(story.articles)[:2]
            self.decide("split", content_id("s", stays.url), leaves.url)
            (gone,) = told([story_of(self.stories(), name(leaves))])
            assert all(leaves.url in {place.url, place.copy_of} for place in story.articles if name(place) in gone)
            (whole,) = told([story])
            assert told(self.stories()) == told(before) - {whole} | {gone, whole - gone}

    def undo(self) -> None:
        undone = [made for made in in_force(self.made) if made.kind != "undo"]
        if undone:
            made = self._chance.choice(undone)
            self.decide("undo", made.about, None, made.id)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.lists(st.sampled_from(["merge", "split", "undo", "arrive"]), max_size=8))
def test_after_the_last_undo_stories_are_as_if_nobody_had_judged(chance: random.Random, steps: list[str]) -> None:
    desk = Desk(chance)
    for step in steps:
        desk.arrive(2) if step == "arrive" else getattr(desk, step)()
        placed = sorted(place.url for story in desk.stories() for place in story.articles)
        assert placed == sorted(gist.url for gist in desk.come)
    while desk.standing():
        desk.undo()
    assert desk.stories() == group(desk.come)


@pytest.mark.parametrize("kind", ["merge", "split"])
@settings(max_examples=25, deadline=None)
@given(chance=st.randoms(use_true_random=False), many=st.integers(1, 4))
def test_what_was_decided_holds_whatever_comes_later(chance: random.Random, many: int, kind: str) -> None:
    desk = Desk(chance)
    for _ in range(many):
        getattr(desk, kind)()
        desk.arrive(3)
    within = {content_id("s", place.url): story.id for story in desk.stories() for place in story.articles}
    for verdict in desk.standing():
        other = verdict.other if kind == "merge" else content_id("s", verdict.other)
        assert (within[verdict.story] == within[other]) == (kind == "merge")


def test_a_story_has_its_title_in_the_tongue_that_most_of_its_articles_have() -> None:
    persian = gist("avval", "قایق مسافربری هرون نزدیک کیپ سارو به گل نشست", day=DAY - timedelta(1))
    merged = group((persian, *WORLD), (merge("avval", "east"),))
    story = story_of(merged, "avval")
    assert name(story.articles[0]) == "avval"
    assert "ferry" in story.title.lower()
