"""Who said what."""

from quality.cases.case import Case

CASES: tuple[Case, ...] = ()
