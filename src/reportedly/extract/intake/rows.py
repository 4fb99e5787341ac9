"""Rows handed in, by whatever names their columns have, as articles.

A row that cannot be used becomes an ``Outcome`` that names file and row and says what is wrong with it; the others go
on. A row that could not be kept to the last character, or whose date cannot be told, is filed, and an outcome says so.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from msgspec.structs import replace

from reportedly.dates import ON_PAPER, Dated, WhenTold, told
from reportedly.errors import BadInput
from reportedly.extract import page, plain
from reportedly.extract.intake import markup
from reportedly.extract.intake.cells import cells
from reportedly.extract.intake.columns import FIELDS, Columns, Field
from reportedly.extract.intake.layout import Layout
from reportedly.outlets import naming
from reportedly.records import Article, Outcome, Outlet, Published, Updated
from reportedly.text import squeezed

UNKNOWN_OUTLET = "unknown"
LONGEST_OUTLET = 200  # characters: a key of the ledger. No outlet has a longer name; a column of texts has
WANTED = ", ".join(FIELDS)
BYTES_EACH = 12  # of a character in JSON, at most: an escaped surrogate pair
MORE = 1_000_000  # bytes of a line besides its text

Words = dict[Field, str]
_DATES: tuple[Field, ...] = ("published", "updated")


class Said(Outcome, frozen=True):
    """An outcome of a row, with the ``reasons`` that other rows may share, for one account of a whole file."""

    reasons: tuple[str, ...] = ()

    def alone(self) -> Outcome:
        """The outcome without its reasons, as it is filed."""
        return Outcome(self.url, self.at, self.state, self.message)


Taken = Article | Outcome | Layout
"""What comes of a file: articles, what is to be said of its rows, and how they were understood."""


class Intake(NamedTuple):
    """What all rows of a file share.

    ``name`` says where they come from, ``limit`` how many characters a text may have, ``now`` when they came.
    """

    name: str
    limit: int
    now: datetime
    columns: Columns = Columns()

    @property
    def longest(self) -> int:
        """The most bytes of one row."""
        return BYTES_EACH * self.limit + MORE

    def outcome(self, place: str, message: str, *, used: bool = False, reasons: tuple[str, ...] = ()) -> Said:
        """What is to be said of the row at ``place`` ("line 7")."""
        number = place.rpartition(" ")[2]
        where = f"{self.name}#{number}" if place else self.name
        words = f"{self.name}, {place}: {message}" if place else f"{self.name}: {message}"
        return Said(where, self.now.astimezone(UTC), "fetched" if used else "failed", words, reasons or (message,))


class Note(NamedTuple):
    """What is to be said of a row that is filed: the ``reason``, and the same with what is its own in ``words``."""

    reason: str
    words: str


def taken(
    row: Mapping[str, Any], layout: Layout, place: str, intake: Intake, lost: int = 0
) -> Iterator[Article | Outcome]:
    """The article of a row, with what must be said of it; or the outcome of a row that gives none."""
    try:
        held = cells(row, layout.fields)
        missing = held.lost + lost
        notes = [Note("broken characters", f"{missing:,} broken characters stand as U+FFFD")] if missing else []
        out, changed = (told(held.words.get(field), intake.now, ON_PAPER) for field in _DATES)
        notes += [*_of_day("the day it came out", out), *_of_day("the day it was changed", changed)]
        where = f"{intake.name}#{place.rpartition(' ')[2]}"
        made = _dated(_article(held.words, layout, out.dated, where, intake.limit), out.dated, changed.dated)
    except BadInput as error:
        yield intake.outcome(place, f"{error}; wanted {WANTED}", reasons=(str(error),))
        return
    notes += [Note("only a part of the article", f"only a part of the article: {made.partial}")] if made.partial else []
    yield made
    if notes:
        said = "; ".join(note.words for note in notes)
        yield intake.outcome(place, f"filed, but {said}", used=True, reasons=tuple(note.reason for note in notes))


def _of_day(which: str, found: WhenTold) -> Iterator[Note]:
    """What is to be said of a date that cannot be told, or was told by another calendar."""
    if found.note and found.dated:
        yield Note(f"{which} was told by another calendar", f"{which}: {found.note}")
    elif found.note:
        yield Note(f"{which} stays unknown", f"{which} stays unknown: {found.note}: write it as YYYY-MM-DD")


def _article(words: Words, layout: Layout, out: Dated | None, fallback: str, limit: int) -> Article:
    """One row as an article; ``fallback`` stands for a missing URL. Raises ``BadInput`` where it cannot be filed so."""
    text, lacking = _text(words)
    if not text.strip():
        raise BadInput("neither text nor title has any words")
    if len(text) > limit:
        raise BadInput(f"the text has {len(text):,} characters, the limit is {limit:,} (read.max_characters)")
    url = words.get("url", "").strip() or fallback
    if any(c.isspace() or not c.isprintable() for c in url) and words.get("url"):
        raise BadInput(f"{url[:80]!r} holds a space or another character that no URL has")
    outlet = (
        squeezed(words.get("outlet", ""))[:LONGEST_OUTLET].strip()
        or naming.site(words.get("url", ""))
        or UNKNOWN_OUTLET
    )
    made = _laid_out(text, url, outlet, out.day if out else None, words.get("title"))
    return replace(made, partial=lacking or made.partial or layout.cut.reason(text))


def _dated(made: Article, out: Dated | None, changed: Dated | None) -> Article:
    """The article with when it came out and when it was changed, as far as they are told."""
    if out:
        made = replace(made, published=Published(out.day, out.day, "given", out.at))
    if changed and (out is None or changed.after(out)):
        made = replace(made, updated=Updated(changed.day, changed.day, "given", changed.at))
    return made


def _text(words: Words) -> tuple[str, str | None]:
    """The text of a row, its title where it has none; and why it is only a part, where it is."""
    text, lead = words.get("text", ""), words.get("lead", "")
    if text.strip():
        return (text if text.lstrip().startswith(lead.strip()[:80]) else f"{lead}\n\n{text}"), None
    if lead.strip():
        return lead, "the row has its first paragraph only"
    summary = words.get("summary", "")
    if summary.strip():
        return summary, "the row has its summary only"
    return words.get("title", ""), "the row has its title only"


def _laid_out(text: str, url: str, outlet: str, published: date | None, headline: str | None) -> Article:
    """The article in a text, or on the page whose HTML a row holds. Raises ``BadInput`` where the page has none."""
    if not markup.is_page(text):
        return plain.article(text, url=url, outlet=outlet, published=published, headline=headline)
    of = Outlet(id=outlet, name=outlet, home=url)
    kind = "text/html; charset=utf-8"
    made = page.article(
        text.encode(), url=url, outlet=of, content_type=kind, item=None, capture=None, given_date=published
    )
    if isinstance(made, Outcome):
        raise BadInput(made.message)
    return replace(made, headline=headline or made.headline)
