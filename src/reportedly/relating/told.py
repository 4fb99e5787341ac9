"""Gists as stories are told from them: without the statements that people withdrew, with the others as corrected.

Articles are placed by what was filed, so a correction moves none of them and its undo leaves no trace.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from reportedly import stories
from reportedly.ledger import Ledger
from reportedly.records import Gist, Placing, Reading, Said
from reportedly.text import Span


def told_gists(ledger: Ledger, articles: Sequence[tuple[Gist, Placing]]) -> list[tuple[Gist, Placing]]:
    """The same articles with their gists as they are told; one whose reading was set aside stays as it was filed."""
    judged = ledger.readings.told_otherwise(gist.url for gist, _ in articles)
    own = [gist.article for gist, _ in articles if gist.url in judged]
    readings, filed = ledger.readings.by_article(own), ledger.readings.filed(own)
    return [
        (told(gist, readings[gist.article], filed[gist.article]) if gist.article in readings else gist, place)
        for gist, place in articles
    ]


def told(gist: Gist, reading: Reading, filed: Reading) -> Gist:
    """A gist by a reading that people judged: what it says, and the figures that stand in nothing withdrawn."""
    now, before = ({one.id: one for one in each.statements} for each in (reading, filed))
    changed = {own for own, one in before.items() if now.get(own) != one}
    if not changed:
        return gist
    fresh: Mapping[str, Said] = {one.statement: one for one in stories.said(reading)}
    every = (fresh.get(one.statement, one) if one.statement in changed else one for one in gist.said)
    figures = (one for one in gist.figures if not _stands_in(gist, one.span, changed - now.keys()))
    return replace(gist, said=tuple(one for one in every if one.statement in now), figures=tuple(figures))


def _stands_in(gist: Gist, span: Span, gone: set[str]) -> bool:
    around = stories.around(gist, span)
    return around is not None and around.statement in gone
