"""All files of commands, in the order in which ``--help`` shows them."""

from reportedly.cli import desk, outlets, running, looking, history, judge, bundle  # isort: skip

__all__ = ["bundle", "desk", "history", "judge", "looking", "outlets", "running"]
