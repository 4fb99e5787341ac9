"""Text that is kept packed: long JSON whose words are much the same from row to row.

A row of a table without row numbers that is longer than a quarter of a page takes a page more, beside it: sightings of
1,116 bytes on average took 4,250 each, 72 hundredths of the ledger of a newspaper's 4,849 articles. Packed they are 465
bytes long and fit; that takes 40 millionths of a second each, and getting them back 8. What gists hold as lists of
records is a quarter as long.
"""

import zlib
from typing import Any, Final

from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

from reportedly.ledger.columns import Json

_LEVEL: Final = 6
_KNOWN: Final = (
    b'"],"change":"cancelled"denied"moved"happened"change":null,"headline":"","at":[0,{"event":null,"article":"a",'
    b'"article_url":"https://www.http://.com/news/world/story/.html","outlet":"","published":"2026-01-2025-0"],'
    b'"span":[,"sentence":" said that the of the in the and to the "","type":"OTHER","status":"occurred",'
    b'"certainty":"certain","polarity":"affirmed","lemma":"said","type":"ACCUSE","type":"AGREE","type":"AID",'
    b'"type":"ASSAULT","type":"COERCE","type":"CONCEDE","type":"CONSULT","type":"COOPERATE","type":"MOBILIZE",'
    b'"type":"PROTEST","type":"REJECT","type":"REQUEST","type":"RETREAT","type":"SANCTION","type":"SUPPORT",'
    b'"type":"THREATEN","status":"ongoing","status":"planned","status":"expected","status":"called_for",'
    b'"status":"hypothetical","status":"denied","certainty":"probable","certainty":"possible","certainty":"unknown",'
    b'"polarity":"denied","lemma":"","actors":["e","recipients":["e"],"place":"e","start":"2026-","end":"2026-",'
    b'"expectation":"x","window":{"start":null,"end":null,"vague":true,"span":[ "vague":false,"span":null},'
    b'"place":null,"start":null,"end":null,"expectation":null,"window":null,"words":["minist","president","govern",'
    b'"offic","countr","year","people","police","state","said","percent","million","meet","talk","attack","kill",'
    b'"court","milit","secur","nation"],"named":["e","e"],"acts":["announce"],"topic":["","lands":["PK","US","IR",'
    b'"IL"],"change":null,"headline":"","at":['
)
"""What the packer knows beforehand. Never altered: what was packed with it cannot be unpacked without it."""


def packed(text: str) -> bytes:
    """``text`` packed."""
    packer = zlib.compressobj(_LEVEL, zdict=_KNOWN)
    return packer.compress(text.encode("utf-8", "surrogatepass")) + packer.flush()


def unpacked(data: bytes) -> str:
    """The text again; ``ValueError`` where these bytes are none that were packed here."""
    try:
        unpacker = zlib.decompressobj(zdict=_KNOWN)
        text = unpacker.decompress(data) + unpacker.flush()
    except zlib.error as error:
        raise ValueError(f"{len(data):,} bytes that are no packed text: {error}") from error
    if not unpacker.eof:
        raise ValueError(f"{len(data):,} bytes that are not a whole packed text")
    return text.decode("utf-8", "surrogatepass")


class PackedText(TypeDecorator[str]):
    """A column of packed text. What stands there as plain text is given as it is."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """Packed."""
        return None if value is None else packed(value)

    def process_result_value(self, value: bytes | str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Unpacked."""
        return unpacked(value) if isinstance(value, bytes) else value


class PackedJson(Json):
    """A column of typed values, such as lists of records, as packed JSON; plain JSON that stands there is read, too."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """As packed JSON."""
        text = super().process_bind_param(value, dialect)
        return None if text is None else packed(text)

    def process_result_value(self, value: bytes | str | None, dialect: Dialect) -> Any:
        """As ``shape``."""
        return super().process_result_value(unpacked(value) if isinstance(value, bytes) else value, dialect)
