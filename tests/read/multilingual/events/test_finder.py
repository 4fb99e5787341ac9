"""Events and expectations in other languages: what lies ahead, its window, where it stands, who takes part."""

from datetime import date

import msgspec
import pytest

from reportedly.read import reader
from reportedly.records import Event, Expectation, Reading
from tests.read.reading_of import article, words

TUESDAY = date(2026, 3, 10)


def read(text: str, language: str, published: date | None = TUESDAY) -> Reading:
    (got,) = reader.read([msgspec.structs.replace(article(text, published), language=language)])
    return got


def ahead(got: Reading) -> list[tuple[Event, Expectation]]:
    by_id = {event.id: event for event in got.events}
    return [(by_id[one.event], one) for one in got.expectations]


@pytest.mark.parametrize(
    ("language", "text", "trigger", "day"),
    [
        ("fa", "رئیس‌جمهور روز پنج‌شنبه در مجلس سخنرانی خواهد کرد.", "سخنرانی", "2026-03-12"),
        ("ar", "أعلنت الوزارة أن المحادثات ستعقد في فايلي يوم الجمعة 20 آذار/مارس.", "المحادثات", "2026-03-20"),
        ("ur", "وزیر نے اعلان کیا کہ انتخابات 20 جون کو ہوں گے۔", "انتخابات", "2026-06-20"),
        ("ru", "Переговоры между сторонами начнутся в Лингене в четверг.", "Переговоры", "2026-03-12"),
    ],
)
def test_what_is_announced_with_its_day(language: str, text: str, trigger: str, day: str) -> None:
    got = read(text, language)
    ((event, one),) = ahead(got)
    assert words(got, event.trigger) == trigger
    assert one.window is not None
    assert (str(one.window.start), str(one.window.end)) == (day, day)


def test_words_of_a_clause_say_whether_it_is_asked_for() -> None:
    got = read("سلامتی کونسل نے مطالبہ کیا کہ دونوں ملک فوری طور پر جنگ بندی کا اعلان کریں۔", "ur")
    assert {event.status for event, _ in ahead(got)} <= {"called_for"}


def test_without_a_day_of_publication_there_is_no_window() -> None:
    got = read("رئیس‌جمهور روز پنج‌شنبه در مجلس سخنرانی خواهد کرد.", "fa", None)
    assert all(one.window is None for one in got.expectations)


def test_mentions_of_one_event_are_one_expectation() -> None:
    text = "انتخابات 20 جون کو ہوں گے۔\n\nوزیر نے کہا کہ انتخابات وقت پر ہوں گے۔"
    got = read(text, "ur")
    assert len({event.id for event in got.events}) == len(got.events)
    assert [words(got, event.trigger) for event, _ in ahead(got)].count("انتخابات") <= 1


def test_a_question_announces_nothing() -> None:
    assert read("آیا رئیس‌جمهور روز پنج‌شنبه در مجلس سخنرانی خواهد کرد؟", "fa").expectations == ()


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("ar", "نفت وزارة الصحة سقوط أي قتلى في لينغن.", "سقوط"),
        ("ru", "Министр опроверг, что в Париже произошел взрыв.", "взрыв"),
    ],
)
def test_what_is_denied_has_not_occurred(language: str, text: str, trigger: str) -> None:
    got = read(text, language)
    assert [(words(got, event.trigger), event.status, event.polarity) for event in got.events] == [
        (trigger, "denied", "denied")
    ]
    assert got.expectations == ()
