"""What was found in articles: filed whole, given back as it was filed; and what of it relates articles to others."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import msgspec
import sqlalchemy as sa

from reportedly import clock
from reportedly.ledger import batches, claiming, schema
from reportedly.ledger.asked import Asked
from reportedly.ledger.claiming import Holder
from reportedly.ledger.database import Database
from reportedly.ledger.judging import grounds, laying
from reportedly.ledger.readings import aside, back, filing, gists
from reportedly.ledger.readings.aside import SetAside
from reportedly.ledger.readings.back import PARTS, Part
from reportedly.ledger.readings.filing import Filing, Refused
from reportedly.ledger.readings.gists import LastRead
from reportedly.records import Gist, Reading, Sighting, page_id


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings, at most one of an article revision; ``_now`` dates them."""

    _database: Database
    _now: clock.Clock

    def file(self, reading: Reading, gist: Gist, sightings: Iterable[Sighting]) -> None:
        """File a reading in place of the article's reading before it, leaving out private persons.

        Raises ``ValueError`` where its article is not filed or its parts do not fit together.
        """
        for refused in self.file_all([Filing(reading, gist, tuple(sightings))]):
            raise ValueError(refused.why)

    def file_all(self, filings: Iterable[Filing], holder: Holder | None = None) -> list[Refused]:
        """File readings as ``file`` does, all in one transaction; gives those at fault, which are not filed.

        Of a worker only those of articles that it holds. Quicker by far where there are many. Some tens at a time fit
        in memory, and hold up other writers for a moment.
        """
        public = [one.without_private_persons() for one in filings]
        with self._database.writing() as connection:
            if holder:
                ids = (one.reading.article.id for one in public)
                own = claiming.held(connection, schema.unread, "article", ids, holder)
                public = [one for one in public if one.reading.article.id in own]
            return filing.put_all(connection, public, self._now())

    def get(self, article_id: str) -> Reading | None:
        """What was found in an article, as people corrected it."""
        return self.by_article([article_id]).get(article_id)

    def by_article(self, article_ids: Iterable[str], parts: Collection[Part] = PARTS) -> dict[str, Reading]:
        """What was found in these articles, as people corrected it; an article that has not been read has no reading.

        One query a part. With ``parts`` the others are left empty: quicker where a page shows only some.
        """
        with self._database.looking() as connection:
            return laying.over(connection, back.by_article(connection, article_ids, parts), parts)

    def filed(self, article_ids: Iterable[str], parts: Collection[Part] = PARTS) -> dict[str, Reading]:
        """The same as it was filed, whatever people decided since."""
        with self._database.looking() as connection:
            return back.by_article(connection, article_ids, parts)

    def told_otherwise(self, urls: Iterable[str]) -> set[str]:
        """Those of these pages of which people corrected or withdrew what was filed."""
        with self._database.looking() as connection:
            return {*grounds.on_pages(connection, urls, grounds.TOLD_OTHERWISE)}

    def set_aside(self, article_ids: Iterable[str]) -> list[SetAside]:
        """Those of these articles whose readings were set aside, so that they have none now."""
        with self._database.looking() as connection:
            return [*aside.of_articles(connection, [*article_ids])]

    def gists(self) -> Iterator[Gist]:
        """What relates articles to each other, of the last revision of each URL that has been read, as filed.

        Where another revision was read before it, the gist says what the first of them was.
        """
        with self._database.looking() as connection:
            yield from gists.all_of(connection)

    def gists_of(self, article_ids: Iterable[str]) -> Iterator[Gist]:
        """The same of these articles, each of which is the last revision of its URL that has been read."""
        with self._database.looking() as connection:
            yield from gists.of_articles(connection, article_ids)

    def last_read(self, urls: Iterable[str]) -> dict[str, LastRead]:
        """By URL the last revision that has been read, and the day its page came out first."""
        with self._database.looking() as connection:
            return gists.last_read(connection, urls)

    def sightings(self) -> Iterator[Sighting]:
        """Events as follow-ups see them, of the last revision of each URL that has been read, as filed."""
        decode = msgspec.json.Decoder(Sighting).decode
        article, sighting = schema.articles, schema.sightings
        query = sa.select(sighting.c.data).join_from(sighting, article, sighting.c.article == article.c.id)
        query = gists.last_of_each(query).order_by(article.c.seq, sighting.c.n)
        query = query.execution_options(yield_per=batches.IDS)
        with self._database.looking() as connection, connection.execute(query) as found:
            yield from map(decode, found.scalars())


def sightings_on(connection: sa.Connection, url: str) -> list[str]:
    """Events as follow-ups see them, of the last revision of a page that was read, each as JSON."""
    return _SIGHTED.column(connection, page=page_id(url))


_READ = (
    sa.select(schema.articles.c.id)
    .join(schema.readings, schema.readings.c.article == schema.articles.c.id)
    .where(schema.articles.c.page == sa.bindparam("page", type_=sa.String()))
    .order_by(schema.articles.c.turn.desc(), schema.articles.c.revision.desc())
    .limit(1)
)
_SIGHTED: Final = Asked(
    sa.select(schema.sightings.c.data)
    .where(schema.sightings.c.article == _READ.scalar_subquery())
    .order_by(schema.sightings.c.n)
)
