import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.readings.packed import pack, unpack


@given(st.lists(st.integers(0, 2**64 - 1)) | st.lists(st.integers(-(2**63), 2**63 - 1)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert unpack(pack(numbers)) == tuple(numbers)


@pytest.mark.parametrize("numbers", [(), (0,), (2**64 - 1,), (-(2**63), 2**63 - 1)])
def test_eight_bytes_a_number(numbers: tuple[int, ...]) -> None:
    assert unpack(pack(numbers)) == numbers
    assert len(pack(numbers)) == 1 + 8 * len(numbers)
