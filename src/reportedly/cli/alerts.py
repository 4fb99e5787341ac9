"""``reportedly alerts``: whom saved searches tell, what was sent, and what was not taken."""

from typing import Annotated

import typer

from reportedly.cli.app import group
from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.searches import PersonOption
from reportedly.cli.showing import show
from reportedly.records import LOCAL


def list_(desk: DeskOption = HERE) -> None:
    """List the alerts of everybody, with the last message of each."""
    from reportedly.export import table

    with ledger_of(desk) as (_, ledger):
        rows = []
        for one in ledger.alerts.all():
            last = next(iter(ledger.alerts.messages([one.id], limit=1)), None)
            state = f"{last.state} {last.why}".strip() if last else "nothing yet"
            rows.append((one.id, ledger.searches.get(one.search).name, one.way, one.target, one.pace, state))
        show(table.alerts(rows), "no search alerts anybody: `reportedly alerts add` makes an alert")


def add(
    search: Annotated[str, typer.Argument(metavar="SEARCH", help="The id of the search, as `searches list` shows it.")],
    to: Annotated[str, typer.Argument(metavar="TO", help="An address of mail, or a web address that takes JSON.")],
    pace: Annotated[str, typer.Option("--pace", help="at_once, daily or weekly.")] = "at_once",
    hour: Annotated[str, typer.Option("--hour", metavar="HH:MM", help="When a digest is sent.")] = "08:00",
    zone: Annotated[str, typer.Option("--zone", help="The time zone of the hour, as Asia/Karachi.")] = "UTC",
    weekday: Annotated[int, typer.Option("--weekday", min=0, max=6, help="Of a weekly one; Monday is 0.")] = 0,
    quiet: Annotated[str, typer.Option("--quiet", metavar="HH:MM-HH:MM", help="Hours in which nothing is sent.")] = "",
    person: PersonOption = LOCAL,
    desk: DeskOption = HERE,
) -> None:
    """Tell somebody of what a search matches from now on."""
    from reportedly.account.alerts import made

    with ledger_of(desk) as (opened, ledger):
        kept = ledger.searches.get(search)
        given = {"pace": pace, "hour": hour, "zone": zone, "weekday": str(weekday), "quiet": quiet, "to": to}
        alert = ledger.alerts.put(made(kept.id, person, opened.now(), given))
        print(f"{alert.id} tells {alert.target} of {kept.name}")
        if alert.secret:
            print(f"what is posted is signed with {alert.secret}")


def send(desk: DeskOption = HERE) -> None:
    """Send what is due now; `reportedly run` and `reportedly watch` do the same at their end."""
    from reportedly import alerting

    with ledger_of(desk) as (opened, ledger):
        done = alerting.send(opened, ledger)
        print(f"{done.sent} sent, {done.failed} not taken")


def mute(
    alert: Annotated[str, typer.Argument(metavar="ALERT", help="Its id, as `alerts list` shows it.")],
    until: Annotated[
        str | None, typer.Argument(metavar="DATE", help="The first day on which it tells again; none lifts it.")
    ] = None,
    desk: DeskOption = HERE,
) -> None:
    """Let an alert send nothing before a day; what comes meanwhile is told then."""
    from reportedly.clock import day_of

    with ledger_of(desk) as (_, ledger):
        ledger.alerts.mute(alert, day_of(until))
        print(f"{alert} is muted until {until}" if until else f"{alert} is muted no more")


commands = group("Alerts of searches that are kept.", {"list": list_, "add": add, "send": send, "mute": mute})
