"""An OpenID provider of our own: it signs with a real key, checks the verifier, and can be told to misbehave."""

import base64
import hashlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlencode

from fastapi import FastAPI, Request
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey, RSAKey
from starlette.responses import JSONResponse, RedirectResponse, Response

from tests.web.conftest import serving

CLIENT = "reportedly"
SECRET = "hush"
Signs = Callable[[dict[str, Any]], str]


@dataclass
class Idp:
    """A provider, and who is at it now: ``claims`` are theirs, ``over`` what it signs in the place of what is true."""

    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    claims: dict[str, Any] = field(default_factory=dict)
    over: dict[str, Any] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] = field(default_factory=dict)
    answer: dict[str, Any] = field(default_factory=dict)
    signs: Signs | None = None
    asked: dict[str, dict[str, str]] = field(default_factory=dict)  # by code

    def signed(self, asked: dict[str, str]) -> str:
        now = int(datetime.now(UTC).timestamp())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "nonce": asked["nonce"],
            "iat": now,
            "exp": now + 300,
            **self.claims,
            **self.over,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        return self.signs(claims) if self.signs else jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)


def with_a_shared_secret(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET * 16))


def with_another_key(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "ES256"}, claims, ECKey.generate_key("P-256"))


def with_nothing(claims: dict[str, Any]) -> str:
    head = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    body = jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET * 16)).split(".")[1]
    return f"{head}.{body}."


@contextmanager
def provider() -> Iterator[Idp]:
    """A running provider."""
    idp, app = Idp(), FastAPI()

    @app.get("/.well-known/openid-configuration")
    def about() -> dict[str, Any]:
        return {
            "issuer": idp.issuer,
            "authorization_endpoint": f"{idp.issuer}/authorize",
            "token_endpoint": f"{idp.issuer}/token",
            "jwks_uri": f"{idp.issuer}/keys",
            "userinfo_endpoint": f"{idp.issuer}/userinfo",
            **idp.about,
        }

    @app.get("/keys")
    def keys() -> Any:
        return KeySet([idp.key]).as_dict(private=False)

    @app.get("/authorize")
    def authorize(request: Request) -> Response:
        asked = dict(request.query_params)
        code = secrets.token_urlsafe(8)
        idp.asked[code] = asked
        back = {"code": code, "state": asked["state"], "iss": idp.issuer, **idp.answer}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back)}", 303)

    @app.post("/token")
    async def token(request: Request) -> Response:
        sent = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        asked = idp.asked.pop(sent.get("code", ""), None)
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        if (
            asked is None
            or request.headers.get("authorization") != f"Basic {basic}"
            or asked["redirect_uri"] != sent.get("redirect_uri")
            or asked["code_challenge"] != base64.urlsafe_b64encode(digest).decode().rstrip("=")
        ):
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse({"access_token": "a", "token_type": "Bearer", "id_token": idp.signed(asked)})

    @app.get("/userinfo")
    def userinfo(request: Request) -> Response:
        assert request.headers["authorization"] == "Bearer a"
        return JSONResponse({"sub": idp.claims["sub"], **idp.userinfo})

    with serving(app) as address:
        idp.issuer = address
        yield idp
