"""The recipe of the statement tagger."""
