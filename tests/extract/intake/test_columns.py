"""Columns are chosen by their names and by what stands in them."""

from pathlib import Path
from typing import Any

import pytest

from reportedly.errors import BadInput, UsageError
from reportedly.extract.intake.columns import Columns, columns
from reportedly.extract.intake.rows import LONGEST_OUTLET
from tests.extract.intake.taking import PROSE, as_json, barge, layouts, put, taken


@pytest.mark.parametrize(
    ("names", "text", "url", "published"),
    [
        (["url", "outlet", "published", "title", "text"], "text", "url", "published"),
        (["Link", "Publication", "Date", "Headline", "Body"], "Body", "Link", "Date"),
        (["article_url", "source", "published_at", "title", "content"], "content", "article_url", "published_at"),
        (["Article Text", "Pub Date", "URL"], "Article Text", "URL", "Pub Date"),
    ],
)
def test_the_usual_names_are_known(names: list[str], text: str, url: str, published: str) -> None:
    found = Columns().of(names)
    assert (found["text"], found["url"], found["published"]) == (text, url, published)


def test_of_two_columns_the_likelier_is_the_text() -> None:
    assert Columns().of(["article", "body", "summary"])["text"] == "body"


def test_a_column_named_by_hand_comes_before_all_names() -> None:
    assert columns(["text=Meldung", "url=Ort"]).of(["text", "Meldung", "Ort"]) == {"text": "Meldung", "url": "Ort"}


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(BadInput, match="'Meldung'; there are body, link"):
        columns(["text=Meldung"]).of(["body", "link"])


@pytest.mark.parametrize("words", ["text", "text=", "words=Body", "=Body"])
def test_words_that_name_no_column_are_refused(words: str) -> None:
    with pytest.raises(UsageError, match="FIELD=NAME"):
        columns([words])


PAGE, HOME = "https://lock.example/news/1", "https://lock.example/"
ROWS: dict[str, dict[str, Any]] = {
    "an address under source": {"source": PAGE, "hostname": "Lock", "title": "Barge", "raw_text": PROSE},
    "a site under source": {"source": HOME, "media_name": "Lock", "link": PAGE, "title": "Barge", "text": PROSE},
    "a number under source": {"source": 17, "source_name": "Lock", "guid": PAGE, "title": "Barge", "body": PROSE},
    "a number under uri": {"uri": "771", "url": PAGE, "source": {"uri": "x", "title": "Lock"}, "body": PROSE},
    "an address under id": {"id": PAGE, "title": "Barge", "text": PROSE, "publication": "Lock"},
    "any capitals": {"Source": {"Id": None, "NAME": "Lock"}, "Url": PAGE, "Content": PROSE},
    "a nested body": {"publisher": {"name": "Lock"}, "url": PAGE, "body": {"text": PROSE}},
    "an empty text": {"text": None, "content": PROSE, "url": PAGE, "newspaper": "Lock"},
    "a number for a text": {"text": 1, "full_content": PROSE, "url": PAGE, "site": "Lock"},
    "a list of outlets": {"name": "Barge", "url": PAGE, "provider": [{"name": "Lock"}], "articleBody": PROSE},
    "a wrapper": {"id": 4, "fields": {"bodyText": PROSE, "source": "Lock"}, "webUrl": PAGE},
    "a feed's item": {"feed": {"title": "Lock", "id": 3}, "url": PAGE, "content": {"rendered": f"<p>{PROSE}</p>"}},
    "a reader's item": {"canonical": [{"href": PAGE}], "origin": {"title": "Lock"}, "content": {"content": PROSE}},
    "words of other languages": {"Quelle": "Lock", "Volltext": PROSE, "Link": PAGE},
    "codes": {"SN": "Lock", "LP": PROSE, "TD": "", "url": PAGE},
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_what_stands_in_a_column_tells_what_it_is(tmp_path: Path, row: dict[str, Any]) -> None:
    ((article,), _) = taken(put(tmp_path / "a.json", as_json(row)))
    assert (article.url, article.outlet, article.text) == (PAGE, "Lock", PROSE)


def test_what_is_too_long_for_the_name_of_an_outlet_is_cut(tmp_path: Path) -> None:
    (article,), _ = taken(put(tmp_path / "a.json", as_json([barge(1, outlet="Lock " * 900)])))
    assert len(article.outlet) <= LONGEST_OUTLET
    assert article.outlet.startswith("Lock Lock")


def test_an_outlet_that_is_only_told_by_an_address_has_the_name_of_its_host(tmp_path: Path) -> None:
    ((article,), _) = taken(
        put(tmp_path / "a.json", as_json({"source_url": "https://www.lock.example", "text": PROSE}))
    )
    assert article.outlet == "lock.example"


BODY = {"summary": ["Locks close."], "sections": [{"headline": ["Upper lock"], "paragraphs": [PROSE, "It opens."]}]}
PARTS = ["Locks close.", "Upper lock", PROSE, "It opens."]


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        PARTS,
        {"blocks": [{"type": "p", "data": {"text": part}} for part in PARTS]},
        [{"type": "paragraph", "content": part} for part in PARTS],
        {"paragraphs": PARTS},
    ],
)
def test_a_body_in_parts_becomes_paragraphs(tmp_path: Path, body: Any) -> None:
    row = {"title": "Locks", "url": PAGE, "body": body}
    ((article,), outcomes) = taken(put(tmp_path / "a.json", as_json([row])))
    assert (article.text.split("\n\n"), outcomes) == (PARTS, [])


@pytest.mark.parametrize("body", [{"id": 4, "length": 12}, {"a": {"b": 1}}, [1, 2], True])
def test_a_body_without_words_is_an_unusable_row(tmp_path: Path, body: Any) -> None:
    articles, (outcome,) = taken(put(tmp_path / "a.jsonl", as_json({"title": "Locks", "url": PAGE, "body": body})))
    assert articles == []
    assert "text is a" in outcome.message


def test_a_nested_column_by_hand(tmp_path: Path) -> None:
    row = {"page": {"words": PROSE, "at": PAGE}}
    ((article,), _) = taken(put(tmp_path / "a.json", as_json(row)), "text=page.words", "url=page.at")
    assert (article.text, article.url) == (PROSE, PAGE)


def test_a_row_without_a_text_has_its_summary_and_is_a_part(tmp_path: Path) -> None:
    rows = [{"title": "Locks", "description": "Locks close.", "content": text, "url": PAGE} for text in (PROSE, None)]
    (whole, part), (note,) = taken(put(tmp_path / "a.json", as_json(rows)))
    assert (whole.text, whole.partial) == (PROSE, None)
    assert (part.text, "summary" in (part.partial or "")) == ("Locks close.", True)
    assert "article 2: filed, but only a part of the article" in note.message


def test_a_first_paragraph_of_its_own_stands_before_the_rest(tmp_path: Path) -> None:
    ((article,), _) = taken(put(tmp_path / "a.csv", f"HD,LP,TD\nLocks,Locks close.,{PROSE.replace(',', ';')}\n"))
    assert article.text.startswith("Locks close.\n\nThe council")


def test_how_a_file_was_understood_is_said(tmp_path: Path) -> None:
    (layout,) = layouts(put(tmp_path / "a.csv", f"id,Body,media_name,lang\n1,{PROSE.replace(',', ';')},Lock,en\n"))
    assert dict(layout.fields) == {"outlet": "media_name", "text": "Body"}
    assert layout.unused == ("id", "lang")
