"""Another's word for who somebody is: an OpenID Connect provider, by the code flow with PKCE.

Invariant: nobody is known by their name. What counts is the provider and the subject that it signed, for this desk, in
answer to this browser's question (issuer, audience, nonce and time are checked, the state by the way back).
Needs the extra ``reportedly[oidc]``.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import httpx
import msgspec

from reportedly.clock import Clock
from reportedly.errors import UsageError
from reportedly.people.porter import TYPED
from reportedly.records import ROLES, Role, content_id
from reportedly.settings import OidcSettings

SIGNED_BY: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")
"""Ways to sign with a key that only the provider has; ``none`` and shared secrets are not among them."""
LEEWAY: Final = 60  # seconds by which two clocks may differ
TIMEOUT: Final = 10.0
BEGIN_AGAIN: Final = "Signing in took too long, or began in another browser: begin again."


class Going(msgspec.Struct, frozen=True):
    """What a browser keeps while its person is at the provider's, sealed."""

    state: str
    nonce: str
    verifier: str
    to: str


class Vouched(NamedTuple):
    """Whom the provider vouches for: ``identity`` is an id made of the provider and its subject."""

    identity: str
    person: str
    name: str
    role: Role | None
    to: str


class NotVouched(Exception):
    """The provider does not say who it is, or not in a way that can be believed; the words are for the page."""


