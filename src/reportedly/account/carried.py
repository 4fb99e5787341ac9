"""A story's statements for a reader: each once, with all articles that carry it and how many heard it themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.account.attributions import Attribution
from reportedly.account.wording import counted
from reportedly.records import Story, StoryClaim


@dataclass(frozen=True, slots=True)
class Carried:
    """A statement as the first article gives it, with the same in others; ``reports`` heard it independently."""

    attribution: Attribution
    also: tuple[Attribution, ...] = ()
    reports: int = 1
    media: tuple[str, ...] = ()

    @property
    def heard(self) -> str:
        """``2 independent reports``, ``1 independent report: IRNA``; nothing of what a single article carries."""
        if not self.also:
            return ""
        by = f": {', '.join(self.media)}" if self.media and self.reports == len(self.media) else ""
        return counted(self.reports, "independent report") + by

    @property
    def outlets(self) -> tuple[str, ...]:
        """Whose articles carry it."""
        return tuple(dict.fromkeys(claim.telling.outlet for claim in (self.attribution, *self.also)))


def carried(story: Story, claims: Sequence[Attribution]) -> list[Carried]:
    """The statements in the order given, those that are one statement of one source together at the first of them.

    A claim that is told within another stays; the outer frame of it would say it twice.
    """
    outer = {claim.statement.via for claim in claims if claim.statement.via}
    of = {own: claim for claim in story.claims for own in claim.statements}
    together: dict[int | str, list[Attribution]] = {}
    for claim in (claim for claim in claims if claim.statement.id not in outer):
        known = of.get(claim.statement.id)
        together.setdefault(claim.statement.id if known is None else id(known), []).append(claim)
    return [_carried(few, of.get(few[0].statement.id)) for few in together.values()]


def _carried(few: Sequence[Attribution], known: StoryClaim | None) -> Carried:
    """One for each article: a chain of attribution gives the same words twice."""
    others = {claim.telling.article.id: claim for claim in few[1:] if claim.telling is not few[0].telling}
    reports, media = (known.reports, known.media) if known else (1, ())
    return Carried(few[0], tuple(others.values()), reports, media)
