"""When it came out."""

from quality.cases.case import Case

CASES: tuple[Case, ...] = ()
