"""All files of commands, in the order in which ``--help`` shows them."""

from reportedly.cli import desk, outlets, running, looking  # isort: skip

__all__ = ["desk", "looking", "outlets", "running"]
