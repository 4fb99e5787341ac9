"""Where the desk is served, and when it is not."""

from pathlib import Path

import pytest

from reportedly.errors import BadSetting, UsageError
from reportedly.ledger import open_ledger
from reportedly.settings import Desk, OidcSettings, Settings, WebSettings, init_desk
from reportedly.web.binding import bound, door, is_loopback
from tests.web.crew import hire

LOCAL = ("127.0.0.1", "localhost", "::1")


def test_by_default_only_this_machine_reaches_it() -> None:
    binding = bound(WebSettings(), None, None)
    assert (binding.host, binding.port, binding.names) == ("127.0.0.1", 8700, LOCAL)
    assert binding.here_only
    assert not binding.secure


@pytest.mark.parametrize(
    ("web", "host", "names"),
    [
        (WebSettings(host="192.0.2.4"), None, ("192.0.2.4",)),
        (WebSettings(), "192.0.2.4", ("192.0.2.4",)),
        (WebSettings(names=("desk.example",)), None, ("desk.example",)),
        (WebSettings(names=("desk.example",)), "0.0.0.0", ("desk.example",)),  # noqa: S104
        (WebSettings(proxies=("127.0.0.1",)), None, ()),
    ],
)
def test_beyond_it_browsers_come_by_https(web: WebSettings, host: str | None, names: tuple[str, ...]) -> None:
    binding = bound(web, host, 0)
    assert binding.names == (*LOCAL, *names)
    assert not binding.here_only
    assert binding.secure
    assert binding.port == 0


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104
def test_every_address_has_no_name(host: str) -> None:
    with pytest.raises(UsageError, match="by which names the desk is called"):
        bound(WebSettings(), host, None)


def test_a_proxy_is_an_address() -> None:
    with pytest.raises(BadSetting, match=r"web\.proxies"):
        bound(WebSettings(proxies=("nginx",)), None, None)


@pytest.mark.parametrize(
    ("host", "local"), [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("LocalHost", True), ("a.b", False)]
)
def test_which_addresses_are_this_machines(host: str, local: bool) -> None:  # noqa: FBT001
    assert is_loopback(host) == local


def test_nothing_is_served_beyond_this_machine_before_an_admin_may_come_in(tmp_path: Path) -> None:
    desk = init_desk(tmp_path / "desk")
    binding = bound(desk.settings.web, "192.0.2.4", None)
    with open_ledger(desk.ledger_url) as ledger:
        with pytest.raises(UsageError, match=r"make an admin first with `reportedly users add"):
            door(desk, ledger, binding, "ilse")
        hire(ledger)
        assert not door(desk, ledger, binding, "ilse").is_open


def served_with(oidc: OidcSettings, folder: Path) -> None:
    desk = Desk(init_desk(folder).folder, Settings(web=WebSettings(oidc=oidc)))
    with open_ledger(desk.ledger_url) as ledger:
        assert door(desk, ledger, bound(desk.settings.web, None, None), "ilse").provider


def test_a_providers_settings_are_looked_at_before_anybody_comes(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=r"web\.oidc\.secret_file"):
        served_with(OidcSettings("https://login.example", "desk", "missing"), tmp_path)
    for issuer, client in (("http://login.example", "desk"), ("https://login.example", ""), ("login", "desk")):
        with pytest.raises(UsageError, match="issuer's https address"):
            served_with(OidcSettings(issuer, client), tmp_path)
    (tmp_path / "secret").write_text("hush\n")
    served_with(OidcSettings("https://login.example", "desk", "secret"), tmp_path)
