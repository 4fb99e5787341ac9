"""The head of an article that says where it was written, and when."""

from datetime import date

import msgspec
import pytest

from reportedly.read import reader
from reportedly.records import Reading
from tests.read.reading_of import article


def read(text: str, language: str) -> Reading:
    (got,) = reader.read([msgspec.structs.replace(article(text, date(2026, 3, 10)), language=language)])
    return got


@pytest.mark.parametrize(
    ("language", "text", "head", "place", "day"),
    [
        ("fa", "سد ترک برداشت\nتهران - ایرنا - وزیر نیرو از سد بازدید کرد.", "تهران - ایرنا - ", "Tehran", None),
        ("ur", "بند ٹوٹ گیا\nکوئٹہ (نمائندہ جنگ) بند ٹوٹنے سے پانی آ گیا۔", "کوئٹہ (نمائندہ جنگ) ", "Quetta", None),
        (
            "ar",
            "السد\nالدوحة في 10 مارس /قنا/ تصدع السد اليوم.",
            "الدوحة في 10 مارس /قنا/ ",
            "Ad Dawhah",
            date(2026, 3, 10),
        ),
        (
            "ru",
            "Плотина\nМОСКВА, 9 марта — РИА Новости. Плотина треснула.",
            "МОСКВА, 9 марта — РИА Новости. ",
            "Moscow",
            date(2026, 3, 9),
        ),
    ],
)
def test_it_names_the_town_and_the_day(language: str, text: str, head: str, place: str, day: date | None) -> None:
    got = read(text, language)
    found = got.article.dateline
    assert found is not None
    assert (found.span.of(text), found.start) == (head, day)
    assert [one.name for one in got.entities if one.id == found.place] == [place]


def test_an_agency_alone_is_no_dateline() -> None:
    assert read("سد ترک برداشت\nشفقنا - سد ترک برداشت و آب آمد.", "fa").article.dateline is None


def test_what_is_small_is_told_by_the_country_of_the_dateline() -> None:
    got = read("دھماکہ\nکوئٹہ (نمائندہ جنگ) مستونگ میں دھماکے سے تین افراد جاں بحق ہو گئے۔", "ur")
    assert {one.name for one in got.entities} == {"Quetta", "Mastung"}
