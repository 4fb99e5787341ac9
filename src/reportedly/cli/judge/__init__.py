"""``reportedly judge``: a person's decisions, each a row that lies over what was filed, each can be undone."""

from reportedly.cli.app import group
from reportedly.cli.judge import confirm, correct, list_, mark, merge, note, split, tag, undo, withdraw, wrong

__all__ = ["commands"]

commands = group(
    "Decide about what was filed and matched; every decision can be undone.",
    {
        "wrong": wrong.wrong,
        "withdraw": withdraw.withdraw,
        "correct": correct.correct,
        "confirm": confirm.confirm,
        "note": note.note,
        "tag": tag.tag,
        "mark": mark.mark,
        "merge": merge.merge,
        "split": split.split,
        "undo": undo.undo,
        "list": list_.list_,
    },
)
