"""Events of articles in other languages, as the trained model sees them, and which of them lie ahead."""

from reportedly.read.multilingual.events.finder import Happenings, find

__all__ = ["Happenings", "find"]
