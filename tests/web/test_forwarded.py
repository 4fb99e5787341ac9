"""What a proxy says is believed from a proxy alone."""

from typing import Any

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Receive, Scope, Send

from reportedly.errors import BadSetting
from reportedly.web.forwarded import Forwarded

PROXY = "192.0.2.1"
BROWSER = "203.0.113.7"


def seen(headers: list[tuple[str, str]], *, peer: str = PROXY, secure: bool = False) -> dict[str, Any]:
    """What the desk sees of a request that came from ``peer``."""
    met: dict[str, Any] = {}

    async def desk(scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG001
        met.update(scope)

    raw = [(name.encode(), value.encode()) for name, value in [("host", "inner:8700"), *headers]]
    scope = {"type": "http", "client": (peer, 4711), "scheme": "http", "headers": raw}
    app = Forwarded(desk, [PROXY, "10.0.0.0/8"], secure=secure)
    anyio.run(app, scope, None, None)  # type: ignore[arg-type]
    return {"client": met["client"][0], "scheme": met["scheme"], "host": dict(met["headers"])[b"host"].decode()}


def test_a_named_proxy_says_who_is_behind_it() -> None:
    said = [("x-forwarded-for", BROWSER), ("x-forwarded-proto", "https"), ("x-forwarded-host", "desk.example")]
    assert seen(said) == {"client": BROWSER, "scheme": "https", "host": "desk.example"}


def test_nobody_else_is_believed() -> None:
    said = [("x-forwarded-for", "127.0.0.1"), ("x-forwarded-proto", "https"), ("x-forwarded-host", "desk.example")]
    assert seen(said, peer=BROWSER) == {"client": BROWSER, "scheme": "http", "host": "inner:8700"}


@pytest.mark.parametrize(
    ("said", "client"),
    [
        ([f"127.0.0.1, 198.51.100.3, {BROWSER}"], BROWSER),
        ([f"{BROWSER}, 10.1.2.3"], BROWSER),
        ([f"198.51.100.3, {BROWSER}", "10.1.2.3"], BROWSER),
        (["10.1.2.3"], "10.1.2.3"),
        (["nonsense"], PROXY),
        ([f"{BROWSER}, nonsense, 10.1.2.3"], "10.1.2.3"),
        (["2001:db8::7"], "2001:db8::7"),
        ([""], PROXY),
    ],
)
def test_the_last_address_counts_that_is_no_proxys(said: list[str], client: str) -> None:
    assert seen([("x-forwarded-for", value) for value in said])["client"] == client


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=60))
def test_whatever_a_browser_writes_before_the_proxy_adds_its_address_counts_for_nothing(forged: str) -> None:
    assert seen([("x-forwarded-for", f"{forged}, {BROWSER}")])["client"] == BROWSER


def test_a_secure_desk_is_come_to_by_https_alone() -> None:
    assert seen([("x-forwarded-proto", "http")], secure=True)["scheme"] == "https"
    assert seen([("x-forwarded-proto", "gopher")])["scheme"] == "http"


def test_what_is_no_address_is_said() -> None:
    with pytest.raises(BadSetting, match="'nginx' is no address"):
        Forwarded(lambda *_: None, ["nginx"])  # type: ignore[arg-type]
