"""Desks that exchange with each other, each with a ledger and a key of its own."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reportedly.exchange import files, pacts
from reportedly.exchange.offering import Giving
from reportedly.exchange.own import Own, owner_of
from reportedly.exchange.stages import Stages
from reportedly.exchange.taking import Came
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Article, Judgement, Pact, PactParty, PactStanding, PactTerms, Shared, content_id
from reportedly.stories.imprints import imprint
from reportedly.stories.shared import shared_stories
from reportedly.text import Span

NOW: Final = datetime(2026, 1, 5, 12, tzinfo=UTC)
DAY: Final = timedelta(days=1)


def nobody_private(articles: Iterable[Article]) -> Mapping[str, tuple[Span, ...]]:
    """Whatever is in English was looked through, and names no private person."""
    return {article.id: () for article in articles if article.language == "en"}


def private(*words: str) -> Callable[[Iterable[Article]], Mapping[str, tuple[Span, ...]]]:
    """Wherever these words stand in English, they name a private person."""

    def found(articles: Iterable[Article]) -> Mapping[str, tuple[Span, ...]]:
        return {one.id: tuple(_places(one.text, words)) for one in articles if one.language == "en"}

    return found


def _places(text: str, words: Iterable[str]) -> Iterable[Span]:
    for word in words:
        start = text.find(word)
        while start >= 0:
            yield Span(start, start + len(word))
            start = text.find(word, start + 1)


STAGES: Final = Stages("hand/1", nobody_private, imprint, shared_stories)


@dataclass(frozen=True)
class Newsroom:
    """A desk for tests: who it is, and its ledger."""

    own: Own
    ledger: Ledger

    def party(self, gives: Shared | None = Shared()) -> PactParty:  # noqa: B008  it is frozen
        """The desk as a party of a pact."""
        return PactParty(self.own.desk, self.own.name, gives)

    def standing(self, pact: Pact) -> PactStanding:
        """A pact as the desk has it."""
        return self.ledger.pacts.named(pact.id)

    def giving(self, pact: Pact, to: "Newsroom", stages: Stages = STAGES) -> Giving:
        """The desk, about to give to another."""
        return Giving(self.ledger, self.own, self.standing(pact), to.own.desk, stages)

    def pack(self, pact: Pact, to: "Newsroom", at: datetime = NOW, stages: Stages = STAGES) -> bytes:
        """A file for another desk."""
        return files.pack(self.giving(pact, to, stages), at).data

    def take(self, data: bytes, at: datetime = NOW) -> Came:
        """File what is in a file."""
        return files.take(self.ledger, self.own, data, at)[1]

    def decide(self, kind: Any, about: str, at: datetime = NOW, **details: Any) -> Judgement:
        """A person's decision."""
        made = Judgement(content_id("j", kind, about, at, *details.items()), "ed", at, kind, about, **details)
        self.ledger.judgements.put(made)
        return made


def newsroom(folder: Path, name: str) -> Newsroom:
    """A desk with nothing in its ledger."""
    return Newsroom(owner_of(name, Ed25519PrivateKey.generate()), open_ledger(f"sqlite:///{folder / name}.db", _now))


def _now() -> datetime:
    return NOW


def agree(title: str, parties: Mapping[Newsroom, Shared | None] | Iterable[Newsroom], **terms: Any) -> Pact:
    """A pact that all parties have signed; what is not said is open: everything, for ninety days."""
    given = parties if isinstance(parties, Mapping) else dict.fromkeys(parties, Shared())
    held = PactTerms(**{"starts": NOW - DAY, "ends": NOW + 90 * DAY, **terms})
    pact = pacts.drafted(title, tuple(one.party(gives) for one, gives in given.items()), held)
    signatures = [pacts.sign(pact, one.own, NOW) for one in given]
    for one in given:
        one.ledger.pacts.file(pact, NOW)
        for signature in signatures:
            one.ledger.pacts.sign(pact.id, signature)
    return pact


def objects(data: bytes) -> list[dict[str, Any]]:
    """The objects of a file."""
    found: list[dict[str, Any]] = msgspec.json.decode(data)["objects"]
    return found


def reports(data: bytes) -> dict[str, dict[str, Any]]:
    """The reports of a file, by the address of their article."""
    return {one["external_references"][0]["url"]: one for one in objects(data) if one["type"] == "report"}
