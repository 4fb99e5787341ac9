"""Two machines fetch into one bucket and one ledger; one of them is lost with its disk."""

import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from reportedly import gather, outlets
from reportedly.cli.opening import session_on
from reportedly.settings import init_desk
from tests.commands import started
from tests.gather.herald import HERALD
from tests.gather.test_arrivals_killed import WATCH

if TYPE_CHECKING:
    from tests.buckets import Buckets
    from tests.loopback import Newsroom

TOWNS = ("tarnow", "varn", "osk", "lume", "brede", "sund")
PAGES = 8


def _announced(room: "Newsroom", folder: Path) -> set[str]:
    """An outlet a town, each on a host of its own; gives the addresses of all their pages."""
    urls = set[str]()
    for town in TOWNS:
        home = f"http://{town}.example"
        own = {f"{home}/{n}": f"<p>News {n} of {town}.</p>" for n in range(PAGES)}
        items = "".join(f"<item><title>{url}</title><link>{url}</link></item>" for url in own)
        feed = f'<rss version="2.0"><channel><title>{town}</title>{items}</channel></rss>'
        room.pages |= {url.removeprefix("http://"): room.page(words) for url, words in own.items()}
        room.pages[f"{town}.example/rss"] = room.page(feed)
        outlet = msgspec.structs.replace(HERALD, id=town, name=town, home=f"{home}/", feeds=(f"{home}/rss",))
        outlets.save(folder / "outlets", outlet)
        urls |= own.keys()
    return urls


def _put_by(folder: Path, buckets: "Buckets", bucket: str) -> set[str]:
    """The files in the bucket that the machine with this folder put there."""
    name = folder / "archive" / "spool" / "writer"
    own = f"reportedly-{name.read_text().strip()}-" if name.exists() else "none yet"
    return {file for file in buckets.names(bucket) if file.startswith(own)}


@pytest.mark.slow
@pytest.mark.process("a kill ends the process it hits")
@pytest.mark.timeout(280)
def test_a_machine_that_is_lost_takes_no_page_with_it(
    room: "Newsroom", buckets: "Buckets", database: str, tmp_path: Path
) -> None:
    bucket = buckets.made()
    settings = (
        f'ledger = "{database}"\n'
        f'[archive]\nplace = "{bucket}"\nendpoint = "{buckets.endpoint}"\nsegment_seconds = 0.1\n'
        f'[fetch]\nper_host_delay = 0.1\nresolve = {{"*.example" = "127.0.0.1:{room.port}"}}\n'
    )
    folders = [tmp_path / name for name in ("first", "second", "third")]
    for folder in folders:
        folder.mkdir()
        (folder / "desk.toml").write_text(settings, encoding="utf-8")
        urls = _announced(room, init_desk(folder).folder)
    with started(WATCH, folders[0]) as first, started(WATCH, folders[1]) as second:
        own = set[str]()
        while len(own) < 2:  # whichever has work is lost
            time.sleep(0.02)
            own, lost = max(
                ((_put_by(one, buckets, bucket), one) for one in folders[:2]), key=lambda pair: len(pair[0])
            )
        machines = (first, second) if lost == folders[0] else (second, first)
        machines[0].kill()
        machines[0].wait()
        shutil.rmtree(lost)
        told, complaint = machines[1].communicate()
        assert told == "ready\ndone\n", complaint
    with session_on(folders[2]) as session:
        gather.watch(session)
        captures = list(session.ledger.captures.all())
        pages = [one for one in captures if one.url in urls]
        assert sorted(one.url for one in pages) == sorted(urls)
        assert list(session.archive.verify(captures)) == []
        assert {one.warc for one in captures} & own
