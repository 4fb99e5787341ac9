"""A bucket as it is asked: files put there once, read in parts, listed; what goes wrong there in plain words.

Its client is an extra, so each function that needs some of it imports that late: a desk with a folder loads none.

Invariant: a file that is there is never written over. Nothing here shows a key, nor what a server answered in full.
"""

import errno
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from reportedly.archive.credentials import Credentials, credentials
from reportedly.archive.place import Place
from reportedly.errors import ArchiveUnreachable, BadSetting

if TYPE_CHECKING:
    from obstore.store import S3Store

CONNECT: Final = timedelta(seconds=5)
ANSWER: Final = timedelta(seconds=60)  # a file of 16 MB takes half of it at 4 Mbit a second
RETRIES: Final = 3
ONCE: Final = "reportedly-once.txt"
"""The small file by which a server shows that it writes over nothing."""

AT_ONCE: Final = 1_000  # names in one answer to a listing, the most that servers give

_BEHIND_THE_END = re.compile(r"status code: 416")
_REASON = re.compile(r"status code: (\d{3}[A-Za-z ]*)|HTTP error: ([^\n:]*)")


class Store:
    """The files of one prefix of a bucket, by their names.

    ``OSError`` where a file cannot be read though the bucket answers, ``ArchiveUnreachable`` where that does not.
    """

    def __init__(self, place: Place) -> None:
        if find_spec("obstore") is None:
            raise BadSetting(f"{place.bucket} is a bucket: it needs `pip install 'reportedly[s3]'`")
        self._place = place

    def create(self, name: str, data: bytes) -> bool:
        """Put a file that is not there; whether that could be, or it stands there just so. Else another has the name.

        An answer that was lost on its way makes a second try meet what the first one put.
        """
        with self._told(name):
            for _ in range(RETRIES):
                if self._put(name, data):
                    return True
                with suppress(FileNotFoundError):  # somebody's put of that name was under way, and came to nothing
                    return self._whole(name) == data
        raise ArchiveUnreachable(f"{self._where} neither takes {name} nor has it")

    def keeps_what_is_there(self) -> bool:
        """Whether the server refuses to put a file where one is; the same small file is put there twice."""
        with self._told(ONCE):
            return not all(self._put(ONCE, b"put once\n") for _ in range(2))

    def _put(self, name: str, data: bytes) -> bool:
        """Put a file where none of that name is; whether that was so."""
        from obstore import put  # noqa: PLC0415
        from obstore.exceptions import AlreadyExistsError  # noqa: PLC0415

        try:
            put(self._s3, name, data, mode="create", use_multipart=False)
        except AlreadyExistsError:
            return False
        return True

    def _whole(self, name: str) -> bytes:
        from obstore import get  # noqa: PLC0415

        return bytes(get(self._s3, name).bytes())

    def part(self, name: str, start: int, end: int) -> tuple[bytes, int]:
        """The bytes ``[start, end)`` of a file, fewer where it ends before, and how many it has in all."""
        from obstore import get, head  # noqa: PLC0415

        with self._told(name):
            try:
                answer = get(self._s3, name, options={"range": (start, end)})
                return bytes(answer.bytes()), answer.meta["size"]
            except Exception as error:
                if not _BEHIND_THE_END.search(str(error)):
                    raise
                return b"", head(self._s3, name)["size"]

    def beginnings(self, name: str, offsets: Sequence[int], length: int) -> list[bytes]:
        """So many bytes from each place in a file on, fewer where it ends; a small request each, some side by side."""
        from obstore import get_ranges  # noqa: PLC0415

        size = self.size(name)
        within = [offset for offset in offsets if offset < size]
        with self._told(name):
            ends = [min(offset + length, size) for offset in within]
            found = get_ranges(self._s3, name, starts=within, ends=ends, coalesce=0) if within else []
        there = dict(zip(within, map(bytes, found), strict=True))
        return [there.get(offset, b"") for offset in offsets]

    def size(self, name: str) -> int:
        """The bytes of a file. Its first byte is asked for: without any no answer says that the bucket is missing."""
        return self.part(name, 0, 1)[1]

    def sizes(self, after: str = "") -> Iterator[tuple[str, int]]:
        """All files behind that name, in the order of their letters, and their bytes."""
        from obstore import list as listed  # noqa: PLC0415

        with self._told():
            for some in listed(self._s3, offset=after or None, chunk_size=AT_ONCE):
                yield from ((one["path"], one["size"]) for one in some)

    @property
    def _where(self) -> str:
        return f"the archive's bucket {self._place.bucket}"

    @property
    def _s3(self) -> "S3Store":
        return _opened(self._place, credentials(self._place.credentials))

    @contextmanager
    def _told(self, name: str = "") -> Iterator[None]:
        """What a bucket's client raises, as what is meant by it."""
        from obstore.exceptions import BaseError  # noqa: PLC0415

        try:
            yield
        except FileNotFoundError as error:
            if "NoSuchBucket" in str(error):
                raise self._unreachable(error) from None
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name) from None
        except BaseError as error:
            raise self._unreachable(error) from None

    def _unreachable(self, error: Exception) -> ArchiveUnreachable:
        from obstore.exceptions import PermissionDeniedError, UnauthenticatedError  # noqa: PLC0415

        where = self._where
        if "NoSuchBucket" in str(error):
            return ArchiveUnreachable(f"{where} is not there: make it, or correct archive.place in desk.toml")
        if isinstance(error, PermissionDeniedError | UnauthenticatedError):
            return ArchiveUnreachable(f"{where} refuses those keys: they must let files be listed, read and put there")
        found = _REASON.search(str(error))
        why = (found[1] or found[2]).strip() if found else type(error).__name__
        return ArchiveUnreachable(f"{where} does not answer ({why})")


@lru_cache(maxsize=4)
def _opened(place: Place, keys: Credentials) -> "S3Store":
    """One client for each place in a process: it keeps its connections."""
    from obstore.store import S3Store  # noqa: PLC0415

    bucket, _, prefix = place.bucket.removeprefix("s3://").partition("/")
    endpoint = place.endpoint or os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL")
    region = place.region or os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"
    told = {"access_key_id": keys.key, "secret_access_key": keys.secret, "token": keys.token, "endpoint": endpoint}
    return S3Store(
        bucket,
        prefix=prefix or None,
        config={name: value for name, value in told.items() if value},  # type: ignore[arg-type]
        region=region,
        virtual_hosted_style_request=not endpoint,
        client_options={
            "allow_http": (endpoint or "").startswith("http://"),
            "connect_timeout": CONNECT,
            "timeout": ANSWER,
        },
        retry_config={"max_retries": RETRIES, "retry_timeout": ANSWER},
    )
