"""Who says what, through whom, how sure: the model finds statements, rules add to them."""

from reportedly.read.statements.finder import find

__all__ = ["find"]
