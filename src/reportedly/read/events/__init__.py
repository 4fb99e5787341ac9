"""What is said to have happened, to be going on, ahead, asked for or denied, and what of it is expected by when."""

from reportedly.read.events.finder import find

__all__ = ["find"]
