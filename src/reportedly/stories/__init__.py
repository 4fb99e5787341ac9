"""Articles about one happening, with copies collapsed to their originators."""

from reportedly.stories.days import Days
from reportedly.stories.disagreements import disagreements
from reportedly.stories.gists import gist
from reportedly.stories.grouping import group, stories_of
from reportedly.stories.pairs.candidates import OPEN
from reportedly.stories.pairs.rarity import WINDOW
from reportedly.stories.said import around, said
from reportedly.stories.threads import BACK, Weeks, began, opened, packed, unpacked
from reportedly.stories.verdicts import Verdict, apart, verdicts

__all__ = [
    "BACK",
    "OPEN",
    "WINDOW",
    "Days",
    "Verdict",
    "Weeks",
    "apart",
    "around",
    "began",
    "disagreements",
    "gist",
    "group",
    "opened",
    "packed",
    "said",
    "stories_of",
    "unpacked",
    "verdicts",
]
