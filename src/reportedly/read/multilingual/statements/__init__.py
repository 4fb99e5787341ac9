"""Who says what in another language, through whom, how sure: rules by the language's tables, joined with the model."""

from reportedly.read.multilingual.statements.finder import find

__all__ = ["find"]
