"""Who may come in, as the admin says on the page, and what the log tells of it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from reportedly.ledger import Ledger, open_ledger
from reportedly.records import AuditLine
from tests.web.crew import NAMES, PASSWORD, app_of, browsing, hire, send, sign_in

TAM = "a lantern in the boathouse"


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("blank") / "ledger.db"
    with open_ledger(f"sqlite:///{file}") as opened:
        hire(opened)
    return file


@pytest.fixture
def ledger(tmp_path: Path, blank: Path) -> Iterator[Ledger]:
    shutil.copy(blank, tmp_path / "ledger.db")
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        yield opened


@pytest.fixture
def admin(ledger: Ledger) -> Iterator[httpx.Client]:
    with browsing(app_of(ledger)) as browser:
        sign_in(browser, "admin")
        yield browser


def test_somebody_is_let_in_and_comes(admin: httpx.Client, ledger: Ledger) -> None:
    sent = {"person": "Mira", "name": "Mira <Voss>", "role": "editor", "password": TAM}
    assert send(admin, "/people", "/people", **sent).status_code == 303
    assert "Mira &lt;Voss&gt;" in admin.get("/people").text
    with httpx.Client(base_url=admin.base_url, trust_env=False) as hers:
        assert sign_in(hers, "mira", TAM).status_code == 303
        assert hers.get("/people").status_code == 403
    assert [line.what for line in ledger.audit.last(3)] == ["signed in", "sent", "added"]
    assert send(admin, "/people", "/people", **sent).status_code == 400


def test_a_role_counts_from_the_next_page_on(admin: httpx.Client) -> None:
    with httpx.Client(base_url=admin.base_url, trust_env=False) as theirs:
        sign_in(theirs, "reader")
        assert theirs.get("/audit").status_code == 403
        assert send(admin, "/people/reader/role", "/people", role="admin").status_code == 303
        assert theirs.get("/audit").status_code == 200
        send(admin, "/people/reader/role", "/people", role="reader")
        assert theirs.get("/audit").status_code == 403


def test_somebody_is_signed_out_gets_another_password_and_is_sent_away(admin: httpx.Client) -> None:
    with httpx.Client(base_url=admin.base_url, trust_env=False) as theirs:
        sign_in(theirs, "reader")
        send(admin, "/people/reader/sessions", "/people")
        assert theirs.get("/me").status_code == 303
        send(admin, "/people/reader/password", "/people", password=TAM)
        assert sign_in(theirs, "reader", PASSWORD).status_code == 403
        assert sign_in(theirs, "reader", TAM).status_code == 303
        send(admin, "/people/reader/remove", "/people")
        assert theirs.get("/me").status_code == 303
        assert sign_in(theirs, "reader", TAM).status_code == 403
    assert NAMES["reader"] not in admin.get("/people").text


@pytest.mark.parametrize(
    ("path", "fields", "status", "words"),
    [
        ("/people/admin/role", {"role": "reader"}, 400, "no admin would be left"),
        ("/people/admin/remove", {}, 400, "no admin would be left"),
        ("/people/eve/remove", {}, 404, "nobody signs in here as 'eve'"),
        ("/people/reader/role", {"role": "chief"}, 400, "is no role"),
        ("/people/reader/password", {"password": "short"}, 400, "at least 12"),
        ("/people", {"person": "a b", "role": "reader", "password": TAM}, 400, "cannot be signed in with"),
    ],
)
def test_what_cannot_be_is_said(
    admin: httpx.Client, path: str, fields: dict[str, str], status: int, words: str
) -> None:
    answer = send(admin, path, "/people", **fields)
    assert answer.status_code == status
    assert words in answer.text.replace("&#39;", "'")


def test_the_log_tells_the_latest_first_and_leads_to_earlier(admin: httpx.Client, ledger: Ledger) -> None:
    at = ledger.audit.last(1)[0].at
    for n in range(120):
        ledger.audit.put(AuditLine(at, "editor", "sent", f"POST /stories/s{n}/merge", "192.0.2.1"))
    ledger.audit.put(AuditLine(at, "<script>", "refused", "password", "192.0.2.9"))
    page = admin.get("/audit").text
    assert page.index("&lt;script&gt;") < page.index("/stories/s119/merge") < page.index("/stories/s25/merge")
    assert "/stories/s20/merge" not in page
    link = re.search(r"/audit\?before=\d+", page)
    assert link
    earlier = admin.get(link[0])
    assert "/stories/s20/merge" in earlier.text
    assert "The latest" in earlier.text
    assert "Nothing before that." in admin.get("/audit?before=1").text
    assert admin.get("/audit?before=x").status_code == 400


def test_whatever_an_admin_sends_is_in_the_log_and_what_was_refused_is_not(admin: httpx.Client, ledger: Ledger) -> None:
    send(admin, "/people/reader/role", "/people", role="editor")
    send(admin, "/people/reader/role", "/people", role="chief")
    sent = [line for line in ledger.audit.last() if line.what == "sent"]
    assert [(line.who, line.about, line.address) for line in sent] == [
        ("admin", "POST /people/reader/role", "127.0.0.1")
    ]
