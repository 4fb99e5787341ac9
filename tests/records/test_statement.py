from reportedly.records import (
    Statement,
)
from reportedly.text import Span


def test_a_statement_reaches_from_its_first_to_its_last_word() -> None:
    assert Statement("s1", content=(Span(20, 30),), cue=(Span(12, 16),), source=(Span(3, 11),)).envelope == Span(3, 30)
