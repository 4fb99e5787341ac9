"""``reportedly briefs``: drafts, and what is issued from them under numbers of their own."""

from reportedly.cli.app import group
from reportedly.cli.briefs import correct, draft, export, issue, list_, show, withdraw

__all__ = ["commands"]

commands = group(
    "Draft briefs from stories, issue them, correct or withdraw what was issued.",
    {
        "list": list_.list_,
        "draft": draft.draft,
        "show": show.show,
        "issue": issue.issue,
        "correct": correct.correct,
        "withdraw": withdraw.withdraw,
        "export": export.export,
    },
)
