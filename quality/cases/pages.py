"""What stands on a page."""

from quality.cases.case import Case

CASES: tuple[Case, ...] = ()
