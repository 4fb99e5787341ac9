"""A file per export format."""
