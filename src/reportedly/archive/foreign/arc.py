"""ARC, the format before WARC: a line of address, host, moment, kind and length, then the answer as it came.

After archive.org/web/researcher/ArcFileFormat.php; version 2 has five fields more before the length. Addresses with
spaces in them were written as they were.
"""

import re
from typing import Final

BEGIN: Final = b"filedesc:"
LONGEST: Final = 8_192  # bytes of a record's line
_BEGIN: Final = re.compile(rb"\nhttps?://[^\n]{1,7000} \d{8,18} [^\n]{3,500}\n", re.IGNORECASE)
_LINE: Final = re.compile(r"(\S.*?) (\S+) (\d{8,18}) (\S+)(?: .*)? (\d{1,15})")


def fields(line: bytes) -> dict[str, str] | None:
    """A record's line as the fields that WARC would have of it; None where it is none."""
    found = _LINE.fullmatch(line[:LONGEST].decode("utf-8", "replace").strip())
    if not found:
        return None
    url, host, moment, kind, length = found.groups()
    return {
        "warc-type": "warcinfo" if url.startswith(BEGIN.decode()) else "response",
        "warc-target-uri": url,
        "warc-ip-address": host,
        "warc-date": moment[:14],
        "warc-identified-payload-type": kind,
        "content-length": length,
    }


def begins(piece: bytes) -> int:
    """Where in a piece of a file a record seems to begin; -1 where none does."""
    found = _BEGIN.search(piece)
    return found.start() + 1 if found else -1
