"""The front door for Python programs: one text read, one desk opened to look at; see ``docs/api.md``."""
