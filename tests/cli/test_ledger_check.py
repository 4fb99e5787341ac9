"""A real desk is broken in one way after another: `ledger check` finds each, says what it is, and what to do."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.archive import Archive
from reportedly.ledger import open_ledger
from reportedly.records import Exchange
from tests.commands import Answer, reportedly
from tests.harbour import HERE, THERE

PAGE = Exchange(
    url="https://harbour.example/page",
    fetched_at=datetime(2025, 6, 10, 8, tzinfo=UTC),
    status=200,
    reason="OK",
    request_headers=(),
    response_headers=(("Content-Type", "text/html"),),
    body=b"<p>The pilots' boat is to be painted green.</p>" * 40,
)


@pytest.fixture
def desk(own: Path) -> Path:
    """The harbour's desk with an archived page."""
    with open_ledger(f"sqlite:///{own}/ledger.db") as ledger:
        capture = Archive(own / "archive").write(PAGE)
        ledger.captures.put(capture)
        ledger.captures.mark_extracted(capture.id, None)
    return own


def check(desk: Path, *options: str) -> Answer:
    return reportedly("ledger", "check", "--desk", desk, *options)


def broken(desk: Path, *statements: str, **given: str) -> list[tuple[str, str, str]]:
    """Break a sound desk by hand; gives kind, about and words of what the check finds then."""
    sound = check(desk)
    assert (sound.code, sound.out) == (0, ""), sound
    with closing(sqlite3.connect(desk / "ledger.db", isolation_level=None)) as connection:
        for statement in statements:
            assert connection.execute(statement, given).rowcount != 0, statement
    return faults(desk)


def faults(desk: Path, *options: str) -> list[tuple[str, str, str]]:
    answer = check(desk, "--format", "jsonl", *options)
    found = [json.loads(line) for line in answer.out.splitlines()]
    assert answer.code == (5 if found else 0)
    assert all(fault["remedy"] for fault in found)
    return [(fault["kind"], fault["about"], fault["words"]) for fault in found]


def asked(desk: Path, question: str, *given: str) -> str:
    with closing(sqlite3.connect(desk / "ledger.db")) as connection:
        return str(connection.execute(question, given).fetchone()[0])


def article_at(desk: Path, url: str) -> str:
    return asked(desk, "SELECT id FROM articles WHERE url = ?", url)


def test_a_sound_desk_has_nothing_to_tell(desk: Path) -> None:
    answer = check(desk, "--deep")
    assert (answer.code, answer.out) == (0, "")
    assert "1 capture and 4 articles checked, 0 faults found" in answer.err


def test_torn_pages_of_the_database(desk: Path) -> None:
    assert check(desk).code == 0
    page = int(asked(desk, "SELECT pageno FROM dbstat WHERE name = 'ix_articles_outlet_published_seq'"))
    size = int(asked(desk, "PRAGMA page_size"))
    with (desk / "ledger.db").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))
    found = faults(desk)
    assert ("database", "articles") in {fault[:2] for fault in found}


def test_rows_that_point_at_nothing(desk: Path) -> None:
    found = broken(desk, "DELETE FROM gists", "DELETE FROM readings WHERE reader LIKE 'english%'")
    pointers = {about: words for kind, about, words in found if kind == "pointer"}
    assert "sentences" in pointers
    assert "rows of readings that are not there" in pointers["events"]


def test_words_that_nobody_finds(desk: Path) -> None:
    own = article_at(desk, HERE)
    found = broken(
        desk,
        "DELETE FROM article_words_docsize WHERE id & 1099511627775 = (SELECT seq FROM articles WHERE id = :own)",
        own=own,
    )
    assert ("search", own, "its words are not in the full-text index: nobody finds it") in found


def test_a_search_index_with_words_of_nobody(desk: Path) -> None:
    found = broken(desk, "INSERT INTO article_words (rowid, headline, text) VALUES (999, 'Fog', 'Fog on the quay')")
    assert [fault[:2] for fault in found] == [("search", "article_words")]


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE captures SET offset = 100000000", "the file ends before it"),
        ("UPDATE captures SET offset = offset + 1", "no record begins there"),
        ("UPDATE captures SET warc = 'reportedly-00099.warc.gz'", "the WARC file cannot be read"),
    ],
)
def test_captures_that_are_not_where_they_are_said_to_be(desk: Path, statement: str, words: str) -> None:
    ((kind, about, told),) = broken(desk, statement)
    assert kind == "archive"
    assert about.startswith("reportedly-000")
    assert words in told


