"""Times counted from publication or within a longer time, days of the moon's calendar, and what lasts until now."""

import pytest

from tests.read.times.times_of import WEDNESDAY, days, found

COUNTED = [
    ("He will leave within the next 2-3 days.", "within the next 2-3 days", "2025-06-18", "2025-06-21"),
    ("Tremors will be felt for the next two to three days.", "the next two to three days", "2025-06-18", "2025-06-21"),
    ("Tremors will be felt for the next couple of days.", "for the next couple of days", "2025-06-18", "2025-06-22"),
    ("It earned more in the first nine months of 2024.", "the first nine months of 2024", "2024-01-01", "2024-09-30"),
    ("It will rain in the last ten days of July.", "the last ten days of July", "2025-07-22", "2025-07-31"),
    ("So far this year 300 people have died.", "So far this year", "2025-01-01", "2025-06-18"),
    ("It has treated 300 people this month till date.", "this month till date", "2025-06-01", "2025-06-18"),
    ("The post has been vacant for two years now.", "two years", "2023-06-18", "2025-06-18"),
    ("The trial opens a week from Tuesday.", "a week from Tuesday", "2025-07-01", "2025-07-01"),
    ("She will be back two weeks from tomorrow.", "two weeks from tomorrow", "2025-07-03", "2025-07-03"),
    ("The king returns a fortnight from Friday.", "a fortnight from Friday", "2025-07-04", "2025-07-04"),
    ("The ferry will sail a week on Tuesday.", "a week on Tuesday", "2025-07-01", "2025-07-01"),
    ("The ferry will sail on Tuesday week.", "Tuesday week", "2025-07-01", "2025-07-01"),
    ("The ferry will sail on Tuesday next week.", "Tuesday next week", "2025-06-24", "2025-06-24"),
    ("The ferry sank on Monday last week.", "Monday last week", "2025-06-09", "2025-06-09"),
    ("The vote will be held on Friday fortnight.", "Friday fortnight", "2025-07-04", "2025-07-04"),
    ("The shop opens a week tomorrow.", "a week tomorrow", "2025-06-26", "2025-06-26"),
    ("They met a week ago Monday.", "a week ago Monday", "2025-06-09", "2025-06-09"),
    ("Polls close ten days after 3 August.", "ten days after 3 August", "2025-08-13", "2025-08-13"),
    ("It opens six months from now.", "six months from now", "2025-12-01", "2025-12-31"),
    ("It opens three days hence.", "three days hence", "2025-06-21", "2025-06-21"),
    ("The summit is planned for the week after next.", "the week after next", "2025-06-30", "2025-07-06"),
    ("He resigned the year before last.", "the year before last", "2023-01-01", "2023-12-31"),
    ("Flights resume in late summer.", "late summer", "2025-08-01", "2025-08-31"),
    ("Flights will resume in late spring.", "late spring", "2026-05-01", "2026-05-31"),
    ("The law will pass by the end of autumn.", "the end of autumn", "2025-11-13", "2025-11-30"),
    ("A deal will come by mid-month.", "mid-month", "2025-06-11", "2025-06-20"),
    ("The school opens later in the month.", "later in the month", "2025-06-18", "2025-06-30"),
    ("The truce was signed two Fridays ago.", "two Fridays ago", "2025-06-06", "2025-06-06"),
    ("He resigned two Wednesdays ago.", "two Wednesdays ago", "2025-06-04", "2025-06-04"),
    ("The vote is three Sundays away.", "three Sundays away", "2025-07-06", "2025-07-06"),
    ("The ruling came the Friday before last.", "the Friday before last", "2025-06-06", "2025-06-06"),
    ("The envoy returns the Monday after next.", "the Monday after next", "2025-06-30", "2025-06-30"),
    ("He came the day before yesterday.", "the day before yesterday", "2025-06-16", "2025-06-16"),
]


@pytest.mark.parametrize(("text", "words", "start", "end"), COUNTED)
def test_counted(text: str, words: str, start: str, end: str) -> None:
    got = {span.casefold(): time for span, time in found(text).items()}
    assert days(got[words.casefold()]) == (start, end)


@pytest.mark.parametrize("words", ["first nine months of June", "last 40 days of July"])
def test_no_more_is_counted_than_there_is(words: str) -> None:
    assert f"the {words}" not in found(f"It rained in the {words}.")


def test_a_record_looks_back_and_a_promise_ahead() -> None:
    assert days(found("It closes at its lowest level in six years.")["six years"]) == (None, None)
    assert days(found("The dam will be finished in six years.")["six years"]) == ("2031-01-01", "2031-12-31")


SINCE = [
    ("The port has been closed since March.", "March", "2025-03-01", "2025-03"),
    ("Power has been cut since Tuesday night.", "Tuesday night", "2025-06-17", "2025-06-17TNI"),
    ("The mill has stood idle since 2019.", "2019", "2019-01-01", "2019"),
]


@pytest.mark.parametrize(("text", "words", "start", "timex"), SINCE)
def test_what_has_lasted_since_then_lasted_until_publication(text: str, words: str, start: str, timex: str) -> None:
    time = found(text)[words]
    assert (days(time), time.kind, time.timex) == ((start, WEDNESDAY.isoformat()), "window", timex)


def test_a_full_stop_does_not_change_which_way_a_clause_looks() -> None:
    text = "The tunnel has been dug in 35 days which will be opened on Friday."
    assert days(found(text)["Friday"]) == ("2025-06-20", "2025-06-20")


