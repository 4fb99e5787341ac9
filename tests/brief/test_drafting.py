from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reportedly.brief import drafting
from reportedly.errors import BadInput, NotInLedger
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Draft
from tests import newsroom
from tests.brief.writers import many_harbours
from tests.newsroom import STORY, TODAY


def resolved(ledger: Ledger, draft: Draft) -> list[bool]:
    """For each citation of a draft whether its words are those that are stored at its place."""
    cited = [citation for sentence in draft.sentences for citation in sentence.citations]
    stored = ledger.articles.by_id(citation.article for citation in cited)
    return [citation.words == citation.span.of(stored[citation.article].text) != "" for citation in cited]


@pytest.fixture(scope="module")
def harbours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(f"sqlite:///{tmp_path_factory.mktemp('harbours')}/ledger.db") as opened:
        many_harbours(opened)
        yield opened


def test_every_citation_of_a_draft_of_fifty_sentences_gives_back_the_stored_words(harbours: Ledger) -> None:
    draft = drafting.of_days(harbours, date(2024, 6, 1), date(2024, 6, 3), today=TODAY)
    assert len(draft.sentences) >= 50
    assert all(sentence.citations for sentence in draft.sentences)
    assert all(resolved(harbours, draft))


def test_a_draft_has_highlights_then_stories_then_what_lies_ahead(ledger: Ledger) -> None:
    draft = drafting.of_days(ledger, date(2024, 6, 1), date(2024, 6, 7), today=TODAY)
    assert [section.kind for section in draft.sections] == ["highlights", "story", "story", "ahead"]
    assert draft.sections[0].sentences[0].text == (
        "Varen News Agency reported: “Twelve people killed as shells hit Teral Bridge”; "
        "according to two independent sources (Varen News Agency, Sel Courier)."
    )
    assert draft.sections[1].note == "According to two independent sources (Varen News Agency, Sel Courier)."
    assert all(resolved(ledger, draft))


def test_what_lies_ahead_cites_whole_sentences(ledger: Ledger) -> None:
    draft = drafting.of_stories(ledger, [STORY.id], today=TODAY)
    (ahead,) = (section for section in draft.sections if section.kind == "ahead")
    words = [citation.words for sentence in ahead.sentences for citation in sentence.citations]
    assert "Ministers of both countries are to meet in Ostra on 9 June, the foreign ministry announced." in words


def test_chosen_stories_stand_in_the_order_they_were_chosen_in(harbours: Ledger) -> None:
    chosen = [f"s{n:016x}" for n in (7, 2, 5)]
    draft = drafting.of_stories(harbours, chosen, today=TODAY, title="Three quays")
    assert draft.title == "Three quays"
    assert [section.story for section in draft.sections if section.story] == chosen


def test_a_draft_of_a_search_tells_the_stories_found(harbours: Ledger) -> None:
    draft = drafting.of_search(harbours, "Holt4", today=TODAY)
    assert [section.story for section in draft.sections if section.story] == ["s0000000000000004"]


def test_what_cannot_be_drafted_says_why(harbours: Ledger) -> None:
    with pytest.raises(NotInLedger, match="regrouped"):
        drafting.of_stories(harbours, ["sffffffffffffffff"], today=TODAY)
    with pytest.raises(BadInput, match="too many"):
        drafting.of_stories(harbours, [f"s{n}" for n in range(drafting.MOST + 1)], today=TODAY)
    with pytest.raises(BadInput, match="other words"):
        drafting.of_search(harbours, "zeppelin", today=TODAY)


def test_ids_within_a_draft_are_its_own(tmp_path: Path) -> None:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        newsroom.fill(opened)
        draft = drafting.of_days(opened, date(2024, 5, 1), date(2024, 6, 7), today=TODAY)
    ids = [section.id for section in draft.sections] + [sentence.id for sentence in draft.sentences]
    assert len(ids) == len(set(ids))
    assert max(int(own[1:]) for own in ids) <= draft.counter
