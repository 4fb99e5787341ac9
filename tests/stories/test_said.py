"""Statements in a gist: whose they are, how they are put, and the stems of their content, bounded."""

from datetime import date

import pytest

from reportedly.records import Entity, Said, Statement
from reportedly.stories import gist
from reportedly.stories.said import MOST, WORDS
from tests.newsroom import VAREN, at, claim, written

TEXT = (
    "Sel denies firing on bridge\n\n"
    "Defence Minister Anka Reut denied that Sel troops had fired on Teral Bridge. "
    "The ministry said shells may have come from the hills. "
    "A clerk said the bridge would close. He said trains were turned back."
)
REUT = Entity(id="e1", kind="person", name="Anka Reut", mentions=(at(TEXT, "Anka Reut"),))
CLERK = Entity(id="e2", kind="person", name="clerk", mentions=(at(TEXT, "clerk"),))


def told(*statements: Statement, text: str = TEXT) -> tuple[Said, ...]:
    one = written(VAREN, "x", text, date(2024, 6, 3), statements=statements, entities=(REUT, CLERK))
    assert one.reading is not None
    return gist(one.reading).said


def test_a_statement_is_kept_with_its_source_and_the_stems_of_its_content() -> None:
    denied = claim(
        TEXT,
        "Sel troops had fired on Teral Bridge",
        "denied",
        "Defence Minister Anka Reut",
        kind="named",
        entity="e1",
        polarity="denied",
    )
    (one,) = told(denied)
    assert one.statement == denied.id
    assert one.span == denied.envelope
    assert (one.source, one.source_kind, one.polarity) == ("e1", "named", "denied")
    assert one.words == ("sel", "troop", "fir", "teral", "bridg")


def test_a_source_without_an_entity_is_its_words_without_the_article_before_them() -> None:
    hedged = claim(
        TEXT, "shells may have come from the hills", "said", "The ministry", kind="role", certainty="possible"
    )
    (one,) = told(hedged)
    assert (one.source, one.certainty) == ("ministry", "possible")


def test_an_anonymous_source_keeps_its_words_and_a_pronoun_names_nobody() -> None:
    clerk = claim(TEXT, "the bridge would close", "said", "A clerk", kind="anonymous", entity="e2")
    unnamed = claim(TEXT, "trains were turned back", "said", "He")
    assert [one.source for one in told(unnamed, clerk)] == ["clerk", ""]


def test_what_is_kept_is_bounded() -> None:
    many = " ".join(f"word{i} stood" for i in range(3_000))
    text = f"Title\n\n{many}"
    claims = [claim(text, f"word{i} stood") for i in range(MOST + 5)]
    kept = told(*reversed(claims), claim(text, many), text=text)
    assert len(kept) == MOST
    assert kept[0].span.start < kept[-1].span.start
    assert max(len(one.words) for one in kept) == WORDS


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("shells may have come from the hills", ("may",)),
        ("the bridge was reportedly hit and probably mined", ("reportedly", "probably")),
        ("a suspected drone struck, unconfirmed accounts suggest", ("suspected", "unconfirmed", "suggest")),
        ("he could see the hills in May", ()),
        ("the might of the army kept the alleged raiders away", ()),
    ],
)
def test_words_that_leave_open_whether_it_is_so_are_kept(content: str, words: tuple[str, ...]) -> None:
    text = f"Sel on the bridge\n\nA clerk said {content}."
    (one,) = told(claim(text, content, "said", "A clerk", kind="role"), text=text)
    assert one.hedges == words


@pytest.mark.parametrize(
    ("sentence", "attributed"),
    [
        ("Twelve people were killed, police said.", True),
        ("According to the clinic twelve people were killed.", True),
        ("Ministry of Health: twelve people were killed.", True),
        ("Twelve people were killed at the bridge.", False),
    ],
)
def test_a_figure_knows_whether_its_sentence_has_a_word_of_saying(sentence: str, *, attributed: bool) -> None:
    one = written(VAREN, "x", f"Sel on the bridge\n\n{sentence}", date(2024, 6, 3))
    assert one.reading is not None
    assert [figure.attributed for figure in gist(one.reading).figures] == [attributed]
