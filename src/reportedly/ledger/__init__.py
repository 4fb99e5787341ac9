"""The desk's memory: the only package that knows a database."""
