"""How common words are in news at large."""
