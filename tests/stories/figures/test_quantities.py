"""Numbers with their bounds, however they are put."""

import pytest

from reportedly.stories.figures.finding import value
from reportedly.stories.figures.quantities import quantities, tokens


@pytest.mark.parametrize(
    ("words", "low", "high", "shown"),
    [
        ("12", 12, 12, "12"),
        ("1,200", 1200, 1200, "1,200"),
        ("twenty-five", 25, 25, "25"),
        ("two hundred and six", 206, 206, "206"),
        ("1.2 million", 1_200_000, 1_200_000, "1.2 million"),
        ("Rs47.27m", 47_270_000, 47_270_000, "47.27 million"),
        ("12 lakh", 1_200_000, 1_200_000, "1.2 million"),
        ("three dozen", 36, 36, "36"),
        ("half a million", 500_000, 500_000, "500,000"),
        ("at least eight", 8, None, "at least 8"),
        ("30 or more", 30, None, "at least 30"),
        ("more than 100", 100, None, "more than 100"),
        ("up to 40", None, 40, "up to 40"),
        ("almost 400", 360, 400, "almost 400"),
        ("some 200", 180, 220, "some 200"),
        ("15 to 20", 15, 20, "15 to 20"),
        ("15-20", 15, 20, "15 to 20"),
        ("between four and five", 4, 5, "4 to 5"),
        ("four to five thousand", 4_000, 5_000, "4,000 to 5,000"),
        ("dozens", 20, 150, "dozens"),
        ("tens of thousands", 15_000, 150_000, "tens of thousands"),
    ],
)
def test_a_quantity_has_the_bounds_its_words_set(words: str, low: float | None, high: float | None, shown: str) -> None:
    (found,) = quantities(tokens(words))
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)
    assert value(found) == shown


@pytest.mark.parametrize("words", ["F-16", "the 24th", "at 9:30", "a 12-year-old", "aged 40", "9" * 40, "nobody"])
def test_names_times_ages_and_codes_are_no_quantities(words: str) -> None:
    assert list(quantities(tokens(words))) == []
