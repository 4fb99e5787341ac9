"""Two tongues: what the glossary knows, which articles are proposed and judged, and how their groups join."""

from datetime import date

import pytest

from reportedly.likeness import telling as stems
from reportedly.records import Gist
from reportedly.stories.clusters import Stream
from reportedly.stories.pairs import across
from reportedly.stories.pairs.candidates import Index
from reportedly.stories.pairs.glossary import meanings, tongue
from reportedly.stories.pairs.judge import LEAST, points, probability
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


def test_words_of_a_name_in_two_parts_are_known_by_their_stems() -> None:
    assert meanings(stems("White House envoy")) == ("=white-house", "ambassador")
    assert meanings(stems("United Nations")) == ("united-nations",)


def test_what_a_headline_means_is_part_of_what_the_article_means() -> None:
    words = stems("Prime time\nminister")
    known = telling(Gist("a", "a", "b", None, DAY, "Prime", b"", words, (), (), headline_words=stems("Prime")), DAY)
    assert set(known.headline_meanings) <= set(known.meanings)


def test_two_words_may_mean_one_thing_and_numbers_stand_for_themselves() -> None:
    assert meanings(stems("Sirens in Tel Aviv, 212 hurt")) == ("siren", "=tel-aviv", "212", "injured")
    assert meanings(stems("В Тель-Авиве 212")) == ("=tel-aviv", "212")
    assert meanings(()) == ()


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (EMBASSY, ""),
        (RUSSIAN, "ru"),
        (ARABIC, "ar"),
        ("حمله به پایگاه در شهر", "fa"),
        ("شہر میں جھڑپ، تین محافظ ہلاک", "ur"),
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


def test_headlines_that_name_other_countries_are_told_apart() -> None:
    rarity = Rarity()
    calls = "Amir of Qatar receives call from German chancellor", "Emir of Qatar speaks with president of Turkey"
    given = [told(each) for each in (*calls, "أمير قطر يتلقى اتصالا من المستشار الألماني")]
    rarity.turn(DAY, given)
    arabic = across.meant(given[2], rarity)
    german, turkish, itself = (across.clues(arabic, across.meant(each, rarity)) for each in given)
    assert german["named missing in both"] == 0.0 < turkish["named missing in both"]
    assert german["named"] > turkish["named"]
    assert points(german, 500) > points(turkish, 500)
    assert itself["named missing"] == 0.0


def test_points_are_held_within_bounds() -> None:
    rarity = Rarity()
    given = [told(each) for each in (EMBASSY, STORM)]
    rarity.turn(DAY, given)
    far = across.clues(*(across.meant(each, rarity) for each in given))
    assert points(far, 1_000_000) == LEAST
    assert 0.0 < probability(LEAST) < 0.01 < probability(points(dict.fromkeys(far, 5.0), 1)) <= 1.0


def test_accounts_in_three_tongues_are_one_happening_and_another_stays_apart() -> None:
    given = dict(enumerate(told(text, f"outlet{i}") for i, text in enumerate((EMBASSY, RUSSIAN, ARABIC, STORM))))
    happening = Stream().turn(DAY, given, {i: f"page{i}" for i in given})
    assert len({happening[i] for i in (0, 1, 2)}) == 1
    assert happening[3] == "page3"
