"""Trying what an outlet's file names, now, and saying in plain words what is wrong."""

from collections.abc import Iterable, Iterator

from reportedly.account.wording import counted
from reportedly.fetch import Announcement, Fetcher, Request, announced
from reportedly.records import Exchange, Outcome, Outlet, Record
from reportedly.settings import Desk


class Tried(Record, frozen=True):
    """One address of an outlet: whether it can be watched, and what it gave or what is wrong."""

    outlet: str
    url: str
    well: bool
    words: str


def check(desk: Desk, known: Iterable[Outlet]) -> Iterator[Tried]:
    """What each feed, sitemap and link page of these outlets answers, asked once and as they come; nothing is filed."""
    by_url = {url: outlet for outlet in known for url in outlet.watched}
    for outlet in known:
        if not outlet.watched:
            yield Tried(
                outlet.id, outlet.home, well=False, words="nothing to watch: its file names no feed, sitemap or page"
            )
    with Fetcher(desk.settings.fetch, desk.clock()) as fetcher:
        for request, answer in fetcher.get_all(map(Request, by_url)):
            outlet = by_url[request.url]
            yield _tried(outlet, request.url, answer)


def _tried(outlet: Outlet, url: str, answer: Exchange | Outcome) -> Tried:
    announcement = announced(answer, outlet.id, page=url in outlet.pages) if isinstance(answer, Exchange) else answer
    if isinstance(announcement, Outcome) or not isinstance(answer, Exchange):
        return Tried(
            outlet.id, url, well=False, words=announcement.message if isinstance(announcement, Outcome) else ""
        )
    well = bool(announcement.items or announcement.more)
    return Tried(outlet.id, url, well, "; ".join(_words(answer, announcement)))


def _words(answer: Exchange, announcement: Announcement) -> Iterator[str]:
    if announcement.kind == "index":
        yield (
            f"an index with {len(announcement.more)} fresh sitemaps"
            if announcement.more
            else "an index without a fresh sitemap"
        )
    elif not announcement.items:
        yield f"the {announcement.kind} holds no article"
    else:
        yield counted(len(announcement.items), "article")
        if announcement.newest:
            yield f"the newest of {announcement.newest:%Y-%m-%d %H:%M} UTC"
        elif announcement.kind != "page":
            yield "none has a date"
    if announcement.note:
        yield announcement.note
    if answer.landed:
        yield f"it moved to {answer.landed}: put that address in the outlet's file"
