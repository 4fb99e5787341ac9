"""Events as rows: plainly, by PLOVER and in ACLED's columns; and the rows of these two that went.

What stands in a row follows from one article. Numbers of the dead, sectors, codes of countries and whether a
demonstration was peaceful are none of it: those cells stay blank. An ``after`` asks for what came since an edition.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, Protocol

from reportedly.export.event_columns import Acled, AcledRow, PloverRow, Polecat
from reportedly.export.rows import DeletionRow
from reportedly.export.rows import EventRow as PlainRow
from reportedly.records import EventRow, GivenEvent, Party, Site

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

_ACLED: Final = {("PROTEST", "riot"): "Riots", ("ASSAULT", "aerial"): "Explosions/Remote violence"}
"""Kinds of ACLED that follow from root and mode alone."""
_WEEK, _MONTH = timedelta(days=7), timedelta(days=31)


class _Asked(Protocol):
    @property
    def after(self) -> int: ...


def plain(own: str, row: EventRow) -> PlainRow:
    """An event as the list of events has it."""
    site = row.site
    return PlainRow(
        own,
        row.article,
        row.url,
        row.outlet,
        row.published,
        row.type,
        row.mode,
        row.words,
        row.status,
        row.certainty,
        row.polarity,
        row.start,
        row.end,
        row.vague,
        tuple(_names(row.actors)),
        tuple(_names(row.recipients)),
        site.name if site else None,
        site.country if site else None,
        site.precision if site else None,
        site.lat if site else None,
        site.lon if site else None,
        row.story,
        row.reader,
    )


def plover(ledger: "Ledger", asked: _Asked) -> Iterator[Polecat]:
    """All events with a root."""
    return map(plover_row, ledger.given.events(after=asked.after))


def acled(ledger: "Ledger", asked: _Asked) -> Iterator[Acled]:
    """Those that are told as having taken place."""
    return (acled_row(one) for one in ledger.given.events(after=asked.after) if one.row.happened)


def deletions(ledger: "Ledger", asked: _Asked) -> Iterator[DeletionRow]:
    """What was given out before and is so no longer."""
    for one in ledger.given.events(after=asked.after, gone=True):
        when, why = int(one.at.timestamp()), one.gone or ""
        yield DeletionRow(one.id, when, one.revision, one.edition, why, one.row.article, one.row.url)


def plover_row(given: GivenEvent) -> Polecat:
    """A row of the table by PLOVER."""
    row, site = given.row, given.row.site
    made: Polecat = PloverRow(
        event_id=given.id,
        event_date=row.start if row.start == row.end and not row.vague else None,
        event_type=row.type,
        event_mode=row.mode,
        actor_name=tuple(_known(row.actors)),
        actor_title=_titles(row.actors),
        actor_name_raw=tuple(party.words for party in row.actors),
        recipient_name=tuple(_known(row.recipients)),
        recipient_title=_titles(row.recipients),
        recipient_name_raw=tuple(party.words for party in row.recipients),
        placename=site.name if site else None,
        city=_if(site, "city", "point"),
        province=_if(site, "region"),
        country=_if(site, "country"),
        latitude=site.lat if site else None,
        longitude=site.lon if site else None,
        geonames_id=site.geonames if site else None,
        source=row.outlet,
        publication_date=row.published,
        language=row.language,
        version=row.reader,
        **_own(given),
    )
    return made


def acled_row(given: GivenEvent) -> Acled:
    """A row of the table in ACLED's columns."""
    row, site, precision = given.row, given.row.site, _time_precision(given.row)
    actors, recipients = [*_names(row.actors)], [*_names(row.recipients)]
    same_year = row.start and row.end and row.start.year == row.end.year
    made: Acled = AcledRow(
        event_id_cnty=given.id,
        event_date=row.start if precision == 1 else None,
        year=row.start.year if row.start and same_year else None,
        time_precision=precision,
        event_type=_ACLED.get((row.type, row.mode or "")),
        actor1=next(iter(actors), None),
        assoc_actor_1=tuple(actors[1:]),
        actor2=next(iter(recipients), None),
        assoc_actor_2=tuple(recipients[1:]),
        country=_if(site, "country"),
        admin1=_if(site, "region"),
        location=_if(site, "city", "point"),
        latitude=site.lat if site else None,
        longitude=site.lon if site else None,
        geo_precision={"point": 1, "city": 1, "region": 3}.get(site.precision) if site else None,
        source=row.outlet,
        timestamp=int(given.at.timestamp()),
        plover_type=row.type,
        plover_mode=row.mode,
        **_own(given),
    )
    return made


def _own(given: GivenEvent) -> dict[str, Any]:
    row, site = given.row, given.row.site
    same = ("status", "certainty", "polarity", "article", "url", "outlet", "story", "copy_of", "reader")
    return {
        **{name: getattr(row, name) for name in same},
        "date_start": row.start,
        "date_end": row.end,
        "date_vague": row.vague,
        "place_country_code": site.country if site else None,
        "place_precision": site.precision if site else None,
        "trigger": row.words,
        "trigger_start": row.trigger.start,
        "trigger_end": row.trigger.end,
        "revision": given.revision,
        "edition": given.edition,
    }


def _names(parties: Iterable[Party]) -> Iterator[str]:
    return (party.name or party.words for party in parties)


def _known(parties: Iterable[Party]) -> Iterator[str]:
    return (party.name for party in parties if party.name)


def _titles(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(role for party in parties for role in party.roles)


def _if(site: Site | None, *precisions: str) -> str | None:
    """The name of a place of this kind."""
    return site.name if site and site.precision in precisions else None


def _time_precision(row: EventRow) -> int | None:
    """1 for a day, 2 for a week, 3 for a month; None where the article gives no such time."""
    if row.start is None or row.end is None:
        return None
    long = row.end - row.start + timedelta(days=1)
    if long == timedelta(days=1) and not row.vague:
        return 1
    return 2 if long <= _WEEK else 3 if long <= _MONTH else None
