"""Event tables: what stands in their columns, and what stays blank."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from reportedly.export.event_columns import Acled, AcledRow, PloverRow, Polecat
from reportedly.export.event_tables import acled_row, plover_row
from reportedly.records import EventRow, GivenEvent, Party, Site
from reportedly.text import Span

VARN = Site("e-varn", "Varn", "VN", 12.5, -7.25, "city", 77)
DAY = date(2031, 5, 19)
RAID = EventRow(
    article="a-1",
    url="https://herald.example/raid",
    outlet="herald",
    language="en",
    published=date(2031, 5, 20),
    story="s-1",
    copy_of=None,
    type="ASSAULT",
    mode="aerial",
    status="occurred",
    certainty="certain",
    polarity="affirmed",
    trigger=Span(10, 17),
    words="bombed",
    start=DAY,
    end=DAY,
    actors=(Party("the air force", "e-af", "organisation", "Varn Air Force"), Party("gunmen")),
    recipients=(Party("Orvan", "e-or", "place", "Orvan", country="OR"),),
    site=VARN,
    reader="english/0.7.0",
)


def given(row: EventRow) -> GivenEvent:
    return GivenEvent("r-1", 2, 7, datetime(2031, 5, 21, 6, tzinfo=UTC), None, row)


def test_the_columns_are_theirs_and_then_our_own() -> None:
    theirs = Acled.__struct_encode_fields__
    assert AcledRow.__struct_encode_fields__[: len(theirs)] == theirs
    assert theirs[:6] == ("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type")
    assert Polecat.__struct_encode_fields__[:4] == ("Event ID", "Event Date", "Event Type", "Event Mode")
    assert PloverRow.__struct_encode_fields__[-2:] == ("revision", "edition")


def test_a_raid_in_both() -> None:
    by_acled, by_plover = acled_row(given(RAID)), plover_row(given(RAID))
    assert (by_acled.event_id_cnty, by_acled.event_date, by_acled.year, by_acled.time_precision) == (
        "r-1",
        DAY,
        2031,
        1,
    )
    assert (by_acled.event_type, by_acled.sub_event_type) == ("Explosions/Remote violence", None)
    assert (by_acled.actor1, by_acled.assoc_actor_1, by_acled.actor2) == ("Varn Air Force", ("gunmen",), "Orvan")
    assert (by_acled.location, by_acled.latitude, by_acled.geo_precision) == ("Varn", 12.5, 1)
    assert (by_acled.timestamp, by_acled.fatalities, by_acled.inter1) == (1937109600, None, None)
    assert (by_plover.event_type, by_plover.event_mode, by_plover.city) == ("ASSAULT", "aerial", "Varn")
    assert (by_plover.actor_name, by_plover.actor_name_raw) == (("Varn Air Force",), ("the air force", "gunmen"))
    own = msgspec.to_builtins(by_acled)
    assert (own["revision"], own["edition"], own["url"]) == (2, 7, RAID.url)


def test_a_province_is_no_point_and_a_country_no_place() -> None:
    region = msgspec.structs.replace(RAID, site=msgspec.structs.replace(VARN, precision="region", lat=None, lon=None))
    row = acled_row(given(region))
    assert (row.admin1, row.location, row.latitude, row.geo_precision) == ("Varn", None, None, 3)
    country = msgspec.structs.replace(RAID, site=msgspec.structs.replace(VARN, precision="country", lat=None, lon=None))
    row = acled_row(given(country))
    assert (row.country, row.admin1, row.geo_precision) == ("Varn", None, None)


@pytest.mark.parametrize(
    ("start", "end", "vague", "precision"),
    [
        (DAY, DAY, False, 1),
        (DAY, DAY, True, 2),
        (date(2031, 5, 12), date(2031, 5, 18), False, 2),
        (date(2031, 5, 1), date(2031, 5, 31), True, 3),
        (date(2031, 1, 1), date(2031, 12, 31), False, None),
        (None, DAY, False, None),
        (None, None, False, None),
    ],
)
def test_no_day_is_told_but_one_that_the_article_gives(
    start: date | None,
    end: date | None,
    vague: bool,  # noqa: FBT001
    precision: int | None,
) -> None:
    row = acled_row(given(msgspec.structs.replace(RAID, start=start, end=end, vague=vague)))
    assert row.time_precision == precision
    assert row.event_date == (DAY if precision == 1 else None)


def test_what_does_not_follow_from_root_and_mode_has_no_kind() -> None:
    for root, mode in (("PROTEST", "demonstration"), ("ASSAULT", None), ("ASSAULT", "explosives"), ("CONSULT", None)):
        assert acled_row(given(msgspec.structs.replace(RAID, type=root, mode=mode))).event_type is None
