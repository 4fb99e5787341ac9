from msgspec.structs import replace

from reportedly.brief.printing.notices import is_killed, notices
from reportedly.records import Dispatch, Withdrawal
from tests.brief.printing.conftest import AT, LINES

KILL = Withdrawal(7, "omar", AT, "the source took it back")


def test_a_first_edition_has_no_notice(dispatch: Dispatch) -> None:
    assert notices(dispatch, LINES[:1], None) == ()


def test_an_edition_that_was_corrected_says_by_which(dispatch: Dispatch) -> None:
    (told,) = notices(dispatch, LINES, None)
    assert str(told) == (
        "SUBSTITUTED: Edition 2 of 2024-06-08 05:30 UTC takes the place of this one: the figure was wrong."
    )


def test_a_correction_says_so(dispatch: Dispatch) -> None:
    (told,) = notices(replace(dispatch, edition=2), LINES, None)
    assert str(told).startswith("CORRECTION: Edition 2 of 2024-06-08 05:30 UTC takes the place of edition 1")


def test_a_withdrawal_comes_first(dispatch: Dispatch) -> None:
    told = notices(dispatch, LINES, KILL)
    assert [notice.word for notice in told] == ["KILL", "SUBSTITUTED"]
    assert str(told[0]) == (
        "KILL: Brief 7 was withdrawn on 2024-06-07 05:30 UTC by omar: the source took it back. "
        "Do not use it or pass it on."
    )
    assert is_killed(told)


def test_a_draft_has_none(dispatch: Dispatch) -> None:
    assert notices(replace(dispatch, number=None, edition=None), (), None) == ()
