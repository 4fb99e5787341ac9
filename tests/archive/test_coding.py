import gzip
import zlib
from collections.abc import Callable

import brotli
import pytest
import zstandard

from reportedly.archive.coding import TooMuch, plain

WORDS = b"The mayor of Tarnow opened the new quay.\n" * 500


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


CODINGS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("gzip", gzip.compress),
    ("X-GZip", gzip.compress),
    ("deflate", zlib.compress),
    ("deflate", bare),
    ("br", brotli.compress),
    ("zstd", zstandard.compress),
    ("identity", bytes),
    ("", bytes),
    ("utf-8", bytes),
]


@pytest.mark.parametrize(("coding", "pack"), CODINGS)
def test_a_payload_is_made_readable(coding: str, pack: Callable[[bytes], bytes]) -> None:
    assert plain(pack(WORDS), coding) == WORDS


def test_codings_are_taken_off_in_turn() -> None:
    assert plain(brotli.compress(gzip.compress(WORDS)), "gzip, br") == WORDS


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_what_is_not_packed_as_it_claims_is_given_as_it_is(coding: str) -> None:
    assert plain(WORDS, coding) == WORDS


@pytest.mark.parametrize(("coding", "pack"), [one for one in CODINGS if one[0] in {"gzip", "deflate", "br", "zstd"}])
def test_a_payload_made_to_fill_the_memory_stops(coding: str, pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(TooMuch):
        plain(pack(bytes(5_000_000)), coding, most=1_000_000)
