from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Dispatch, Draft, DraftSection, DraftSentence, DraftVersion, Withdrawal
from tests.ledger.conftest import Another

AT = datetime(2031, 5, 20, 6, tzinfo=UTC)
CONTENTS = Draft("Ferries", (DraftSection("p1", "own", "One", (DraftSentence("l2", "A ferry ran."),)),), None, 2)


def dispatch(draft: str, number: int = 0, edition: int = 0) -> Dispatch:
    return Dispatch("Ferries", "Desk", (), (), draft, 1, None, number, edition, "TLP:RED", "ilse", AT)


def issue(ledger: Ledger, draft: str) -> tuple[int | None, int | None]:
    made = ledger.briefs.issue(draft, lambda number, edition: dispatch(draft, number, edition))
    return made.number, made.edition


def test_two_drafts_begun_at_one_moment_are_two(ledger: Ledger) -> None:
    first, second = (ledger.briefs.open(CONTENTS, "ilse", AT) for _ in range(2))
    assert first.draft != second.draft
    assert [line.id for line in ledger.briefs.drafts()] == [second.draft, first.draft]


def test_a_version_is_saved_only_after_the_one_before_it(ledger: Ledger) -> None:
    first = ledger.briefs.open(CONTENTS, "ilse", AT)
    second = DraftVersion(first.draft, 2, "omar", AT, "rewritten", CONTENTS)
    assert ledger.briefs.save(second) is True
    assert ledger.briefs.save(second) is False
    assert ledger.briefs.save(DraftVersion(first.draft, 4, "omar", AT, "rewritten", CONTENTS)) is False
    assert ledger.briefs.save(DraftVersion("d0", 2, "omar", AT, "rewritten", CONTENTS)) is False
    assert ledger.briefs.version(first.draft) == second
    assert ledger.briefs.version(first.draft, 3) is None


def test_withdrawals_are_those_of_the_numbers_asked_for(ledger: Ledger) -> None:
    issue(ledger, ledger.briefs.open(CONTENTS, "ilse", AT).draft)
    made = ledger.briefs.withdraw(Withdrawal(1, "ilse", AT, "a slip"))
    assert ledger.briefs.withdrawn(1, 2) == {1: made}
    assert ledger.briefs.withdrawn() == {}


@settings(max_examples=12)  # each opens a ledger of its own
@given(st.lists(st.integers(0, 3), max_size=12))
def test_numbers_rise_without_a_gap_and_are_never_given_twice(another: Another, order: list[int]) -> None:
    with another() as url, open_ledger(url) as ledger:
        drafts = [ledger.briefs.open(CONTENTS, "ilse", AT).draft for _ in range(4)]
        given_to: dict[int, int | None] = {}
        for which in order:
            number, edition = issue(ledger, drafts[which])
            assert given_to.setdefault(which, number) == number
            assert edition == len(ledger.briefs.editions(number or 0))
        assert sorted(given_to.values(), key=lambda number: number or 0) == list(range(1, len(given_to) + 1))
