"""Which column of a table is which field of an article: the usual names, what stands in them, what the user says.

A name alone does not decide. Exports call many things ``source`` and ``id``, so what the first rows hold in a column
must look like the field; of two columns that do, the likelier name has it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, get_args

import msgspec

from reportedly.errors import BadInput, UsageError
from reportedly.extract.intake import looks
from reportedly.extract.intake.nested import leaves, within

Field = Literal["url", "outlet", "published", "updated", "title", "text", "lead", "summary"]
FIELDS: tuple[Field, ...] = get_args(Field)
WORDS: frozenset[Field] = frozenset({"text", "title", "lead", "summary"})

# The likeliest first: a table with "body" and "summary" has its text in "body". A name with "?" means many things: it
# counts only where every sign is there. Names of nested columns are those of the way there, in one word.
_USUAL: Mapping[Field, str] = {
    "url": "url link href articleurl articlelink pageurl weburl newsurl storyurl permalink canonicalurl canonical "
    "canonicallink webpage documenturl documentidentifier requestedurl respondedurl linkspermalink sourceurl? "
    "alternate? uri address source? origin? guid? id? identifier?",
    "outlet": "outlet publication publicationname publicationtitle pubtitle publisher publishername newspaper "
    "newspapername source sourcename sourcetitle outletname sitename site sourcecommonname medianame mediaoutlet media "
    "newssource provider providername namesource sourcedomain hostname sourcehostname feedtitle feedname origintitle "
    "journal journaltitle containertitle sn domainname domain host sitefull cleanurl domainurl mediaurl sourceurl "
    "sourcecollection quelle zeitung medium fuente medio periodico fonte giornale testata bron krant",
    "published": "published publishedat publishedutc datepublished publisheddate publishedtime publicationdate "
    "publicationdatetime dateofpublication publishdate publishingdate pubdate publishedon datepublish datetimepub "
    "datepub firstpublished firstpublicationdate webpublicationdate articlepublishedtime sourcedate articledate "
    "storydate issuedate loaddate pd issued date dateadded? datetime timestamp day seendate datum fecha "
    "veroffentlicht data? tarih",
    "updated": "updated updatedat dateupdated updateddate updatedon modified modifiedat datemodified modifieddate "
    "modifieddatetime lastmodified lastupdated lastmod datemodify articlemodifiedtime",
    "title": "title headline headlines articletitle newstitle storytitle webtitle titel titulo titre titolo titulek "
    "heading headlinemain hd subject? name?",
    "text": "text fulltext fullcontent body bodytext content contenttext contentencoded articlebody "
    "articletext articlecontent maintext plaintext cleantext storytext newstext article story td inhalt volltext texto "
    "cuerpo texte contenu testo corpo tekst contenido rawtext contenthtml bodyhtml articlehtml paragraphs rawcontent "
    "rawhtml html? "
    "webpagecontent? cleanedtext fulltextcontent",
    "lead": "leadparagraph lp",
    "summary": "summary description abstract abstractnote abstracttext shortdescription snippet excerpt selection "
    "teaser standfirst intro highlights trailtext deck",
}
SYNONYMS: Mapping[Field, tuple[str, ...]] = {
    field: tuple(name.removesuffix("?") for name in names.split()) for field, names in _USUAL.items()
}
_UNSURE = {(field, name[:-1]) for field, names in _USUAL.items() for name in names.split() if name.endswith("?")}
_NOT_A_NAME = re.compile(r"[\W_]+")


class Columns(msgspec.Struct, frozen=True):
    """Columns named by hand, by field; for the other fields the usual names are looked for."""

    given: Mapping[Field, str] = {}

    def of(self, names: Iterable[str], rows: Sequence[Mapping[str, Any]] = ()) -> dict[Field, str]:
        """The column of each field among ``names``, by what the first ``rows`` hold where there are some.

        One in an object has the way there as its name, with points. Raises ``BadInput`` where one named by hand is not
        there.
        """
        held = list(names)
        chosen: dict[Field, str] = {
            field: _named(self.given[field], held, rows) for field in FIELDS if field in self.given
        }
        plain: dict[str, list[str]] = {}
        for name in [*(name for name in held if not _wraps(name, rows)), *leaves(rows, held)]:
            for spelling in _spellings(name):
                plain.setdefault(spelling, []).append(name)
        for field in FIELDS:
            if field not in chosen and (found := _likeliest(field, plain, rows, frozenset(chosen.values()))):
                chosen[field] = found
        return {field: chosen[field] for field in FIELDS if field in chosen}


def _likeliest(
    field: Field, plain: Mapping[str, list[str]], rows: Sequence[Mapping[str, Any]], taken: frozenset[str]
) -> str | None:
    """The column that is this field, by its name and what it holds; None where there is none."""
    known = [(spelling, name) for spelling in SYNONYMS[field] if spelling in plain for name in plain[spelling]]
    free = [(spelling, name) for spelling, name in known if name not in taken]
    weighed = [
        (looks.fit(field, [within(row, name) for row in rows]), name, (field, spelling) in _UNSURE)
        for spelling, name in free
    ]
    sure = (name for fit, name, unsure in weighed if fit is looks.Fit.good)
    weak = (name for fit, name, unsure in weighed if fit is looks.Fit.weak and not unsure)
    poor = (name for fit, name, unsure in weighed if fit is looks.Fit.poor and not unsure)
    return next((name for some in (sure, weak, poor) for name in some), None)


def _named(name: str, held: list[str], rows: Sequence[Mapping[str, Any]]) -> str:
    if name not in held and name.partition(".")[0] not in held and all(within(row, name) is None for row in rows):
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


def _wraps(name: str, rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a column is but the wrapper around an article's own."""
    return name.casefold() in WRAPPERS and any(isinstance(row.get(name), Mapping) for row in rows)


def _spellings(name: str) -> Iterable[str]:
    """A name in one word; that of a column in a wrapping object, such as ``data.title``, without its wrapper."""
    wrapper, point, rest = name.partition(".")
    yield _plain(rest if point and wrapper.casefold() in WRAPPERS else name)


_WRAPPERS_WORDS = (
    "data fields _source attributes article item news story document doc record metadata meta html thread object "
    "properties node"
)
WRAPPERS = frozenset(_WRAPPERS_WORDS.split())


def _plain(name: str) -> str:
    return _NOT_A_NAME.sub("", name.casefold())
