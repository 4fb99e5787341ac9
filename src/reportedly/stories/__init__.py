"""Articles about one happening, with copies collapsed to their originators."""
