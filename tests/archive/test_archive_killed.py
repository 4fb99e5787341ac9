"""A writer killed at any moment loses no page it had reported as archived, be it whole, a revisit or redirected."""

import random
import time
from pathlib import Path

import pytest
from warcio import ArchiveIterator

from reportedly.archive import Archive
from tests.commands import started

WRITER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from reportedly.archive import Archive
from reportedly.records import Exchange

first = {}
archive = Archive(Path(sys.argv[1]), full=200_000, seen=first.get)
started = datetime.fromisoformat(sys.argv[2])
print("ready", flush=True)
for n in range(100_000):
    m = n - n % 3 if n % 2 else n
    body = bytes((m * i) % 251 for i in range(3000 + m % 7 * 3000))
    hops = (Exchange(f"http://h.example/from/{n}", started, 302, "Found", (), (), b""),) if n % 4 == 1 else ()
    seen = Exchange(f"http://h.example/{n}", started + timedelta(seconds=n), 200, "OK", (), (), body, hops=hops)
    capture = archive.write(seen)
    first.setdefault(capture.sha256, capture)
    print(capture.id, flush=True)
"""
KILLS = 12


@pytest.mark.process("a kill ends the process it hits")
@pytest.mark.timeout(120)
def test_a_killed_writer_loses_nothing(tmp_path: Path) -> None:
    chance = random.Random(7)
    reported: set[str] = set()
    known: dict[str, int] = {}
    captures = {}
    for kill in range(KILLS):
        with started(WRITER, tmp_path, f"2024-06-{kill + 1:02}T00:00:00+00:00") as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0.0, 0.25))
            writer.kill()
            reported |= {line.strip() for line in writer.stdout if line.endswith("\n")}
        for capture in Archive(tmp_path).recover(known.get):
            captures[capture.id] = capture
            known[capture.warc] = max(known.get(capture.warc, 0), capture.offset)
    assert reported
    assert reported <= captures.keys()
    assert list(Archive(tmp_path).verify(captures.values())) == []
    assert {capture.id for capture in Archive(tmp_path).recover()} == captures.keys()
    records = [kind for file in sorted(tmp_path.glob("*.warc.gz")) for kind in _kinds(file)]
    assert records.count("response") > records.count("revisit") > 0


def _kinds(file: Path) -> list[str]:
    with file.open("rb") as stream:
        return [record.rec_type for record in ArchiveIterator(stream, check_digests="raise")]