@dataclass(frozen=True)
class Provider:
    """A provider as ``settings`` name it; ``secret`` is what it knows this desk by."""

    settings: OidcSettings
    secret: str
    now: Clock
    client: Callable[[], httpx.Client] = lambda: httpx.Client(timeout=TIMEOUT, trust_env=False)
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def begin(self, back: str, to: str) -> tuple[str, str]:
        """The address to send a browser to, and what it keeps until it comes ``back``; raises ``NotVouched``."""
        going = Going(secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48), to)
        asked = {
            "response_type": "code",
            "client_id": self.settings.client,
            "redirect_uri": back,
            "scope": self.settings.scope,
            "state": going.state,
            "nonce": going.nonce,
            "code_challenge": _challenge(going.verifier),
            "code_challenge_method": "S256",
        }
        with self.client() as client:
            address = httpx.URL(self._endpoint(self._about(client), "authorization_endpoint"))
        return str(address.copy_merge_params(asked)), self._sealed(going)

    def finish(self, back: str, given: Mapping[str, str], kept: str) -> Vouched:
        """Whom the provider sent back, with what the browser kept; raises ``NotVouched``."""
        going = self._opened(kept)
        if not hmac.compare_digest(going.state.encode(), given.get("state", "").encode()):
            raise NotVouched(BEGIN_AGAIN)
        if given.get("error") or not given.get("code"):
            raise NotVouched(f"The provider let nobody in ({given.get('error', 'no code')[:TYPED]}).")
        if given.get("iss", self.settings.issuer) != self.settings.issuer:
            raise NotVouched("That answer is another provider's.")
        with self.client() as client:
            about = self._about(client)
            answer = self._exchanged(about, back, given["code"], going.verifier)
            claims = self._claims(client, about, str(answer.get("id_token", "")), going.nonce)
            return self._vouched(self._with_groups(client, about, claims, answer), going.to)

    def _vouched(self, claims: Mapping[str, Any], to: str) -> Vouched:
        groups = claims.get(self.settings.groups) or ()
        named = {groups} if isinstance(groups, str) else {str(group) for group in groups}
        roles = {role for group, role in self.settings.roles.items() if group in named}
        role: Role | None = next((role for role in reversed(ROLES) if role in roles), None)
        identity = content_id("i", self.settings.issuer, claims["sub"])
        person = str(claims.get("preferred_username") or str(claims.get("email") or "").partition("@")[0])
        return Vouched(identity, person, str(claims.get("name") or person), role, to)

    # -- what is asked of the provider --------------------------------------------------------------------------------

    def _about(self, client: httpx.Client) -> Mapping[str, Any]:
        """What it says of itself, which must be of the issuer that the settings name."""
        issuer = self.settings.issuer
        about = _json(client.build_request("GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration"), client)
        if about.get("issuer") != issuer:
            raise NotVouched("The provider calls itself by another address than the settings do.")
        return about

    def _endpoint(self, about: Mapping[str, Any], name: str) -> str:
        address = str(about.get(name, ""))
        if not _is_safe(address):
            raise NotVouched(f"The provider names no address to be asked at over https ({name}).")
        return address

    def _exchanged(self, about: Mapping[str, Any], back: str, code: str, verifier: str) -> Mapping[str, Any]:
        """The provider's answer to the code that the browser brought."""
        from authlib.common.errors import AuthlibBaseError  # noqa: PLC0415  an extra
        from authlib.integrations.httpx_client import OAuth2Client  # noqa: PLC0415

        named = about.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        how = "client_secret_basic" if "client_secret_basic" in named else "client_secret_post"
        with OAuth2Client(
            self.settings.client, self.secret, how if self.secret else "none", redirect_uri=back, timeout=TIMEOUT,
            trust_env=False,
        ) as asking:  # fmt: skip
            try:
                answer: Mapping[str, Any] = asking.fetch_token(
                    self._endpoint(about, "token_endpoint"), code=code, code_verifier=verifier
                )
            except (AuthlibBaseError, httpx.HTTPError, ValueError) as error:
                raise NotVouched("The provider did not take what the browser brought: begin again.") from error
        return answer

    def _claims(self, client: httpx.Client, about: Mapping[str, Any], token: str, nonce: str) -> Mapping[str, Any]:
        """What the provider signed, once it is sure that it did, for this desk, now, and in answer to this question."""
        from joserfc import jwt  # noqa: PLC0415  an extra
        from joserfc.errors import JoseError  # noqa: PLC0415
        from joserfc.jwk import KeySet  # noqa: PLC0415

        keys = _json(client.build_request("GET", self._endpoint(about, "jwks_uri")), client)
        wanted = jwt.JWTClaimsRegistry(
            int(self.now().timestamp()),
            LEEWAY,
            iss={"essential": True, "value": self.settings.issuer},
            aud={"essential": True, "value": self.settings.client},
            nonce={"essential": True, "value": nonce},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
        )
        try:
            claims = jwt.decode(token, KeySet.import_key_set(keys), algorithms=list(SIGNED_BY)).claims  # type: ignore[arg-type]
            wanted.validate(claims)
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise NotVouched("What the provider signed cannot be believed: begin again.") from error
        if claims.get("azp", self.settings.client) != self.settings.client:
            raise NotVouched("What the provider signed is for another program.")
        return claims

    def _with_groups(
        self, client: httpx.Client, about: Mapping[str, Any], claims: Mapping[str, Any], answer: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """The claims, with those that only the provider's page about the person has."""
        if self.settings.groups in claims or not about.get("userinfo_endpoint"):
            return claims
        bearer = {"authorization": f"Bearer {answer.get('access_token', '')}"}
        address = self._endpoint(about, "userinfo_endpoint")
        more = _json(client.build_request("GET", address, headers=bearer), client)
        if more.get("sub") != claims["sub"]:
            raise NotVouched("The provider tells of somebody else than it signed for.")
        return {**more, **claims}

    # -- what the browser keeps ---------------------------------------------------------------------------------------

    def _sealed(self, going: Going) -> str:
        kept = base64.urlsafe_b64encode(msgspec.json.encode(going)).decode()
        return f"{kept}.{self._seal(kept)}"

    def _opened(self, kept: str) -> Going:
        given, _, seal = kept.partition(".")
        if not hmac.compare_digest(seal.encode(), self._seal(given).encode()):
            raise NotVouched(BEGIN_AGAIN)
        return msgspec.json.decode(base64.urlsafe_b64decode(given), type=Going)

    def _seal(self, kept: str) -> str:
        return hmac.digest(self.key, kept.encode(), "sha256").hex()


def provider(settings: OidcSettings, secret: str, now: Clock) -> Provider:
    """The provider that the settings name; raises ``UsageError`` where its library or an address is missing."""
    try:
        import authlib  # noqa: F401, PLC0415  an extra
        import joserfc  # noqa: F401, PLC0415
    except ImportError as error:
        raise UsageError("[web.oidc] needs more than is installed: `pip install 'reportedly[oidc]'`") from error
    if not _is_safe(settings.issuer) or not settings.client:
        raise UsageError("[web.oidc] needs the issuer's https address and the client's id: see docs/people.md")
    return Provider(settings, secret, now)


def _json(request: httpx.Request, client: httpx.Client) -> Mapping[str, Any]:
    try:
        answer = client.send(request).raise_for_status().json()
    except (httpx.HTTPError, ValueError) as error:
        raise NotVouched("The provider does not answer: try again later, or sign in with a password.") from error
    if not isinstance(answer, dict):
        raise NotVouched("The provider does not answer as one does.")
    return answer


def _challenge(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


def _is_safe(address: str) -> bool:
    """Whether nobody on the way can read what is asked there: https, or this machine."""
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, TypeError):
        return False
    return url.scheme == "https" or (url.scheme == "http" and url.host in {"127.0.0.1", "localhost", "::1"})
