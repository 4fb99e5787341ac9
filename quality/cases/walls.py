"""Not the page that was asked for, and letters of the wrong script."""

from quality.cases.case import Case

CASES: tuple[Case, ...] = ()
