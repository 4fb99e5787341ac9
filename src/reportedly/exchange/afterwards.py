"""What is said of reports that were given and hold no longer as they were: withdrawn, corrected, tied no more.

It goes to whoever received them, whatever the pact lets out by now. So it is made of what all who received have:
nothing in it is new but the state and the reason, and less of it where words must not go any more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reportedly.exchange import composing
from reportedly.exchange.drafting import Drafter, Late
from reportedly.exchange.leaving import Asking, repeatable
from reportedly.exchange.shutting import Judgements, Shut
from reportedly.exchange.stages import Stages
from reportedly.exchange.stix import extension, note, relationship, report
from reportedly.exchange.stix.extension import Object
from reportedly.ledger import Ledger
from reportedly.records import Judged, Judgement, ReportVersion
from reportedly.text import squeezed


class After(NamedTuple):
    """A desk about to say so: to whom, under which pact, when, and with whose help."""

    ledger: Ledger
    asking: Asking
    drafter: Drafter
    stages: Stages

    def said(self, told: Sequence[ReportVersion]) -> list[ReportVersion]:
        """All that is to be said besides what is told of now, to whoever received what it is about."""
        before = self.ledger.reports.of_pact(self.asking.standing.pact.id)
        graves = [one for one in before if one.state == "withdrawn"]
        standing = {_address(one): one for one in before if one.kind == report.KIND and one.state != "withdrawn"}
        aside = self.ledger.judgements.set_aside(standing)
        graves += self._withdrawn({url: one for url, one in standing.items() if url in aside})
        now = {one.id for one in told}
        late = self._corrected({url: one for url, one in standing.items() if url not in aside and one.id not in now})
        dead = {one.id for one in graves}
        about = dead | {one.id for one in late}
        notes = [one for one in before if one.kind == note.REASON and concerns(one) in about]
        return [*graves, *late, *notes, *self.drafter.unbind(_loose(before, now, dead))]

    def _withdrawn(self, gone: Mapping[str, ReportVersion]) -> list[ReportVersion]:
        """The tombstones of reports that people set aside, by their addresses."""
        late = list(self._late(gone, self.ledger.judgements.on_pages(gone)))
        return self.drafter.withdraw(late)

    def _corrected(self, given: Mapping[str, ReportVersion]) -> list[ReportVersion]:
        """Reports that are told of no more, and of which people corrected something after everybody got them."""
        judged = self.ledger.judgements.on_pages(given)
        touched = {url: one for url, one in given.items() if any(_corrections(judged.get(url, ())))}
        fresh = [one for one in self._late(touched, judged) if one.struck]
        drafted = {one.version.id for one in fresh}
        others = (one for one in touched.values() if one.id not in drafted)
        kept = [one for one in others if report.STRUCK in extension.of(_body(one))]
        return [*kept, *self.drafter.correct(fresh)]

    def _late(self, given: Mapping[str, ReportVersion], judged: Mapping[str, Judgements]) -> Iterator[Late]:
        """Each with the version that all who received it have, and what of that may be said again."""
        if not given:
            return
        pact = self.asking.standing.pact.id
        served = self.ledger.offers.served_versions(pact, [one.id for one in given.values()])
        shuts = repeatable(self.ledger, self.asking, self.stages, given)
        for url, one in given.items():
            receivers = list(served.get(one.id, {}).values())
            common = set[object]().union(*receivers[:1]).intersection(*receivers[1:])
            versions = [each for each in self.ledger.reports.versions(one.id) if each.modified in common]
            if receivers:
                yield _one(one, versions[-1] if versions else None, shuts.get(url), judged.get(url, ()))


def concerns(one: ReportVersion) -> str:
    """The object whose receivers are told of this: its own, or the report that a note is about."""
    return one.about.partition("|")[0] if one.kind == note.REASON else one.id


def _one(last: ReportVersion, had: ReportVersion | None, shut: Shut | None, judged: Judgements) -> Late:
    body = _body(had or last)
    told = extension.of(body)
    headline = str(told.get("headline", ""))
    is_open = shut is not None and had is not None and not shut.why((), headline)
    article = [one for thing, made in judged if thing.kind == "article" for one in made if one.kind == "withdraw"]
    decided = [pair for pair in _corrections(judged) if had is not None and pair[1].at > had.modified]
    return Late(
        version=last,
        body=body,
        named=is_open,
        quoted=is_open and _may_all(shut, told),
        struck=tuple(sorted(_struck(told, [thing.words for thing, _ in decided]))) if decided else None,
        reason=composing.reason([one for _, one in decided] or article),
    )


def _may_all(shut: Shut | None, told: Object) -> bool:
    """Whether all words of a report may be said again."""
    said = [" ".join((*one.get("words", ()), one.get("source", ""))) for one in told.get("statements", ())]
    expected = [one.get("sentence", "") for one in told.get("expectations", ())]
    return shut is not None and not any(shut.why((), words) for words in (*said, *expected))


def _corrections(judged: Judgements) -> Iterator[tuple[Judged, Judgement]]:
    return ((thing, one) for thing, made in judged if thing.kind == "statement" for one in made if _corrects(one))


def _corrects(one: Judgement) -> bool:
    return one.kind in {"correct", "withdraw"}


def _struck(told: Object, words: Iterable[str]) -> Iterator[str]:
    """The statements of a report that stand in these words: in whichever revision of the page they were judged."""
    judged = [squeezed(one) for one in words]
    for one in told.get("statements", ()):
        parts = [squeezed(part) for part in one.get("words", ())]
        if any(all(part in own for part in parts) for own in judged):
            yield str(one["id"])


def _loose(before: Iterable[ReportVersion], now: set[str], dead: set[str]) -> Iterator[ReportVersion]:
    """The ties that hold no longer: of a report that was withdrawn, or of two that are told of and tied no more."""
    for one in before:
        if one.kind not in {relationship.COPY, relationship.HAPPENING} or one.state == "withdrawn" or one.id in now:
            continue
        ends = set(one.about.split("|"))
        if ends & dead or ends <= now:
            yield one


def _address(one: ReportVersion) -> str:
    return str(_body(one)["external_references"][0]["url"])


def _body(one: ReportVersion) -> Object:
    return extension.load(one.body)
