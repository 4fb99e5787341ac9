"""Letters: bytes into text, the charset of bytes that do not say theirs, the language of a text, and its length."""
