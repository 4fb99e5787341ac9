"""What a file is, by its name or else its first bytes."""

import re
from typing import Literal

from reportedly.errors import BadInput
from reportedly.extract.intake import enclosed
from reportedly.extract.intake.columns import Columns
from reportedly.extract.intake.dialect import told
from reportedly.letters import decode

Kind = Literal["json", "table", "parquet", "page"]

ENDINGS: dict[Kind, tuple[str, ...]] = {
    "json": (".jsonl", ".ndjson", ".json"),
    "table": (".csv", ".tsv", ".tab"),
    "parquet": (".parquet", ".pq"),
    "page": (".html", ".htm", ".xhtml", *enclosed.ENDINGS),
}
HEAD = 8_000  # bytes that tell what a file without a telling name is
MARKUP = (b"<!doctype html", b"<html", b"<?xml")
MAGIC = b"PAR1"
WANTED = "wanted JSON, CSV, TSV, Parquet, HTML, WARC, ARC or WACZ, plain or packed with gzip or Zstandard"
NAMES = 2  # known names of columns in a row that make a table of it
_JSON = re.compile(rb"[\[\s]*(?:\{\s*[\"}]|\[\s*\])")


def named(name: str) -> Kind | None:
    """What a file is by its name alone."""
    bare = name.lower().removesuffix(".gz").removesuffix(".zst").removesuffix(".zstd")
    return next((kind for kind, endings in ENDINGS.items() if bare.endswith(endings)), None)


def begun(head: bytes, *, whole: bool) -> Kind | None:
    """What a file is that begins so; ``whole`` where there is no more of it. None where that tells nothing."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(MAGIC):
        return "parquet"
    if start.lower().startswith(MARKUP):
        return "page"
    if _JSON.match(start):
        return "json"
    return "table" if _is_table(start, whole=whole) else None


def _is_table(start: bytes, *, whole: bool) -> bool:
    """Whether one of the first lines holds names of columns, and rows as long stand below it."""
    lines = [line + "\n" for line in start.decode("latin-1").replace("\r", "\n").split("\n") if line]
    head = told(lines if whole else lines[:-1], Columns())
    return head.known >= NAMES and head.share > 0


def kind(name: str, head: bytes) -> Kind:
    """What a file of this name is that begins so. Raises ``BadInput`` where neither tells."""
    found = named(name) or begun(head, whole=len(head) < HEAD)
    if found is None and enclosed.is_enclosed(head, name):
        return "page"
    if found is None:
        decode.refuse_binary(head)
        raise BadInput(f"neither its name nor its first bytes tell what {name} is: {WANTED}")
    return found
