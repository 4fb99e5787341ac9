"""Which day words mean."""

from quality.cases.case import Case

CASES: tuple[Case, ...] = ()
