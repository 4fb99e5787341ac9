"""The web server on loopback and the desk that watches it."""

from tests.gather.conftest import room, watch

__all__ = ["room", "watch"]
