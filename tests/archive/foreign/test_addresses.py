"""Addresses and moments as archiving programs write them."""

from datetime import UTC, datetime

import pytest

from reportedly.archive.foreign import addresses, replayed


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("http://herald.example/a b?q=c d", "http://herald.example/a%20b?q=c%20d"),
        ("<http://herald.example/a>", "http://herald.example/a"),
        (" HTTPS://herald.example/%20a#b ", "https://herald.example/%20a"),
        (
            "http://herald.example/наводнение?д=1",
            "http://herald.example/%D0%BD%D0%B0%D0%B2%D0%BE%D0%B4%D0%BD%D0%B5%D0%BD%D0%B8%D0%B5?%D0%B4=1",
        ),
        ("http://сводка.example/a", "http://xn--80adgysq.example/a"),
        ("http://herald.example", "http://herald.example/"),
        ("http://herald.example?a=b c", "http://herald.example/?a=b%20c"),
        ("dns:herald.example", None),
        ("http:///a", None),
        ("http://herald.example/a\nb", None),
        ("http://[::1/a", None),
        ("", None),
    ],
)
def test_web_addresses(written: str, url: str | None) -> None:
    assert addresses.web_address(written) == url


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2024-05-06T07:08:09Z", "2024-05-06T07:08:09+00:00"),
        ("2024-05-06T07:08:09.25Z", "2024-05-06T07:08:09.250000+00:00"),
        ("2024-05-06T09:08:09+02:00", "2024-05-06T07:08:09+00:00"),
        ("2024-05-06T07:08:09", "2024-05-06T07:08:09+00:00"),
        ("20240506070809", "2024-05-06T07:08:09+00:00"),
        ("202405060708", "2024-05-06T07:08:00+00:00"),
        ("20240506", "2024-05-06T00:00:00+00:00"),
        ("2024-05", "2024-05-01T00:00:00+00:00"),
        ("2024", "2024-01-01T00:00:00+00:00"),
        ("20249906070809", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_moments(written: str, moment: str | None) -> None:
    at = addresses.moment(written)
    assert (at.isoformat() if at else None) == moment


OWN = "https://herald.example/a?b=1"
NOON = "2024-05-06T12:00:00"


@pytest.mark.parametrize(
    ("url", "own", "at"),
    [
        (f"https://web.archive.org/web/20240506120000/{OWN}", OWN, NOON),
        ("http://web.archive.org/web/20240506120000id_/http:/herald.example/a", "http://herald.example/a", NOON),
        ("https://web.archive.org/web/2024/herald.example/a", "http://herald.example/a", "2024-01-01T00:00:00"),
        (f"https://wayback.library.example/12/20240506120000mp_/{OWN}", OWN, NOON),
        (f"https://kept.example/2024.05.06-120000/{OWN}", OWN, NOON),
        (f"https://web.archive.org/web/20250101000000/https://kept.example/20240506120000/{OWN}", OWN, NOON),
    ],
)
def test_the_page_behind_a_replay(url: str, own: str, at: str) -> None:
    found = replayed(url)
    assert found is not None
    assert (found.url, found.at.replace(tzinfo=None).isoformat()) == (own, at)


@pytest.mark.parametrize(
    "url",
    [
        "https://herald.example/2024/05/06/https-for-all.html",
        "https://herald.example/20240506070809/story.html",
        "https://herald.example/web/2024/story.html",
        "https://share.example/?u=https://herald.example/a",
        "https://web.archive.org/about/",
        "https://web.archive.org/web/20249999999999/https://herald.example/a",
    ],
)
def test_what_is_no_replay(url: str) -> None:
    assert replayed(url) is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("20310714120509", "2031-07-14"),
        ("1941797109", "2031-07-14"),
        ("Mon, 14 Jul 2031 12:05:09 GMT", "2031-07-14"),
        ("2099-07-14T12:05:09Z", None),
        ("0001-01-01T00:00:00Z", None),
        ("1970-01-01T00:00:00Z", None),
        ("14 July", None),
    ],
)
def test_no_page_was_taken_when_nobody_could(written: str, day: str | None) -> None:
    at = addresses.taken(written, datetime(2031, 7, 20, tzinfo=UTC))
    assert (f"{at:%Y-%m-%d}" if at else None) == day
