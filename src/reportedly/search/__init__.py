"""Words as they are searched: texts in words that are alike in all spellings, what a person typed, and passages."""

from reportedly.search.passages import Passage, passage
from reportedly.search.question import Question, Sought, question
from reportedly.search.words import Word, terms, vocabulary, words

__all__ = ["Passage", "Question", "Sought", "Word", "passage", "question", "terms", "vocabulary", "words"]
