"""Readings in rows: taken apart when filed, put together again when asked for, equal to the last comma."""

from reportedly.ledger.readings.aside import SetAside
from reportedly.ledger.readings.back import Part
from reportedly.ledger.readings.filing import Filing, Refused
from reportedly.ledger.readings.readings import Readings

__all__ = ["Filing", "Part", "Readings", "Refused", "SetAside"]
