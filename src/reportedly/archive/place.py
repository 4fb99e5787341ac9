"""Where an archive stands: a folder, or a bucket with a folder for what is on its way there."""

import os
import re
from pathlib import Path
from typing import Final

from reportedly.errors import BadSetting
from reportedly.records import Record
from reportedly.settings import WRITER, Desk

FULL: Final = 1_000_000_000
"""Bytes after which the next file is begun in a folder, unless the desk's settings say otherwise."""


class Place(Record, frozen=True):
    """Where an archive stands, and how it is written there. It can be sent to other processes and machines.

    With ``bucket`` (``s3://bucket/prefix``) the files stand there and ``folder`` is where they are made before; else
    they stand in ``folder``. ``credentials`` names a file, and holds no secret. ``writer`` names the series of files
    that is written. A file of a bucket is full after ``segment_bytes`` or ``segment_seconds``, one of a folder after
    ``full`` bytes.
    """

    folder: Path
    bucket: str = ""
    endpoint: str = ""
    region: str = ""
    credentials: Path | None = None
    writer: str = ""
    full: int = FULL
    segment_bytes: int = 16_000_000
    segment_seconds: float = 10.0

    def __str__(self) -> str:
        return self.bucket or str(self.folder)


def place_of(desk: Desk) -> Place:
    """Where a desk's archive stands; ``REPORTEDLY_WRITER`` in the environment counts more than the desk's settings."""
    told = desk.settings.archive
    writer = os.environ.get("REPORTEDLY_WRITER", told.writer)
    if not re.match(WRITER, writer):
        raise BadSetting(
            f"REPORTEDLY_WRITER is {writer!r}: a writer's name is up to 40 small letters, digits, dots and hyphens"
        )
    return Place(
        folder=(desk.archive / "spool" if desk.in_bucket else desk.archive).absolute(),
        bucket=told.place.rstrip("/") if desk.in_bucket else "",
        endpoint=told.endpoint,
        region=told.region,
        credentials=(desk.folder / told.credentials_file).absolute() if told.credentials_file else None,
        writer=writer,
        full=told.file_bytes,
        segment_bytes=told.segment_bytes,
        segment_seconds=told.segment_seconds,
    )
