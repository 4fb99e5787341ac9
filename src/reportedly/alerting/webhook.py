"""An alert posted to a web address, as JSON that is signed.

The signature is over the time, a dot and the body: whoever knows the secret can tell that it came from the desk, and
when. ``Reportedly-Id`` is the same where a message is sent again.
"""

import hashlib
import hmac

import msgspec

from reportedly.account.bulletin import Bulletin
from reportedly.clock import Clock
from reportedly.fetch.http.posting import Poster
from reportedly.records import Alert


def send(poster: Poster, alert: Alert, told: Bulletin, now: Clock) -> str:
    """Why it was not taken, in words; nothing where it was."""
    body = msgspec.json.encode({"schema": "reportedly/alert/1", **msgspec.to_builtins(told)})
    at = int(now().timestamp())
    headers = {
        "Content-Type": "application/json",
        "Reportedly-Id": told.id,
        "Reportedly-Signature": f"t={at},v1={signature(alert.secret, at, body)}",
    }
    return poster.post(alert.target, body, headers)


def signature(secret: str, at: int, body: bytes) -> str:
    """The signature of a body at a second, in hex digits."""
    return hmac.new(secret.encode(), b"%d." % at + body, hashlib.sha256).hexdigest()
