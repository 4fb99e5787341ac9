"""What another desk's program asks of this one, and what it is answered: between the web desk and exchange."""

from reportedly.records.exchange import Headers, header
from reportedly.records.kinds import Record


class Asked(Record, frozen=True):
    """A request below ``base``, the address of the server's door: its method, its path, and what stands in it.

    ``body`` is None where more was sent than is taken.
    """

    method: str
    base: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: Headers = ()
    body: bytes | None = b""

    def header(self, name: str) -> str:
        """The header of that name (given in small letters); empty where there is none."""
        return header(self.headers, name) or ""


class Answered(Record, frozen=True):
    """The answer, as it goes out."""

    status: int
    headers: Headers
    body: bytes
