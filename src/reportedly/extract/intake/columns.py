"""Which column of a table is which field of an article: the usual names, and what the user says."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal, get_args

import msgspec

from reportedly.errors import BadInput, UsageError

Field = Literal["url", "outlet", "published", "updated", "title", "text"]
FIELDS: tuple[Field, ...] = get_args(Field)

# The likeliest first: a table with "body" and "summary" has its text in "body".
_USUAL: Mapping[Field, str] = {
    "url": "url link href articleurl pageurl weburl permalink canonicalurl uri address",
    "outlet": "outlet publication publisher newspaper source sourcename outletname sitename site sourcedomain domain "
    "media",
    "published": "published publishedat datepublished publisheddate publicationdate publishdate pubdate publishedon "
    "datepublish date datetime timestamp day",
    "updated": "updated updatedat dateupdated updateddate updatedon modified modifiedat datemodified modifieddate "
    "lastmodified lastupdated lastmod",
    "title": "title headline articletitle heading",
    "text": "text body content articlebody articletext fulltext maintext bodytext plaintext cleantext article story",
}
SYNONYMS: Mapping[Field, tuple[str, ...]] = {field: tuple(names.split()) for field, names in _USUAL.items()}
_NOT_A_NAME = re.compile(r"[\W_]+")


class Columns(msgspec.Struct, frozen=True):
    """Columns named by hand, by field; for the other fields the usual names are looked for."""

    given: Mapping[Field, str] = {}

    def of(self, names: Iterable[str]) -> dict[Field, str]:
        """The column of each field among ``names``. Raises ``BadInput`` where one named by hand is not among them."""
        held = list(names)
        plain = {_plain(name): name for name in reversed(held)}
        chosen: dict[Field, str] = {}
        for field in FIELDS:
            if field in self.given:
                chosen[field] = self._named(self.given[field], held)
            elif synonym := next((spelling for spelling in SYNONYMS[field] if spelling in plain), None):
                chosen[field] = plain[synonym]
        return chosen

    def _named(self, name: str, held: list[str]) -> str:
        if name not in held:
            raise BadInput(f"there is no column {name!r}; there are {', '.join(held[:20]) or 'none'}")
        return name


def columns(given: Iterable[str]) -> Columns:
    """The columns that words such as ``text=Body`` name. Raises ``UsageError`` where one names none."""
    named: dict[Field, str] = {}
    for words in given:
        field, equals, name = words.partition("=")
        known: Field | None = next((candidate for candidate in FIELDS if candidate == field.strip()), None)
        if not (equals and name and known):
            raise UsageError(f"{words!r} names no column: write FIELD=NAME, where FIELD is one of {', '.join(FIELDS)}")
        named[known] = name
    return Columns(named)


def _plain(name: str) -> str:
    return _NOT_A_NAME.sub("", name.casefold())
