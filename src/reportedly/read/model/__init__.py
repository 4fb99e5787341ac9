"""A small trained model that reads each paragraph once, and tells who says what in it and how sure the words are.

MiniLM's first layers encode a paragraph; one head marks the cues of statements, another rates how sure the text is of
what each word tells, a third says what event the word tells, if any, and whether that lies ahead. Two narrow layers
read the paragraph again for each cue, and give every word its role: source or content. Three layers of another kind
read a sentence for each pair of parties, and tell what one does to the other. How all this was made and what it can do
stands in ``training/statements/`` and ``training/events/``.
"""

from reportedly.read.model.find import Marked, Tagged, read
from reportedly.read.model.outlook import Outlook, Said
from reportedly.read.model.pairs import ROOTS, Pair, Pairs
from reportedly.read.model.sureness import Sureness

__all__ = ["ROOTS", "Marked", "Outlook", "Pair", "Pairs", "Said", "Sureness", "Tagged", "read"]
