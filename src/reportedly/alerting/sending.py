"""What is to be told is put down, then sent; what was not taken is tried again with growing pauses, and kept."""

from datetime import timedelta
from typing import Final, NamedTuple

from reportedly.account.bulletin import bulletin
from reportedly.account.schedule import looks, may_go
from reportedly.alerting import mail, webhook
from reportedly.fetch.http.posting import Poster
from reportedly.ledger import Ledger
from reportedly.records import Alert, Message
from reportedly.settings import Desk

PAUSES: Final = tuple(timedelta(minutes=some) for some in (1, 5, 15, 60, 240, 720, 1440, 1440, 1440))
"""How long is waited after each try; after the last it is given up, some five days later."""


class Sent(NamedTuple):
    """How many messages were sent, and how many were not taken."""

    sent: int = 0
    failed: int = 0


def send(desk: Desk, ledger: Ledger) -> Sent:
    """Gather what alerts are to tell, and send what is due."""
    rules = {alert.id: alert for alert in ledger.alerts.all()}
    if not rules:
        return Sent()
    now = desk.now()
    for alert in rules.values():
        while looks(alert, now) and ledger.alerts.gather(alert.id, now, may_go(alert, now)):
            pass
    poster, done = Poster(desk.settings.fetch, desk.clock()), Sent()
    for message in ledger.alerts.due(now):
        if message.alert in rules:
            taken = _sent(desk, ledger, poster, rules[message.alert], message)
            done = Sent(done.sent + (taken is True), done.failed + (taken is False))
    return done


def _sent(desk: Desk, ledger: Ledger, poster: Poster, alert: Alert, message: Message) -> bool | None:
    """Whether a message was taken; None where it waits, or there is nothing left to tell."""
    now = desk.now()
    later = may_go(alert, now)
    if later > now:
        ledger.alerts.settle(message, "waiting", due=later)
        return None
    told = bulletin(ledger, desk.settings.name, alert, message)
    if not told.items and not message.test:
        ledger.alerts.settle(message, "dropped", ended=now, why="nothing of it was left to tell")
        return None
    if alert.way == "mail":
        why = mail.send(desk.settings.mail, desk.folder, alert.target, told, message)
    else:
        why = webhook.send(poster, alert, told, desk.clock())
    _put_down(ledger, message, why, desk)
    return not why


def _put_down(ledger: Ledger, message: Message, why: str, desk: Desk) -> None:
    now, tries = desk.now(), message.tries + 1
    if not why:
        ledger.alerts.settle(message, "sent", ended=now, tries=tries, why="")
    elif tries > len(PAUSES):
        ledger.alerts.settle(message, "failed", ended=now, tries=tries, why=why)
    else:
        ledger.alerts.settle(message, "waiting", due=now + PAUSES[message.tries], tries=tries, why=why)
