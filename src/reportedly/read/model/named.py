"""What the multilingual model says of the words of a text as names: of whom, of where, of what body."""

from typing import Final

NAMES: Final = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
"""The classes of a word: no name, or the first or a further word of a person's, a place's, an organisation's."""
