"""A small trained model that finds statements: which words are a cue, and which are its source and its content.

MiniLM's first layers encode each paragraph once; one head marks cues, another gives every word of the paragraph a role
for each cue. How it was made and what it can do stands in ``training/statements/``.
"""

from reportedly.read.tagger.find import Tagged, find

__all__ = ["Tagged", "find"]
