"""Pages followed up one by one, in any order, edited and judged between, come to what following all anew gives."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.followups import Following, Verdicts
from reportedly.followups.remembered import Remembered
from reportedly.followups.verdicts import NOTHING
from reportedly.records import Part
from tests.pages_of_news import PAGES, PEOPLE, SENTENCES, again, compare, sightings

DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("page"), PAGES),
        st.tuples(st.just("page"), PAGES),
        st.tuples(st.just("turns"), st.none()),
        st.tuples(
            st.just("judge"), st.tuples(st.sampled_from(("split", "withdraw")), st.integers(0, 5), st.integers(0, 3))
        ),
        st.tuples(st.just("undo"), st.integers(0, 3)),
    ),
    min_size=5,
    max_size=16,
)


class Desk:
    """A shelf with what people decided."""

    def __init__(self) -> None:
        self.shelf = Remembered({}, found=2)
        self.judged = NOTHING

    @property
    def following(self) -> Following:
        return Following(self.shelf, compare, self.judged)

    def page(self, url: str, day: int | None, told: Sequence[tuple[Any, ...]]) -> None:
        self.shelf.pages[url] = sightings(url, day, told)
        self.following.take_up(url)

    def turns(self, _: None = None) -> None:
        while self.following.turns(5):
            pass

    def judge(self, kind: str, which: int, proof: int) -> None:
        self.turns()
        known = sorted(self.shelf.followups)
        if not known:
            return
        about = self.shelf.followups[known[which % len(known)]]
        url = about.evidence[proof % len(about.evidence)].article_url
        if kind == "withdraw":
            self._decided(self.judged._replace(withdrawn=self.judged.withdrawn | {about.id}), about.id)
        elif url != about.supports[0].article_url:
            self._decided(self.judged._replace(parted=self.judged.parted | {(about.id, url)}), about.id, url)

    def undo(self, which: int) -> None:
        every = [*((one,) for one in sorted(self.judged.withdrawn)), *sorted(self.judged.parted)]
        if every:
            gone = every[which % len(every)]
            parted = self.judged.parted - {gone}
            self._decided(Verdicts(parted, self.judged.withdrawn - {*gone}), *gone)

    def _decided(self, judged: Verdicts, about: str, *urls: str) -> None:
        self.judged = judged
        first = self.shelf.announcement(about)
        for url in (*([first.url] if first else []), *urls):
            self.following.take_up(url)

    def state(self) -> tuple[object, ...]:
        """All that is kept, as far as it tells something."""
        pages = sorted(url for url, seen in self.shelf.pages.items() if seen)
        parts: tuple[Part, ...] = ("announced", "told")
        return (
            self.shelf.followups,
            {url: (self.shelf.followed(url), list(self.shelf.announced_in(url))) for url in pages},
            {(url, part): list(self.shelf.steps_in(url, part)) for url in pages for part in parts},
            {(url, part): self.shelf.comparisons.get((url, part), {}) for url in pages for part in parts},
        )


@settings(max_examples=300, deadline=None)
@given(DEEDS)
def test_whatever_came_when_all_is_as_if_it_had_come_in_order(deeds: list[tuple[str, Any]]) -> None:
    desk = Desk()
    for kind, given_ in deeds:
        getattr(desk, kind)(*(given_ if isinstance(given_, tuple) else (given_,)))
    desk.turns()
    anew = Desk()
    anew.judged = desk.judged
    anew.shelf.pages.update(desk.shelf.pages)
    for url in anew.shelf.pages:
        anew.following.take_up(url)
    anew.turns()
    assert desk.state() == anew.state()


def test_what_was_decided_stands_when_an_earlier_announcement_comes_to_light() -> None:
    told = [("ahead", PEOPLE[0], SENTENCES[0], 10, "day")]
    shelf = Remembered({})

    def follow(url: str, day: int, judged: Verdicts = NOTHING) -> dict[str, int]:
        shelf.pages[url] = sightings(url, day, told)
        following = Following(shelf, again, judged)
        following.take_up(url)
        while following.turns(5):
            pass
        return {one.supports[0].article_url: len(one.supports) for one in shelf.followups.values()}

    follow("https://a.example/", 4)
    assert follow("https://b.example/", 6) == {"https://a.example/": 2}
    (known,) = shelf.followups
    parted = Verdicts(frozenset({(known, "https://b.example/")}))
    assert follow("https://b.example/", 6, parted) == {"https://a.example/": 1, "https://b.example/": 1}
    assert follow("https://c.example/", 2, parted) == {"https://c.example/": 2, "https://b.example/": 1}
    assert follow("https://d.example/", 3, Verdicts(parted.parted, frozenset({known}))) == {"https://b.example/": 1}
