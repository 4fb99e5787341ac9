"""A real web server on loopback."""

from tests.loopback import room

__all__ = ["room"]
