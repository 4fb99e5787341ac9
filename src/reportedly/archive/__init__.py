"""Every page as it came over the wire, in WARC 1.1 files that other tools can read: the desk's evidence."""

from reportedly.archive.archive import Archive
from reportedly.archive.capturing import capture_id
from reportedly.archive.checking import Finding
from reportedly.archive.place import Place, place_of

__all__ = ["Archive", "Finding", "Place", "capture_id", "place_of"]
