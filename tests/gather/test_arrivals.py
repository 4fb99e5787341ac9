"""Captures are filed when the archive has them in their place, together where they come there together."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from reportedly.archive import Archive
from reportedly.errors import ArchiveUnreachable
from reportedly.gather.archives import take_pages
from reportedly.session import Session
from tests.archive.foreign.test_archives import warc
from tests.gather.herald import HERALD, rss

if TYPE_CHECKING:
    from tests.buckets import Buckets
    from tests.gather.conftest import Watch
    from tests.loopback import Newsroom

RAIN = "http://herald.example/rain"


def states(watch: "Watch", url: str) -> list[str]:
    return [outcome.state for outcome in watch.ledger.outcomes.last(500) if outcome.url == url]


def test_pages_of_a_desk_with_a_bucket_are_filed_with_its_file(
    room: "Newsroom", watch: "Watch", buckets: "Buckets", tmp_path: Path
) -> None:
    watch.place = buckets.place(tmp_path / "spool", buckets.made(), writer="quay")
    watch.add(HERALD)
    room.pages["herald.example/rss"] = room.page(rss("rain", "snow", "hail"))
    for name in ("rain", "snow", "hail"):
        room.pages[f"herald.example/{name}"] = room.page(f"<p>{name}.</p>", ETag=f'"{name}"')
    watch.after()
    captures = list(watch.ledger.captures.all())
    assert [one.warc[-13:] for one in captures] == ["00001.warc.gz", *["00002.warc.gz"] * 3]
    assert list(Archive(watch.place).verify(captures)) == []
    assert watch.ledger.pages.marks([RAIN]) == {RAIN: ('"rain"', None)}
    assert states(watch, RAIN) == ["fetched"]
    assert len(list(watch.ledger.captures.to_extract())) == 3  # the feed is none


def test_while_the_bucket_is_away_nothing_is_lost_and_no_page_counts_as_had(
    room: "Newsroom", watch: "Watch", buckets: "Buckets", tmp_path: Path
) -> None:
    there = watch.place = buckets.place(tmp_path / "spool", buckets.made(), writer="quay")
    watch.add(HERALD)
    room.pages["herald.example/rss"] = room.page(rss("rain"))
    room.pages["herald.example/rain"] = room.page("<p>Rain.</p>", ETag='"r1"')
    watch.after()
    room.pages["herald.example/rss"] = room.page("", 304)
    room.pages["herald.example/rain"] = room.page("<p>Rain, and wind.</p>", ETag='"r2"')
    watch.place = msgspec.structs.replace(there, endpoint="http://127.0.0.1:1")
    with pytest.raises(ArchiveUnreachable):
        watch.after(minutes=70)
    assert [one.url for one in watch.ledger.captures.all()].count(RAIN) == 1
    assert watch.ledger.pages.marks([RAIN]) == {RAIN: ('"r1"', None)}
    assert states(watch, RAIN) == ["fetched"]
    watch.place = there
    watch.after(minutes=1)
    bodies = [Archive(there).body(one) for one in watch.ledger.captures.all() if one.url == RAIN]
    assert bodies == [b"<p>Rain.</p>", b"<p>Rain, and wind.</p>"]
    assert states(watch, RAIN) == ["fetched", "fetched"]
    assert room.asked().count("herald.example/rain") == 2


def test_a_page_that_an_import_brings_twice_in_one_file_is_archived_once(
    watch: "Watch", buckets: "Buckets", tmp_path: Path
) -> None:
    place = buckets.place(tmp_path / "spool", buckets.made(), writer="quay")
    file = tmp_path / "old.warc"
    page = ("200 OK", "Content-Type: text/html", b"<p>Snow fell on Tarnow.</p>")
    file.write_bytes(warc(page) + warc(page))
    with Archive(place, seen=watch.ledger.captures.first_with) as archive:
        taken = take_pages(Session(watch.desk, watch.ledger, archive), file)
    captures = list(watch.ledger.captures.all())
    assert taken.filed == 2
    assert len(captures) == 1
    assert list(Archive(place).verify(captures)) == []
