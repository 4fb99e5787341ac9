"""A small trained model that reads each paragraph once, and tells who says what in it and how sure the words are.

MiniLM's first layers encode a paragraph; one head marks the cues of statements, another rates how sure the text is of
what each word tells. One more layer reads the paragraph again for each cue, and gives every word its role: source or
content. How it was made and what it can do stands in ``training/statements/``.
"""

from reportedly.read.tagger.find import Marked, Tagged, read
from reportedly.read.tagger.sureness import Sureness

__all__ = ["Marked", "Sureness", "Tagged", "read"]
