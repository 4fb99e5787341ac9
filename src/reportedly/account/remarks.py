"""What people decided about a thing, made ready to be shown beside it: notes, tags, a mark, corrections."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportedly.account.corrections import filed_of
from reportedly.records import Article, FollowUp, Judgement, Reading, Story, Thing, story_id
from reportedly.text import squeezed

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Correction:
    """A field as it was corrected last; ``filed`` is what was filed, in words, empty where that is not known."""

    field: str
    new: str
    filed: str
    made: Judgement


@dataclass(frozen=True, slots=True)
class Remarks:
    """The decisions in force about one thing, in their order; ``filed`` tells by field what was filed of it."""

    about: str
    made: tuple[Judgement, ...] = ()
    filed: Mapping[str, str] | None = None

    def of(self, kind: str) -> tuple[Judgement, ...]:
        """Those of a kind."""
        return tuple(each for each in self.made if each.kind == kind)

    @property
    def mark(self) -> Judgement | None:
        """The mark that was given last."""
        return next(iter(reversed(self.of("mark"))), None)

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Each field once, as it was corrected last."""
        last = {each.correction[0]: each for each in self.of("correct")}
        filed = self.filed or {}
        return tuple(Correction(field, made.correction[1], filed.get(field, ""), made) for field, made in last.items())

    @property
    def withdrawn(self) -> Judgement | None:
        """The decision by which it is none, or set aside."""
        return next(iter(self.of("withdraw")), None)


NOTHING: Final = Remarks("")


def of_story(ledger: "Ledger", story: Story) -> Remarks:
    """About a story, by whatever id it had; merges and splits are told by ``story_decisions``."""
    names = [story_id(place.url) for place in story.articles]
    made = [each for each in ledger.judgements.in_force_about(names) if each.kind not in {"merge", "split"}]
    return Remarks(story.id, tuple(made))


def of_article(ledger: "Ledger", article: Article) -> Remarks:
    """About an article, by whichever revision of its page."""
    things = ledger.judgements.on_pages([article.url]).get(article.url, [])
    return Remarks(article.id, tuple(each for known, made in things if known.kind == "article" for each in made))


def of_expectation(ledger: "Ledger", followup: FollowUp) -> Remarks:
    """About an expectation, by whatever id it had, with the window that was announced."""
    made = ledger.judgements.in_force_about(ledger.judgements.names_of(followup.id))
    return Remarks(followup.id, tuple(each for each in made if each.kind != "split"))


def of_readings(ledger: "Ledger", readings: Iterable[Reading]) -> dict[str, Remarks]:
    """By id about the statements and events of these readings, with what was filed of those that were corrected."""
    found: dict[str, Remarks] = {}
    for filed, made in ledger.judgements.on_readings([reading.article.id for reading in readings]):
        for own, decided in made.items():
            fields = (each.correction[0] for each in decided if each.kind == "correct")
            before = {field: filed_of(filed, own, field) for field in fields}
            found[own] = Remarks(f"{filed.article.id}:{own}", decided, before)
    return found


def of_thing(ledger: "Ledger", own: Thing) -> tuple[str, Remarks]:
    """The words of a statement or event, empty of anything else, and what was decided about it."""
    if own.article is None:
        return "", Remarks(own.about, tuple(ledger.judgements.in_force_about([own.about])))
    filed = ledger.readings.filed([own.article]).get(own.article)
    words = said_in(filed, own.own) if filed else ""
    return words, of_readings(ledger, [filed]).get(own.own, NOTHING) if filed else NOTHING


def said_in(reading: Reading, own: str) -> str:
    """The words of a statement or event of a reading."""
    text = reading.article.text
    for event in reading.events:
        if event.id == own:
            around = (sentence for sentence in reading.sentences if sentence.holds(event.trigger))
            return squeezed(next(around, event.trigger).of(text))
    return next((squeezed(one.envelope.of(text)) for one in reading.statements if one.id == own), "")


def withdrawn_in(ledger: "Ledger", article: Article) -> list[tuple[str, Judgement]]:
    """The words of what was withdrawn of an article's page, with the decisions."""
    things = ledger.judgements.on_pages([article.url]).get(article.url, [])
    inside = (each for each in things if each[0].kind in {"statement", "event"})
    return [
        (known.words.rpartition("\n")[2], decided)
        for known, made in inside
        for decided in made
        if decided.kind == "withdraw"
    ]
