"""Stories that several desks have: whose reports stand in them, and how many voices they are together."""

from reportedly.records.imprint import Imprint
from reportedly.records.kinds import Record
from reportedly.records.story import Fold


class Known(Record, frozen=True):
    """An article as one desk tells of it: ``desk`` is the fingerprint of who saw it, not of who passed it on."""

    page: str
    desk: str
    imprint: Imprint


class Tied(Record, frozen=True):
    """That a desk says of two pages that one repeats the other (``copy``), or that both tell one happening."""

    desk: str
    copy: bool
    page: str
    other: str


class SharedPage(Record, frozen=True):
    """An article of a shared story, with the desks that saw it."""

    page: str
    url: str
    outlet: str
    desks: tuple[str, ...]


class SharedStory(Record, frozen=True):
    """Articles of several desks on one happening, in order of rank; ``independent_sources`` counts their voices."""

    pages: tuple[SharedPage, ...]
    independent_sources: int
    folds: tuple[Fold, ...] = ()

    @property
    def desks(self) -> frozenset[str]:
        """All desks that saw an article of it."""
        return frozenset(desk for page in self.pages for desk in page.desks)
