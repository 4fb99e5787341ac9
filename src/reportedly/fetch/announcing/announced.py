"""What an address announces: told apart by what came, not by what was expected."""

from reportedly.errors import TooLarge
from reportedly.fetch.announcing import feeds, jsonfeed, linkpage, sitemaps
from reportedly.fetch.announcing.announcement import Announcement, failed
from reportedly.fetch.announcing.charset import text_of
from reportedly.fetch.announcing.entities import refusal
from reportedly.fetch.http.body import gunzipped
from reportedly.parsing import Told, parsing
from reportedly.records import Exchange, Outcome

MOST_BYTES = 50_000_000  # of a packed sitemap, as the sitemap protocol has it


def announced(exchange: Exchange, outlet: str, *, page: bool = False) -> Announcement | Outcome:
    """The articles that a fetched feed (RSS, RDF, Atom, JSON Feed) or sitemap announces.

    With ``page`` also those that an HTML page links to. Dates are what is said there, in UTC; one that is not given
    stays None. Links are absolute, without tracking parameters and of the page itself, not its AMP copy. An outcome
    says what came where it announces nothing of the kind.
    """
    try:
        body = gunzipped(exchange.body, MOST_BYTES)
        with parsing("what came"):
            return _read(exchange, body, outlet, page=page)
    except (TooLarge, Told) as why:
        return failed(exchange, str(why))


def _read(exchange: Exchange, body: bytes, outlet: str, *, page: bool) -> Announcement | Outcome:
    text = text_of(body, exchange.header("content-type") or "")
    if why := refusal(text):
        return failed(exchange, why)
    if jsonfeed.is_json(text):
        return jsonfeed.read(exchange, text, outlet)
    if sitemaps.is_sitemap(text):
        return sitemaps.read(exchange, text, outlet)
    if page and feeds.is_page(text):
        return linkpage.read(exchange, text, outlet)
    return feeds.read(exchange, text, outlet)
