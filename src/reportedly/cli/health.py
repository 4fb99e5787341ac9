"""``reportedly health``: how the desk fares."""

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, As, DeskOption, FormatOption


def health(form: FormatOption = As.text, desk: DeskOption = HERE) -> None:
    """Show what waits at each stage and how it went last, outlets in trouble, the room left, and the last failures."""
    from reportedly import outlets
    from reportedly.account.desk_health import health as health_of
    from reportedly.export import desk_health as lines

    with ledger_of(desk) as (opened, ledger):
        ledger.outlets.put(outlets.load(opened.outlets))
        known = health_of(ledger, opened.settings.fetch, opened.now(), opened.space())
        for line in lines.jsonl(known) if form is As.jsonl else lines.text(known):
            print(line)
