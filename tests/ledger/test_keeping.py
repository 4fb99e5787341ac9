"""What no database can keep is in no text that is filed, whatever record it comes in; and it is found all the same."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from typing import Any, Final, TypeVar

import msgspec
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger import Arrived, FeedState, Filing, Ledger, keeping
from reportedly.ledger.database import connect
from reportedly.ledger.edits import RevisionPair
from reportedly.ledger.schema import metadata
from reportedly.records import (
    Article,
    ArticleHead,
    Capture,
    Claim,
    Comparison,
    Edit,
    Evidence,
    FeedItem,
    FollowUp,
    HostRules,
    HostState,
    Judgement,
    Outcome,
    Outlet,
    Record,
    Selector,
    StatementChange,
)
from reportedly.text import Span, kept

R = TypeVar("R", bound=Record)
AT = datetime(2031, 5, 20, 8, tzinfo=UTC)
BAD: Final = "\0\ud83d"
OURS: Final = {
    *("id", "article", "capture", "about", "undoes", "before", "after", "statement", "event", "shingles"),
    *("entity", "source_entity", "subject", "object", "place", "time", "via", "expectation"),
}
"""Fields that hold ids, which the program makes itself, and numbers."""

texts = st.text(st.characters(exclude_categories=[]) | st.sampled_from("\0\ud800\udfff"))


def spoilt(record: R) -> R:
    """The record with characters that cannot be kept at the end of each of its texts."""
    tree = _open(msgspec.to_builtins(record))
    for place, name, words in [*_texts(tree)]:
        place[name] = words + BAD
        try:
            msgspec.convert(tree, type(record))
        except (msgspec.ValidationError, UnicodeEncodeError):  # one of a few words, or a day
            place[name] = words
    return msgspec.convert(tree, type(record))


def _open(tree: Any) -> Any:
    """The same with lists in the place of tuples, to be altered."""
    if isinstance(tree, dict):
        return {name: _open(value) for name, value in tree.items()}
    return [_open(value) for value in tree] if isinstance(tree, (list, tuple)) else tree


def _texts(tree: Any) -> Iterator[tuple[Any, Any, str]]:
    for name, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if isinstance(value, str) and name not in OURS:
            yield tree, name, value
        elif isinstance(value, (dict, list)):
            yield from _texts(value)


@given(texts)
def test_one_character_stands_for_one(text: str) -> None:
    assert len(kept(text)) == len(text)
    assert kept(text).encode().count(b"\0") == 0
    assert kept(kept(text)) is kept(text) or kept(kept(text)) == kept(text)
    assert "".join(mine for mine, own in zip(text, kept(text), strict=True) if mine == own) == "".join(
        mine for mine in text if mine != "\0" and not "\ud800" <= mine <= "\udfff"
    )


@given(st.recursive(texts, lambda inner: st.lists(inner) | st.dictionaries(texts, inner)))
def test_json_holds_only_what_can_be_kept(value: Any) -> None:
    text = keeping.encoded(value).decode()
    assert kept(text) == text
    assert keeping.encoded(msgspec.json.decode(text)).decode() == text


@given(texts, texts)
def test_values_of_statements_are_mended_in_whatever_form_they_come(one: str, other: str) -> None:
    assert keeping.values((one, 1, other)) == (kept(one), 1, kept(other))
    assert keeping.values([(one, None), (other, 2)]) == [(kept(one), None), (kept(other), 2)]
    assert keeping.values({"one": one}) == {"one": kept(one)}
    assert keeping.values([{"one": one}, {"one": other}]) == [{"one": kept(one)}, {"one": kept(other)}]
    assert keeping.values(()) == ()


URL: Final = "https://herald.example/talks" + BAD
SEEN: Final = Capture("c1", URL, AT, 200, "text/html" + BAD, "0" * 64, 9, "a.warc" + BAD, 0)


def _gathered(ledger: Ledger) -> None:
    outlet = Outlet(
        "herald",
        "Herald",
        "https://herald.example/",
        ("https://herald.example/f",),
        "VN",
        ("en",),
        "Owner",
        folder="a/b",
    )
    outlet = msgspec.structs.replace(outlet, selectors=(Selector(date(2031, 1, 1), "p", "h1"),))
    state = spoilt(FeedState("https://herald.example/f", "etag", "yesterday", AT, error="no answer"))
    item = spoilt(FeedItem("https://herald.example/talks", "herald", "Talks"))
    host = spoilt(HostState("herald.example", 1, AT, "asked to wait"))
    ledger.outlets.put([spoilt(outlet)])
    ledger.feeds.put_state(state)
    ledger.feeds.put_items([item])
    ledger.hosts.put([host])
    ledger.hosts.put_rules([spoilt(HostRules("https://herald.example", AT, "User-agent: *"))])
    came = spoilt(Outcome(URL, AT, "failed", "so"))
    ledger.captures.put_all([Arrived(SEEN, came, marks=("etag" + BAD, "now" + BAD))])
    ledger.pages.put_alias("https://herald.example/other" + BAD, URL)
    assert ledger.feeds.item(item.url) is not None
    assert ledger.feeds.state(state.url) is not None
    assert ledger.pages.to_fetch(AT, ()) == []
    assert ledger.pages.marks([URL])
    assert ledger.pages.canonical(["https://herald.example/other" + BAD])
    ledger.hosts.put([msgspec.structs.replace(host, failures=0, not_before=None)])
    assert ledger.hosts.all() == ()
    ledger.hosts.put([host])


def _told(ledger: Ledger, own: Article, read: str) -> None:
    """File an article with what was read in another of the same text, and what follows from it."""
    ledger.articles.file_all([own, msgspec.structs.replace(own, id="a2", text="Other" + BAD)])
    found, (gist,), seen = ledger.readings.get(read), ledger.readings.gists(), ledger.readings.sightings()
    assert found is not None
    found = msgspec.structs.replace(spoilt(found), article=ArticleHead.of(own))
    gist = msgspec.structs.replace(spoilt(gist), article=own.id)
    assert ledger.readings.file_all([Filing(found, gist, tuple(map(spoilt, seen)))]) == []
    claim = Claim("s-1", Span(0, 1), "Oda", "talks", "certain", "affirmed")
    edit = Edit(own.id, "a2", (), (StatementChange("vanished", claim, None),))
    ledger.edits.file(RevisionPair(own.url, own.id, "a2", None, ""), spoilt(edit))
    evidence = (Evidence(own.id, own.url, Span(0, 3), "Talks"),)
    expected = FollowUp("f1", "CONSULT", evidence, date(2031, 5, 20), None, "certain", ("Oda",))
    ledger.followups.put([spoilt(expected)])
    with ledger.following.at_work("judge" + BAD) as shelf:
        shelf.answered(own.url, "told", {"q1": Comparison(1.0, 0, 0, 0, 0, 0, 0)})
    ledger.judgements.put(spoilt(Judgement("j1", "Oda", AT, "withdraw", "f1", "value", None, "a note")))


def test_no_text_of_any_record_is_filed_with_what_cannot_be_kept(
    ledger: Ledger, url: str, article: Callable[..., Article], filed: Callable[..., Article]
) -> None:
    plain = filed(ledger, article())
    _gathered(ledger)
    own = spoilt(article(outlet="herald", capture="c1", partial="a teaser"))
    own = msgspec.structs.replace(own, id="a1", url=URL)
    _told(ledger, own, plain.id)
    assert ledger.articles.latest(URL) is not None
    assert ledger.readings.get("a1") is not None
    assert [one.url for one in ledger.articles.revisions(URL)] == [kept(URL)] * 2
    values = list(_values(url))
    bad = [f"{table}.{column}" for table, column, value in values if value != kept(value) or "\\u0000" in value]
    assert bad == []
    assert {table for table, _, value in values if "\ufffd" in value} >= SPOILT


SPOILT: Final = {
    *("outlets", "feed_states", "feed_items", "host_states", "host_rules", "captures", "outcomes", "page_marks"),
    *("aliases", "articles", "readings", "entities", "events", "gists", "sightings", "edits", "statement_changes"),
    *("followups", "supports", "comparisons", "judgements"),
}


def _values(url: str) -> Iterator[tuple[str, str, str]]:
    with closing(connect(url)) as database, database.looking() as connection:
        for name in metadata.tables:
            for row in connection.execute(sa.text(f'SELECT * FROM "{name}"')).mappings():  # noqa: S608  our own names
                yield from ((name, column, value) for column, value in row.items() if isinstance(value, str))
