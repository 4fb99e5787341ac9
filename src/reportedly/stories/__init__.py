"""Articles about one happening, with copies collapsed to their originators."""

from reportedly.stories.disagreements import disagreements
from reportedly.stories.gists import gist
from reportedly.stories.grouping import group
from reportedly.stories.verdicts import Verdict, verdicts

__all__ = ["Verdict", "disagreements", "gist", "group", "verdicts"]
