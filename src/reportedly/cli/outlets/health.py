"""``reportedly outlets health``: how watching goes."""

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, As, DeskOption, FormatOption


def health(form: FormatOption = As.text, desk: DeskOption = HERE) -> None:
    """Show how watching each outlet goes: last success, last error, articles a day, silent for how long."""
    from reportedly import outlets
    from reportedly.export import health as lines

    with ledger_of(desk) as (opened, ledger):
        ledger.outlets.put(outlets.load(opened.outlets))
        known = ledger.outlets.health(opened.now())
        for line in lines.jsonl(known) if form is As.jsonl else lines.text(known):
            print(line)
