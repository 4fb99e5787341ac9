import pytest

from reportedly.brief.figures import figures


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Twelve people and 1,200 sheep", {"12", "1200"}),
        ("twenty-one of 21", {"21"}),
        ("۱۲ نفر", {"12"}),
        ("3.5 per cent, 007", {"3.5", "7"}),
        ("on 3 June 2024", {"3", "2024"}),
        ("no one, one of them", set()),
        ("thirty, forty two", {"30", "42"}),
        ("", set()),
    ],
)
def test_numbers_are_one_however_they_are_written(words: str, found: set[str]) -> None:
    assert figures(words) == found
