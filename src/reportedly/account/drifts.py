"""How statements of a story changed as others repeated them, each form in its own words, with what it lost."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reportedly.account.telling import Telling
from reportedly.account.wording import quoted
from reportedly.records import Drift, DriftStep, Story, StoryArticle
from reportedly.text import Span

LOST: Final = {"hedge": "no longer in doubt", "source": "source not named"}


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a statement in one article; ``lost`` says in words what differs from the form before it."""

    telling: Telling
    span: Span
    lost: tuple[str, ...]

    def words(self, most: int) -> str:
        """The statement as a quotation, up to so many characters."""
        return quoted(self.span.of(self.telling.article.text), most)


def drifted(story: Story) -> tuple[StoryArticle, ...]:
    """The articles of a story that its drifts are told from, copies too."""
    told = {step.article for drift in story.drifts for step in drift.steps}
    return tuple(place for place in story.articles if place.article in told)


def drifts(story: Story, tellings: Iterable[Telling]) -> tuple[tuple[Form, ...], ...]:
    """The forms of each statement that drifted, first to last, as far as all of them are in these articles."""
    known = {telling.article.id: telling for telling in tellings}
    found = ((drift, tuple(_forms(drift, known))) for drift in story.drifts)
    return tuple(forms for drift, forms in found if len(forms) == len(drift.steps))


def _forms(drift: Drift, known: dict[str, Telling]) -> Iterator[Form]:
    for step in drift.steps:
        if step.article in known:
            yield Form(known[step.article], step.span, tuple(_lost(step)))


def _lost(step: DriftStep) -> Iterator[str]:
    yield from (LOST[loss] for loss in step.lost)
    for change in step.changed:
        before, _, after = change.partition(" > ")
        yield f"{before} became {after}"
