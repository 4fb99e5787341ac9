from datetime import UTC, date, datetime

import pytest

import reportedly
from reportedly.errors import BadDate, BadInput, TooLarge

TEXT = "Interior Minister Daran Velk will visit Meshgara on Friday, his ministry said."


def test_a_text_is_read_as_it_stands() -> None:
    reading = reportedly.read(f"\n  {TEXT}\n", outlet="herald", url="https://herald.example/visit")
    (statement,) = reading.statements
    assert reading.article.text == f"\n  {TEXT}\n"
    assert (reading.article.outlet, reading.article.url) == ("herald", "https://herald.example/visit")
    assert [span.of(reading.article.text) for span in statement.source] == ["his ministry"]


@pytest.mark.parametrize("day", [date(2024, 5, 20), "2024-05-20", datetime(2024, 5, 20, 7, 30, tzinfo=UTC)])
def test_its_day_is_given_as_a_date_or_in_words(day: date | str) -> None:
    (expected,) = reportedly.read(TEXT, published=day).expectations
    assert expected.window
    assert expected.window.start == expected.window.end == date(2024, 5, 24)


def test_no_day_is_guessed() -> None:
    (expected,) = reportedly.read(TEXT).expectations
    assert expected.window is None or expected.window.start is None


def test_a_town_of_many_lies_in_the_country_of_the_outlet() -> None:
    text = "A fire in Birmingham killed two people, the mayor said."
    found = {country: reportedly.read(text, country=country).entities for country in ("GB", "us")}
    assert {country: [entity.country for entity in found[country]] for country in found} == {"GB": ["GB"], "us": ["US"]}


def test_the_same_text_at_the_same_address_has_the_same_ids() -> None:
    assert reportedly.read(TEXT, url="a") == reportedly.read(TEXT, url="a")
    assert reportedly.read(TEXT, url="a").article.id != reportedly.read(TEXT, url="b").article.id


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "empty"), (" \n", "empty"), (b"bytes", "decode bytes"), (None, "NoneType"), ("<!doctype html><p>", "HTML")],
)
def test_what_is_no_text_is_refused_in_plain_words(text: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        reportedly.read(text)


@pytest.mark.parametrize("day", ["2024-02-30", "yesterday", "", 20240520])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(BadDate, match="YYYY-MM-DD"):
        reportedly.read(TEXT, published=day)


@pytest.mark.parametrize("country", ["", "England", "G1", "ÄÖ"])
def test_a_country_is_two_letters(country: str) -> None:
    with pytest.raises(BadInput, match="ISO 3166"):
        reportedly.read(TEXT, country=country)


def test_a_book_is_too_large() -> None:
    with pytest.raises(TooLarge, match="1,000,000"):
        reportedly.read("word " * 250_000)
