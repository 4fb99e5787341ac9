"""From what is allowed to versions of objects: each is filed once, and given to all who may have it byte for byte."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import NamedTuple

import msgspec

from reportedly.exchange.canonical import canonical
from reportedly.exchange.leaving import Allowed
from reportedly.exchange.own import Own
from reportedly.exchange.stix import extension, identity, ids, location, markings, note, relationship, report
from reportedly.exchange.stix.extension import Object
from reportedly.exchange.telling import Telling, Tie
from reportedly.ledger import Ledger
from reportedly.ledger.exchange import Drafted
from reportedly.ledger.exchange.reports import Written
from reportedly.records import Label, PactStanding, ReportState, ReportVersion, content_id


class Late(NamedTuple):
    """A report to be withdrawn or corrected for all who received it: ``body`` is the version that all of them have.

    ``named`` says whether its headline may be said again, ``quoted`` whether all its words; ``struck`` are the
    statements that people corrected or withdrew, None where that is not why.
    """

    version: ReportVersion
    body: Object
    named: bool
    quoted: bool
    struck: tuple[str, ...] | None
    reason: str


@dataclass(frozen=True)
class Drafter:
    """Files what this desk says under one pact."""

    ledger: Ledger
    own: Own
    standing: PactStanding
    now: datetime

    def file(self, found: Allowed) -> list[ReportVersion]:
        """The versions that tell all that is allowed, those first to which others refer."""
        plain = self.standing.pact.terms.plain
        desk, outlets = self._desk(plain), self._outlets(found.tellings, plain)
        places = self._places(found.tellings, plain)
        named = {one.about: one.id for one in (*outlets, *places)}
        reports = self._put(self._report(telling, named, desk[0].id) for telling in found.tellings)
        by_page = {one.about: one.id for one in reports}
        ties = self._put(self._tie(tie, by_page) for tie in found.ties)
        told = zip(found.tellings, reports, strict=True)
        notes = self._put(self._reason(one, telling.label, telling.reason) for telling, one in told if telling.reason)
        return [*desk, *outlets, *places, *reports, *ties, *notes]

    def withdraw(self, given: Iterable[Late]) -> list[ReportVersion]:
        """The tombstones of these reports, each with a note that says why."""
        return self._with_reasons(self._put(map(self._grave, given)))

    def correct(self, given: Iterable[Late]) -> list[ReportVersion]:
        """These reports without what is wrong in them, each with a note that says why."""
        return self._with_reasons(self._put(map(self._mended, given)))

    def unbind(self, ties: Iterable[ReportVersion]) -> list[ReportVersion]:
        """The tombstones of these ties."""
        return self._put(self._loosened(one) for one in ties)

    def again(self, one: ReportVersion, old: str) -> list[ReportVersion]:
        """That a report is good again, for whoever got it under its old id."""
        body = relationship.good_again(one.id, old)
        return self._put([self._drafted("relationship/again", f"{one.id}|{old}", body, self.standing.pact.terms.most)])

    def answer(self, report_id: str, word: str) -> list[ReportVersion]:
        """The answer to a report of somebody else."""
        body = note.answer(word, report_id)
        more = {"answers": report_id, "word": word}
        drafted = self._drafted(note.ANSWER, f"{report_id}|{word}", body, self.standing.pact.terms.plain, more)
        return self._put([drafted])

    # -- each kind -----------------------------------------------------------------------------------------------------

    def _desk(self, label: Label) -> list[ReportVersion]:
        party = self.standing.pact.party(self.own.desk)
        people = {person.name: person for person in (party.liaisons if party else ())}
        own = self._drafted(identity.DESK, "desk", identity.desk(self.own.name), label)
        return self._put(
            [own, *(self._drafted(identity.LIAISON, name, identity.liaison(people[name]), label) for name in people)]
        )

    def _outlets(self, tellings: Iterable[Telling], label: Label) -> list[ReportVersion]:
        found = {told.article.outlet: (told.imprint, told.outlet) for told in tellings}
        return self._put(
            self._drafted(identity.OUTLET, own, identity.outlet(*found[own]), label) for own in sorted(found)
        )

    def _places(self, tellings: Iterable[Telling], label: Label) -> list[ReportVersion]:
        found: dict[str, bytes] = {}
        for told in tellings:
            for place in told.places:
                body = canonical(location.told(place))
                found[place.id] = min(found.get(place.id, body), body)  # articles may know one place differently
        bodies = ((own, msgspec.json.decode(found[own])) for own in sorted(found))
        return self._put(self._drafted(location.LOCATION, own, body, label) for own, body in bodies)

    def _report(self, told: Telling, named: dict[str, str], desk: str) -> Drafted:
        refs = [named[told.article.outlet], *(named[place.id] for place in told.places if place.id in named)]
        body = report.told(told, [*dict.fromkeys(refs), desk])
        more = report.details(told)
        return self._drafted(report.KIND, told.page, body, told.label, more, state=told.state, reason=told.reason)

    def _tie(self, tie: Tie, by_page: dict[str, str]) -> Drafted:
        source, target = by_page[tie.page], by_page[tie.other]
        body = relationship.told(tie, source, target)
        return self._drafted(relationship.kind(tie), f"{source}|{target}", body, tie.label, {"tie": tie.kind})

    def _reason(self, one: ReportVersion, label: Label, words: str) -> Drafted:
        body = note.reason(one.state, words, one.id)
        about = f"{one.id}|{content_id('n', one.state, words)}"
        return self._drafted(note.REASON, about, body, label, {"state": one.state})

    def _with_reasons(self, said: list[ReportVersion]) -> list[ReportVersion]:
        label = self.standing.pact.terms.plain
        return [*said, *self._put(self._reason(one, label, one.reason) for one in said)]

    def _grave(self, late: Late) -> Drafted:
        return self._again(late.version, "withdrawn", *report.tombstone(late.body, late.reason, named=late.named))

    def _mended(self, late: Late) -> Drafted:
        struck = None if not late.quoted else frozenset(late.struck or ())
        return self._again(late.version, "corrected", *report.mended(late.body, late.reason, struck, named=late.named))

    def _loosened(self, one: ReportVersion) -> Drafted:
        body = relationship.tombstone(extension.load(one.body))
        return self._again(one, "withdrawn", body, {"state": "withdrawn"})

    def _again(self, one: ReportVersion, state: ReportState, body: Object, more: Object) -> Drafted:
        """The same object in another state, marked as it was."""
        refs, words = extension.load(one.body)["object_marking_refs"], str(more.get("reason", ""))
        drafted = self._drafted(one.kind, one.about, body, "RED", more, state=state, reason=words, refs=refs)
        return drafted._replace(generation=one.generation)

    # -- how each is written -------------------------------------------------------------------------------------------

    def _put(self, drafts: Iterable[Drafted]) -> list[ReportVersion]:
        return self.ledger.reports.put(self.standing.pact.id, drafts, partial(named, self.own.desk), self.now)

    def _drafted(  # noqa: PLR0913  an object is these
        self,
        kind: str,
        about: str,
        body: Object,
        label: Label,
        more: Object | None = None,
        *,
        state: ReportState = "usable",
        reason: str = "",
        refs: Sequence[str] | None = None,
    ) -> Drafted:
        marked = list(refs) if refs else [markings.TLP[label], markings.pact_marking_id(self.standing.pact)]
        core = {**body, "object_marking_refs": marked}
        more = more or {}
        digest = hashlib.sha256(canonical([kind, about, core, more, self.own.desk])).hexdigest()
        write = partial(self._written, kind, about, core, more)
        return Drafted(kind, about, digest, write, state, reason)

    def _written(self, kind: str, about: str, core: Object, more: Object, names: Written) -> str:
        whole = {
            **core,
            "spec_version": "2.1",
            "id": names.id,
            "created_by_ref": ids.object_id(identity.DESK, self.own.desk, "desk"),
            "created": ids.moment(names.created),
            "modified": ids.moment(names.modified),
        }
        origin = {"kind": kind, "about": about, "generation": names.generation}
        told = extension.with_origin(whole, self.own, self.standing, origin, more)
        return canonical(extension.signed(told, self.own)).decode()


def named(desk: str, kind: str, about: str, generation: int) -> str:
    """The id of an object of a desk."""
    return ids.object_id(kind, desk, about, generation)


def constants(standing: PactStanding) -> Iterator[Object]:
    """What all parties write alike, and what comes before all else: definitions, markings, addresses of mail."""
    yield from extension.definition()
    yield from (markings.label(label) for label in markings.TLP)
    yield markings.pact(standing.pact)
    for party in standing.pact.parties:
        yield from identity.emails(party.liaisons)
