from datetime import UTC, datetime, timedelta

import pytest

from reportedly.errors import BadInput, NotInLedger
from reportedly.ledger import Ledger
from reportedly.records import Account, AuditLine, Person, SignIn, Token

NOON = datetime(2031, 5, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ODA = Account("oda", "Oda Brell", "admin", NOON, "$argon2id$one")
TAM = Account("tam", "Tam Wick", "reader", NOON, identity="i0123")


@pytest.fixture
def crewed(ledger: Ledger) -> Ledger:
    ledger.people.put(ODA)
    ledger.people.put(TAM)
    return ledger


def test_nobody_has_an_account_at_first(ledger: Ledger) -> None:
    assert not ledger.people.any()
    assert not ledger.people.any_admin()
    assert ledger.people.get("oda") is None


def test_people_are_found_by_what_they_sign_in_with(crewed: Ledger) -> None:
    assert crewed.people.all() == [ODA, TAM]
    assert crewed.people.get("oda") == ODA
    assert ODA.person == Person("oda", "Oda Brell", "admin")
    assert crewed.people.identified("i0123") == TAM
    assert crewed.people.identified("i9999") is None


def test_one_id_and_one_name_are_one_persons(crewed: Ledger) -> None:
    with pytest.raises(BadInput, match="somebody signs in as 'oda' already"):
        crewed.people.put(Account("oda", "Oda Other", "reader", NOON))
    with pytest.raises(BadInput, match="name of somebody else"):
        crewed.people.put(Account("oda2", "ODA BRELL", "reader", NOON))
    with pytest.raises(BadInput, match="name of somebody else"):
        crewed.people.set_name("tam", "oda brell")
    crewed.people.set_name("tam", "Tam W.")
    assert [one.name for one in crewed.people.all()] == ["Oda Brell", "Tam W."]


def test_what_is_changed(crewed: Ledger) -> None:
    crewed.people.set_role("tam", "editor")
    crewed.people.set_password("tam", "$argon2id$two")
    changed = crewed.people.get("tam")
    assert changed is not None
    assert (changed.role, changed.password) == ("editor", "$argon2id$two")
    with pytest.raises(NotInLedger, match="nobody signs in here as 'ilse'"):
        crewed.people.set_role("ilse", "editor")


def test_while_anybody_may_come_in_an_admin_may(ledger: Ledger) -> None:
    with pytest.raises(BadInput, match="no admin would be left"):
        ledger.people.put(TAM)
    ledger.people.put(ODA)
    ledger.people.put(TAM)
    with pytest.raises(BadInput, match="no admin would be left"):
        ledger.people.set_role("oda", "editor")
    with pytest.raises(BadInput, match="no admin would be left"):
        ledger.people.remove("oda", NOON)
    ledger.people.remove("tam", NOON)
    ledger.people.remove("oda", NOON)
    assert not ledger.people.any()


def test_whoever_is_removed_is_out_at_once_and_can_come_back(crewed: Ledger) -> None:
    crewed.sessions.begin(SignIn("s1", "tam", NOON, NOON, NOON + HOUR, "192.0.2.1", "Lynx"), NOON - HOUR)
    crewed.tokens.put(Token("t1", "tam", "reader", ("feed",), NOON))
    crewed.people.remove("tam", NOON)
    assert crewed.people.get("tam") is None
    assert crewed.people.was("tam")
    assert crewed.people.identified("i0123") is None
    assert crewed.sessions.open("s1", NOON, NOON - HOUR) is None
    assert crewed.tokens.open("t1") is None
    crewed.people.put(TAM)
    assert crewed.people.get("tam") == TAM
    assert (crewed.sessions.of("tam"), crewed.tokens.of("tam")) == ([], [])


def test_a_session_ends_when_it_is_idle_when_its_time_is_over_and_when_it_is_ended(crewed: Ledger) -> None:
    session = SignIn("s1", "oda", NOON, NOON, NOON + 3 * HOUR, "192.0.2.1", "Lynx")
    crewed.sessions.begin(session, NOON)
    assert crewed.sessions.open("s1", NOON + HOUR, NOON) == (ODA, session)
    assert crewed.sessions.open("s1", NOON + HOUR, NOON + HOUR) is None
    crewed.sessions.seen("s1", NOON + HOUR)
    assert crewed.sessions.open("s1", NOON + 2 * HOUR, NOON + HOUR) is not None
    assert crewed.sessions.open("s1", NOON + 3 * HOUR, NOON) is None
    assert crewed.sessions.end("tam", "s1") == 0
    assert crewed.sessions.end("oda", "s1") == 1
    assert crewed.sessions.open("s1", NOON, NOON) is None


def test_all_sessions_but_one_are_ended_and_those_that_are_over_are_forgotten(crewed: Ledger) -> None:
    for n in range(4):
        began = NOON + n * HOUR
        session = SignIn(f"s{n}", "oda", began, began, began + 9 * HOUR, "192.0.2.1", "Lynx")
        crewed.sessions.begin(session, began - HOUR)
    assert [one.id for one in crewed.sessions.of("oda")] == ["s3", "s2"]
    assert crewed.sessions.end("oda", but="s3") == 1
    assert [one.id for one in crewed.sessions.of("oda")] == ["s3"]


def test_a_token_says_whose_it_is_and_when_it_was_used(crewed: Ledger) -> None:
    token = Token("t1", "tam", "wall screen", ("read", "export"), NOON)
    crewed.tokens.put(token)
    crewed.tokens.used("t1", NOON + HOUR)
    assert crewed.tokens.open("t1") == (TAM, Token("t1", "tam", "wall screen", ("read", "export"), NOON, NOON + HOUR))
    assert crewed.tokens.open("t2") is None
    assert [crewed.tokens.revoke(who, "t1") for who in ("oda", "tam", "tam")] == [False, True, False]
    assert crewed.tokens.of("tam") == []


def test_what_was_done_is_kept_and_refused_tries_are_forgotten_after_a_while(crewed: Ledger) -> None:
    done = AuditLine(NOON, "oda", "role", "tam: editor", "192.0.2.1")
    crewed.audit.put(done)
    crewed.audit.put(AuditLine(NOON, "eve", "refused"))
    crewed.audit.put(AuditLine(NOON + timedelta(days=100), "eve", "refused", address="198.51.100.7"))
    (late, first) = crewed.audit.last()
    assert (late.at, late.address) == (NOON + timedelta(days=100), "198.51.100.7")
    assert (first.who, first.what, first.about) == ("oda", "role", "tam: editor")
    assert crewed.audit.last(before=late.seq) == [first]
