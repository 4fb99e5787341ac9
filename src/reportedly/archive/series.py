"""The names of WARC files: a series of numbers for each who writes, so that no two write the same file."""

import re
from typing import NamedTuple

_NAME = re.compile(r"reportedly-(?:(?P<writer>[a-z0-9][a-z0-9.-]*)-)?(?P<number>[0-9]{5,})\.warc\.gz")


class Series(NamedTuple):
    """The files of one writer; that of a desk which is alone with its archive has no name."""

    writer: str = ""

    @property
    def beginning(self) -> str:
        """What the names of all its files begin with."""
        return f"reportedly-{self.writer}-" if self.writer else "reportedly-"

    def name(self, number: int) -> str:
        """The name of its file of that number."""
        return f"{self.beginning}{number:05}.warc.gz"

    def number(self, name: str) -> int | None:
        """The number of a file; None where it belongs to another writer or is no file of ours."""
        found = _NAME.fullmatch(name)
        return int(found["number"]) if found and (found["writer"] or "") == self.writer else None


def place_in_order(name: str) -> tuple[str, int, str]:
    """What names are put in order by: writer after writer, the files of each as they were begun."""
    found = _NAME.fullmatch(name)
    return (found["writer"] or "", int(found["number"]), name) if found else ("", 0, name)
