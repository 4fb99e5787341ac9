"""Archives of other programs."""

from quality.cases.case import Case

CASES: tuple[Case, ...] = ()
