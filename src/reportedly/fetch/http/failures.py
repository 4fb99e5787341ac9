"""How an attempt can fail, in words that tell a person what to do.

``NoPage`` never leaves the package: ``Fetcher`` turns it into a recorded ``Outcome``.
"""

import ssl

import httpcore

from reportedly.errors import ForbiddenAddress, TooLarge, Unreachable
from reportedly.parsing import Told
from reportedly.records import FetchState


class NoPage(Told):
    """The attempt is over and there is no page; carries the state to record.

    ``unreached`` names the host where the failure is the host's as a whole and not this page's: the next page of it
    would most likely cost as much time.
    """

    def __init__(self, state: FetchState, message: str, unreached: str | None = None) -> None:
        super().__init__(message)
        self.state: FetchState = state
        self.unreached = unreached


EXPECTED = (OSError, httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, TooLarge, Unreachable)
"""What may go wrong outside this program while a page is fetched."""


def no_page(error: Exception, host: str, seconds: float) -> NoPage:
    """The failure of one attempt to reach ``host`` within ``seconds``, in plain words."""
    if isinstance(error, ForbiddenAddress):
        return NoPage("blocked", str(error))
    if isinstance(error, TooLarge):
        return NoPage("failed", str(error))
    if isinstance(error, Unreachable):
        return NoPage("failed", str(error), host)
    down = isinstance(error, httpcore.ConnectError | httpcore.TimeoutException | TimeoutError)
    return NoPage("failed", _words(error, host, seconds), host if down else None)


def _words(error: Exception, host: str, seconds: float) -> str:
    cause = error.__cause__ or error
    if isinstance(cause, ssl.SSLError):
        return _untrusted(cause, host)
    if isinstance(error, httpcore.TimeoutException | TimeoutError):
        return f"{host} gave no complete answer within {seconds:g} seconds (fetch.timeout)"
    if isinstance(cause, ConnectionRefusedError):
        return f"{host} refuses the connection: nothing listens there"
    if isinstance(error, httpcore.ConnectError):
        return f"{host} cannot be reached: {_reason(cause)}"
    if isinstance(error, httpcore.ProtocolError):
        return f"{host} broke off or did not answer in HTTP: {error}"
    return f"the connection to {host} broke: {_reason(cause)}"


def _untrusted(error: ssl.SSLError, host: str) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"{host} does not prove who it is: {error.verify_message} (TLS certificate)"
    return f"{host} does not speak TLS as it should: {error.reason or error}"


def _reason(error: BaseException) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
