from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reportedly.cli.opening import session_on
from reportedly.errors import BadSetting, NoDesk, UsageError
from reportedly.records import Exchange
from reportedly.sample import DAYS, play
from reportedly.settings import Desk, Settings, desk_in, init_desk


def written(folder: Path, toml: str) -> Path:
    (folder / "desk.toml").write_text(toml, encoding="utf-8")
    return folder


def test_a_new_desk_has_its_folders_and_its_name(tmp_path: Path) -> None:
    desk = init_desk(tmp_path / "harbour")
    assert desk.settings == Settings(name="harbour")
    assert desk.archive.is_dir()
    assert desk.outlets.is_dir()


def test_making_a_desk_twice_keeps_what_is_there(tmp_path: Path) -> None:
    written(tmp_path, 'name = "Harbour desk"\n[read]\nprocesses = 1\n')
    assert init_desk(tmp_path).settings.read.processes == 1
    assert init_desk(tmp_path).settings.name == "Harbour desk"


@pytest.mark.parametrize("make", [init_desk, lambda folder: play(folder, DAYS[:1], lambda _day: None)])
def test_a_place_where_nothing_can_be_written_is_told_in_plain_words(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match=r"file/desk cannot be written: Not a directory; name another place"):
        make(tmp_path / "file" / "desk")


def test_a_folder_without_settings_is_no_desk_and_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoDesk, match=r"no desk\.toml there.*reportedly init"):
        desk_in(tmp_path)


def test_an_unknown_key_is_refused_by_file_and_key(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=r"desk\.toml.*`proceses`.*docs/settings\.md"):
        desk_in(written(tmp_path, "[read]\nproceses = 2\n"))


def test_a_value_of_the_wrong_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=r"Expected `float`.*fetch\.timeout"):
        desk_in(written(tmp_path, '[fetch]\ntimeout = "long"\n'))


def test_the_size_of_archive_files_is_set_and_not_nothing(tmp_path: Path) -> None:
    assert desk_in(written(tmp_path, "[archive]\nfile_bytes = 5000000\n")).settings.archive.file_bytes == 5_000_000
    with pytest.raises(BadSetting, match=r"archive\.file_bytes"):
        desk_in(written(tmp_path, "[archive]\nfile_bytes = 0\n"))


def test_a_run_begins_new_files_by_the_desks_settings(tmp_path: Path) -> None:
    init_desk(written(tmp_path, "[archive]\nfile_bytes = 1\n"))
    with session_on(tmp_path) as run:
        for n in (1, 2):
            at = datetime(2024, 6, n, tzinfo=UTC)
            run.archive.write(Exchange(f"https://herald.example/{n}", at, 200, "OK", (), (), b"Rain."))
    assert len([*(tmp_path / "archive").glob("*.warc.gz")]) == 2


def test_a_file_that_is_not_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=r"desk\.toml"):
        desk_in(written(tmp_path, "name = = 3\n"))


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "desk.toml").write_bytes(b'name = "\xff\xfe"\n')
    with pytest.raises(BadSetting, match=r"desk\.toml"):
        desk_in(tmp_path)


def test_a_relative_ledger_lies_in_the_desk(tmp_path: Path) -> None:
    desk = desk_in(written(tmp_path, ""))
    assert desk.ledger_url == f"sqlite:///{(tmp_path / 'ledger.db').resolve()}"


@pytest.mark.parametrize("url", ["sqlite:////srv/desk/ledger.db", "postgresql://host/desk"])
def test_another_ledger_address_is_used_as_it_stands(tmp_path: Path, url: str) -> None:
    assert Desk(tmp_path, Settings(ledger=url)).ledger_url == url


def test_the_environment_may_name_another_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LEDGER", "postgresql://desk:hush@host/desk")
    assert Desk(tmp_path, Settings()).ledger_url == "postgresql://desk:hush@host/desk"


def test_a_desk_for_one_run_changes_only_what_is_asked(desk: Desk) -> None:
    changed = desk.but(processes=2)
    assert changed.settings.read.processes == 2
    assert changed.settings.today is None
    assert desk.but() == desk


def test_a_desk_with_a_day_of_its_own_lives_on_that_day(desk: Desk) -> None:
    assert desk.but(today=date(2031, 5, 3)).now() == datetime(2031, 5, 3, 22, tzinfo=UTC)


def test_other_desks_live_today(desk: Desk) -> None:
    assert abs((desk.now() - datetime.now(UTC)).total_seconds()) < 60


def test_a_worker_lets_hear_of_it_before_it_is_missed(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=r"work\.beat = 20\.0 is too slow for work\.lease = 30\.0: write half of it"):
        desk_in(written(tmp_path, "[work]\nlease = 30.0\nbeat = 20.0\n"))
