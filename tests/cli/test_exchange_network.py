import base64
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reportedly.exchange import pacts
from reportedly.exchange.own import own_desk
from reportedly.exchange.server import entrance
from reportedly.ledger import open_ledger
from reportedly.records import PactParty, PactSignature, PactTerms
from reportedly.settings import desk_in, init_desk
from tests.commands import Answer, reportedly


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk that knows one other, of the name South."""
    folder = init_desk(tmp_path / "north").folder
    key = base64.b64encode(Ed25519PrivateKey.generate().public_key().public_bytes_raw()).decode()
    assert run(folder, "party", "add", "South", key).code == 0
    return folder


def run(desk: Path, *words: str, given: str = "") -> Answer:
    return reportedly("exchange", *words, "--desk", desk, given=given.encode())


def test_a_token_is_shown_once_and_kept_as_its_hash(desk: Path) -> None:
    secret = run(desk, "party", "token", "South").out.strip()
    again = run(desk, "party", "token", "South", "--certificate", "AB:" * 31 + "AB").out.strip()
    assert secret.startswith("rpp_")
    assert secret != again
    with open_ledger(desk_in(desk).ledger_url) as ledger:
        assert entrance.who(ledger, f"Bearer {secret}", "ab" * 32) is None
        assert entrance.who(ledger, f"Bearer {again}", "") is None
        found = entrance.who(ledger, f"Bearer {again}", "ab" * 32)
        assert found
        assert found.token not in {secret, again}


def test_what_cannot_be_meant_is_refused(desk: Path) -> None:
    assert run(desk, "party", "token", "South", "--certificate", "12").code == 2
    assert run(desk, "party", "token", "East").code == 3
    for address in ("south.example", "ftp://south.example/", "https://name:word@south.example/"):
        assert run(desk, "party", "connect", "South", address, given="rpp_x\n").code == 2
    assert run(desk, "party", "connect", "South", "https://south.example/taxii2/").code == 2


def test_nobody_is_asked_before_it_is_said_where(desk: Path) -> None:
    for command in ("poll", "push"):
        answer = run(desk, command)
        assert (answer.code, "party connect" in answer.err) == (2, True)
    assert run(desk, "party", "connect", "South", "https://south.example/taxii2/", given="rpp_x\n").code == 0
    for command in ("poll", "push"):
        assert run(desk, command, "South") == Answer(0, "", "")  # no pact binds both


def test_run_asks_partners_by_itself_unless_the_settings_say_no(desk: Path) -> None:
    key = "".join(re.findall(r"key +(\S+)", run(desk, "desk").out))
    assert run(desk, "party", "connect", "South", "http://south.example/taxii2/", given="rpp_x\n").code == 0
    with open_ledger(desk_in(desk).ledger_url) as ledger:
        (south,) = ledger.partners.all()
        own = own_desk(desk_in(desk))
        terms = PactTerms(datetime(2020, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC))
        pact = pacts.drafted("Bridge", (PactParty(own.desk, own.name), PactParty(south.desk, "South")), terms)
        ledger.pacts.file(pact, terms.starts)
        for one in pact.parties:
            ledger.pacts.sign(pact.id, PactSignature(one.desk, key, terms.starts, ""))
    settings = desk / "desk.toml"
    written = settings.read_text()
    settings.write_text(f"{written}\n[exchange]\npoll = false\n")
    assert "Bridge" not in reportedly("run", "--desk", desk).out
    settings.write_text(written)
    answer = reportedly("run", "--desk", desk)
    assert (answer.code, "failed: " in answer.out) == (0, True)
    assert "Bridge" not in reportedly("run", "--desk", desk).out  # not due again so soon
    assert "since" in run(desk, "status").out
