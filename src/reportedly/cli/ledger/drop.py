"""``reportedly ledger drop``: readings of long ago set aside, and their room given back."""

from typing import Annotated

import typer

from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, DeskOption
from reportedly.errors import UsageError

AgeOption = Annotated[
    str | None,
    typer.Option("--older-than", metavar="DAYS", help="Such as 90d (default: `readings` under [keep] in desk.toml)."),
]


def drop(older_than: AgeOption = None, desk: DeskOption = HERE) -> None:
    """Set what was read in old articles aside to make room; articles, pages, stories and decisions stay."""
    from reportedly.account.wording import counted, size
    from reportedly.upkeep import slimming

    with session_on(desk) as session:
        age = older_than or session.desk.settings.keep.readings
        if age is None:
            raise UsageError("say which readings: --older-than 90d, or `readings` under [keep] in desk.toml")
        done = slimming.drop(session, slimming.days_of(age))
    if done.readings:
        about = f"{counted(done.readings, 'reading')} set aside"
        print(f"{about}: the ledger takes {size(done.after)}, before it took {size(done.before)}")
        print("`reportedly ledger restore --since DATE --until DATE` reads them again")
    else:
        print(f"no reading is of an article older than {age}, or all of them were set aside before")
