"""How a time is joined to its clause by the words before it: ``by June 30``, ``no earlier than Monday``."""

import re

from reportedly.read.days.windows import Joint

_JOINTS: tuple[tuple[Joint, re.Pattern[str]], ...] = (
    ("from", re.compile(r"\b(?:from|between)(?: the)? ?$")),
    ("as_early_as", re.compile(r"\bas (?:early|soon) as(?: the)? ?$")),
    ("not_before", re.compile(r"\b(?:(?:no|not) (?:earlier|sooner|before) than|not before)(?: the)? ?$")),
    ("before", re.compile(r"\b(?:before|prior to|ahead of)(?: the)? ?$")),
    ("by", re.compile(r"\b(?:by|no later than|not later than|at the latest by)(?: the)? ?$")),
    ("until", re.compile(r"\b(?:until|till|up to|expir\w+(?: on)?|deadline(?: of| is| was|,| -)?)(?: the)? ?$")),
    ("after", re.compile(r"\b(?:after|following|from after)(?: the)? ?$")),
)
_JOINED = re.compile(r"^ ?(?:to|till|until|through|and|-|–) ?$")


def joint(before: str) -> Joint:
    """How the words just before a time, in lower case, join it; ``in`` where they say nothing else."""
    return next((name for name, pattern in _JOINTS if pattern.search(before)), "in")


def joins(between: str) -> bool:
    """Whether the words between two times make a range of them."""
    return _JOINED.match(between) is not None
