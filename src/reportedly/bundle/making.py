"""Making a bundle: the records of the pages copied as they stand, what was found in them, then digests and signature.

The same choice at the same moment with the same key gives the same file, byte for byte (but for a time stamp).
"""

import base64
import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import IO, TYPE_CHECKING, BinaryIO

import msgspec

from reportedly import __version__, keys
from reportedly.bundle import contents, packing, statements
from reportedly.bundle.choosing import Chosen, Exhibit, article, story
from reportedly.bundle.contents import About, Digest, Package, Resource, Signed, StatementLine, moment
from reportedly.bundle.maker import Maker, maker_of
from reportedly.bundle.pages import PackedPages
from reportedly.bundle.words import PageWords
from reportedly.errors import DamagedArchive, ReportedlyError
from reportedly.records import ArticleHead, Reading
from reportedly.settings import Desk

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


SOFTWARE = f"reportedly {__version__}"
UNREAD = "none"


def make(chosen: Chosen, maker: Maker, file: Path) -> str:
    """The fingerprint of the key that signed the bundle, which is written to ``file``.

    The file appears when it is whole. Raises ``DamagedArchive`` where a page cannot be read back as the ledger knows
    it, ``TooLarge`` beyond 4 GB, ``Unreachable`` where a time stamp was wanted and none came.
    """
    about = About(contents.FORMAT, chosen.kind, chosen.id, chosen.title, maker.desk, SOFTWARE, maker.now)
    with _appearing(file) as target, NamedTemporaryFile(dir=file.parent) as warc:
        members = list(_members(chosen, maker, about, warc))
        package = _package(about, members)
        digest = _signed(about, package, maker)
        end = ((contents.PACKAGE, io.BytesIO(package)), (contents.DIGEST, io.BytesIO(digest)))
        packing.write(target, (*members, *end))
    return keys.fingerprint(maker.key.public_key())


def packed(desk: Desk, ledger: "Ledger", what: str) -> bytes | None:
    """The bundle of a story or an article as bytes, without a time stamp; None where there is neither."""
    chosen = story(ledger, what) or article(ledger, what)
    if chosen is None:
        return None
    with TemporaryDirectory() as folder:
        file = Path(folder) / "bundle.wacz"
        make(chosen, maker_of(desk, stamped=False), file)
        return file.read_bytes()


@contextmanager
def _appearing(file: Path) -> Iterator[BinaryIO]:
    """A file that takes its name when all of it is on the disk, and leaves nothing behind where it fails."""
    whole = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with whole.open("w+b") as opened:
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        whole.replace(file)
    except OSError as error:
        raise ReportedlyError(f"the bundle {file} cannot be written: {error.strerror}") from error
    finally:
        whole.unlink(missing_ok=True)


def _members(chosen: Chosen, maker: Maker, about: About, warc: IO[bytes]) -> Iterator[tuple[str, BinaryIO]]:
    pages = PackedPages(warc, SOFTWARE, maker.now)
    for item in chosen.items:
        if item.capture:
            pages.add(item.capture, item.article, maker.records_of(item.capture))
    index, index_of_index = pages.index()
    yield contents.WARC, _readable(warc)
    yield contents.INDEX, io.BytesIO(index)
    yield contents.INDEX_OF_INDEX, io.BytesIO(index_of_index)
    yield contents.PAGES, io.BytesIO(pages.list(about.title))
    yield contents.ABOUT, io.BytesIO(msgspec.json.encode(about))
    yield contents.CAPTURES, _lines(pages.captures())
    readings = [_reading(item) for item in chosen.items]
    yield contents.READINGS, _lines(readings)
    yield contents.STATEMENTS, _lines(_statements(chosen.items, readings, maker))
    if chosen.text is not None:
        yield contents.BRIEF, io.BytesIO(chosen.text.encode())


def _readable(warc: IO[bytes]) -> BinaryIO:
    warc.flush()
    return warc.file if hasattr(warc, "file") else warc  # type: ignore[return-value]


def _lines(records: Iterable[msgspec.Struct]) -> BinaryIO:
    return io.BytesIO(b"".join(msgspec.json.encode(record) + b"\n" for record in records))


def _reading(item: Exhibit) -> Reading:
    if item.reading is not None:
        return item.reading
    return Reading(reader=UNREAD, article=ArticleHead.of(item.article))


def _statements(items: Iterable[Exhibit], readings: Iterable[Reading], maker: Maker) -> Iterator[StatementLine]:
    for item, reading in zip(items, readings, strict=True):
        capture = item.capture
        page = PageWords(maker.body_of(capture), capture.content_type) if capture and reading.statements else None
        try:
            yield from statements.lines(reading, capture.id if capture else None, page)
        except ValueError as error:
            raise DamagedArchive(f"{reading.article.url}: {error}; read it anew with `reportedly run`") from error


# -- digests and signature --------------------------------------------------------------------------------------------


def _package(about: About, members: Iterable[tuple[str, BinaryIO]]) -> bytes:
    package = Package(
        profile="data-package",
        wacz_version=contents.WACZ,
        title=about.title,
        software=about.software,
        created=moment(about.created),
        resources=tuple(_resource(name, file) for name, file in members),
    )
    return msgspec.json.encode(package)


def _resource(path: str, file: BinaryIO) -> Resource:
    sha256 = hashlib.sha256()
    size, _ = packing.measured(file, [sha256])
    return Resource(path.rpartition("/")[2], path, f"sha256:{sha256.hexdigest()}", size)


def _signed(about: About, package: bytes, maker: Maker) -> bytes:
    digest = f"sha256:{hashlib.sha256(package).hexdigest()}"
    signature = maker.key.sign(digest.encode("ascii"))
    signed = Signed(
        hash=digest,
        created=moment(about.created),
        software=about.software,
        algorithm=keys.ALGORITHM,
        public_key=base64.b64encode(keys.public_bytes(maker.key.public_key())).decode("ascii"),
        signature=base64.b64encode(signature).decode("ascii"),
        time_signature=base64.b64encode(maker.stamp.ask(signature)).decode("ascii") if maker.stamp else None,
        timestamp_cert=maker.stamp.certificates.decode("ascii") if maker.stamp else None,
    )
    seal = maker.key.sign(msgspec.json.encode(signed))
    sealed = msgspec.structs.replace(signed, seal=base64.b64encode(seal).decode("ascii"))
    return msgspec.json.encode(Digest(contents.PACKAGE, digest, sealed))
