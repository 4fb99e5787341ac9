"""Notes: why a report was withdrawn or corrected, that a withdrawal was received, and what a delivery held."""

from collections.abc import Sequence

from reportedly.exchange.stix.extension import Object

REASON, ANSWER, DELIVERY = "note/reason", "note/answer", "note/delivery"


def reason(state: str, words: str, report: str) -> Object:
    """Why a report was withdrawn or corrected: for importers that do not look whether it is revoked."""
    return {
        "type": "note",
        "abstract": "Withdrawn" if state == "withdrawn" else "Corrected",
        "content": words,
        "object_refs": [report],
    }


def answer(word: str, report: str) -> Object:
    """What was done with a report that was withdrawn or corrected."""
    told = {"withdrawn": "Withdrawal received: the report is used no more.", "received": "Received."}
    return {"type": "note", "abstract": "Answer", "content": told[word], "object_refs": [report]}


def delivery(words: str, refs: Sequence[str]) -> Object:
    """What a file holds, for whom it is and under which pact."""
    return {"type": "note", "abstract": "Delivery", "content": words, "object_refs": list(refs)}
