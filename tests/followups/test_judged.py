"""What people decided about expectations, where pages change under it."""

from collections.abc import Iterable
from datetime import timedelta

from msgspec.structs import replace

from reportedly.followups import Following, Verdicts
from reportedly.followups.remembered import Remembered
from reportedly.followups.verdicts import NOTHING
from reportedly.records import Announcement, Comparison, Question, Sighting, Window, content_id, heir
from tests.pages_of_news import PEOPLE, SENTENCES, START, sightings

EARLY, LATE, TOLD, MOVED = (f"https://{name}.example/" for name in ("early", "late", "told", "moved"))
OPENING, OPENED = SENTENCES[0], "opened the mole at Oberfeld with the ferrymen under flags"

SUNG = [("told", PEOPLE[1], "sang in the glasshouse", 4, "none")]


def compare(questions: Iterable[Question]) -> list[Comparison]:
    """What is told in the past came about; a later announcement announces again, unless it names another day."""
    return [
        Comparison(0.9, 0, 0, 0, 0, 0.1, 0) if "opened" in one.later_sentence else Comparison(0, 0, 0, 0, 0.9, 0.1, 0)
        for one in questions
    ]


def follow(shelf: Remembered, judged: Verdicts, *urls: str) -> dict[str, list[str]]:
    """By the page that begins an expectation the pages that tell what became of it, once these had their turns."""
    for url in urls:
        following = Following(shelf, compare, judged)
        following.take_up(url)
        while following.turns(5):
            pass
    return {
        one.supports[0].article_url: [words.article_url for change in one.history for words in change.evidence]
        for one in shelf.followups.values()
    }


def test_a_page_is_asked_again_when_the_announcement_it_was_parted_from_is_gone() -> None:
    ahead = [("ahead", PEOPLE[0], OPENING, 10, "day")]
    shelf = Remembered(
        {LATE: sightings(LATE, 4, ahead), TOLD: sightings(TOLD, 10, [("happened", PEOPLE[0], OPENED, 10, "day")])}
    )
    assert follow(shelf, NOTHING, LATE, TOLD) == {LATE: [TOLD]}
    (known,) = shelf.followups
    parted = Verdicts(frozenset({(known, TOLD)}))
    assert follow(shelf, parted, LATE, TOLD) == {LATE: []}
    shelf.pages[EARLY] = sightings(EARLY, 2, ahead)
    assert follow(shelf, parted, EARLY) == {EARLY: []}
    shelf.pages[LATE] = sightings(LATE, 4, SUNG)
    assert follow(shelf, parted, LATE) == {EARLY: [TOLD]}


def test_a_page_is_asked_again_when_what_took_the_place_of_that_announcement_is_gone() -> None:
    ahead = [("ahead", PEOPLE[0], OPENING, 10, "day")]
    told = sightings(TOLD, 10, [("happened", PEOPLE[0], OPENED, 10, "day")])
    shelf = Remembered({EARLY: sightings(EARLY, 2, ahead), LATE: sightings(LATE, 4, ahead), TOLD: told})
    follow(shelf, NOTHING, EARLY, LATE, TOLD)
    (joined,) = shelf.announced_in(LATE)
    parted = Verdicts(frozenset({(joined.id, TOLD)}), stood={joined.id: joined.sighting})
    assert follow(shelf, parted, LATE, TOLD) == {EARLY: []}
    shelf.pages[LATE] = sightings(LATE, 4, [("ahead", PEOPLE[0], OPENING + " and the choir", 10, "day")])
    assert follow(shelf, parted, LATE) == {EARLY: []}
    shelf.pages[LATE] = sightings(LATE, 4, SUNG)
    assert follow(shelf, parted, LATE) == {EARLY: [TOLD]}


