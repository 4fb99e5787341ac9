"""Alerts go out as mail to a real SMTP server on loopback: plain text, with a small page beside it."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from msgspec.structs import replace

from reportedly.alerting import Sent, send
from reportedly.ledger import Ledger
from reportedly.records import SavedSearch
from reportedly.settings import Desk
from tests.alerting.conftest import alert, article

FILE = "mail.word"


class Letterbox(socketserver.ThreadingTCPServer):
    """A small SMTP server: what is sent to it, and by whom."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Speaking)
        self.letters: list[EmailMessage] = []
        self.signed_in: list[str] = []
        self.refuses = False


class Speaking(socketserver.StreamRequestHandler):
    server: Letterbox

    def handle(self) -> None:
        self.say("220 box.example")
        while line := self.rfile.readline().decode().rstrip():
            word = line.split(" ", 1)[0].upper()
            if word == "EHLO":
                self.say("250-box.example\r\n250 AUTH PLAIN")
            elif word == "AUTH":
                self.server.signed_in.append(line)
                self.say("235 welcome")
            elif word == "RCPT" and self.server.refuses:
                self.say("550 nobody here by that name")
            elif word == "DATA":
                self.say("354 go on")
                self.take()
            elif word == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 well")

    def take(self) -> None:
        lines = iter(self.rfile.readline, b".\r\n")
        data = b"".join(line.removeprefix(b".") if line.startswith(b"..") else line for line in lines)
        read = message_from_bytes(data, policy=policy.default)
        assert isinstance(read, EmailMessage)
        self.server.letters.append(read)
        self.say("250 taken")

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def letterbox() -> Iterator[Letterbox]:
    with Letterbox() as box:
        thread = threading.Thread(target=box.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield box
        finally:
            box.shutdown()
            thread.join(5)


def posting(desk: Desk, box: Letterbox, **more: object) -> Desk:
    mail = replace(desk.settings.mail, port=box.server_address[1], **more)
    return replace(desk, settings=replace(desk.settings, mail=mail))


def test_a_mail_says_what_was_matched_in_text_and_as_a_page(
    desk: Desk, ledger: Ledger, rain: SavedSearch, tmp_path: Path
) -> None:
    ledger.alerts.put(alert(rain, way="mail", target="ada@desk.example"))
    ledger.articles.file_all([article(0, "Rain <b>over</b> Varn."), article(1, "Rain باران")])
    (tmp_path / FILE).write_text("seven herons\n", encoding="utf-8")
    with letterbox() as box:
        assert send(posting(desk, box, user="ada", password_file=FILE), ledger) == Sent(1, 0)
    (letter,) = box.letters
    assert (letter["to"], letter["from"], letter["subject"]) == (
        "ada@desk.example",
        "desk@desk.example",
        "Rain: 2 articles",
    )
    assert letter["message-id"].startswith("<m")
    assert len(box.signed_in) == 1
    plain, page = (part.get_content() for part in letter.iter_parts())
    assert "https://herald.example/0" in plain
    assert "Rain باران 1" in plain
    assert "in no story yet" in plain
    assert "Rain &lt;b&gt;over&lt;/b&gt; Varn. 0" in page


def test_a_server_that_refuses_is_told_of_and_tried_again(desk: Desk, ledger: Ledger, rain: SavedSearch) -> None:
    ledger.alerts.put(alert(rain, way="mail", target="nobody@desk.example"))
    ledger.articles.file(article(0))
    with letterbox() as box:
        box.refuses = True
        assert send(posting(desk, box), ledger) == Sent(0, 1)
    (kept,) = ledger.alerts.messages(["w1"])
    assert kept.state == "waiting"
    assert "nobody here by that name" in kept.why


def test_without_a_server_it_is_said_what_to_set(desk: Desk, ledger: Ledger, rain: SavedSearch) -> None:
    ledger.alerts.put(alert(rain, way="mail", target="ada@desk.example"))
    ledger.articles.file(article(0))
    without = replace(desk, settings=replace(desk.settings, mail=replace(desk.settings.mail, host="")))
    assert send(without, ledger) == Sent(0, 1)
    assert "set mail.host" in ledger.alerts.messages(["w1"])[0].why
