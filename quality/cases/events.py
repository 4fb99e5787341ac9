"""What happened, what lies ahead, and what became of it."""

from quality.cases.case import Case

CASES: tuple[Case, ...] = ()
