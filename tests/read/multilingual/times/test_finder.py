"""Times in Persian, Arabic, Urdu and Russian: three calendars, the tense of the clause, windows, ranges, twins."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import languages
from reportedly.read.multilingual import sheet, times
from reportedly.text import Span
from tests.read.multilingual.times.times_of import TUESDAY, told, window
from tests.read.reading_of import bare


@pytest.mark.parametrize(
    ("language", "text", "words", "first", "last"),
    [
        ("fa", "پل تازه ۲۵ فروردین ۱۴۰۵ باز خواهد شد.", "۲۵ فروردین ۱۴۰۵", "2026-04-14", "2026-04-14"),
        ("fa", "پل ۵ مارس ۲۰۲۶ باز شد.", "۵ مارس ۲۰۲۶", "2026-03-05", "2026-03-05"),
        ("fa", "جشن در بیست و پنجم مردادماه برگزار می‌شود.", "بیست و پنجم مردادماه", "2026-08-16", "2026-08-16"),
        ("fa", "شهردار سال آینده به لینگن می‌رود.", "سال آینده", "2026-03-21", "2027-03-20"),
        ("ar", "يفتتح الجسر في 5 آذار 2026.", "5 آذار 2026", "2026-03-05", "2026-03-05"),
        ("ar", "افتتح الجسر في كانون الثاني/يناير 2026.", "كانون الثاني/يناير 2026", "2026-01-01", "2026-01-31"),
        ("ar", "سيفتتح الجسر في ١٥ رمضان ١٤٤٧ هـ.", "١٥ رمضان ١٤٤٧ هـ", "2026-03-03", "2026-03-05"),
        ("ur", "پل 20 جون 2026ء کو کھلے گا۔", "20 جون 2026ء", "2026-06-20", "2026-06-20"),
        ("ur", "پل یکم محرم الحرام 1448ھ کو کھلے گا۔", "یکم محرم الحرام 1448ھ", "2026-06-15", "2026-06-17"),
        ("ru", "Мост откроют 20 июня 2026 года.", "20 июня 2026 года", "2026-06-20", "2026-06-20"),
    ],
)
def test_days_of_three_calendars(language: str, text: str, words: str, first: str, last: str) -> None:
    assert told(text, language) == [(words, first, last)]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fa", "شهردار روز یکشنبه به لینگن سفر می‌کند.", "2026-03-15"),
        ("fa", "شهردار روز یکشنبه به لینگن سفر کرد.", "2026-03-08"),
        ("ar", "سيزور العمدة لينغن الأحد.", "2026-03-15"),
        ("ar", "زار العمدة لينغن الأحد.", "2026-03-08"),
        ("ur", "میئر اتوار کو لنگن جائیں گے۔", "2026-03-15"),
        ("ur", "میئر اتوار کو لنگن گئے تھے۔", "2026-03-08"),
        ("ur", "میئر کل لنگن جائیں گے۔", "2026-03-11"),
        ("ur", "میئر کل لنگن گئے تھے۔", "2026-03-09"),
        ("ru", "Мэр посетит Линген в воскресенье.", "2026-03-15"),
        ("ru", "Мэр посетил Линген в воскресенье.", "2026-03-08"),
    ],
)
def test_the_tense_of_the_clause_decides_which_day(language: str, text: str, day: str) -> None:
    assert [(first, last) for _, first, last in told(text, language)] == [(day, day)]


@pytest.mark.parametrize(
    ("language", "text", "start", "end", "vague"),
    [
        ("fa", "شهردار تا پایان فروردین گزارش می‌دهد.", TUESDAY, date(2026, 4, 20), False),
        ("fa", "شهردار پیش از ۲۰ اسفند گزارش می‌دهد.", TUESDAY, date(2026, 3, 10), False),
        ("fa", "گزارش به زودی منتشر خواهد شد.", TUESDAY, date(2026, 6, 10), True),
        ("ar", "سيصدر التقرير خلال عشرة أيام.", TUESDAY, date(2026, 3, 20), False),
        ("ar", "سيصدر التقرير بحلول نهاية العام الجاري.", TUESDAY, date(2026, 12, 31), False),
        ("ur", "رپورٹ 20 مارچ سے پہلے آئے گی۔", TUESDAY, date(2026, 3, 19), False),
        ("ur", "رپورٹ آنے والے ہفتوں میں آئے گی۔", TUESDAY, date(2026, 5, 5), True),
        ("ru", "Отчет выйдет до конца апреля.", TUESDAY, date(2026, 4, 30), False),
    ],
)
def test_what_is_promised_with_a_time_has_a_window(
    language: str,
    text: str,
    start: date,
    end: date,
    vague: bool,  # noqa: FBT001
) -> None:
    got = window(text, language)
    assert got is not None
    assert (got.start, got.end) == (start, end)
    assert got.vague or not vague


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "جشن هر جمعه برگزار می‌شود."),
        ("fa", "جشن به مدت سه روز ادامه داشت."),
        ("ar", "يقام السوق كل جمعة."),
        ("ar", "استمر المهرجان لمدة يومين."),
        ("ur", "میلہ ہر اتوار لگتا ہے۔"),
        ("ru", "Ярмарка длилась три дня."),
    ],
)
def test_lengths_and_sets_have_no_window(language: str, text: str) -> None:
    assert window(text, language) is None


def test_from_one_day_to_another_is_one_time() -> None:
    assert told("جشن از شنبه تا سه‌شنبه برگزار می‌شود.", "fa") == [("شنبه تا سه‌شنبه", "2026-03-14", "2026-03-17")]
    assert told("میلہ پیر سے بدھ تک ہوگا۔", "ur")[0][1:] == ("2026-03-16", "2026-03-18")


def test_a_day_told_in_two_calendars_is_one_sharp_day() -> None:
    text = "يفتتح الجسر في ١٥ رمضان الموافق ٥ مارس."
    assert told(text, "ar") == [("١٥ رمضان الموافق ٥ مارس", "2026-03-05", "2026-03-05")]


def test_the_weekday_beside_a_lunar_day_leaves_no_doubt() -> None:
    assert told("التقيا الخميس 30 رمضان 1447.", "ar") == [("الخميس 30 رمضان 1447", "2026-03-19", "2026-03-19")]


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("fa", "در ۵ ماهه اول سال گذشته صادرات کم شد.", "2024-03-20", "2024-08-19"),
        ("ar", "ارتفع الإنتاج في الأشهر التسعة الأولى من العام الماضي.", "2025-01-01", "2025-09-30"),
        ("ur", "2025 کے پہلے چھ ماہ میں برآمدات بڑھیں۔", "2025-01-01", "2025-06-30"),
        ("ru", "За первые три месяца 2025 года экспорт вырос.", "2025-01-01", "2025-03-31"),
    ],
)
def test_the_first_months_of_a_year(language: str, text: str, first: str, last: str) -> None:
    assert told(text, language)[0][1:] == (first, last)


def test_the_weekday_beside_a_day_tells_its_year() -> None:
    assert told("جشن یکشنبه ۱۰ آبان برگزار شد.", "fa", date(2026, 5, 20))[0][1] == "2026-11-01"
    assert told("جشن شنبه ۱۰ آبان برگزار شد.", "fa", date(2026, 5, 20))[0][1] == "2025-11-01"


def test_a_weekday_beside_today_says_which_day_that_is() -> None:
    assert told("تعرض المبنى، اليوم الأربعاء، إلى حريق.", "ar") == [("اليوم الأربعاء", "2026-03-11", "2026-03-11")]


def test_a_deadline_without_a_verb_lies_ahead() -> None:
    assert told("تمدید رایگان اقامت تا ظهر دوشنبه", "fa")[0][1] == "2026-03-16"


def test_a_number_written_on_to_its_month() -> None:
    assert told("جريدة المرفأ 14رمضان 1447 – الموافق 3 مارس 2026", "ar")[0][1:] == ("2026-03-03", "2026-03-03")


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("fa", "دادگاه یک ماه و نیم دیگر برگزار می‌شود.", "2026-04-21", "2026-05-21"),
        ("ur", "ڈیڑھ ماہ بعد انتخابات ہوں گے۔", "2026-04-01", "2026-04-30"),
        ("ar", "بدأ البناء قبل عامين ونصف.", "2023-01-01", "2023-12-31"),
    ],
)
def test_halves_are_counted(language: str, text: str, first: str, last: str) -> None:
    assert told(text, language)[0][1:] == (first, last)


def test_prefixes_are_part_of_the_word() -> None:
    assert told("عاد بالأحد الماضي والاثنين.", "ar")[0][0] == "بالأحد الماضي"


def test_both_spellings_and_the_joiner_are_one() -> None:
    for spelled in ("سه‌شنبه", "سه شنبه", "سهشنبه", "سە‌شنبه"):
        assert told(f"شهردار روز {spelled} سفر کرد.", "fa")[0][1] == "2026-03-10"
    assert told("القى كلمة يوم الاثنين الماضى.", "ar")[0][1] == "2026-03-09"


def test_a_title_or_a_name_is_no_day() -> None:
    assert told("امام جمعه لینگن سخن گفت.", "fa") == []
    assert told("لانگ مارچ میں ہزاروں لوگ تھے۔", "ur") == []


def test_without_a_day_of_publication_relative_times_have_no_days() -> None:
    assert told("شهردار فردا می‌آید.", "fa", None)[0][1] == "point"
    assert told("سيصدر التقرير خلال عشرة أيام.", "ar", None)[0][1] == "window"


_LETTERS = "سه شنبه ۱۲۳45/-:.،ماه آینده تا از یکم الأول والعشرين من مارس کو پیر сред\u200cу\n"


@given(st.sampled_from(languages.READ), st.text(st.sampled_from(_LETTERS), max_size=80))
def test_whatever_a_text_holds_each_time_is_whole_words_of_it(language: str, text: str) -> None:
    page = sheet.lay_out(bare(text, language))
    edges = {edge for word in page.words for edge in word.span}
    got = times.find(page)
    assert all({*time.span} <= edges for time in got.times)
    assert {got.window(time) is None for time in got.times if time.kind in {"set", "duration"}} <= {True}
    passing = [each.value.passing for each in got.expressions]
    told_of = [time for time, aside in zip(got.times, passing, strict=True) if not aside]
    assert list(got.within(Span(0, len(text)))) == told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "يفتتح الجسر في 36 رمضان 1447 هـ."),
        ("fa", "پل ۴۱ رمضان ۱۴۴۷ باز می‌شود."),
        ("ur", "پل 0 اپریل کو کھلے گا۔"),
        ("ur", "پل 32 رمضان 1447ھ کو کھلے گا۔"),
    ],
)
def test_a_number_that_is_no_day_of_the_month_makes_no_month_of_it(language: str, text: str) -> None:
    assert [days for _, *days in told(text, language)] == [["point", ""]]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("ar", "قررت البلدية تأجيل السباق الذي كان مقررا في 28 مارس إلى الخامس من أبريل.", ["03-28", "04-05"]),
        ("ur", "دوڑ 28 مارچ سے 5 اپریل تک ملتوی کر دی گئی۔", ["03-28", "04-05"]),
        ("ar", "يستمر السباق من 28 مارس إلى 5 أبريل من أجل المدينة.", ["03-28"]),
    ],
)
def test_days_between_which_something_is_moved_are_no_stretch(language: str, text: str, days: list[str]) -> None:
    assert [first for _, first, _ in told(text, language)] == [f"2026-{day}" for day in days]
