"""Letters: bytes into text, the charset of bytes that do not say theirs, and the language of a text."""
