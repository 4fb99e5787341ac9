"""The quantities that an article gives, and what they count or measure."""

from reportedly.stories.figures.finding import figures

__all__ = ["figures"]
