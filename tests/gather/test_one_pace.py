"""Two processes ask for pages of one host: their turns are reserved one after another in the ledger they share."""

import time
from pathlib import Path

import pytest

from reportedly.ledger import host_id, open_ledger
from reportedly.ledger.schema import host_paces
from reportedly.settings import desk_in, init_desk
from tests.commands import started
from tests.loopback import Newsroom, room

__all__ = ["room"]

pytestmark = pytest.mark.process("two of them ask")

DELAY = 0.05
ASK = """
import sys
from pathlib import Path
from reportedly.archive import Archive
from reportedly.gather.looking import look
from reportedly.ledger import open_ledger
from reportedly.session import Session
from reportedly.settings import desk_in

desk = desk_in(Path(sys.argv[1]))
with open_ledger(desk.ledger_url) as ledger, Archive(desk.archive) as archive:
    print(len(list(look(Session(desk, ledger, archive), sys.argv[2:]))))
"""


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_no_two_share_a_turn(room: Newsroom, tmp_path: Path, kind: str, request: pytest.FixtureRequest) -> None:
    ledger = request.getfixturevalue("database") if kind == "postgresql" else "sqlite:///ledger.db"
    (tmp_path / "desk.toml").write_text(
        f'ledger = "{ledger}"\n[fetch]\nper_host_delay = {DELAY}\nresolve = {{"*.example" = "127.0.0.1:{room.port}"}}\n'
    )
    init_desk(tmp_path)
    began = time.time()
    pages = [[f"http://herald.example/{half}/{number}" for number in range(3)] for half in (1, 2)]
    with started(ASK, tmp_path, *pages[0]) as one, started(ASK, tmp_path, *pages[1]) as other:
        ended = [each.communicate() for each in (one, other)]
    assert ended == [("3\n", "")] * 2
    assert len(room.asked()) == 6
    with open_ledger(desk_in(tmp_path).ledger_url) as opened, opened._database.looking() as connection:
        (free,) = [row.free for row in connection.execute(host_paces.select()) if row.id == host_id("herald.example")]
    assert free >= began + len(room.asked(robots=True)) * DELAY
