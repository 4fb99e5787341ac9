"""A report: one article as a desk tells of it."""

from collections.abc import Sequence
from typing import Any

from reportedly.exchange.stix import ids, imprints, wording
from reportedly.exchange.stix.extension import Object
from reportedly.exchange.telling import Telling, ToldExpectation, ToldStatement

KIND = "report"


def told(telling: Telling, refs: Sequence[str]) -> Object:
    """The report without ids and times; ``refs`` are the objects it refers to, its outlet first."""
    published = _published(telling)
    return _without_nothing(
        {
            "type": "report",
            "name": wording.name(telling),
            "description": wording.description(telling),
            "lang": telling.article.language or None,
            "published": published,
            "object_refs": list(refs),
            "external_references": [_address(telling)],
        }
    )


def details(telling: Telling) -> Object:
    """What the extension holds of it."""
    article = telling.article
    return _without_nothing(
        {
            "imprint": imprints.written(telling.imprint),
            "headline": telling.headline,
            "language": article.language,
            "state": telling.state,
            "pubstatus": wording.PUBSTATUS[telling.state],
            "reason": telling.reason,
            "admiralty": wording.ADMIRALTY,
            "statements": [_statement(one) for one in telling.statements],
            "expectations": [_expectation(one) for one in telling.expectations],
            "text": telling.text,
        }
    )


def tombstone(before: Object, reason: str, refs: Sequence[str]) -> Object:
    """The report as it is withdrawn: its name, who printed it and where, and that it must not be used; nothing else."""
    return {
        "type": "report",
        "name": before["name"],
        "description": f"{wording.withdrawn(reason)}\n{before['description'].partition(chr(10))[0]}",
        "published": before["published"],
        "object_refs": list(refs),
        "external_references": before["external_references"],
        "revoked": True,
    }


def _published(telling: Telling) -> str:
    """The moment it came out; the first of its day where no moment is known, of 1970 where no day is."""
    imprint = telling.imprint
    if imprint.at:
        return ids.moment(imprint.at)
    return f"{imprint.day or '1970-01-01'}T00:00:00.000Z"


def _address(telling: Telling) -> Object:
    reference: Object = {"source_name": telling.outlet, "url": telling.article.url, "external_id": telling.short}
    if telling.capture:
        reference["hashes"] = {"SHA-256": telling.capture}
    return reference


def _statement(one: ToldStatement) -> Object:
    return _without_nothing(
        {
            "id": one.id,
            "words": list(one.words),
            "source": one.source,
            "source_kind": one.source_kind,
            "cue": one.cue,
            "certainty": one.certainty,
            "icd_203": wording.icd(one),
            "polarity": one.polarity,
            "mode": one.mode,
            "via": one.via,
        }
    )


def _expectation(one: ToldExpectation) -> Object:
    window = one.window
    states = [{"on": f"{own.on}", "state": own.state, "pages": list(own.pages)} for own in one.states]
    return _without_nothing(
        {
            "id": one.id,
            "sentence": one.sentence,
            "starts": f"{window.start}" if window and window.start else None,
            "ends": f"{window.end}" if window and window.end else None,
            "vague": window.vague if window else None,
            "certainty": one.certainty,
            "states": states,
        }
    )


def _without_nothing(given: dict[str, Any]) -> Object:
    return {name: value for name, value in given.items() if value not in (None, "", [], ())}
