"""What became of announcements in languages that the comparer does not read, in one of them and from one to another."""

from datetime import date

import msgspec
import pytest

from reportedly import followups
from reportedly.read import reader
from reportedly.read.comparer import compare
from reportedly.records import Sighting
from tests.read.reading_of import article

MONDAY = date(2026, 3, 9)
ANNOUNCED = {
    "fa": "سفر فرخی\nوحید فرخی وزیر امور خارجه ایران روز پنجشنبه به اسلام‌آباد سفر می‌کند.",
    "ar": "زيارة\nيزور وزير الخارجية التركي مراد أيدن بغداد يوم الأربعاء لبحث ملف المياه مع رئيس الوزراء العراقي.",
    "ur": "دورہ\nوزیر خارجہ کامران ملک جمعرات کو کابل کا دورہ کریں گے۔",
    "ru": "Переговоры\nПереговоры делегаций России и Украины пройдут в Стамбуле в четверг.",
    "en": "Talks\nTurkish Foreign Minister Murat Aydin visits Baghdad on Wednesday to meet the Iraqi prime minister.",
}


def sightings(language: str, text: str, day: date) -> tuple[Sighting, ...]:
    own = msgspec.structs.replace(article(text, day), language=language, url=f"https://{language}{day}.example/1")
    (got,) = reader.read([msgspec.structs.replace(own, id=f"a{language}{day}")])
    return followups.sightings(got)


def came(announced: str, language: str, text: str, day: date) -> set[tuple[str, date]]:
    """What became of the visit or talks that are announced on Monday, by an article of a later day."""
    every = [*sightings(announced, ANNOUNCED[announced], MONDAY), *sightings(language, text, day)]
    return {(one.state, one.on) for each in followups.follow(every, compare) for one in each.history}


@pytest.mark.parametrize(
    ("language", "text", "day", "state"),
    [
        ("fa", "فرخی در اسلام‌آباد\nوحید فرخی وزیر امور خارجه ایران امروز به اسلام‌آباد سفر کرد.", 12, "happened"),
        ("fa", "لغو سفر\nسفر وحید فرخی وزیر امور خارجه ایران به اسلام‌آباد لغو شد.", 11, "cancelled"),
        ("ar", "أيدن في بغداد\nزار وزير الخارجية التركي مراد أيدن بغداد أمس الأربعاء وبحث ملف المياه.", 12, "happened"),
        ("ur", "دورہ منسوخ\nوزیر خارجہ کامران ملک کا کابل کا دورہ منسوخ کر دیا گیا۔", 11, "cancelled"),
        ("ru", "Перенос\nПереговоры делегаций России и Украины в Стамбуле перенесены на воскресенье.", 10, "moved"),
    ],
)
def test_in_one_language(language: str, text: str, day: int, state: str) -> None:
    on = date(2026, 3, day)
    assert came(language, language, text, on) == {(state, on)}


@pytest.mark.parametrize(
    ("announced", "language", "text", "day", "state"),
    [
        (
            "fa",
            "en",
            "Farrokhi\nIranian Foreign Minister Vahid Farrokhi visited Islamabad on Thursday.",
            13,
            "happened",
        ),
        (
            "en",
            "ar",
            "أيدن في بغداد\nزار وزير الخارجية التركي مراد أيدن بغداد أمس الأربعاء والتقى رئيس الوزراء العراقي.",
            12,
            "happened",
        ),
    ],
)
def test_from_one_script_to_another(announced: str, language: str, text: str, day: int, state: str) -> None:
    on = date(2026, 3, day)
    assert came(announced, language, text, on) == {(state, on)}


@pytest.mark.parametrize(
    ("announced", "language", "text", "day"),
    [
        ("fa", "fa", "فرخی در دوحه\nوحید فرخی وزیر امور خارجه ایران امروز به دوحه سفر کرد.", 12),
        ("fa", "fa", "آنکارا\nهاکان یلدیز وزیر خارجه ترکیه امروز به اسلام‌آباد سفر کرد.", 12),
        ("ar", "ar", "إلغاء\nألغيت زيارة وزير الدفاع الفرنسي إلى بيروت.", 10),
        ("fa", "en", "Islamabad\nA Turkish delegation visited Islamabad on Thursday.", 13),
        ("en", "ar", "بغداد\nزار وزير الخارجية المصري بغداد أمس الأربعاء.", 12),
    ],
)
def test_another_place_or_other_people_tell_nothing(announced: str, language: str, text: str, day: int) -> None:
    assert came(announced, language, text, date(2026, 3, day)) == set()
