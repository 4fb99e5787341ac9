"""Two tongues: what the glossary knows, which articles are proposed and judged, and how their groups join."""

from datetime import date

import pytest

from reportedly.likeness import telling as stems
from reportedly.records import Gist
from reportedly.stories.clusters import Stream
from reportedly.stories.pairs import across
from reportedly.stories.pairs.candidates import Index
from reportedly.stories.pairs.glossary import meanings, tongue
from reportedly.stories.pairs.rarity import Rarity
from reportedly.stories.pairs.telling import Telling, telling

DAY = date(2031, 5, 4)
EMBASSY = "Two drones hit embassy in Kuwait, fire in the building"
RUSSIAN = "Два беспилотника атаковали посольство в Кувейте, в здании пожар"
ARABIC = "مسيرتان تستهدفان السفارة في الكويت وحريق في المبنى"
STORM = "Ураган и снег закрыли аэропорт и школы"


def told(headline: str, outlet: str = "coastwire") -> Telling:
    words = stems(headline)
    return telling(Gist(headline, headline, outlet, None, DAY, headline, b"", words, (), (), headline_words=words), DAY)


def test_words_of_five_languages_mean_one_thing() -> None:
    assert meanings(stems("missile hits a school")) == ("missile", "strike", "school")
    assert meanings(stems("обстрел школ ракетами")) == ("strike", "school", "missile")
    assert meanings(stems("صاروخ على المدرسة")) == ("missile", "school")
    assert meanings(stems("حمله موشکی به مدرسه")) == ("strike", "missile", "school")
    assert meanings(stems("הטילים והשגרירות")) == ("missile", "embassy")


def test_two_words_may_mean_one_thing_and_numbers_stand_for_themselves() -> None:
    assert meanings(stems("Sirens in Tel Aviv, 212 hurt")) == ("siren", "tel-aviv", "212", "injured")
    assert meanings(stems("В Тель-Авиве 212")) == ("tel-aviv", "212")
    assert meanings(()) == ()


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (EMBASSY, ""),
        (RUSSIAN, "ru"),
        (ARABIC, "ar"),
        ("حمله به پایگاه در شهر", "fa"),
        ("שריפה בשגרירות", "he"),
        ("1 2", ""),
    ],
)
def test_a_tongue_is_told_by_its_letters(text: str, known: str) -> None:
    assert tongue(text) == known


def test_articles_of_other_tongues_are_proposed_by_what_they_mean() -> None:
    index, rarity = Index(), Rarity()
    given = [told(each) for each in (EMBASSY, RUSSIAN, ARABIC, STORM)]
    rarity.turn(DAY, given)
    index.turn(DAY, list(enumerate(given)))
    assert set(index.across("", rarity.of_meanings(given[0]))) == {1, 2}
    assert set(index.across("ru", rarity.of_meanings(given[1]))) == {0, 2}


def test_clues_are_the_same_from_either_side() -> None:
    rarity = Rarity()
    given = [told(each) for each in (EMBASSY, RUSSIAN, STORM)]
    rarity.turn(DAY, given)
    ours, theirs, other = (across.meant(each, rarity) for each in given)
    assert across.clues(ours, theirs) == pytest.approx(across.clues(theirs, ours))
    assert across.clues(ours, theirs)["meanings"] > across.clues(ours, other)["meanings"]
    assert across.worth(ours, theirs)
    assert not across.worth(ours, other)


def test_accounts_in_three_tongues_are_one_happening_and_another_stays_apart() -> None:
    given = dict(enumerate(told(text, f"outlet{i}") for i, text in enumerate((EMBASSY, RUSSIAN, ARABIC, STORM))))
    happening = Stream().turn(DAY, given, {i: f"page{i}" for i in given})
    assert len({happening[i] for i in (0, 1, 2)}) == 1
    assert happening[3] == "page3"
