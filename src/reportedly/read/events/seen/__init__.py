"""Which words of a page tell an event, in any words, and which lie ahead: what the model says, looked at again."""

from reportedly.read.events.seen.finder import Seen, find, logits

__all__ = ["Seen", "find", "logits"]
