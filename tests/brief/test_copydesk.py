from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportedly.brief import editing
from reportedly.brief.copydesk import CopyDesk, flagged
from reportedly.errors import BadInput, NotInLedger
from reportedly.ledger import open_ledger
from reportedly.records import MARKINGS, MARKS, DraftVersion
from tests import newsroom
from tests.brief.writers import cited, copydesk, draft
from tests.newsroom import CAPTURE, ORIGINAL

WORDS = cited(ORIGINAL, "Twelve people were killed")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CopyDesk]:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        yield copydesk(newsroom.fill(opened))


@pytest.fixture
def version(desk: CopyDesk) -> DraftVersion:
    return desk.open(draft("Twelve people were killed, Varen News Agency reported.", citation=WORDS), "ilse")


def rewritten(desk: CopyDesk, base: DraftVersion, text: str, who: str = "ilse") -> DraftVersion | None:
    return desk.save(base, editing.rewritten(base.contents, None, {}, {"l2": text}), who, "rewritten")


def test_each_save_is_a_version_with_who_and_what(desk: CopyDesk, version: DraftVersion) -> None:
    second = rewritten(desk, version, "Twelve died, Varen News Agency reported.", "omar")
    assert second is not None
    lines = desk.ledger.briefs.versions(version.draft)
    assert [(line.n, line.who, line.what) for line in lines] == [(2, "omar", "rewritten"), (1, "ilse", "drafted")]
    assert desk.draft(version.draft, 1) == version
    assert desk.draft(version.draft) == second


def test_a_save_that_changes_nothing_is_no_version(desk: CopyDesk, version: DraftVersion) -> None:
    assert desk.save(version, version.contents, "ilse", "rewritten") == version
    assert len(desk.ledger.briefs.versions(version.draft)) == 1


def test_a_save_over_a_version_that_is_not_the_last_saves_nothing(desk: CopyDesk, version: DraftVersion) -> None:
    assert rewritten(desk, version, "First.")
    assert rewritten(desk, version, "Second.") is None
    assert desk.save(version, version.contents, "omar", "rewritten") is None
    assert desk.draft(version.draft).contents.sentences[0].text == "First."


def test_numbers_rise_and_editions_keep_theirs(desk: CopyDesk, version: DraftVersion) -> None:
    other = desk.open(draft("A ferry ran, Varen News Agency reported.", citation=WORDS), "ilse")
    first = desk.issue(version, "TLP:GREEN", "ilse")
    second = desk.issue(other, "TLP:RED", "ilse")
    again = desk.issue(version, "TLP:GREEN", "ilse", "the figure was wrong")
    assert [(one.number, one.edition) for one in (first, second, again)] == [(1, 1), (2, 1), (1, 2)]
    assert desk.issued(1) == again
    assert desk.issued(1, 1) == first
    assert [line.number for line in desk.ledger.briefs.issues()] == [2, 1]


def test_what_was_issued_holds_its_evidence_and_no_later_word(desk: CopyDesk, version: DraftVersion) -> None:
    issued = desk.issue(version, "TLP:CLEAR", "ilse")
    assert rewritten(desk, version, "Other words.")
    assert desk.issued(1) == issued
    (exhibit,) = issued.exhibits
    assert (exhibit.outlet, exhibit.title) == ("Varen News Agency", ORIGINAL.article.headline)
    assert (exhibit.capture, exhibit.captured) == (CAPTURE.sha256, CAPTURE.fetched_at)
    assert exhibit.span.of(ORIGINAL.article.text) == exhibit.words == "Twelve people were killed"


def test_dropped_sentences_and_empty_sections_are_not_issued(desk: CopyDesk, version: DraftVersion) -> None:
    contents = editing.dropped(editing.added(editing.with_section(version.contents, "Ours"), "p3", "Calm."), "l2")
    saved = desk.save(version, contents, "ilse", "dropped")
    assert saved is not None
    issued = desk.issue(saved, "TLP:CLEAR", "ilse")
    assert [(section.title, [one.text for one in section.sentences]) for section in issued.sections] == [
        ("Ours", ["Calm."])
    ]
    assert [flag.kind for flag in issued.sections[0].sentences[0].flags] == ["uncited"]
    assert [one.text for one in flagged(saved.contents)] == ["Calm."]


def test_what_cannot_be_issued_says_why(desk: CopyDesk, version: DraftVersion) -> None:
    with pytest.raises(BadInput, match="no marking"):
        desk.issue(version, "SECRET", "ilse")
    with pytest.raises(BadInput, match="who"):
        desk.issue(version, "TLP:RED", " ")
    with pytest.raises(BadInput, match="never issued"):
        desk.issue(version, "TLP:RED", "ilse", "a slip")
    empty = desk.open(replace(version.contents, sections=()), "ilse")
    with pytest.raises(BadInput, match="nothing to issue"):
        desk.issue(empty, "TLP:RED", "ilse")
    desk.issue(version, "TLP:RED", "ilse")
    with pytest.raises(BadInput, match="say why"):
        desk.issue(version, "TLP:RED", "ilse")


def test_a_brief_is_withdrawn_once_and_for_good(desk: CopyDesk, version: DraftVersion) -> None:
    desk.issue(version, "TLP:RED", "ilse")
    with pytest.raises(BadInput, match="say why"):
        desk.withdraw(1, "ilse", " ")
    made = desk.withdraw(1, "ilse", "the source took it back")
    assert desk.withdraw(1, "omar", "another reason") == made
    with pytest.raises(BadInput, match="draft of its own"):
        desk.issue(version, "TLP:RED", "ilse", "a slip")
    assert desk.issued(1).edition == 1


def test_what_is_not_there_is_named(desk: CopyDesk) -> None:
    with pytest.raises(NotInLedger, match="no draft d1"):
        desk.draft("d1")
    with pytest.raises(NotInLedger, match="no brief 9"):
        desk.issued(9)
    with pytest.raises(NotInLedger, match="no brief 9"):
        desk.withdraw(9, "ilse", "gone")


def test_briefs_and_what_they_tell_are_marked_with_the_same_labels() -> None:
    assert list(MARKINGS) == [f"TLP:{label}" for label in MARKS]
