"""Pages that are gone although their server answers 200: it leads every lost article to its front page."""

import re
from urllib.parse import urlsplit

from reportedly.records import Exchange, Outcome

# "/", "/en", "/en-gb/", "/home", "/index.php": what front pages are called; "/404" and "/not-found" say it outright
_FRONT = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:home|index|default|main)(?:\.\w{2,5})?)?/?", re.IGNORECASE
)
_LOST = re.compile(r"(?:^|/)(?:404|error-?404|(?:page-?)?not-?found)(?:\.\w{2,5})?/?$", re.IGNORECASE)


def led_home(answer: Exchange) -> Outcome | None:
    """An outcome ``gone`` where the page asked for led to a front page or a page of the lost; None for all others.

    A front page that was asked for as such is no lost article.
    """
    if not answer.landed:
        return None
    asked, landed = urlsplit(answer.url), urlsplit(answer.landed)
    if _is_front(asked.path, asked.query):
        return None
    if _is_front(landed.path, landed.query):
        message = f"it leads to the front page of {landed.hostname} now: the page is not there any more"
    elif _LOST.search(landed.path):
        message = f"it leads to {landed.path} now: the page is not there any more"
    else:
        return None
    return Outcome(answer.url, answer.fetched_at, "gone", message)


def _is_front(path: str, query: str) -> bool:
    return bool(_FRONT.fullmatch(path)) and not _names_an_article(query)


def _names_an_article(query: str) -> bool:
    """Some sites keep their articles at ``/?p=1234``."""
    return bool(re.search(r"(?:^|&)(?:p|id|page_id|article|story|news)=", query))
