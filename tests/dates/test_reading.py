"""Dates as feeds, pages and tables print them, and the gate that every date passes."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.dates import ON_PAPER, Dated, believed, told
from reportedly.dates.names import names

SEEN = datetime(2031, 7, 20, 9, tzinfo=UTC)
DAY = date(2031, 7, 14)  # a Monday
NOON = datetime(2031, 7, 14, 12, 5, 9, tzinfo=UTC)

MOMENTS = {
    "2031-07-14T12:05:09Z": NOON,
    "2031-07-14T15:05:09+0300": NOON,
    "2031-07-14 17:35:09.123456789 +05:30": NOON,
    "2031-7-14T12:05Z": NOON.replace(second=0),
    "20310714T120509Z": NOON,
    "2031-07-14T14:05:09+02:00[Europe/Berlin]": NOON,
    "2031-07-14 17:05:09 Asia/Karachi": NOON,
    "Mon, 14 Jul 2031 12:05:09 GMT": NOON,
    "Mon, 14 Jul 2031 14:05:09 CEST": NOON,
    "Mon, 14 Jul 2031 13:05:09 BST": NOON,
    "Mon, 14 Jul 2031 08:05:09 EDT": NOON,
    "Mon, 14 Jul 2031 19:05:09 GMT+7": NOON,
    "Mon, 14 Jul 2031 17:35:09 UTC+05:30": NOON,
    "Mon, 14 Jul 2031 09:05:09 −0300": NOON,
    "Mon, 14 Jul 2031 15:05:09 +0300 (MSK)": NOON,
    "14 Jul 31 12:05 UT": NOON.replace(second=0),
    "Mon Jul 14 14:05:09 CEST 2031": NOON,  # as Java prints
    "Mon Jul 14 17:05:09 GMT+05:00 2031": NOON,
    "Mon Jul 14 2031 14:05:09 GMT+0200 (Central European Summer Time)": NOON,  # as browsers do
    "14/Jul/2031:12:05:09 +0000": NOON,
    "July 14, 2031 8:05 AM ET": NOON.replace(second=0),
    "July 14, 2031 Monday 12:05 PM GMT": NOON.replace(second=0),
    "14. Juli 2031, 14:05 Uhr MESZ": NOON.replace(second=0),
    "1941710709": datetime(2031, 7, 13, 10, 5, 9, tzinfo=UTC) + timedelta(hours=2, minutes=0),
    "1941710709000": datetime(2031, 7, 13, 12, 5, 9, tzinfo=UTC),
}


@pytest.mark.parametrize(("words", "moment"), MOMENTS.items())
def test_a_moment_with_its_zone(words: str, moment: datetime) -> None:
    found = told(words, SEEN).dated
    assert found
    assert found.at == moment


@pytest.mark.parametrize(
    "words",
    """2031-07-14|2031-7-14|2031/7/14|2031.07.14|20310714|2031-W29-1|2031-195|14.7.2031|14.07.2031, 07:00:03|2031-07-14Z
    14/07/2031|07/14/2031 7:20 PM|2031/07/14 12:05:09|2031-7-14 2:07:36|20310714120509|203107141205|2031:07:14 10:00:00
    Mon Jul 14 12:05:09 2031|Mon Jul 14 2031|14 July 2031|14th July 2031|July 14th, 2031|Jul. 14, 2031|14-JUL-31
    Monday, July 14, 2031|July 14, 2031 Monday|Mon 14 Jul 2031|July 14, 2031 at 7:20 p.m.|10:15, 14 July 2031
    Published: 14 July 2031|2031-07-14 at 10:15|'2031-07-14|Mon, 14 Jul 2031 12:05:09|Fri, 14 Jul 2031 12:05:09
    14. Juli 2031|14 juillet 2031|lundi 14 juillet 2031 à 10h15|14 de julio de 2031|14 luglio 2031 ore 10:15
    14 de julho de 2031|14 Temmuz 2031 Pazartesi|14 июля 2031 г.|Понедельник, 14 июля 2031, 10:15|14 يوليو 2031
    الاثنين 14 يوليو 2031م|١٤ تموز ٢٠٣١|۱۴ ژوئیه ۲۰۳۱|14 جولائی 2031|۲۰۳۱-۰۷-۱۴|14 जुलाई 2031|2031年7月14日 10時15分
    2031년 7월 14일|Mon, 14 Jul 2031 24:00:00 GMT|2031-07-14 10:15 ABCD|Mon, 14 Jul 2031 10:00:00 IST
    الاثنين ٢٤ ربيع الأول ١٤٥٣هـ - ١٤ يوليو ٢٠٣١م|2031-07-14 10:15 | The Gazette""".replace("\n    ", "|")
    .replace(" | The", "  The")
    .split("|"),
)
def test_a_day_without_a_certain_moment(words: str) -> None:
    found, note = told(words, SEEN)
    assert found
    assert (found.day, found.at, note) == (DAY, None, None)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("03/04/2031", "two days"),
        ("3/4/2031 10:00:00 AM", "two days"),
        ("soon", "no date"),
        ("a week after 14 July 2031 they met", "no date"),
        ("14 July 2031 - 16 July 2031", "no date"),
        ("2031-07-14 – 2031-07-16", "no date"),
        ("23/03/31", "two days"),
        ("2031", "no date"),
        ("2031-07", "no date"),
        ("July 2031", "no date"),
        ("46090", "no date"),
        ("Monday", "no date"),
        ("14 July", "no year"),
        ("2031-02-30", "no day that there is"),
        ("2031-13-01", "no day that there is"),
        ("0000-00-00 00:00:00", "no day that there is"),
        ("Mon, 14 Jul 2031 10:00:00 +9900", "no date"),
    ],
)
def test_no_day_is_made_up(words: str, why: str) -> None:
    found = told(words, SEEN)
    assert found.dated is None
    assert found.note
    assert words in found.note
    assert why in found.note


def test_a_weekday_tells_which_of_two_days_is_meant() -> None:
    assert told("Monday, 7/4/2031", SEEN).dated == Dated(date(2031, 4, 7))
    assert told("Friday 7/4/2031", SEEN).dated == Dated(date(2031, 7, 4))
    assert told("Tuesday, 7/4/2031", SEEN).dated is None


@pytest.mark.parametrize("empty", [None, "", "  ", "\u200f"])
def test_nothing_given_is_nothing_told(empty: str | None) -> None:
    assert told(empty, SEEN) == (None, None)


def test_a_number_of_json_is_read_as_its_digits() -> None:
    assert told(1_941_710_709_000, SEEN).dated == told("1941710709", SEEN).dated


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("سه‌شنبه، ۱۹ اسفندماه ۱۴۰۴", None),
        ("سه‌شنبه ۱۹ اسفند ۱۴۰۴ برابر با ۱۰ مارس ۲۰۲۶", None),
        ("سه‌شنبه ۱۹ اسفند ۱۴۰۴ ساعت ۲۳:۰۵ به وقت تهران", "23:05"),
        ("الثلاثاء 21 رمضان 1447هـ الموافق 10 مارس 2026م", None),
        ("الثلاثاء ١٠ مارس ٢٠٢٦ ٠٣:٤٥ م", "15:45"),
        ("منگل 20 رمضان المبارک 1447ھ 10 مارچ 2026ء", None),
        ("منگل، 10 مارچ 2026، شام 5:30 بجے", "17:30"),
        ("اشاعت: 10 مارچ 2026 09:30 صبح", "09:30"),
        ("вторник, 10 марта 2026 г. в 14:20 (мск)", "14:20"),
    ],
)
def test_dates_as_papers_of_the_region_print_them(words: str, clock: str | None) -> None:
    found = told(words, SEEN).dated
    assert found
    assert str(found.day) == "2026-03-10"
    assert (f"{found.clock:%H:%M}" if found.clock else None) == clock


# -- the gate ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("2099-01-01", "later than the day it was seen, 2031-07-20"),
        ("Wed, 23 Jul 2031 10:00:00 GMT", "later than"),
        ("2031-07-21T09:00:01Z", "later than"),
        ("4102444800", "later than"),
        ("2031071410", "later than"),  # seconds, never a day and an hour
        ("1989-12-31", "before 1990"),
        ("0001-01-01T00:00:00Z", "before 1990"),
        ("Wed, 30 Nov -0001 00:00:00 +0000", "before 1990"),
    ],
)
def test_a_day_that_nobody_can_mean_is_unknown_and_told(words: str, why: str) -> None:
    found = told(words, SEEN)
    assert found.dated is None
    assert why in str(found.note)


@pytest.mark.parametrize("words", ["2031-07-21", "2031-07-21T08:59:59Z", "1990-01-01"])
def test_the_gate_stands_a_day_after_it_was_seen(words: str) -> None:
    assert told(words, SEEN).dated


def test_what_is_handed_in_may_be_as_old_as_newspapers() -> None:
    assert told("1815-06-22", SEEN, ON_PAPER).dated == Dated(date(1815, 6, 22))
    assert "before 1605" in str(told("1604-12-31", SEEN, ON_PAPER).note)
    assert "no day is known" in str(told("1970-01-01", SEEN, ON_PAPER).note)
    assert told("1970-01-02", SEEN, ON_PAPER).dated


def test_a_day_read_elsewhere_passes_the_same_gate() -> None:
    assert believed(Dated(DAY), SEEN) == (Dated(DAY), None)
    assert believed(None, SEEN) == (None, None)
    assert "2031-07-22 is later than" in str(believed(Dated(date(2031, 7, 22)), SEEN).note)


# -- other calendars --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["1410-04-23", "۱۴۱۰/۰۴/۲۳", "۱۴۱۰-۰۴-۲۳T۱۰:۱۵:۰۰Z"])
def test_a_year_that_only_one_calendar_can_mean_is_converted_and_told(words: str) -> None:
    found = told(words, SEEN)
    assert found.dated
    assert found.dated.day == DAY
    assert "Jalali calendar, 2031-07-14" in str(found.note)


@pytest.mark.parametrize(
    "words", ["23 Tir 1410", "دوشنبه ۲۳ تیر ۱۴۱۰ - ۱۰:۱۵", "دوشنبه ۲۳ تیر ۱۴۱۰، ساعت ۱۰:۱۵", "23 سرطان 1410"]
)
def test_a_month_of_the_jalali_calendar_says_all(words: str) -> None:
    found = told(words, SEEN)
    assert found.dated
    assert (found.dated.day, found.note) == (DAY, None)


@pytest.mark.parametrize("words", ["1453-03-24", "24 Rabi al-Awwal 1453", "٢٤ ربيع الأول ١٤٥٣ هـ"])
def test_a_day_of_the_hijri_calendar_stays_unknown_and_the_note_says_about_when(words: str) -> None:
    found = told(words, SEEN)
    assert found.dated is None
    assert "Hijri calendar, about 2031-07-" in str(found.note)


def test_a_year_that_two_calendars_can_mean_is_neither() -> None:
    assert "Jalali or the Hijri" in str(told("1411-06-10", SEEN.replace(year=2036)).note)
    assert told("10 Shahrivar 1411", SEEN.replace(year=2036)).dated == Dated(date(2032, 8, 31))


# -- what always holds ------------------------------------------------------------------------------------------------

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
PAST = st.datetimes(datetime(1995, 1, 1), datetime(2031, 7, 1), timezones=ZONES)  # noqa: DTZ001


@given(
    PAST,
    st.sampled_from(
        ["%Y-%m-%dT%H:%M:%S%z", "%a, %d %b %Y %H:%M:%S %z", "%Y/%m/%d %H:%M:%S %z", "%d %B %Y %I:%M:%S %p %z"]
    ),
)
def test_a_moment_is_read_as_it_was_printed(moment: datetime, form: str) -> None:
    found = told(moment.strftime(form), SEEN).dated
    assert found
    assert (found.day, found.at) == (moment.date(), moment.replace(microsecond=0).astimezone(UTC))


@given(PAST)
def test_seconds_since_1970_are_read_whatever_digits_they_begin_with(moment: datetime) -> None:
    for ticks in (1, 1000):
        found = told(str(int(moment.timestamp()) * ticks), SEEN).dated
        assert found
        assert found.at == moment.replace(microsecond=0).astimezone(UTC)


@given(st.text(st.sampled_from("0123456789:/-.+ TZapm,()年月日MarchهـIV٣۴é\ud800"), max_size=150))
def test_nothing_ends_the_reader(words: str) -> None:
    found = told(words, SEEN)
    assert found.dated is None or found.dated.day.year >= 1990


def test_few_names_of_months_are_weekdays_too() -> None:
    both = names().months.keys() & names().weekdays.keys()
    assert both == {"mar", "sen", "paz", "tir"}


@pytest.mark.parametrize(
    "words",
    """7/14/31|14 July 2031 10.15|14.07.2031 - 10.15|20310714-120509
    20310714_120509|Publié le 14 juillet 2031 à 10h15|14 juli 2031 om 10:15|14 Juli 2031 pukul 10:15
    Yayın tarihi 14.07.2031
    14 กรกฎาคม 2574|14 ก.ค. 2574|14 July 2574|2574-07-14|令和13年7月14日|民國120年7月14日|14 tháng 7, 2031
    Ngày 14 tháng 7 năm 2031
    14 ביולי 2031|14. srpnja 2031.|14 јул 2031|14 юли 2031 г.|14. júla 2031|14 korrik 2031|14. juuli 2031
    14. jūlijs 2031
    &lt;b&gt;14 July 2031&lt;/b&gt;|<time datetime="2031-07-14">Monday</time>|14&nbsp;July&nbsp;2031""".replace(
        "\n", "|"
    ).split("|"),
)
def test_days_of_other_years_and_tongues(words: str) -> None:
    assert told(words.strip(), SEEN).dated is not None
    assert told(words.strip(), SEEN).dated.day == DAY  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "words",
    """Mon, 14 Jul 2031 08:05:09 EST5EDT|Mon, 14 Jul 2031 08:05:09 Eastern Daylight Time|2031-07-14T12:05:09.000Z[UTC]
    July 14, 2031 5:05:09 AM Pacific Time|Mon, 14 Jul 2031 14:05:09 Central European Summer Time
    1.941710709E9|@1941797109
    Mon, 14 Jul 2031 12:05:09 GMT GMT|2031-07-14 14:05:09.5 +0200 CEST m=+0.000000001|/Date(1941797109000)/
    Mon, 14 Jul 2031 14:05:09 &#43;0200|<time datetime='2031-07-14T14:05:09+02:00'>14 Jul</time>""".replace(
        "\n", "|"
    ).split("|"),
)
def test_moments_as_few_programs_print_them(words: str) -> None:
    found = told(words.strip(), SEEN).dated
    assert found
    assert found.at
    assert found.at.replace(microsecond=0) in {NOON, datetime(2031, 7, 13, 12, 5, 9, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("words", "day"),
    [("29.06.31", date(2031, 6, 29)), ("31/06/29", date(2031, 6, 29))],
)
def test_of_two_years_that_to_come_is_not_meant(words: str, day: date) -> None:
    assert told(words, SEEN).dated == Dated(day)


def test_months_that_begin_with_0_are_not_read() -> None:
    assert told("Date(2031, 6, 14)", SEEN).dated is None
