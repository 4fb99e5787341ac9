"""The filters that an address asks for."""

from collections.abc import Sequence
from typing import Annotated, Final, NamedTuple
from urllib.parse import urlencode

from fastapi import Depends, Query

from reportedly.account.narrowing import narrowed
from reportedly.account.spoken import meant
from reportedly.records import Filters
from reportedly.web.webdesk import ThisDesk

Languages = Annotated[
    Sequence[str], Query(max_length=20, description="Codes or names of languages; one of them counts.")
]
"""Languages in an address: repeated, or joined by commas."""
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
    language: Languages = (),
    entity: str = "",
    certainty: str = "",
    source: str = "",
    event: str = "",
) -> Narrowing:
    spoken = ",".join(meant(desk.ledger, language))
    given = dict(zip(KINDS, (outlet, since, until, spoken, entity, certainty, source, event), strict=True))
    fields = {name: value.strip() for name, value in given.items() if value.strip()}
    return Narrowing(narrowed(desk.ledger, **fields), fields)


def _spoken(desk: ThisDesk, language: Languages = ()) -> tuple[str, ...]:
    return meant(desk.ledger, language)


TheseLanguages = Annotated[tuple[str, ...], Depends(_spoken)]
"""The codes of the languages that an address asks for; none where it leaves that open."""
TheseFilters = Annotated[Narrowing, Depends(_asked)]
