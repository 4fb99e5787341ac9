"""Lists of outlets."""

from quality.cases.case import Case

CASES: tuple[Case, ...] = ()
