"""Both kinds of place that an archive may stand in, to be written, seen and spoilt in the same words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count
from typing import Any

import msgspec

from reportedly.archive import Archive, Place
from reportedly.records import Capture, Exchange
from tests.buckets import Buckets


@dataclass(frozen=True)
class Kept:
    """A place; of a bucket with the server that has it."""

    place: Place
    buckets: Buckets | None = None

    def archive(self, **told: Any) -> Archive:
        """The archive, opened anew: nothing of it is remembered from before."""
        return Archive(self.place, **told)

    def written(self, exchanges: Iterable[Exchange], **told: Any) -> list[Capture]:
        """The captures of exchanges that were written and brought to their place."""
        captures: list[Capture] = []
        with self.archive(**told) as archive:
            for one in exchanges:
                archive.write(one, captures.extend)
        return captures

    def elsewhere(self) -> "Callable[[], Kept]":
        """Gives the same place as another machine has it that knows nothing of it; a folder is the same for all."""
        numbers = count(1)

        def other() -> Kept:
            folder = self.place.folder / f"of machine {next(numbers)}"
            return Kept(msgspec.structs.replace(self.place, folder=folder), self.buckets) if self.buckets else self

        return other

    def names(self) -> list[str]:
        """The files there are."""
        return list(self.archive()._files.sizes())

    def read(self, name: str) -> bytes:
        """The bytes of a file as a stranger has them."""
        if self.buckets:
            return self.buckets.read(self.place.bucket, name)
        return (self.place.folder / name).read_bytes()

    def spoil(self, name: str, data: bytes) -> None:
        """Put other bytes into a file's place, as the program never does."""
        if self.buckets:
            self.buckets.write(self.place.bucket, name, data)
        else:
            (self.place.folder / name).write_bytes(data)

    def lose(self, name: str) -> None:
        """Take a file away."""
        if self.buckets:
            self.buckets.remove(self.place.bucket, name)
        else:
            (self.place.folder / name).unlink()
