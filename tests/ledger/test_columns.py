from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite

from reportedly.ledger.columns import LocalTime, Moment, Spans
from reportedly.text import Span

LITE, POST = sqlite.dialect(), postgresql.dialect()  # type: ignore[no-untyped-call]
EAST = timezone(timedelta(hours=3, minutes=30))


@pytest.mark.parametrize("dialect", [LITE, POST])
def test_a_moment_becomes_utc(dialect: Dialect) -> None:
    given = datetime(2031, 5, 20, 12, 30, tzinfo=EAST)
    kept = Moment().process_bind_param(given, dialect)
    back = Moment().process_result_value(kept, dialect)
    assert back == given
    assert back is not None
    assert back.tzinfo is UTC


@pytest.mark.parametrize(
    "given", [datetime(2031, 5, 20, 12, 30, tzinfo=EAST), datetime.fromisoformat("2031-05-20T12:30")]
)
def test_a_local_time_keeps_its_zone_or_none(given: datetime) -> None:
    back = LocalTime().process_result_value(LocalTime().process_bind_param(given, LITE), LITE)
    assert back == given
    assert back is not None
    assert back.utcoffset() == given.utcoffset()


def test_spans_are_pairs_of_numbers() -> None:
    spans = (Span(1, 5), Span(7, 9))
    assert Spans.process_bind_param(spans, LITE) == "[[1,5],[7,9]]"
    assert Spans.process_result_value("[[1,5],[7,9]]", LITE) == spans
