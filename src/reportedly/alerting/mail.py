"""An alert by mail: plain text with a small page beside it, over SMTP."""

import os
import smtplib
import ssl
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Final

from reportedly.account.bulletin import Bulletin
from reportedly.records import Message
from reportedly.settings import MailSettings

PASSWORD: Final = "REPORTEDLY_MAIL_PASSWORD"  # noqa: S105  the name of a variable


def send(settings: MailSettings, folder: Path, to: str, told: Bulletin, message: Message) -> str:
    """Why a message was not taken by the server, in words; nothing where it was."""
    if not (settings.host and settings.sender):
        return "no mail is sent by this desk: set mail.host and mail.sender in desk.toml"
    try:
        written = _written(settings.sender, to, told, message)
        with smtplib.SMTP(settings.host, settings.port, timeout=settings.timeout) as server:
            if settings.starttls:
                server.starttls(context=ssl.create_default_context())
            if settings.user:
                server.login(settings.user, _password(settings, folder))
            server.send_message(written)
    except (OSError, smtplib.SMTPException, MessageError, ValueError) as error:
        return f"{settings.host} did not take it: {str(error) or type(error).__name__}"
    return ""


def _written(sender: str, to: str, told: Bulletin, message: Message) -> EmailMessage:
    written = EmailMessage()
    written["From"] = sender
    written["To"] = to
    written["Subject"] = told.subject
    written["Date"] = format_datetime(message.made)
    written["Message-ID"] = f"<{message.id}@{parseaddr(sender)[1].rpartition('@')[2] or 'reportedly'}>"
    written["Auto-Submitted"] = "auto-generated"
    written.set_content(told.plain)
    written.add_alternative(told.page, subtype="html")
    return written


def _password(settings: MailSettings, folder: Path) -> str:
    if settings.password_file:
        return (folder / settings.password_file).read_text(encoding="utf-8").strip()
    return os.environ.get(PASSWORD, "")
