"""The filters that an address asks for."""

from typing import Annotated, Final, NamedTuple
from urllib.parse import urlencode

from fastapi import Depends

from reportedly.account.narrowing import narrowed
from reportedly.records import Filters
from reportedly.web.webdesk import ThisDesk

KINDS: Final = ("outlet", "since", "until", "language", "entity", "certainty", "source", "event")


class Narrowing(NamedTuple):
    """Filters, and the fields of the address that they came from."""

    filters: Filters
    fields: dict[str, str]

    def address(self, **more: str) -> str:
        """The same question at another place of the list."""
        return "?" + urlencode(self.fields | {name: value for name, value in more.items() if value})


def _asked(  # noqa: PLR0913, PLR0917  a filter each
    desk: ThisDesk,
    outlet: str = "",
    since: str = "",
    until: str = "",
    language: str = "",
    entity: str = "",
    certainty: str = "",
    source: str = "",
    event: str = "",
) -> Narrowing:
    given = dict(zip(KINDS, (outlet, since, until, language, entity, certainty, source, event), strict=True))
    fields = {name: value.strip() for name, value in given.items() if value.strip()}
    return Narrowing(narrowed(desk.ledger, **fields), fields)


TheseFilters = Annotated[Narrowing, Depends(_asked)]
