"""Where the articles of a story differ: figures of one thing, and what one says and another denies."""

from reportedly.stories.disagreements.finding import disagreements

__all__ = ["disagreements"]
