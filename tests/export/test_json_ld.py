"""JSON-LD as another maker's processor takes it."""

import json
from typing import Any

from pyld import jsonld

from reportedly.export import json_ld
from reportedly.ledger import ArticleLine
from reportedly.text import Span
from tests.newsroom import ANSWER, ORIGINAL, REPLY, SHELLING

ADDRESS = "https://desk.example"
SCHEMA, OA = "https://schema.org/", "http://www.w3.org/ns/oa#"


def document() -> Any:
    nodes = []
    for one in (ORIGINAL, REPLY):
        article, reading = one.article, one.reading
        assert reading is not None
        line = ArticleLine(article.id, article.url, article.outlet, article.headline, article.published, "en", 1)
        nodes += [json_ld.article(line, {"varen": "Varen News Agency"}, ADDRESS), *json_ld.statements(reading, ADDRESS)]
    return json.loads(b"".join(json_ld.write(nodes)))


def leaves(node: Any) -> int:
    """How many values a document holds."""
    if isinstance(node, dict):
        return sum(leaves(value) for key, value in node.items() if key != "@context")
    return sum(map(leaves, node)) if isinstance(node, list) else 1


def test_it_is_expanded_without_losing_a_term_and_without_asking_anybody() -> None:
    whole = document()
    expanded = jsonld.expand(whole, {"documentLoader": None})
    assert leaves(expanded) == leaves(whole) + _types(expanded)
    assert all(key.startswith(("@", "http", "urn:")) for key in _keys(expanded))


def test_each_statement_is_a_claim_that_opens_on_its_words() -> None:
    by_type: dict[str, list[dict[str, Any]]] = {}
    for node in jsonld.expand(document(), {"documentLoader": None}):
        by_type.setdefault(node["@type"][0], []).append(node)
    assert len(by_type[f"{SCHEMA}NewsArticle"]) == 2
    assert len(by_type[f"{SCHEMA}Claim"]) == len(by_type[f"{OA}Annotation"]) == 8
    claims = {claim["@id"]: claim for claim in by_type[f"{SCHEMA}Claim"]}
    for annotation in by_type[f"{OA}Annotation"]:
        (body,) = annotation[f"{OA}hasBody"]
        (target,) = annotation[f"{OA}hasTarget"]
        quote, place = target[f"{OA}hasSelector"]
        text = SHELLING if ORIGINAL.id in body["@id"] else ANSWER
        span = Span(*(int(place[f"{OA}{end}"][0]["@value"]) for end in ("start", "end")))
        exact, prefix = (quote[f"{OA}{name}"][0]["@value"] for name in ("exact", "prefix"))
        assert exact == span.of(text)
        assert text[: span.start].endswith(prefix)
        assert claims[body["@id"]][f"{SCHEMA}text"][0]["@value"] == exact


def test_an_anonymous_source_has_words_and_no_author() -> None:
    claims = [node for node in document()["@graph"] if node["type"] == "Claim"]
    (official,) = (
        claim for claim in claims if claim["sourceKind"] == "anonymous" and "official" in claim["creditText"]
    )
    assert "author" not in official
    assert official["certainty"] == "probable"
    named = next(claim for claim in claims if claim["sourceKind"] == "named")
    assert named["author"] == {"type": "Person", "name": "Mara Dovic", "identifier": named["author"]["identifier"]}


def test_an_address_that_could_run_is_not_told() -> None:
    line = ArticleLine("a-1", "javascript:alert(1)", "x", "Talks", None, "en", 1)
    assert "url" not in json_ld.article(line, {}, ADDRESS)


def _types(expanded: Any) -> int:
    """Values that expansion adds: the type of each typed literal."""
    if isinstance(expanded, dict):
        own = 1 if "@value" in expanded and "@type" in expanded else 0
        return own + sum(map(_types, expanded.values()))
    return sum(map(_types, expanded)) if isinstance(expanded, list) else 0


def _keys(node: Any) -> set[str]:
    if isinstance(node, dict):
        return set(node).union(*map(_keys, node.values()))
    return set().union(*map(_keys, node)) if isinstance(node, list) else set()
