"""Whether what is sent comes from a page of this desk, as far as the browser says."""

from typing import Final

from fastapi import Request

NOT_OURS: Final = "This was not sent by a page of this desk as it runs now: open the page again and decide there."
_SAME: Final = frozenset({"none", "same-origin"})


def is_own(request: Request, *, by_program: bool = False) -> bool:
    """Whether the browser says nothing against it; a program that is no browser says nothing at all.

    The desk's pages send no referrer, so a browser may give their origin as "null"; the token in a form decides there.
    What is sent ``by_program`` carries no such token, and no page of the desk: then "null" is another's.
    """
    headers = request.headers
    own = {"", f"{request.url.scheme}://{headers.get('host', '')}"} | ({"null"} if not by_program else set())
    return headers.get("origin", "") in own and headers.get("sec-fetch-site", "none") in _SAME
