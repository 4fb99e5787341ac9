"""All files of commands, in the order in which ``--help`` shows them."""

from reportedly.cli import desk, outlets, running, looking, history  # isort: skip

__all__ = ["desk", "history", "looking", "outlets", "running"]
