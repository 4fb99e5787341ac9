"""Column types that give back exactly what was put in, on every database."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import DateTime, Dialect, LargeBinary, String, Text
from sqlalchemy.types import TypeDecorator

from reportedly.ledger import keeping
from reportedly.records import Selector
from reportedly.text import Span


class Moment(TypeDecorator[datetime]):
    """A moment as aware UTC; stored without its zone where the database has no zones, so that it sorts."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; a naive moment is refused, for nobody knows when it was."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value.isoformat()} has no time zone: moments are filed as aware UTC")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Back to aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class LocalTime(TypeDecorator[datetime]):
    """A date and time as an article means it, with a zone or without: ISO 8601 text, so that none is invented."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """As ISO 8601."""
        return value.isoformat() if value is not None else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The same date and time, with a zone only where it had one."""
        return datetime.fromisoformat(value) if value is not None else None


class Json(TypeDecorator[Any]):
    """A small typed value (a list of spans, a window) as JSON text; None is NULL."""

    impl: Any = Text
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__()
        self.shape = shape
        self._decode: Callable[[str], Any] = msgspec.json.Decoder(shape).decode

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """As JSON."""
        return keeping.encoded(value).decode() if value is not None else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """As ``shape``."""
        return self._decode(value) if value is not None else None


class Hashes(TypeDecorator[bytes]):
    """Hashes of eight bytes each, one after the other; stored after a letter: they have no signs."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """With the letter before them."""
        return b"Q" + value if value is not None else None

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """The hashes alone."""
        return value[1:] if value is not None else None


Spans = Json(tuple[Span, ...])
Strings = Json(tuple[str, ...])
Selectors = Json(tuple[Selector, ...])
