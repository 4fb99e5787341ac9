import json
from pathlib import Path

import pytest

from reportedly.settings import desk_in
from tests.commands import Answer, reportedly


def move(*words: str | Path) -> Answer:
    return reportedly("ledger", "move", *words)


def test_a_ledger_moves_and_every_part_is_compared(filled: Path, tmp_path: Path) -> None:
    answer = move(f"sqlite:///{filled}/ledger.db", f"sqlite:///{tmp_path}/new.db")
    assert answer.code == 0, answer.err
    heading, *parts, last = answer.out.splitlines()
    assert heading.split() == ["part", "rows", "hash", "next", "number"]
    assert all(part.endswith("  equal") for part in parts)
    assert "articles" in [part.split()[0] for part in parts]
    assert last.endswith("parts without rows")
    assert f'the line for desk.toml: ledger = "sqlite:///{tmp_path}/new.db"' in answer.err


def test_for_a_program_each_part_is_an_object(filled: Path, tmp_path: Path) -> None:
    answer = move(f"sqlite:///{filled}/ledger.db", f"sqlite:///{tmp_path}/new.db", "--format", "jsonl")
    parts = {line["part"]: line for line in map(json.loads, answer.out.splitlines())}
    articles = parts["articles"]
    assert articles["same"]
    assert articles["rows"] == articles["rows_there"] == 4
    assert articles["hash"] == articles["hash_there"]
    assert articles["next"] == articles["next_there"] == 5


def test_a_desk_goes_on_with_the_ledger_it_moved_to(own: Path) -> None:
    (own / "desk.toml").write_text('name = "Harbour" # ours\nledger = "sqlite:///ledger.db"\n\n[web]\nport = 8801\n')
    before = reportedly("stories", "--desk", own).out
    answer = move("--to", "sqlite:///moved.db", "--switch", "--desk", own)
    assert answer.code == 0, answer.err
    assert (own / "desk.toml").read_text() == (
        'name = "Harbour" # ours\nledger = "sqlite:///moved.db"\n\n[web]\nport = 8801\n'
    )
    (own / "ledger.db").unlink()
    assert reportedly("stories", "--desk", own).out == before
    assert reportedly("ledger", "check", "--desk", own).code == 0


def test_a_new_line_stands_above_all_tables(own: Path) -> None:
    (own / "desk.toml").write_text("# our desk\n[web]\nport = 8801\n")
    move("--to", "sqlite:///moved.db", "--switch", "--desk", own)
    assert (own / "desk.toml").read_text() == 'ledger = "sqlite:///moved.db"\n# our desk\n[web]\nport = 8801\n'
    assert desk_in(own).ledger_url == f"sqlite:///{own.resolve()}/moved.db"


def test_who_may_read_the_settings_stays_as_it_was(own: Path) -> None:
    (own / "desk.toml").chmod(0o600)
    move("--to", "sqlite:///moved.db", "--switch", "--desk", own)
    assert (own / "desk.toml").stat().st_mode & 0o777 == 0o600


def test_what_the_environment_names_is_told(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LEDGER", "sqlite:///ledger.db")
    answer = move("--to", "sqlite:///moved.db", "--switch", "--desk", own)
    assert "REPORTEDLY_LEDGER in the environment still names another" in answer.err


@pytest.mark.parametrize(
    "words",
    [(), ("sqlite:///a.db",), ("sqlite:///a.db", "sqlite:///b.db", "--to", "sqlite:///c.db")],
)
def test_it_must_be_clear_what_moves_where(words: tuple[str, ...]) -> None:
    answer = move(*words)
    assert answer.code == 2
    assert "say which ledger moves where" in answer.err


def test_only_the_desks_own_address_is_switched(filled: Path, tmp_path: Path) -> None:
    answer = move(f"sqlite:///{filled}/ledger.db", f"sqlite:///{tmp_path}/new.db", "--switch")
    assert answer.code == 2
    assert "say where it moves with --to" in answer.err


def test_no_password_is_printed(tmp_path: Path, filled: Path) -> None:
    answer = move(f"sqlite:///{filled}/ledger.db", f"postgresql://desk:s3cret@127.0.0.1:1/{tmp_path.name}")
    assert answer.code != 0
    assert "s3cret" not in answer.out + answer.err
