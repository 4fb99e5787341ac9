"""JSON-LD: articles as NewsArticle, their statements as Claim, each with its very words as a Web Annotation.

The context is in the file, so that nobody has to fetch one. What schema.org has no word for (how certain, by which cue,
through whom) is in a vocabulary of our own, ``urn:reportedly:``.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import msgspec

from reportedly.account.attributions import source_words
from reportedly.account.links import outside
from reportedly.ledger import ArticleLine
from reportedly.records import Reading, Statement
from reportedly.text import Span, joined

AROUND: Final = 32  # characters before and after a quotation, by which it is found again

CONTEXT: Final[Mapping[str, Any]] = {
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "desk": "urn:reportedly:",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "NewsArticle": "schema:NewsArticle",
    "Claim": "schema:Claim",
    "Organization": "schema:Organization",
    "Person": "schema:Person",
    "headline": "schema:headline",
    "url": {"@id": "schema:url", "@type": "@id"},
    "inLanguage": "schema:inLanguage",
    "datePublished": {"@id": "schema:datePublished", "@type": "xsd:date"},
    "publisher": "schema:publisher",
    "name": "schema:name",
    "identifier": "schema:identifier",
    "text": "schema:text",
    "appearance": {"@id": "schema:appearance", "@type": "@id"},
    "author": "schema:author",
    "creditText": "schema:creditText",
    "isBasedOn": {"@id": "schema:isBasedOn", "@type": "@id"},
    "certainty": "desk:certainty",
    "polarity": "desk:polarity",
    "sourceKind": "desk:sourceKind",
    "mode": "desk:mode",
    "cue": "desk:cue",
    "reader": "desk:reader",
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@id"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}


def write(nodes: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """One document with all of these, in pieces."""
    yield b'{"@context":' + msgspec.json.encode(CONTEXT) + b',"@graph":['
    between = b"\n"
    for node in nodes:
        yield between + msgspec.json.encode(node)
        between = b",\n"
    yield b"\n]}\n"


def article(line: ArticleLine, outlets: Mapping[str, str], address: str) -> dict[str, Any]:
    """An article; ``outlets`` are names by id, ``address`` is where the desk is."""
    return _without_nothing(
        {
            "id": f"{address}/articles/{line.article}",
            "type": "NewsArticle",
            "url": outside(line.url),
            "identifier": line.article,
            "headline": line.headline,
            "inLanguage": line.language,
            "datePublished": line.published.start.isoformat() if line.published else None,
            "publisher": {"type": "Organization", "name": outlets.get(line.outlet, line.outlet)},
        }
    )


def statements(reading: Reading, address: str) -> Iterator[dict[str, Any]]:
    """The statements of an article, each with what it rests on."""
    article, own = reading.article, f"{address}/articles/{reading.article.id}"
    for statement in reading.statements:
        yield _claim(statement, reading, own)
        yield _annotation(statement, article.text, own)


def _claim(statement: Statement, reading: Reading, article: str) -> dict[str, Any]:
    text = reading.article.text
    return _without_nothing(
        {
            "id": f"{article}#w-{statement.id}",
            "type": "Claim",
            "identifier": statement.id,
            "text": joined(statement.content, text),
            "appearance": article,
            "author": _author(statement, reading),
            "creditText": source_words(statement, reading),
            "isBasedOn": f"{article}#w-{statement.via}" if statement.via else None,
            "cue": joined(statement.cue, text),
            "certainty": statement.certainty,
            "polarity": statement.polarity,
            "sourceKind": statement.source_kind,
            "mode": statement.mode,
            "reader": reading.reader,
        }
    )


def _author(statement: Statement, reading: Reading) -> dict[str, Any] | None:
    """Who says it, where that is an entity that the desk may name."""
    entity = next((one for one in reading.entities if one.id == statement.source_entity and one.public), None)
    if entity is None or statement.source_kind == "anonymous":
        return None
    kind = {"person": "Person", "organisation": "Organization"}.get(entity.kind)
    return _without_nothing({"type": kind, "name": entity.name, "identifier": entity.id})


def _annotation(statement: Statement, text: str, article: str) -> dict[str, Any]:
    resource = {"type": "SpecificResource", "source": article}
    targets = [{**resource, "selector": _at(span, text)} for span in statement.content]
    own = f"{article}#w-{statement.id}"
    return {
        "id": f"{own}-words",
        "type": "Annotation",
        "motivation": "oa:identifying",
        "body": own,
        "target": targets,
    }


def _at(span: Span, text: str) -> list[dict[str, Any]]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    return [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}]


def _without_nothing(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value}
