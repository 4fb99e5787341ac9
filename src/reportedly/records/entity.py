"""Who and what an article names, and the ties it states between them."""

from reportedly.records.kinds import EntityKind, Precision, Record, RelationKind
from reportedly.text import Span


class Entity(Record, frozen=True):
    """Somebody or something named, with every mention in this article.

    ``public`` is False for persons who neither speak nor hold office nor act in a public event: such a person stays
    words of the article and never becomes a row of the ledger.
    """

    id: str
    kind: EntityKind
    name: str
    roles: tuple[str, ...] = ()
    wikidata: str | None = None
    geonames: int | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision = "none"
    mentions: tuple[Span, ...] = ()
    public: bool = True


class Relation(Record, frozen=True):
    """A standing tie the article states, with the words that state it."""

    kind: RelationKind
    subject: str
    object: str
    span: Span
