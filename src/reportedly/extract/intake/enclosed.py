"""Pages saved as MHTML and mails saved as .eml: the one part of them that is read, and what their heads say of it."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import NamedTuple, cast

from reportedly.errors import BadInput
from reportedly.parsing import Told, parsing

ENDINGS = (".mhtml", ".mht", ".eml")
HEAD = 4_096  # bytes within which a mail says that it is one
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:|From )[^\n]{0,2000}\r?\n")
_MIME = re.compile(rb"^(?:mime-version|snapshot-content-location):", re.IGNORECASE | re.MULTILINE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")


class Enclosed(NamedTuple):
    """The part that is read: a page or, where ``is_page`` is False, a text.

    ``url`` is where the page was saved from. ``title`` and ``sent`` are the subject of a mail and the date in its head;
    of a saved page they are None, for it says so itself, and its head dates only the saving.
    """

    data: bytes
    charset: str | None
    is_page: bool
    url: str | None
    title: str | None
    sent: str | None


def is_enclosed(head: bytes, name: str) -> bool:
    """Whether bytes that begin so are a mail or MHTML: by the name, or by a head with a MIME version."""
    if not _HEADER.match(head.lstrip()):
        return False
    return name.lower().endswith(ENDINGS) or bool(_MIME.search(_HEAD_END.split(head.lstrip()[:HEAD], maxsplit=1)[0]))


def taken_out(data: bytes, name: str) -> Enclosed:
    """The page in MHTML; the page or else the text of a mail. Raises ``BadInput`` where there is neither."""
    try:
        with parsing(f"the mail {name}"):
            found = _taken_out(message_from_bytes(data.lstrip(), policy=policy.default))
    except Told as error:
        raise BadInput(str(error)) from error
    if found is None:
        raise BadInput(f"{name} is a mail or MHTML file without a page or text in it: save the page as HTML")
    return found


def _taken_out(mail: EmailMessage) -> Enclosed | None:
    saved = _web(mail["Snapshot-Content-Location"]) or _web(mail["Content-Location"])
    parts = [part for part in mail.walk() if not part.is_multipart() and not part.is_attachment()]
    pages = [part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    texts = [part for part in parts if part.get_content_type() == "text/plain"]
    part = next((page for page in pages if _web(page["Content-Location"]) == saved), None) or next(
        iter([*pages, *texts]), None
    )
    if part is None:
        return None
    url = saved or _web(part["Content-Location"])
    sent = str(mail["Date"]) if not url and mail["Date"] else None
    title = " ".join(str(mail["Subject"] or "").split()) or None
    data = cast("bytes", part.get_payload(decode=True))
    return Enclosed(data, part.get_content_charset(), part in pages, url, None if url else title, sent)


def _web(location: object) -> str | None:
    words = "".join(str(location or "").split())
    return words if words.startswith(("http://", "https://")) else None