def test_a_page_stays_parted_from_what_is_announced_in_the_place_of_what_was_judged() -> None:
    ahead, told = ("ahead", PEOPLE[0], OPENING, 10, "day"), ("happened", PEOPLE[0], OPENED, 10, "day")
    shelf = Remembered({LATE: sightings(LATE, 4, [ahead]), TOLD: sightings(TOLD, 10, [told])})
    assert follow(shelf, NOTHING, LATE, TOLD) == {LATE: [TOLD]}
    (known,) = shelf.followups
    stood = shelf.announced_in(LATE)[0].sighting
    parted = Verdicts(frozenset({(known, TOLD)}), stood={known: stood})
    assert follow(shelf, parted, LATE, TOLD) == {LATE: []}
    edited = ("ahead", PEOPLE[0], OPENING + " and the choir", 10, "day")
    shelf.pages[LATE] = sightings(LATE, 4, [edited])
    assert follow(shelf, parted, LATE) == {LATE: []}
    assert known not in shelf.followups
    assert follow(shelf, parted._replace(parted=frozenset()), LATE, TOLD) == {LATE: [TOLD]}


def test_what_was_moved_stays_open_as_long_when_its_page_is_read_anew() -> None:
    first = sightings(EARLY, 0, [("ahead", PEOPLE[0], OPENING, 10, "day")])
    shelf = Remembered(
        {
            EARLY: first,
            MOVED: sightings(
                MOVED,
                5,
                [("moved", PEOPLE[0], "the opening of the mole at Oberfeld with the ferrymen was put off", 40, "day")],
            ),
        }
    )
    assert follow(shelf, NOTHING, EARLY, MOVED) == {EARLY: [MOVED]}
    shelf.pages[EARLY] = tuple(replace(one, topic=("mole",)) for one in first)
    assert follow(shelf, NOTHING, EARLY) == {EARLY: [MOVED]}
    shelf.pages[TOLD] = sightings(TOLD, 40, [("happened", PEOPLE[0], OPENED, 40, "day")])
    assert follow(shelf, NOTHING, TOLD) == {EARLY: [MOVED, TOLD]}


def test_what_its_own_page_moves_stays_open_as_long_when_the_page_is_read_anew() -> None:
    put_off = OPENING + " some weeks later"
    both = [("ahead", PEOPLE[0], OPENING, 10, "day"), ("ahead", PEOPLE[0], put_off, 40, "day")]
    seen = sightings(EARLY, 0, [*both, ("moved", PEOPLE[0], put_off, 40, "day")])
    shelf = Remembered({EARLY: seen})
    assert follow(shelf, NOTHING, EARLY) == {EARLY: [EARLY]}
    shelf.pages[EARLY] = (replace(seen[0], topic=("mole",)), *seen[1:])
    assert follow(shelf, NOTHING, EARLY) == {EARLY: [EARLY]}
    shelf.pages[TOLD] = sightings(TOLD, 40, [("happened", PEOPLE[0], OPENED, 40, "day")])
    assert follow(shelf, NOTHING, TOLD) == {EARLY: [EARLY, TOLD]}


# -- what stands in the place of an announcement ----------------------------------------------------------------------


def announced(*said: str) -> list[Announcement]:
    """What a page announces, each of another kind of act where its verb is another."""
    seen = sightings(EARLY, 0, [("ahead", PEOPLE[0], words, 10, "day") for words in said])
    made = (replace(one, lemma=one.sentence.split()[1]) for one in seen)
    return [
        Announcement(content_id("f", EARLY, one.sentence), "f0", EARLY, START, n, one) for n, one in enumerate(made)
    ]


def test_an_heir_is_the_same_then_the_same_sentence_then_the_most_alike() -> None:
    stood, *others = announced("will open the mole", "will open the mole with ferrymen", "will sign the lantern treaty")
    assert heir(stood.id, stood.sighting, [stood, *others]) == stood.id
    same = replace(stood, id="f9")
    assert heir(stood.id, stood.sighting, [*others, same]) == "f9"
    assert heir(stood.id, stood.sighting, others) == others[0].id


def test_an_act_of_another_kind_or_in_other_words_is_no_heir() -> None:
    stood, treaty, elsewhere = announced("will open the mole", "will sign the lantern treaty", "will open a glasshouse")
    assert heir(stood.id, stood.sighting, [treaty, elsewhere]) is None
    assert heir(stood.id, stood.sighting, []) is None
    acted = replace(treaty, sighting=_acting(treaty.sighting, stood.sighting))
    assert heir(stood.id, replace(stood.sighting, acts=("opening",)), [acted]) == treaty.id


def _acting(one: Sighting, other: Sighting) -> Sighting:
    window = Window(START, START + timedelta(1))
    return replace(one, acts=("opening",), words=other.words, window=window)
