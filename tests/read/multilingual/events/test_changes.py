"""What became of an event, by the words of a sentence that tell it as a fact."""

from datetime import date

import msgspec
import pytest

from reportedly.read import reader
from reportedly.records import Reading
from tests.read.reading_of import article, words

TUESDAY = date(2026, 3, 10)


def read(text: str, language: str) -> Reading:
    (got,) = reader.read([msgspec.structs.replace(article(text, TUESDAY), language=language)])
    return got


@pytest.mark.parametrize(
    ("language", "text", "told", "event"),
    [
        ("ar", "ألغيت زيارة وزير الطاقة إلى لينغن المقررة يوم الخميس.", "ألغيت", "زيارة"),
        ("ar", "أعلنت الحكومة إلغاء المؤتمر الصحفي الذي كان مقررا غدا في القاهرة.", "إلغاء", "المؤتمر"),
        ("fa", "سفر وزیر نیرو به تهران که قرار بود فردا انجام شود لغو شد.", "لغو", "سفر"),
        ("ur", "وزیر توانائی کا کابل کا دورہ منسوخ کر دیا گیا جو جمعرات کو ہونا تھا۔", "منسوخ", "دورہ"),
        ("ru", "Визит министра в Москву, запланированный на четверг, отменён.", "отменён", "Визит"),
    ],
)
def test_what_was_called_off_lies_ahead_no_more(language: str, text: str, told: str, event: str) -> None:
    got = read(text, language)
    (development,) = got.developments
    assert (words(got, development.trigger), development.state) == (told, "cancelled")
    own = next(each for each in got.events if each.id == development.event)
    assert (words(got, own.trigger), own.status) == (event, "denied")
    assert got.expectations == ()


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("ar", "تأجل اجتماع الوزراء في الرياض من الأحد إلى الأربعاء المقبل.", ("2026-03-11", "2026-03-11")),
        (
            "fa",
            "دیدار روز پنجشنبه وزیران در مسکو به تعویق افتاد و هفته آینده برگزار می‌شود.",
            ("2026-03-14", "2026-03-20"),
        ),
        ("ur", "وزراء کا اجلاس ملتوی کر دیا گیا، اب اجلاس اتوار کو ہوگا۔", ("2026-03-15", "2026-03-15")),
    ],
)
def test_what_was_moved_lies_ahead_on_its_new_day(language: str, text: str, days: tuple[str, str]) -> None:
    got = read(text, language)
    assert [each.state for each in got.developments] == ["moved"]
    (one,) = got.expectations
    assert one.window is not None
    assert (str(one.window.start), str(one.window.end)) == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "نماینده مجلس خواستار لغو سفر وزیر نیرو به تهران شد."),
        ("fa", "سفر وزیر نیرو به تهران لغو نشد."),
        ("ur", "اگر دورہ منسوخ ہوا تو نقصان ہوگا۔"),
        ("ar", "لم تلغ زيارة الوزير إلى القاهرة."),
    ],
)
def test_what_is_asked_for_or_was_not_is_no_change(language: str, text: str) -> None:
    assert read(text, language).developments == ()


def test_what_is_past_is_told_as_occurred() -> None:
    got = read("زار وزير الخارجية القطري طهران أمس والتقى الرئيس الإيراني.", "ar")
    assert {event.status for event in got.events} == {"occurred"}


def test_an_event_of_one_day_is_one_expectation_of_its_sentence() -> None:
    got = read("ستجرى الانتخابات البرلمانية في العراق يوم الأحد المقبل، وستبدأ الانتخابات يوم الأحد صباحا.", "ar")
    assert len(got.expectations) == 1
