"""Articles about one happening, with copies collapsed to their originators."""

from reportedly.stories.disagreements import disagreements
from reportedly.stories.gists import gist
from reportedly.stories.grouping import group

__all__ = ["disagreements", "gist", "group"]
