from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportedly.brief import compose, html, markdown
from reportedly.edits import compare
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Capture, Outcome, Outlet, content_id
from tests.revised import NOON, URL, article, reading, said

EARLY = article("Fire on the quay. It may have killed 14 people, a nurse said.")
LATE = article("Fire on the quay. It killed nine people, the hospital said.")
DAY = date(2031, 5, 20)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A page seen on 20 May, edited on the 21st, and gone on the 27th."""
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        opened.outlets.put([Outlet("quay", "Quay Post", "https://quay.example/")])
        for days, shown in enumerate((EARLY, LATE)):
            at = NOON + timedelta(days=days)
            own = Capture(content_id("c", at), URL, at, 200, "text/html", "0" * 64, 9, "a.warc.gz", days)
            opened.captures.put(own)
            opened.articles.file(replace(shown, capture=own.id))
            opened.captures.mark_extracted(own.id, None, shown.id)
        opened.outcomes.put(Outcome(URL, NOON + timedelta(days=7), "gone", "410 Gone"))
        (pair,) = opened.edits.to_compare()
        old = reading(EARLY, said(EARLY.text, "It may have killed 14 people", "said", "a nurse", certainty="possible"))
        new = reading(LATE, said(LATE.text, "It killed nine people", "said", "the hospital"))
        opened.edits.file(pair, compare(EARLY, LATE, old, new))
        yield opened


def test_a_brief_tells_which_articles_were_edited_and_cites_both_texts(ledger: Ledger) -> None:
    (told,) = compose(ledger, DAY, DAY + timedelta(days=2), today=date(2031, 6, 1)).became
    assert told.text == (
        "Quay Post edited “Fire on the quay. It may have killed 14 people, a nurse said” on 21 May 2031: "
        "5 words struck, 3 added and 1 statement changed."
    )
    assert [cited.article for cited in told.citations] == [EARLY.id, LATE.id]
    assert all(
        cited.span.of(text.text) == cited.words for cited, text in zip(told.citations, (EARLY, LATE), strict=True)
    )


def test_a_brief_tells_which_articles_were_taken_down(ledger: Ledger) -> None:
    made = compose(ledger, date(2031, 5, 25), date(2031, 5, 31), today=date(2031, 6, 1))
    (told,) = made.became
    assert "no longer has “Fire on the quay." in told.text
    assert "27 May 2031" in told.text
    for shown in (markdown.render(made), html.render(made)):
        assert "Edited or taken down" in shown
        assert "found gone" in shown


def test_what_lies_after_today_or_outside_the_days_is_not_told(ledger: Ledger) -> None:
    assert compose(ledger, DAY, date(2031, 5, 31), today=DAY).became == ()
    assert compose(ledger, date(2031, 6, 1), date(2031, 6, 2), today=date(2031, 6, 3)).became == ()
