"""The pages of a bundle: their WARC file, its index, and the list of pages that replay tools show."""

import gzip
from datetime import datetime
from typing import IO

import msgspec

from reportedly.archive import answers, writing
from reportedly.bundle import index
from reportedly.bundle.contents import WARC, ArticleSource, CaptureLine, moment
from reportedly.records import Article, Capture, headline


class PackedPages:
    """Writes the records of captures into ``warc``, each record once, and remembers where they stand."""

    def __init__(self, warc: IO[bytes], software: str, made: datetime) -> None:
        self._warc = warc
        self._places: dict[str, int] = {}
        self._lines: list[tuple[str, str, index.IndexLine]] = []
        self._captures: dict[str, CaptureLine] = {}
        self._pages: list[dict[str, str]] = []
        self._end = warc.write(writing.file_head(WARC.rpartition("/")[2], made, software))

    def add(self, capture: Capture, article: Article, records: tuple[bytes, ...]) -> None:
        """Copy the records of a capture (unless they are there), and note that ``article`` was taken from it."""
        source = ArticleSource(article.id, article.extractor)
        known = self._captures.get(capture.id)
        if known:
            self._captures[capture.id] = msgspec.structs.replace(known, articles=(*known.articles, source))
            return
        for packed in records:
            self._copy(packed)
        names = (answers.record_id(capture.id, kind) for kind in ("response", "revisit"))
        offset = next(self._places[name] for name in names if name in self._places)
        self._captures[capture.id] = _line(capture, offset, source)
        address = next(line.url for _, _, line in self._lines if line.offset == offset)
        title = headline(article) or article.url
        self._pages.append({"id": capture.id, "url": address, "ts": moment(capture.fetched_at), "title": title})

    def _copy(self, packed: bytes) -> None:
        fields, block = answers.taken_apart(gzip.decompress(packed))
        if fields["WARC-Record-ID"] in self._places:
            return
        self._places[fields["WARC-Record-ID"]] = self._end
        answer = answers.of_fields(fields, block)
        if answer:
            self._lines.append(index.entry(answer, self._end, len(packed)))
        self._end += self._warc.write(packed)

    def captures(self) -> list[CaptureLine]:
        """A line for each page, in the order they were added."""
        return list(self._captures.values())

    def index(self) -> tuple[bytes, bytes]:
        """The contents of the two files of the index."""
        return index.files(self._lines)

    def list(self, title: str) -> bytes:
        """The contents of ``pages.jsonl``."""
        head = {"format": "json-pages-1.0", "id": "pages", "title": title}
        return b"".join(msgspec.json.encode(line) + b"\n" for line in (head, *self._pages))


def _line(capture: Capture, offset: int, source: ArticleSource) -> CaptureLine:
    return CaptureLine(
        capture=capture.id,
        url=capture.url,
        fetched_at=capture.fetched_at,
        status=capture.status,
        content_type=capture.content_type,
        sha256=capture.sha256,
        length=capture.length,
        offset=offset,
        articles=(source,),
    )
