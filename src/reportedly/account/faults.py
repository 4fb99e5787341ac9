"""What is to be done about what does not add up, in plain words."""

from typing import Final

from reportedly.records import FaultKind

KINDS: Final[dict[FaultKind, str]] = {
    "database": "the database file",
    "pointer": "rows that point at nothing",
    "search": "the full-text index",
    "archive": "the archive",
    "text": "texts of articles",
    "reading": "what was read",
    "gist": "what relates articles",
    "story": "stories",
    "evidence": "words that expectations rest on",
    "judgement": "decisions",
}
"""What a fault of each kind is in."""

_COPY: Final = "put the ledger back from a copy made before; keep this one until you have seen that all is there"

REMEDIES: Final[dict[FaultKind, str]] = {
    "database": f"stop what writes to this desk and {_COPY}",
    "pointer": _COPY,
    "search": _COPY,
    "archive": "put these WARC files back from a copy; `reportedly verify` says whether they are whole then",
    "text": _COPY,
    "reading": "`reportedly ledger restore --faulty` reads these articles again",
    "gist": "`reportedly ledger restore --faulty` reads these articles again",
    "story": "`reportedly relate --anew` groups all anew; if that does not help, put the ledger back from a copy",
    "evidence": "`reportedly relate --anew` matches all anew; if that does not help, put the ledger back from a copy",
    "judgement": "look at the decision (`reportedly judge list`); `reportedly judge undo` takes it back",
}
"""What to do about a fault of each kind."""
