"""The parts of a running story, with the words that refer back."""

from datetime import date, datetime

from msgspec.structs import replace

from reportedly.account.telling import Telling
from reportedly.account.threads import parts
from reportedly.ledger.stories import StoryLine
from reportedly.records import Time
from tests.newsroom import ORIGINAL, SHELLING, STORY, at

DAY = datetime(2024, 5, 20)  # noqa: DTZ001 - times of a reading are local


def line(story: str, title: str, first: date) -> StoryLine:
    return StoryLine(story, title, first, first, 1, ("varen",), 1)


THIS = line(STORY.id, STORY.title, date(2024, 6, 3))
CLOSED = line("k0", "Traffic over the river stopped", DAY.date())


def telling(*times: Time) -> Telling:
    assert ORIGINAL.reading
    return Telling(STORY.articles[0], ORIGINAL.article, replace(ORIGINAL.reading, times=times), "Varen News Agency")


SAID = Time("t1", at(SHELLING, "before dawn on Monday"), "point", DAY, DAY, "day")


def test_a_sentence_that_names_the_day_of_an_earlier_part_and_speaks_of_it_is_quoted() -> None:
    earlier, this = parts(STORY, (CLOSED, THIS), (telling(SAID),))
    assert earlier.reference
    assert "traffic over the river stopped" in earlier.reference.words(240)
    assert (this.current, this.reference) == (True, None)


def test_another_day_or_another_matter_is_no_reference() -> None:
    (other, _) = parts(STORY, (replace(CLOSED, first=date(2024, 5, 21)), THIS), (telling(SAID),))
    (matter, _) = parts(STORY, (replace(CLOSED, title="Wheat prices rise"), THIS), (telling(SAID),))
    assert other.reference is matter.reference is None


def test_one_part_is_no_running_story() -> None:
    assert parts(STORY, (THIS,), ()) == []
