"""What can be taken out of the desk: all lists in all formats, streamed, and a page that says which there are."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Final, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from reportedly.export.taking import LISTS, Asked, Desk, Taken, forms, taken
from reportedly.web.admission import feeds
from reportedly.web.asked import number
from reportedly.web.conditional import known_already, tagged, unless_known
from reportedly.web.failures import Missing
from reportedly.web.narrowing import Narrowing, TheseFilters
from reportedly.web.webdesk import ThisDesk, WebDesk

router = APIRouter(include_in_schema=False)
LABELS: Final = {
    "csv": "CSV",
    "xlsx": "Excel",
    "parquet": "Parquet",
    "jsonl": "JSON lines",
    "rss": "RSS",
    "atom": "Atom",
    "json": "JSON Feed",
    "jsonld": "JSON-LD",
    "ics": "calendar",
    "opml": "OPML",
}
"""What a person calls the formats."""


class _Row(NamedTuple):
    name: str
    label: str
    about: str
    forms: tuple[str, ...]


@router.api_route("/export", methods=["GET", "HEAD"])
def exports(request: Request, desk: ThisDesk, form: str = "csv") -> Response:
    """The lists, with a link for each of their formats; or the way to the one that was chosen in the form there."""
    asked = request.query_params
    chosen, refused = asked.get("list", ""), ""
    if chosen in LISTS and form in forms(chosen):
        rest = {name: asked[name].strip() for name in ("q", "since", "until") if asked.get(name, "").strip()}
        return RedirectResponse(f"/export/{chosen}.{form}?{urlencode(rest)}".rstrip("?"), HTTPStatus.SEE_OTHER)
    if chosen:
        refused = f"There is no list of {chosen} as {LABELS.get(form, form)}."
    rows = [_Row(name, known.label, known.about, forms(name)) for name, known in LISTS.items()]
    return desk.page(
        "export.html",
        request,
        rows=rows,
        labels=LABELS,
        edition=desk.ledger.given.edition(),
        refused=refused,
        chosen={"list": chosen, "form": form},
    )


@router.api_route("/export/articles.rss", methods=["GET", "HEAD"])
@router.api_route("/export/articles.atom", methods=["GET", "HEAD"])
@router.api_route("/export/articles.json", methods=["GET", "HEAD"])
@feeds
def subscribe(request: Request, desk: ThisDesk, asked: TheseFilters, q: str = "") -> Response:
    """A feed, asked for again and again by programs that keep what they had and cannot sign in."""
    whole = _taken(request, desk, asked, q)
    return unless_known(request, b"".join(whole.pieces), whole.media_type, _headers(desk))


@router.api_route("/export/expectations.ics", methods=["GET", "HEAD"])
@feeds
def calendar(request: Request, desk: ThisDesk, asked: TheseFilters) -> Response:
    """The calendar: as long as the edition is the same it is, so nothing of it is read for whoever has that."""
    whole, own = _taken(request, desk, asked, ""), _headers(desk)
    own |= tagged(f"{own['reportedly-edition']} {request.base_url} {sorted(asked.fields.items())}".encode())
    return known_already(request, own) or _streamed(request, whole, own)


@router.api_route("/export/{file}", methods=["GET", "HEAD"])
def export(  # noqa: PLR0913, PLR0917  a field of the address each
    request: Request, desk: ThisDesk, asked: TheseFilters, file: str, q: str = "", after: str = ""
) -> Response:
    """A list as a file, sent as it is read."""
    whole = _taken(request, desk, asked, q, after)
    return _streamed(request, whole, {**_headers(desk), "content-disposition": f'attachment; filename="{file}"'})


def _streamed(request: Request, whole: Taken, headers: dict[str, str]) -> Response:
    pieces: Iterator[bytes] = whole.pieces if request.method == "GET" else iter(())
    return StreamingResponse(pieces, media_type=whole.media_type, headers=headers)


def _headers(desk: WebDesk) -> dict[str, str]:
    return {"reportedly-edition": str(desk.ledger.given.edition()), "cache-control": "private, no-cache"}


def _taken(request: Request, desk: WebDesk, asked: Narrowing, q: str, after: str = "") -> Taken:
    """The list that an address names; raises ``Missing``, ``BadInput`` or ``UsageError`` before anything is read."""
    file = request.url.path.rpartition("/")[2]
    name, _, form = file.rpartition(".")
    if name not in LISTS or form not in forms(name):
        raise Missing(f"There is no list {file}; /export says which there are.")
    query = urlencode({**({"q": q.strip()} if q.strip() else {}), **asked.fields})
    wanted = Asked(
        q,
        asked.filters,
        desk.today,
        number(after, "number of an edition, as the header Reportedly-Edition says it") or 0,
        query,
    )
    return taken(_source(desk, request), name, form, wanted)


def _source(desk: WebDesk, request: Request) -> Desk:
    return Desk(desk.ledger, desk.name, str(request.base_url).rstrip("/"), desk.now())
