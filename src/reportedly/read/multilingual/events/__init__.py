"""Events of articles in other languages, as the trained model sees them, and which of them lie ahead."""

from reportedly.read.multilingual.events.finder import Found, Happenings, find

__all__ = ["Found", "Happenings", "find"]
