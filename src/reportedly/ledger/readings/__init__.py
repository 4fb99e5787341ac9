"""Readings in rows: taken apart when filed, put together again when asked for, equal to the last comma."""

from reportedly.ledger.readings.filing import file, gists, sightings

__all__ = ["file", "gists", "sightings"]
