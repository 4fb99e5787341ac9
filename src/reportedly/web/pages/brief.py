"""A brief of some days, composed as it is asked for."""

from typing import Final

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import PlainTextResponse, Response

from reportedly.account.aside import aside_within
from reportedly.account.spoken import spoken
from reportedly.brief import compose, days, html, markdown
from reportedly.records import Brief
from reportedly.web.asked import day
from reportedly.web.narrowing import TheseLanguages
from reportedly.web.webdesk import ThisDesk, WebDesk

router = APIRouter(include_in_schema=False)
STORIES: Final = 10  # told on the page; the command line tells more
ARTICLES: Final = 6  # read for each story, so that the page stays quick


@router.api_route("/brief", methods=["GET", "HEAD"])
def brief(
    request: Request, desk: ThisDesk, languages: TheseLanguages, start: str | None = None, end: str | None = None
) -> Response:
    """The brief as a page; without days given, of the last seven that have news."""
    made = _made(desk, languages, start, end)
    body = Markup(html.body(made))  # noqa: S704  html.body escapes every word
    return desk.page(
        "brief.html",
        request,
        brief=made,
        body=body,
        aside=aside_within(desk.ledger, made.start, made.end),
        languages=languages,
        spoken=spoken(desk.ledger),
    )


@router.api_route("/brief.md", methods=["GET", "HEAD"])
def brief_markdown(
    desk: ThisDesk, languages: TheseLanguages, start: str | None = None, end: str | None = None
) -> Response:
    """The same brief as Markdown."""
    return PlainTextResponse(markdown.render(_made(desk, languages, start, end)).encode("utf-8", "replace"))


def _made(desk: WebDesk, languages: tuple[str, ...], start: str | None, end: str | None) -> Brief:
    first, last = days(desk.ledger, day(start), day(end), today=desk.today)
    return compose(desk.ledger, first, last, today=desk.today, most=STORIES, articles=ARTICLES, languages=languages)
