from dataclasses import replace

import pytest
from argon2 import PasswordHasher

from reportedly.ledger import Ledger
from reportedly.people import Caller, Passwords, Porter, Refused, Roster, SignedIn
from reportedly.people.porter import AT_ONCE, CROWDED
from tests.people.conftest import ODA, TAM, Clock

HERE = Caller("192.0.2.1", "Lynx/2.9")
WRONG = "the wrong words altogether"


def signed_in(porter: Porter, name: str, password: str, caller: Caller = HERE) -> SignedIn:
    came = porter.sign_in(name, password, caller)
    assert isinstance(came, SignedIn), came
    return came


def wait(porter: Porter, name: str, password: str = WRONG, caller: Caller = HERE) -> int:
    came = porter.sign_in(name, password, caller)
    assert isinstance(came, Refused)
    return came.wait


def log(ledger: Ledger) -> list[tuple[str, str, str, str]]:
    return [(line.who, line.what, line.about, line.address) for line in reversed(ledger.audit.last())]


def test_somebody_comes_in_is_known_and_goes(porter: Porter, ledger: Ledger) -> None:
    came = signed_in(porter, " Oda ", ODA)
    found = porter.session(came.secret)
    assert found is not None
    account, session = found
    assert account.person.name == "Oda Brell"
    assert (session.address, session.browser) == ("192.0.2.1", "Lynx/2.9")
    assert came.secret not in repr(ledger.sessions.of("oda"))
    porter.sign_out(came.secret, HERE)
    assert porter.session(came.secret) is None
    assert log(ledger)[-2:] == [("oda", "signed in", "password", "192.0.2.1"), ("oda", "signed out", "", "192.0.2.1")]


@pytest.mark.parametrize(("name", "password"), [("oda", TAM), ("oda", ""), ("ilse", ODA), ("", ""), ("oda\0", ODA)])
def test_nobody_else_comes_in_and_is_told_no_more_than_that(
    porter: Porter, ledger: Ledger, name: str, password: str
) -> None:
    assert porter.sign_in(name, password, HERE) == Refused("Nobody signs in here by that name and password.")
    assert log(ledger)[-1][1:] == ("refused", "password", "192.0.2.1")


def test_every_browser_has_a_session_of_its_own(porter: Porter, ledger: Ledger) -> None:
    first, second = signed_in(porter, "oda", ODA), signed_in(porter, "oda", ODA, Caller("192.0.2.2"))
    assert first.secret != second.secret
    assert len(ledger.sessions.of("oda")) == 2
    assert porter.session("guessed") is None


def test_a_session_ends_when_idle_and_at_the_latest_after_a_week(porter: Porter, clock: Clock) -> None:
    came = signed_in(porter, "oda", ODA)
    clock.pass_by(hours=11)
    assert porter.session(came.secret)
    clock.pass_by(hours=11)
    assert porter.session(came.secret)
    clock.pass_by(hours=13)
    assert porter.session(came.secret) is None
    busy = signed_in(porter, "oda", ODA)
    for _ in range(16):
        clock.pass_by(hours=10)
        assert porter.session(busy.secret)
    clock.pass_by(hours=10)
    assert porter.session(busy.secret) is None


def test_a_stale_hash_is_made_anew_when_its_owner_comes(porter: Porter, ledger: Ledger) -> None:
    stronger = Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    before = ledger.people.get("oda")
    later = replace(porter, passwords=stronger)
    signed_in(later, "oda", ODA)
    after = ledger.people.get("oda")
    assert before
    assert after
    assert after.password != before.password
    assert stronger.is_stale(before.password or "")
    assert not stronger.is_stale(after.password or "")
    signed_in(later, "oda", ODA)


def test_who_fails_too_often_waits_and_then_comes_in(porter: Porter, clock: Clock) -> None:
    assert [wait(porter, "oda") for _ in range(6)] == [0] * 6
    assert wait(porter, "oda", ODA) == 1
    clock.pass_by(seconds=1)
    signed_in(porter, "oda", ODA)
    assert wait(porter, "oda") == 0


def test_a_guesser_elsewhere_holds_up_nobody_who_was_here_before(porter: Porter, clock: Clock) -> None:
    known = HERE._replace(device=signed_in(porter, "oda", ODA).device)
    clock.pass_by(hours=1)
    for n in range(80):
        porter.sign_in("oda", WRONG, Caller(f"198.51.100.{n}"))
    assert 0 < wait(porter, "oda", ODA) <= 15
    signed_in(porter, "oda", ODA, known)
    signed_in(porter, "tam", TAM, HERE._replace(device="made.up"))


def test_a_household_of_new_addresses_is_one_caller(porter: Porter) -> None:
    waits = [wait(porter, "oda", caller=Caller(f"2001:db8:1:2::{n}")) for n in range(8)]
    assert waits == [0, 0, 0, 0, 0, 0, 1, 1]
    assert Caller("2001:db8:1:2::7").net == "2001:db8:1:2::"
    assert Caller("no address").net == "no address"


def test_a_known_browser_is_known_for_one_account_and_until_the_password_changes(
    porter: Porter, roster: Roster, ledger: Ledger
) -> None:
    device = signed_in(porter, "oda", ODA).device
    oda, tam = ledger.people.get("oda"), ledger.people.get("tam")
    assert oda
    assert tam
    assert Caller(device=device).knows(oda)
    assert not Caller(device=device).knows(tam)
    assert not Caller().knows(oda)
    roster.set_password("oda", "nine herons over the weir")
    changed = ledger.people.get("oda")
    assert changed
    assert not Caller(device=device).knows(changed)


def test_a_program_comes_in_with_a_token_for_somebody(porter: Porter, roster: Roster, ledger: Ledger) -> None:
    secret = roster.make_token("tam", "wall screen", ["export", "read"])
    found = porter.token(secret)
    assert found
    assert (found[0].id, found[1].name, found[1].scopes) == ("tam", "wall screen", ("read", "export"))
    assert secret not in repr(ledger.tokens.of("tam"))
    (kept,) = ledger.tokens.of("tam")
    assert kept.used is not None
    assert (porter.token("rpt_guessed"), porter.token("guessed"), porter.session(secret)) == (None, None, None)
    roster.remove("tam")
    assert porter.token(secret) is None


def test_what_a_stranger_types_cannot_move_a_terminal(porter: Porter, ledger: Ledger) -> None:
    porter.sign_in("\x1b[2Jeve\u202e", WRONG, HERE)
    assert log(ledger)[-1][0] == "[2jeve"
    signed_in(porter, "oda", ODA, Caller("192.0.2.1", "Lynx\x1b[31m"))
    assert ledger.sessions.of("oda")[0].browser == "Lynx[31m"


def test_a_crowd_at_the_door_does_not_keep_the_desk_from_its_work(porter: Porter) -> None:
    for _ in range(AT_ONCE):
        porter.waiting.acquire()
    assert porter.sign_in("oda", ODA, HERE) == Refused(CROWDED, 1)
    porter.waiting.release()
    signed_in(porter, "oda", ODA)
