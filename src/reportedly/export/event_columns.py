"""The columns of the event tables, in the words and the order of the projects that made them.

PLOVER: those of POLECAT, the data set of PLOVER's makers. ACLED: those of its codebook. What this desk cannot code
stays blank: it is never guessed. Columns of our own come last, the same in both.
"""

from datetime import date
from typing import Any, Final

import msgspec

_OWN: Final = (
    ("status", str),
    ("certainty", str),
    ("polarity", str),
    ("date_start", date | None),
    ("date_end", date | None),
    ("date_vague", bool),
    ("place_country_code", str | None),
    ("place_precision", str | None),
    ("trigger", str),
    ("trigger_start", int),
    ("trigger_end", int),
    ("article", str),
    ("url", str),
    ("outlet", str),
    ("story", str | None),
    ("copy_of", str | None),
    ("reader", str),
    ("revision", int),
    ("edition", int),
)
"""Our own columns: how the article puts the event, its days, where it stands, and which state of the row this is."""

_POLECAT: Final = {
    "event_id": "Event ID",
    "event_date": "Event Date",
    "event_type": "Event Type",
    "event_mode": "Event Mode",
    "intensity": "Intensity",
    "quad_code": "Quad Code",
    "contexts": "Contexts",
    "actor_name": "Actor Name",
    "actor_country": "Actor Country",
    "actor_cow": "Actor COW",
    "primary_actor_sector": "Primary Actor Sector",
    "actor_sectors": "Actor Sectors",
    "actor_title": "Actor Title",
    "actor_name_raw": "Actor Name Raw",
    "wikipedia_actor_id": "Wikipedia Actor ID",
    "recipient_name": "Recipient Name",
    "recipient_country": "Recipient Country",
    "recipient_cow": "Recipient COW",
    "primary_recipient_sector": "Primary Recipient Sector",
    "recipient_sectors": "Recipient Sectors",
    "recipient_title": "Recipient Title",
    "recipient_name_raw": "Recipient Name Raw",
    "wikipedia_recipient_id": "Wikipedia Recipient ID",
    "placename": "Placename",
    "city": "City",
    "district": "District",
    "province": "Province",
    "country": "Country",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "geonames_id": "GeoNames ID",
    "raw_placename": "Raw Placename",
    "feature_type": "Feature Type",
    "source": "Source",
    "publication_date": "Publication Date",
    "story_people": "Story People",
    "story_organizations": "Story Organizations",
    "story_locations": "Story Locations",
    "language": "Language",
    "version": "Version",
}


class Polecat(msgspec.Struct, frozen=True, kw_only=True, rename=_POLECAT):
    """The columns of POLECAT. Countries are three letters there and sectors coded: blank here."""

    event_id: str
    event_date: date | None = None
    event_type: str
    event_mode: str | None = None
    intensity: float | None = None
    quad_code: str | None = None
    contexts: str | None = None
    actor_name: tuple[str, ...] = ()
    actor_country: str | None = None
    actor_cow: str | None = None
    primary_actor_sector: str | None = None
    actor_sectors: str | None = None
    actor_title: tuple[str, ...] = ()
    actor_name_raw: tuple[str, ...] = ()
    wikipedia_actor_id: str | None = None
    recipient_name: tuple[str, ...] = ()
    recipient_country: str | None = None
    recipient_cow: str | None = None
    primary_recipient_sector: str | None = None
    recipient_sectors: str | None = None
    recipient_title: tuple[str, ...] = ()
    recipient_name_raw: tuple[str, ...] = ()
    wikipedia_recipient_id: str | None = None
    placename: str | None = None
    city: str | None = None
    district: str | None = None
    province: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    raw_placename: str | None = None
    feature_type: str | None = None
    source: str
    publication_date: date | None = None
    story_people: str | None = None
    story_organizations: str | None = None
    story_locations: str | None = None
    language: str
    version: str | None = None


class Acled(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of ACLED. Kinds of actors, numbers of countries, regions and the dead are coded there: blank here."""

    event_id_cnty: str
    event_date: date | None = None
    year: int | None = None
    time_precision: int | None = None
    disorder_type: str | None = None
    event_type: str | None = None
    sub_event_type: str | None = None
    actor1: str | None = None
    assoc_actor_1: tuple[str, ...] = ()
    inter1: str | None = None
    actor2: str | None = None
    assoc_actor_2: tuple[str, ...] = ()
    inter2: str | None = None
    interaction: str | None = None
    civilian_targeting: str | None = None
    iso: int | None = None
    region: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    admin3: str | None = None
    location: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geo_precision: int | None = None
    source: str
    source_scale: str | None = None
    notes: str | None = None
    fatalities: int | None = None
    tags: str | None = None
    timestamp: int
    plover_type: str
    plover_mode: str | None = None


PloverRow: Any = msgspec.defstruct("PloverRow", _OWN, bases=(Polecat,), frozen=True, kw_only=True, rename=_POLECAT)
"""A row of the table by PLOVER."""

AcledRow: Any = msgspec.defstruct("AcledRow", _OWN, bases=(Acled,), frozen=True, kw_only=True)
"""A row of the table in ACLED's columns."""
