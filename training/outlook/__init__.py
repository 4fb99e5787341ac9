"""The recipe of the outlook: which words tell an event, and whether it lies ahead."""
