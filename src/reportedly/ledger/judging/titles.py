"""Decisions laid over stories as they are told: their titles as people corrected them.

A decision stands on the article of whose address the story's id was made, and holds for the story it stands in now.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.rows import record_of
from reportedly.ledger.schema import in_force, judgements
from reportedly.records import Judgement, Story, story_id


def told(connection: Connection, given: Sequence[Story]) -> list[Story]:
    """Stories with the titles that were decided last."""
    own = {story_id(place.url): story.id for story in given for place in story.articles}
    query = sa.select(judgements).join(in_force, in_force.c.seq == judgements.c.seq).order_by(judgements.c.seq)
    query = query.where(in_force.c.kind == "correct")
    made: list[tuple[int, Judgement]] = []
    for some in batches.of_ids(own):
        rows = connection.execute(query.where(in_force.c.about.in_(some))).mappings()
        made += [(row["seq"], record_of(Judgement, row)) for row in rows]
    titles = {own[each.about]: each.correction[1] for _, each in sorted(made, key=lambda pair: pair[0])}
    return [replace(story, title=titles[story.id]) if story.id in titles else story for story in given]
