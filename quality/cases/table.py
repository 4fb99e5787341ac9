"""All cases, in the order of the parts of the desk they are about."""

from quality.cases import archives, dates, events, feeds, lists, pages, statements, tables, times, walls
from quality.cases.case import Case

CASES: tuple[Case, ...] = (
    *feeds.CASES,
    *dates.CASES,
    *walls.CASES,
    *pages.CASES,
    *tables.CASES,
    *lists.CASES,
    *archives.CASES,
    *events.CASES,
    *times.CASES,
    *statements.CASES,
)
