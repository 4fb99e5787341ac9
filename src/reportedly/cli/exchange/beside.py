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
    from reportedly.exchange.beside import shared

    with at_hand(desk) as hand:
        names = {one.desk: one.name for one in hand.ledger.partners.all()} | {hand.own.desk: hand.own.name}
        every = shared(hand.ledger, hand.own.desk, stages())
        show((_line(story, names) for story in every), "no partner has reported anything that stands")


def _line(story: "SharedStory", names: "Mapping[str, str]") -> str:
    from reportedly.account.wording import counted

    voices, articles = counted(story.independent_sources, "independent source"), counted(len(story.pages), "article")
    desks = ", ".join(sorted(names.get(one, one[:16]) for one in story.desks))
    return f"{voices} | {articles} | {desks} | {story.pages[0].outlet}: {story.pages[0].url}"
