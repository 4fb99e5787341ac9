"""Fetching into a bucket, killed at any moment: each page is had once, and stands where the ledger says."""

import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportedly import gather, outlets
from reportedly.cli.opening import session_on
from reportedly.settings import init_desk
from tests.commands import started
from tests.gather.herald import HERALD, rss
from tests.thorough import rounds

if TYPE_CHECKING:
    from tests.buckets import Buckets
    from tests.loopback import Newsroom

WATCH = """
import sys
from pathlib import Path
from reportedly import gather
from reportedly.cli.opening import session_on

with session_on(Path(sys.argv[1])) as session:
    print("ready", flush=True)
    gather.watch(session)
    print("done", flush=True)
"""
KILLS = rounds(3, 8)
NAMES = [f"story-{n}" for n in range(60)]


@pytest.mark.slow
@pytest.mark.process("a kill ends the process it hits")
@pytest.mark.timeout(280)
def test_who_fetches_is_killed_and_no_page_is_lost_nor_had_twice(
    room: "Newsroom", buckets: "Buckets", tmp_path: Path
) -> None:
    chance, folder, ends = random.Random(19), tmp_path / "desk", list[str]()
    folder.mkdir()
    (folder / "desk.toml").write_text(
        f'[archive]\nplace = "{buckets.made()}"\nendpoint = "{buckets.endpoint}"\nsegment_seconds = 0.05\n'
        f'[fetch]\nper_host_delay = 0.01\nresolve = {{"*.example" = "127.0.0.1:{room.port}"}}\n',
        encoding="utf-8",
    )
    outlets.save(init_desk(folder).outlets, HERALD)
    room.pages["herald.example/rss"] = room.page(rss(*NAMES))
    for name in NAMES:
        words = f"<p>{'The ferry is late. ' * 30}{name if int(name[6:]) % 5 else 'Again.'}</p>"
        room.pages[f"herald.example/{name}"] = room.page(words)
    for _ in range(KILLS):
        with started(WATCH, folder) as run:
            assert run.stdout is not None
            assert run.stdout.readline() == "ready\n"
            some = len(room.requests) + chance.randint(2, 7)
            while len(room.requests) < some and run.poll() is None:
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.05))  # in the middle of whatever it does then
            run.kill()
            ends.append(run.stdout.read())
    with session_on(folder) as session:
        gather.watch(session)
        captures = list(session.ledger.captures.all())
        pages = sorted(one.url for one in captures if one.url.rpartition("/")[2] in NAMES)
        assert pages == sorted(f"http://herald.example/{name}" for name in NAMES)
        assert list(session.archive.verify(captures)) == []
        assert {session.archive.body(one)[:20] for one in captures if one.url in pages} == {b"<p>The ferry is late"}
        assert len({one.warc for one in captures}) > 3
    assert list((folder / "archive" / "spool").glob("reportedly-*")) == []
    assert ends.count("") > KILLS // 2  # most were hit in the middle
