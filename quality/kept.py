"""Pages kept parsed, so that only what depends on a rule is read again without it."""

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from quality import rows
from quality.functions import Stage
from reportedly import clock
from reportedly.export import jsonl
from reportedly.extract.intake import jsonrows
from reportedly.extract.intake.rows import Intake
from reportedly.read import names, reader, statements
from reportedly.read import times as time_finder
from reportedly.read.grammar import parse
from reportedly.read.grammar.page import Page
from reportedly.read.model import Marked
from reportedly.read.names import Names
from reportedly.read.reader import Parts
from reportedly.read.statements import tagged
from reportedly.read.times import Times
from reportedly.records import READER, Article, ArticleHead, Reading, Statement

LIMIT = 2_000_000  # characters of an article


@dataclass
class Kept:
    """A parsed page with what the model marked, and what the finders made of it with all rules."""

    page: Page
    marked: Marked
    until: Stage = "events"
    named: Names = field(init=False)
    timed: Times = field(init=False)
    statements: tuple[Statement, ...] = field(init=False)
    reading: Reading = field(init=False)

    def __post_init__(self) -> None:
        self.reading = self.read(None)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the page, in their dictionary form and as they stand."""
        return frozenset(
            form
            for token in self.page.doc
            for form in (self.page.clauses.form(token), token.lemma_.lower(), token.lower_)
        )

    def read(self, since: Stage | None) -> Reading:
        """The reading up to the stage asked for, all from ``since`` on made anew; None makes and keeps all."""
        page = self.page
        page.__dict__.pop("clauses", None)  # answers kept of the parse may rest on what is switched off
        timed = time_finder.find(page) if since in {None, "times"} else self.timed
        if since is None:
            self.timed = timed
        if self.until == "times":
            return Reading(reader=READER, article=ArticleHead.of(page.article), times=timed.times)
        named = names.find(page) if since in {None, "names"} else self.named
        again = since in {None, "names", "statements"}
        held = statements.find(page, named, self.marked.statements) if again else self.statements
        if since is None:
            self.named, self.statements = named, held
        if self.until == "statements":
            return Reading(reader=READER, article=ArticleHead.of(page.article), statements=held)
        return reader.put_together(page, Parts(named, timed, self.marked, held))


def kept(articles: Iterable[Article], until: Stage) -> Iterator[Kept]:
    """Articles parsed and read once, in order, up to a stage."""
    for page in parse.pages(articles):
        yield Kept(page, tagged.mark(page) if until != "times" else Marked(), until)


def taken_in(rows_in: Iterable[rows.Row]) -> list[Article]:
    """Rows as the articles that the command would make of them."""
    lines = io.BytesIO(b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows_in))
    made = jsonrows.articles(lines, Intake("rows", LIMIT, clock.system()))
    return [article for article in made if isinstance(article, Article)]


def row_of(reading: Reading) -> rows.Row:
    """A reading in the public format."""
    return dict(json.loads(jsonl.reading(reading)))
