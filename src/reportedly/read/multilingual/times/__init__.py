"""Times of articles in other languages, found by a language's table and resolved as English ones are."""

from reportedly.read.multilingual.times.finder import Times, find

__all__ = ["Times", "find"]
