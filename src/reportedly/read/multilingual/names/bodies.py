"""Bodies that no table has: what the model takes for one."""

from reportedly.read.multilingual.keys import key
from reportedly.read.multilingual.names import known
from reportedly.read.multilingual.names.roll import Roll
from reportedly.read.names.sheet import Mention


def find(roll: Roll) -> None:
    """Claim the bodies that the model marks, each with the nation that is named within it as its country."""
    for start, end, _ in roll.rows("organisation"):
        if any(len(roll.key(i)) > 1 for i in range(start, end)) and roll.free(start, end):
            name = roll.said(start, end)
            own = " ".join(map(key, name.split()))
            roll.claim(
                Mention(start, end, "organisation", name, f"organisation:{own}", country=_country(roll, start, end))
            )


def _country(roll: Roll, start: int, end: int) -> str | None:
    found = filter(None, (known.match(roll, i) for i in range(start, end)))
    return next((what.country for _, what in found if what.precision == "country"), None)