def test_bytes_turned_in_the_archive_show_when_it_is_checked_deep(desk: Path) -> None:
    (warc,) = (desk / "archive").glob("*.warc.gz")
    data = bytearray(warc.read_bytes())
    data[int(asked(desk, "SELECT offset FROM captures")) + 40] ^= 1
    warc.write_bytes(data)
    assert check(desk).code == 0
    assert {kind for kind, _, _ in faults(desk, "--deep")} == {"archive"}


def test_a_text_that_was_altered(desk: Path) -> None:
    own = article_at(desk, HERE)
    found = broken(desk, "UPDATE articles SET text = replace(text, 'June 12', 'June 15') WHERE id = :own", own=own)
    assert ("text", own, f"the text at {HERE} is not the one that was filed under this id") in found


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE statements SET certainty = 'unknown' WHERE article = :own",
        "DELETE FROM sentences WHERE article = :own",
        "UPDATE entities SET name = 'Orla Finn' WHERE article = :own AND kind = 'person'",
        "DELETE FROM sightings WHERE article = :own AND n = 0",
        "UPDATE sightings SET data = '{' WHERE article = :own",
        "UPDATE sightings SET data = x'00' WHERE article = :own",
        "UPDATE gists SET words = '[]' WHERE article = :own",
    ],
)
def test_rows_of_a_reading_that_were_altered_or_lost(desk: Path, statement: str) -> None:
    own = article_at(desk, HERE)
    found = broken(desk, statement, own=own)
    assert found == [("reading", own, "the rows of its reading are not those that were filed")]


def test_a_reading_without_a_gist(desk: Path) -> None:
    own = article_at(desk, HERE)
    found = broken(desk, "DELETE FROM gists WHERE article = :own", own=own)
    assert ("gist", own, "it was read, but nothing is kept that relates it to other articles") in found


def test_an_article_in_no_story_or_in_two(desk: Path) -> None:
    own = article_at(desk, HERE)
    found = broken(desk, "UPDATE story_articles SET article = :own", own=own)
    told = {about: words for kind, about, words in found if kind == "story"}
    assert told.pop(own).startswith("it stands in ")
    assert set(told.values()) == {"it was read and related, but is in no story"}


def test_a_story_that_rests_on_an_earlier_revision(desk: Path) -> None:
    first = asked(desk, "SELECT id FROM articles WHERE url LIKE '%fire' AND revision = 1")
    found = broken(desk, "UPDATE story_articles SET article = :own WHERE url LIKE '%fire'", own=first)
    assert any(about == first and "its page shows another revision now" in words for _, about, words in found)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE supports SET sentence = 'She stays at home.'", "which is not in its text"),
        ("UPDATE supports SET sentence = 'officials said.'", "are others"),
        ("UPDATE change_evidence SET end = end + 100000", "but the text has"),
    ],
)
def test_evidence_that_is_not_in_the_text(desk: Path, statement: str, words: str) -> None:
    found = broken(desk, statement)
    assert found
    assert {kind for kind, _, _ in found} == {"evidence"}
    assert all(words in told for _, _, told in found)


def test_decisions_about_what_is_not_there(desk: Path) -> None:
    followup, story = asked(desk, "SELECT id FROM followups"), asked(desk, "SELECT id FROM stories")
    reportedly("judge", "wrong", followup, THERE, "--who", "Ilse", "--desk", desk)
    assert check(desk).code == 0
    found = broken(
        desk,
        "UPDATE judgements SET value = 'https://nowhere.example/'",
        "INSERT INTO judgements (id, who, at, kind, about, value) "
        "VALUES ('j1', 'Tove', '2025-06-13 00:00:00', 'merge', :story, 's0000000000000000')",
        story=story,
    )
    assert [(kind, words) for kind, _, words in found] == [
        ("judgement", "Ilse decided about https://nowhere.example/, which this ledger does not have"),
        ("judgement", "Tove decided about s0000000000000000, which this ledger does not have"),
    ]


def test_a_person_is_told_what_to_do(desk: Path) -> None:
    broken(desk, "UPDATE supports SET sentence = 'She stays at home.'")
    answer = check(desk)
    assert answer.out.startswith("words that expectations rest on:\n    f")
    assert answer.out.splitlines()[-1].startswith("    what to do: `reportedly relate --anew` matches all anew")
    assert "this desk does not add up in 1 place" in answer.err


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE supports SET sentence = 'She stays at home.'",
        "DELETE FROM story_articles WHERE n = 0",
        "UPDATE story_articles SET article = (SELECT min(article) FROM story_articles)",
    ],
)
def test_what_follows_from_many_articles_is_mended_as_the_check_says(desk: Path, statement: str) -> None:
    assert broken(desk, statement)
    assert reportedly("relate", "--anew", "--desk", desk).code == 0
    assert faults(desk) == []
