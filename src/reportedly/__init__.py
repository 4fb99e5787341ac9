"""A news monitoring desk: who reported what, how sure they were, and what is supposed to happen next."""

__version__ = "0.1.0"
