"""The second look at words that may tell an event ahead."""
