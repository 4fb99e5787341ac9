"""``reportedly exchange beside``."""

from typing import TYPE_CHECKING

from reportedly.cli.exchange.at_hand import at_hand, stages
from reportedly.cli.options import HERE, DeskOption
from reportedly.cli.showing import show

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportedly.records import SharedStory


def beside(desk: DeskOption = HERE) -> None:
    """List the stories in which partners' reports stand, with the voices of all desks counted once."""
    from reportedly.account import partners_told
    from reportedly.exchange.beside import shared

    with at_hand(desk) as hand:
        names = {one.desk: one.name for one in hand.ledger.partners.all()} | {hand.own.desk: hand.own.name}
        every = shared(hand.ledger, hand.own.desk, stages())
        titles = partners_told.names(hand.ledger, [story.pages[0].url for story in every])
        show((_line(story, names, titles) for story in every), "no partner has reported anything that stands")


def _line(story: "SharedStory", names: "Mapping[str, str]", titles: "Mapping[str, str]") -> str:
    from reportedly.account.wording import counted

    voices, articles = counted(story.independent_sources, "independent source"), counted(len(story.pages), "article")
    desks = ", ".join(sorted(names.get(one, one[:16]) for one in story.desks))
    first = story.pages[0]
    return f"{voices} | {articles} | {desks} | {titles.get(first.url, first.outlet)} | {first.url}"
