"""A dispatch as PDF, printed from its HTML by WeasyPrint (extra ``pdf``). Nothing is fetched while it is printed."""

from collections.abc import Sequence
from typing import Any, NoReturn

from reportedly.brief.printing.html import document
from reportedly.brief.printing.notices import Notice
from reportedly.errors import UsageError
from reportedly.records import Dispatch


def render(dispatch: Dispatch, notices: Sequence[Notice] = ()) -> bytes:
    """The PDF; the same dispatch gives the same bytes. Raises ``UsageError`` where WeasyPrint is not installed."""
    printed = _printer()(string=document(dispatch, notices), url_fetcher=_refuse)
    name = f"brief-{dispatch.number}-{dispatch.edition}-{dispatch.draft}-{dispatch.version}"
    made: bytes = printed.write_pdf(pdf_identifier=name.encode())
    return made


def _printer() -> Any:
    try:
        from weasyprint import HTML  # noqa: PLC0415  an extra, and slow to load
    except (ImportError, OSError) as error:  # OSError: it is there, and Pango is not
        raise UsageError(
            f"a PDF needs the extra `pdf` (WeasyPrint, with Pango), which is not installed here ({error}): "
            "`pip install reportedly[pdf]`, or take the HTML and print it"
        ) from error
    return HTML


def _refuse(url: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"a brief loads nothing, and {url} was to be loaded")
