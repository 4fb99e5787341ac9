import pytest

from reportedly.errors import BadInput, NotInLedger
from reportedly.ledger import Ledger
from reportedly.people import Caller, Porter, Roster, SignedIn
from reportedly.people.roster import MOST_TOKENS
from tests.people.conftest import ODA, TAM


def signed_in(porter: Porter) -> str:
    came = porter.sign_in("tam", TAM, Caller("192.0.2.1"))
    assert isinstance(came, SignedIn)
    return came.secret


def test_people_are_added_and_all_that_is_done_is_put_down(roster: Roster, ledger: Ledger) -> None:
    roster.add("Ilse@desk.example", " Ilse\tVarn ", "editor", "the ferry leaves at six")
    known = ledger.people.get("ilse@desk.example")
    assert known
    assert (known.name, known.role) == ("Ilse Varn", "editor")
    roster.set_role("tam", "editor")
    roster.remove("tam")
    told = [(line.who, line.what, line.about, line.address) for line in reversed(ledger.audit.last())]
    assert told == [
        ("ilse", "added", "oda: admin", "terminal"),
        ("ilse", "added", "tam: reader", "terminal"),
        ("ilse", "added", "ilse@desk.example: editor", "terminal"),
        ("ilse", "role", "tam: editor", "terminal"),
        ("ilse", "removed", "tam", "terminal"),
    ]
    assert not any(word in repr(told) for word in (ODA, TAM, "ferry"))


@pytest.mark.parametrize("person", ["", "local", "Terminal", "a b", "-a", "a" * 65, "ödön", "a/b", "a\n"])
def test_what_nobody_can_sign_in_with(roster: Roster, person: str) -> None:
    if person == "a\n":
        assert roster.add(person, "", "reader", TAM).id == "a"
        return
    with pytest.raises(BadInput, match="cannot be signed in with"):
        roster.add(person, "Somebody", "reader", TAM)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda roster: roster.add("ilse", "Ilse", "chief", ODA), "'chief' is no role"),
        (lambda roster: roster.add("ilse", "I" * 101, "reader", ODA), "1 to 100 characters"),
        (lambda roster: roster.add("ilse", "Ilse", "reader", "short"), "at least 12"),
        (lambda roster: roster.set_password("tam", "tam wick"), "at least 12"),
        (lambda roster: roster.make_token("tam", "x", []), "choose what it opens"),
        (lambda roster: roster.make_token("tam", " ", ["read"]), "give it a name"),
        (lambda roster: roster.set_role("oda", "reader"), "no admin would be left"),
    ],
)
def test_what_cannot_be_is_said(roster: Roster, ledger: Ledger, change: object, words: str) -> None:
    before = len(ledger.audit.last())
    with pytest.raises(BadInput, match=words):
        change(roster)  # type: ignore[operator]
    assert len(ledger.audit.last()) == before


def test_who_is_unknown_is_said(roster: Roster) -> None:
    for change in (roster.end_sessions, roster.remove):
        with pytest.raises(NotInLedger, match="nobody signs in here as 'eve'"):
            change("eve")
    with pytest.raises(NotInLedger, match="no such token"):
        roster.revoke_token("tam", "t0")


def test_another_password_or_a_removal_signs_out_everywhere(roster: Roster, porter: Porter) -> None:
    secrets = [signed_in(porter), signed_in(porter)]
    roster.set_password("tam", "a lantern in the harbour")
    assert [porter.session(secret) for secret in secrets] == [None, None]
    assert not isinstance(porter.sign_in("tam", TAM, Caller()), SignedIn)
    came = porter.sign_in("tam", "a lantern in the harbour", Caller())
    assert isinstance(came, SignedIn)
    roster.remove("tam")
    assert porter.session(came.secret) is None


def test_sessions_are_ended_one_by_one_or_all_but_ones_own(roster: Roster, porter: Porter, ledger: Ledger) -> None:
    for _ in range(3):
        signed_in(porter)
    one, two, three = ledger.sessions.of("tam")
    assert roster.end_sessions("tam", one.id) == 1
    assert roster.end_sessions("oda", two.id) == 0
    assert roster.end_sessions("tam", but=three.id) == 1
    assert [session.id for session in ledger.sessions.of("tam")] == [three.id]


def test_tokens_are_shown_once_and_revoked(roster: Roster, porter: Porter, ledger: Ledger) -> None:
    secret = roster.make_token("tam", "reader at home", ["feed"])
    (token,) = ledger.tokens.of("tam")
    roster.revoke_token("tam", token.id)
    assert porter.token(secret) is None
    assert [line.what for line in ledger.audit.last(2)] == ["token revoked", "token made"]
    assert not any(secret in line.about for line in ledger.audit.last())


def test_nobody_has_tokens_without_end(roster: Roster) -> None:
    for n in range(MOST_TOKENS):
        roster.make_token("tam", f"program {n}", ["read"])
    with pytest.raises(BadInput, match="revoke some first"):
        roster.make_token("tam", "one more", ["read"])
