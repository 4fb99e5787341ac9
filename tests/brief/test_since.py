"""What a brief cites, on pages that were edited and taken down since."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportedly.brief.since import fewer, since
from reportedly.edits import compare
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import (
    Capture,
    Citation,
    DispatchSection,
    Gist,
    Judgement,
    Outcome,
    Outlet,
    Story,
    StoryArticle,
    content_id,
)
from tests.revised import NOON, URL, article, at, reading, said
from tests.telling import tell

EARLY = article("Fire on the quay. It may have killed 14 people, a nurse said. Boats left.")
LATE = article("Fire on the quay. It killed nine people, the hospital said. Boats left.")
STRUCK, STILL, FRESH = (
    Citation.of(of, at(of.text, words), "Quay Post")
    for of, words in ((EARLY, "It may have killed 14 people"), (EARLY, "Boats left"), (LATE, "It killed nine people"))
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A page seen on 20 May and edited on the 21st."""
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        opened.outlets.put([Outlet("quay", "Quay Post", "https://quay.example/")])
        for days, shown in enumerate((EARLY, LATE)):
            moment = NOON + timedelta(days=days)
            own = Capture(content_id("c", moment), URL, moment, 200, "text/html", "0" * 64, 9, "a.warc.gz", days)
            opened.captures.put(own)
            opened.articles.file(replace(shown, capture=own.id))
            opened.captures.mark_extracted(own.id, None, shown.id)
        (pair,) = opened.edits.to_compare()
        old = reading(EARLY, said(EARLY.text, "It may have killed 14 people", "said", "a nurse", certainty="possible"))
        new = reading(LATE, said(LATE.text, "It killed nine people", "said", "the hospital"))
        opened.edits.file(pair, compare(EARLY, LATE, old, new))
        yield opened


def test_words_that_were_edited_out_are_told_from_those_that_still_stand(ledger: Ledger) -> None:
    flags = since(ledger, [STRUCK, STILL, FRESH])
    assert {place: (flag.kind, flag.link) for place, (flag,) in flags.items()} == {
        (EARLY.id, STRUCK.span): ("changed", f"/articles/{EARLY.id}/history"),
        (EARLY.id, STILL.span): ("changed", f"/articles/{EARLY.id}/history"),
    }
    (struck,), (still,) = flags[EARLY.id, STRUCK.span], flags[EARLY.id, STILL.span]
    assert struck.reason.endswith("the words cited no longer stand there.")
    assert still.reason.endswith("the words cited still stand there.")
    assert "2031-05-21 12:00 UTC" in still.reason


def test_a_page_that_is_gone_is_gone_for_all_its_words(ledger: Ledger) -> None:
    ledger.outcomes.put(Outcome(URL, NOON + timedelta(days=7), "gone", "410 Gone"))
    assert [flag.kind for flags in since(ledger, [STRUCK, FRESH]).values() for flag in flags] == ["gone", "gone"]


def test_a_page_put_back_to_what_is_cited_is_no_other(ledger: Ledger) -> None:
    moment = NOON + timedelta(days=3)
    own = Capture(content_id("c", moment), URL, moment, 200, "text/html", "1" * 64, 9, "a.warc.gz", 9)
    ledger.captures.put(own)
    ledger.captures.mark_extracted(own.id, None, EARLY.id)
    assert since(ledger, [STRUCK]) == {}


def filed(ledger: Ledger) -> str:
    """The name by which the statement that the fire killed nine people is judged."""
    own = said(LATE.text, "It killed nine people", "said", "the hospital")
    one = replace(reading(LATE, replace(own, id="s" + "1" * 16)), sentences=(at(LATE.text, LATE.text),))
    ledger.readings.file(one, Gist(LATE.id, URL, "quay", None, None, "", b"", (), (), ()), ())
    return f"{LATE.id}:{'s' + '1' * 16}"


def test_a_statement_that_was_withdrawn_is_told_with_who_and_why(ledger: Ledger) -> None:
    about = filed(ledger)
    made = Judgement("j1", "ilse", NOON, "withdraw", about, note="misread")
    ledger.judgements.put(made)
    flags = since(ledger, [FRESH, STRUCK])
    (flag,) = flags[LATE.id, FRESH.span]
    assert (flag.kind, flag.reason) == (
        "withdrawn",
        "A statement cited was withdrawn by ilse on 2031-05-20 12:00 UTC: misread.",
    )
    assert [one.kind for one in flags[EARLY.id, STRUCK.span]] == ["changed"]
    ledger.judgements.put(Judgement("j2", "ilse", NOON, "undo", about, undoes="j1"))
    assert since(ledger, [FRESH]) == {}


def test_an_article_that_was_set_aside_is_told_of_all_its_words(ledger: Ledger) -> None:
    ledger.judgements.put(Judgement("j1", "ilse", NOON, "withdraw", LATE.id, note="an advertisement"))
    (flag,) = since(ledger, [FRESH])[LATE.id, FRESH.span]
    assert flag.reason.startswith("The article cited was withdrawn by ilse")


def test_a_correction_counts_from_when_the_brief_was_written(ledger: Ledger) -> None:
    ledger.judgements.put(Judgement("j1", "omar", NOON, "correct", filed(ledger), "certainty=possible"))
    (flag,) = since(ledger, [FRESH], NOON - timedelta(hours=1))[LATE.id, FRESH.span]
    assert flag.reason.startswith("A statement cited was corrected (certainty: possible) by omar")
    assert since(ledger, [FRESH], NOON + timedelta(hours=1)) == {}


def test_nothing_is_told_of_what_the_ledger_does_not_know(ledger: Ledger) -> None:
    assert since(ledger, []) == {}
    assert since(ledger, [replace(STRUCK, article="a" + "0" * 16)]) == {}


def test_a_story_that_lost_sources_since_is_told_with_both_counts(ledger: Ledger) -> None:
    place = StoryArticle(LATE.id, URL, None, URL)
    tell(ledger, [Story("s00000000000000aa", "Fire", (place,), 1)])
    sections = [
        DispatchSection("Fire", (), story="s00000000000000aa", sources=3),
        DispatchSection("Same", (), story="s00000000000000aa"),
        DispatchSection("Gone", (), story="s00000000000000bb", sources=2),
    ]
    flags = fewer(ledger, sections)
    assert flags["s00000000000000aa"].reason == "1 independent source now, 3 when this was written."
    assert flags["s00000000000000bb"].reason == "This story stands no longer."
    assert fewer(ledger, [DispatchSection("Fire", (), story="s00000000000000aa", sources=1)]) == {}
