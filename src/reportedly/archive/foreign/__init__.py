"""Pages out of archives that others wrote: WARC and WACZ files, packed in whatever way."""

from reportedly.archive.foreign.archives import captures, is_archive

__all__ = ["captures", "is_archive"]
