"""What is announced, and at which address."""

from quality.cases.case import Case

CASES: tuple[Case, ...] = ()
