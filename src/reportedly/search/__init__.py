"""Words as they are searched: texts in words that are alike in all spellings, what a person typed, and passages."""

from reportedly.search.answering import Beginning, Begun, Held, beginnings
from reportedly.search.passages import Passage, passage
from reportedly.search.question import Question, Sought, question
from reportedly.search.words import Word, terms, vocabulary, words

__all__ = [
    "Beginning",
    "Begun",
    "Held",
    "Passage",
    "Question",
    "Sought",
    "Word",
    "beginnings",
    "passage",
    "question",
    "terms",
    "vocabulary",
    "words",
]