def test_what_figures_show_looks_neither_way() -> None:
    assert days(found("The fall, from three in March, indicates a shift.")["March"]) == ("2025-03-01", "2025-03-31")


TOLD_YEAR = [
    ("Prices rose in October last year.", "October last year", "2024-10-01", "2024-10-31"),
    ("The lease ends after October of next year.", "October", "2026-10-01", "2026-10-31"),
    ("The premier came on June 25 last year.", "June 25 last year", "2024-06-25", "2024-06-25"),
    ("He was shot in a 1975 coup.", "1975", "1975-01-01", "1975-12-31"),
]


@pytest.mark.parametrize(("text", "words", "start", "end"), TOLD_YEAR)
def test_the_year_told_beside_a_month_is_its_year(text: str, words: str, start: str, end: str) -> None:
    assert days(found(text)[words]) == (start, end)


def test_the_day_that_markets_end_is_the_one_named() -> None:
    got = found("Shares rose on 3 June. They ended the day higher. For the whole month they fell.")
    assert days(got["the day"]) == ("2025-06-03", "2025-06-03")
    assert days(got["the whole month"]) == ("2025-06-01", "2025-06-30")
    assert "the day" not in found("They started the day that he came.")


MOON = [
    ("Police will guard the processions on Muharram 10.", "Muharram 10", "2025-07-05", "2025-07-07"),
    ("Police will guard the 9th and 10th of Muharram.", "9th and 10th of Muharram", "2025-07-04", "2025-07-07"),
    ("Pilgrims will walk to the shrine on Chehlum.", "Chehlum", "2025-08-14", "2025-08-16"),
    ("The streets will be lit on Eid Miladun Nabi.", "Eid Miladun Nabi", "2025-09-04", "2025-09-06"),
    ("The streets will be lit on 12 Rabi-ul-Awwal.", "12 Rabi-ul-Awwal", "2025-09-04", "2025-09-06"),
    ("Mills were shut for Eidul Azha.", "Eidul Azha", "2025-06-06", "2025-06-10"),
    ("Mills were shut in Ramazan 2024.", "Ramazan 2024", "2024-03-10", "2024-04-10"),
]


@pytest.mark.parametrize(("text", "words", "start", "end"), MOON)
def test_days_by_the_moon_leave_room_for_its_sighting(text: str, words: str, start: str, end: str) -> None:
    time = found(text)[words]
    assert days(time) == (start, end)
    assert time.vague


def test_a_person_called_like_a_month_is_no_time() -> None:
    assert found("Haji Shaban, 12, met Rajab and Safar 9 times.") == {}


def test_the_eve_is_the_day_before() -> None:
    assert days(found("He will come on Christmas Eve.")["Christmas Eve"]) == ("2025-12-24", "2025-12-24")


def test_the_last_eve_of_a_year_is_its_last_day() -> None:
    assert days(found("They met on New Year's Eve 2023.")["New Year's Eve 2023"]) == ("2023-12-31", "2023-12-31")
    assert days(found("They met on New Year's Day 2023.")["New Year's Day 2023"]) == ("2023-01-01", "2023-01-01")
    assert days(found("They met on Christmas Eve 2023.")["Christmas Eve 2023"]) == ("2023-12-24", "2023-12-24")
    assert days(found("They will meet on New Year's Eve.")["New Year's Eve"]) == ("2025-12-31", "2025-12-31")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The feast is on Ramadan, 12, he said.", "Ramadan, 12"),
        ("On Ramadan 12 the stalls will close at dusk.", "Ramadan 12"),
        ("On Safar 20, pilgrims will reach the shrine.", "Safar 20"),
        ("Police will guard the Muharram 10 processions.", "Muharram 10"),
    ],
)
def test_a_day_of_the_moon_stays_one_whatever_follows(text: str, words: str) -> None:
    assert words in found(text)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The protest will begin in three days.", "three days", "2025-06-21"),
        ("The forest will be closed in three days.", "three days", "2025-06-21"),
        ("The arrest ban will end in two weeks.", "two weeks", "2025-07-02"),
        ("Talks will begin in the west in three days.", "three days", "2025-06-21"),
        ("The islands will only begin talks in three days.", "three days", "2025-06-21"),
        ("Talks will once more be held in two weeks.", "two weeks", "2025-07-02"),
        ("They will first meet in two weeks.", "two weeks", "2025-07-02"),
        ("The worst will be over in two weeks.", "two weeks", "2025-07-02"),
    ],
)
def test_a_protest_is_no_superlative_and_what_comes_only_then_is_no_record(text: str, words: str, day: str) -> None:
    assert days(found(text)[words]) == (day, day)


@pytest.mark.parametrize(
    "text",
    [
        "Oil will close at its lowest in six years.",
        "The bank will pay its largest dividend in six years.",
        "It will be the biggest foreign investment in six years.",
    ],
)
def test_what_is_unheard_of_in_years_does_not_come_after_them(text: str) -> None:
    assert days(found(text)["six years"]) == (None, None)


LENGTHS = [
    ("The mill will be closed for two weeks from Monday.", "two weeks"),
    ("The ban lasts three days from Friday.", "three days"),
    ("He spent a week on Tuesday Island.", "a week"),
]


@pytest.mark.parametrize(("text", "words"), LENGTHS)
def test_a_length_that_begins_on_a_day_stays_a_length(text: str, words: str) -> None:
    assert found(text)[words].kind == "duration"


def test_a_late_fall_in_prices_is_no_season() -> None:
    assert found("A late fall in prices hurt the farms.") == {}
