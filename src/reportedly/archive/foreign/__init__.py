"""Pages out of archives that others wrote: WARC, ARC and WACZ files, packed in whatever way."""

from reportedly.archive.foreign.addresses import replayed
from reportedly.archive.foreign.archives import captures, is_archive
from reportedly.archive.foreign.records import Again, Kind, PassedOver

__all__ = ["Again", "Kind", "PassedOver", "captures", "is_archive", "replayed"]
