"""A writer killed at any moment loses no page it had reported as archived, be it whole, a revisit or redirected."""

import io
import random
import time

import pytest
from warcio import ArchiveIterator

from tests.archive.kept import Kept
from tests.commands import started

WRITER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from reportedly.archive import Archive, Place
from reportedly.records import Exchange

folder, started, bucket, endpoint = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), *sys.argv[3:]
first = {}

def file(captures):
    for capture in captures:
        first.setdefault(capture.sha256, capture)
        print(capture.id, flush=True)

place = Place(folder, bucket, endpoint, "us-east-1", writer="quay" if bucket else "", segment_seconds=0.02)
archive = Archive(place, full=200_000, seen=first.get)
print("ready", flush=True)
for n in range(100_000):
    m = n - n % 3 if n % 2 else n
    body = bytes((m * i) % 251 for i in range(3000 + m % 7 * 3000))
    hops = (Exchange(f"http://h.example/from/{n}", started, 302, "Found", (), (), b""),) if n % 4 == 1 else ()
    seen = Exchange(f"http://h.example/{n}", started + timedelta(seconds=n), 200, "OK", (), (), body, hops=hops)
    archive.write(seen, file)
"""
KILLS = 12


@pytest.mark.process("a kill ends the process it hits")
@pytest.mark.timeout(180)
def test_a_killed_writer_loses_nothing(kept: Kept) -> None:
    chance = random.Random(7)
    reported: set[str] = set()
    known: dict[str, int] = {}
    captures = {}
    server = (kept.place.bucket, kept.place.endpoint)
    for kill in range(KILLS):
        with started(WRITER, kept.place.folder, f"2024-06-{kill + 1:02}T00:00:00+00:00", *server) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0.0, 0.25))
            writer.kill()
            reported |= {line.strip() for line in writer.stdout if line.endswith("\n")}
        for capture in kept.archive().recover(known.get):
            captures[capture.id] = capture
            known[capture.warc] = max(known.get(capture.warc, 0), capture.offset)
    assert reported
    whole = {capture.id: capture for capture in kept.elsewhere()().archive().recover()}
    assert reported <= whole.keys()
    assert captures.keys() <= whole.keys()
    assert list(kept.archive().verify(whole.values())) == []
    records = [kind for name in kept.names() for kind in _kinds(kept.read(name))]
    assert records.count("response") > records.count("revisit") > 0


def _kinds(data: bytes) -> list[str]:
    return [record.rec_type for record in ArchiveIterator(io.BytesIO(data), check_digests="raise")]
