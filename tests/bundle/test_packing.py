import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.bundle import packing
from reportedly.bundle.packing import Content, Misfit
from reportedly.errors import TooLarge

NAMES = ("a.txt", "b/c.bin", "d")


def packed(held: dict[str, bytes]) -> io.BytesIO:
    made = io.BytesIO()
    packing.write(made, [(name, io.BytesIO(data)) for name, data in held.items()])
    return made


@given(held=st.dictionaries(st.sampled_from(NAMES), st.binary(max_size=200)))
def test_what_is_written_is_read_back_by_us_and_by_zipfile(held: dict[str, bytes]) -> None:
    file = packed(held)
    found = packing.read(file, NAMES)
    assert {one.name: Content(file, one).read() for one in found} == held
    with zipfile.ZipFile(file) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == held


@given(
    held=st.dictionaries(st.sampled_from(NAMES), st.binary(max_size=40)), place=st.floats(0, 1), bit=st.integers(0, 7)
)
def test_a_changed_bit_is_in_a_member_or_a_misfit(held: dict[str, bytes], place: float, bit: int) -> None:
    whole = bytearray(packed(held).getvalue())
    at = min(int(place * len(whole)), len(whole) - 1)
    whole[at] ^= 1 << bit
    file = io.BytesIO(whole)
    try:
        found = packing.read(file, NAMES)
    except Misfit:
        return
    assert any(one.offset <= at < one.offset + one.size for one in found)


def test_a_window_shows_its_member_only() -> None:
    file = packed({"a.txt": b"before", "d": b"0123456789"})
    content = Content(file, packing.read(file, NAMES)[1])
    assert (content.read(4), content.read(), content.read()) == (b"0123", b"456789", b"")
    content.seek(8)
    assert content.read(100) == b"89"
    content.seek(100)
    assert content.read() == b""


def test_more_than_4_gb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MOST", 100)
    with pytest.raises(TooLarge, match="fewer days"):
        packed({"a.txt": bytes(200)})
