"""The forms in which a dispatch leaves the desk, a file each: the same words, sources and evidence in all."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from reportedly.brief.printing import docx, html, manifest, markdown, pdf
from reportedly.brief.printing.notices import Notice
from reportedly.errors import BadInput
from reportedly.records import Dispatch

__all__ = ["FORMS", "Form", "form", "name"]


class Form(NamedTuple):
    """A form: what it is called, its media type, and what makes it."""

    label: str
    media_type: str
    render: Callable[[Dispatch, Sequence[Notice]], bytes]


FORMS: Final[dict[str, Form]] = {
    "md": Form("Markdown", "text/markdown; charset=utf-8", markdown.render),
    "html": Form("HTML", "text/html; charset=utf-8", html.render),
    "pdf": Form("PDF", "application/pdf", pdf.render),
    "docx": Form("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx.render),
    "json": Form("Evidence (JSON)", "application/json", manifest.render),
}


def form(asked: str) -> Form:
    """The form of that name; raises ``BadInput``."""
    if asked not in FORMS:
        raise BadInput(f"{asked!r} is no form of a brief: choose one of {', '.join(FORMS)}")
    return FORMS[asked]


def name(dispatch: Dispatch, asked: str) -> str:
    """A name for the file: ``brief-7.pdf``, ``brief-7-edition-2.pdf``, ``draft-d12ab-4.pdf``."""
    if dispatch.number is None:
        return f"draft-{dispatch.draft}-{dispatch.version}.{asked}"
    edition = f"-edition-{dispatch.edition}" if dispatch.edition and dispatch.edition > 1 else ""
    return f"brief-{dispatch.number}{edition}.{asked}"
