"""A sample world: invented outlets in two invented countries, served over HTTP on this machine only."""

from reportedly.sample.folder import desk
from reportedly.sample.play import DAYS, play
from reportedly.sample.server import Server

__all__ = ["DAYS", "Server", "desk", "play"]
