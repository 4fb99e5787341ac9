"""Rewritten sentences held against their sources, with the reader's own English."""

import pytest
from msgspec.structs import replace

from reportedly.brief.checking import checked
from reportedly.ledger import Ledger
from reportedly.read.put import how_put
from reportedly.records import Citation, Draft, Flag
from tests.brief.writers import cited, draft
from tests.newsroom import FOREIGN, ORIGINAL, PERSIAN, REPLY

GUARD = cited(
    ORIGINAL,
    "Army spokesman Ivo Marsh said on Monday that “the so-called river guard” could have fired from the Sel bank",
)
KILLED = cited(ORIGINAL, "Twelve people were killed, the governor of Teral, Mara Dovic, told")
DENIED = cited(REPLY, "Defence Minister Anka Reut denied that Sel troops had fired on Teral Bridge", "Sel Courier")
CLOSED = cited(FOREIGN, PERSIAN.splitlines()[0], "Payam-e Rud")


def flags(ledger: Ledger, text: str, citation: Citation, before: Draft | None = None) -> tuple[Flag, ...]:
    written = draft("As drafted", citation=citation)
    (section,) = written.sections
    (sentence,) = section.sentences
    fresh = replace(written, sections=(replace(section, sentences=(replace(sentence, text=text),)),))
    return checked(fresh, before, ledger, how_put).sentences[0].flags


def kinds(ledger: Ledger, text: str, citation: Citation) -> list[str]:
    return [flag.kind for flag in flags(ledger, text, citation)]


@pytest.mark.parametrize(
    ("text", "citation", "found"),
    [
        ("Army spokesman Ivo Marsh said the river guard could have fired from the Sel bank.", GUARD, []),
        ("The river guard may have fired from the Sel bank, army spokesman Ivo Marsh said.", GUARD, []),
        ("Army spokesman Ivo Marsh said the river guard fired from the Sel bank.", GUARD, ["stronger"]),
        ("The river guard could have fired from the Sel bank.", GUARD, ["unattributed"]),
        ("Ivo Marsh was not sure, Varen News Agency reported: the river guard have fired.", GUARD, ["stronger"]),
        ("The river guard fired from the Sel bank.", GUARD, ["stronger", "unattributed"]),
        ("Army spokesman Ivo Marsh could have fired from the Sel bank.", GUARD, ["unattributed"]),
        ("Varen News Agency reported: Mara Dovic said 12 people were killed.", KILLED, []),
        ("Mara Dovic said fourteen people were killed.", KILLED, ["number"]),
        ("Varen News Agency reported: fishermen said twelve people were killed.", KILLED, ["source"]),
        ("Defence Minister Anka Reut denied that Sel troops had fired on the bridge.", DENIED, []),
        ("Sel Courier reported, of the bridge: the minister rejected it.", DENIED, []),
        ("Defence Minister Anka Reut said Sel troops had fired on the bridge.", DENIED, ["turned"]),
        (f"As Varen News Agency has it: {GUARD.words}.", GUARD, []),
    ],
)
def test_a_sentence_that_says_more_than_its_source_is_flagged(
    ledger: Ledger, text: str, citation: Citation, found: list[str]
) -> None:
    told = kinds(ledger, text, citation)
    assert [kind for kind in told if kind != "source" or "source" in found] == found


def test_what_was_not_read_says_so(ledger: Ledger) -> None:
    assert kinds(ledger, "Payam-e Rud reported: the bridge is closed.", CLOSED) == ["unread"]


def test_a_flag_gives_the_reason_and_leads_to_the_source(ledger: Ledger) -> None:
    (flag,) = flags(ledger, "Army spokesman Ivo Marsh said the river guard fired from the Sel bank.", GUARD)
    assert "put as certain" in flag.reason
    assert "put as possible" in flag.reason
    assert flag.link == f"/articles/{ORIGINAL.id}#s-{GUARD.span.start}-{GUARD.span.end}"


def test_what_the_program_drafted_and_what_cites_nothing_is_not_weighed(ledger: Ledger) -> None:
    def refuse(_: object) -> list[object]:
        raise AssertionError("nothing is to be weighed")

    for given in (draft("As drafted", citation=GUARD), draft("By hand")):
        assert checked(given, None, ledger, refuse) == given  # type: ignore[arg-type]
