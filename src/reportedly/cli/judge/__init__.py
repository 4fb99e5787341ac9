"""``reportedly judge``: a person's decisions about what the desk matched, each a row, each can be undone."""

from reportedly.cli.app import group
from reportedly.cli.judge import list_, merge, split, undo, withdraw, wrong

__all__ = ["commands"]

commands = group(
    "Decide about what the desk matched; every decision can be undone.",
    {
        "wrong": wrong.wrong,
        "withdraw": withdraw.withdraw,
        "merge": merge.merge,
        "split": split.split,
        "undo": undo.undo,
        "list": list_.list_,
    },
)
