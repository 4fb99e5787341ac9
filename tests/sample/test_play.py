from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reportedly import outlets
from reportedly.sample import DAYS, desk, play, world
from reportedly.settings import desk_in


def test_the_folder_is_a_desk_that_watches_the_sample_world(tmp_path: Path) -> None:
    desk(tmp_path, "127.0.0.1:8701", date(2026, 3, 5))
    settings = desk_in(tmp_path).settings
    assert settings.name == "Sample desk"
    assert settings.sample
    assert settings.today == date(2026, 3, 5)
    assert settings.fetch.resolve == {"*.example": "127.0.0.1:8701"}
    assert settings.fetch.per_host_delay == 0
    assert {outlet.home for outlet in outlets.load(tmp_path / "outlets")} == {
        site.outlet.home for site in world.sites().values()
    }


def test_making_the_desk_again_moves_the_calendar_and_leaves_the_ledger_alone(tmp_path: Path) -> None:
    desk(tmp_path, "127.0.0.1:8701", date(2026, 3, 5))
    (tmp_path / "ledger.db").write_bytes(b"kept")
    desk(tmp_path, "127.0.0.1:8702", date(2026, 3, 6))
    assert desk_in(tmp_path).settings.today == date(2026, 3, 6)
    assert (tmp_path / "ledger.db").read_bytes() == b"kept"


def test_playing_calls_for_each_day_with_the_calendar_on_it(tmp_path: Path) -> None:
    seen: list[tuple[date, datetime]] = []
    play(tmp_path, DAYS, lambda day: seen.append((day, desk_in(tmp_path).now())))
    assert [day for day, _ in seen] == list(DAYS)
    assert all(moment.tzinfo == UTC and moment.date() == day for day, moment in seen)


def test_an_error_in_a_day_goes_through(tmp_path: Path) -> None:
    def fail(day: date) -> None:
        raise RuntimeError(day.isoformat())

    with pytest.raises(RuntimeError, match="2026-03-02"):
        play(tmp_path, DAYS, fail)
