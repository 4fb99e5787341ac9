"""What kind of source stands behind a claim."""

import re

from spacy.tokens import Token

from reportedly.read.grammar.page import Page
from reportedly.read.names import Names
from reportedly.read.names.meant import HE, THEY, last_speaker, of_kind
from reportedly.records import SourceKind

_UNNAMED = re.compile(
    r"\b(?:unnamed|unidentified|anonymous|anonymity|(?:not|declin\w+|refus\w+|without) (?:to )?(?:be|being) "
    r"(?:named|identified|quoted by name)|not authori[sz]ed to (?:speak|talk|comment|brief|discuss)\w*)\b",
    re.IGNORECASE,
)
_KINDS: tuple[SourceKind, ...] = ("anonymous", "media", "document", "role")


def kind(page: Page, head: Token | None, named: str | None, names: Names) -> SourceKind:
    """The kind of a source with that head word and entity."""
    if head is None:
        return "unknown"
    head = page.clauses.antecedent(head)
    if head.lower_ in HE | THEY | {"it"} and (named is None or head.lower_ not in HE):
        head = last_speaker(head, names) or head
    text = page.copy.text[head.left_edge.idx : head.idx + len(head)]
    if _asks_not_to_be_named(page, head, named):
        return "anonymous"
    if _is_media(page, head, text, names.entity(named).kind if named is not None else None):
        return "media"
    if named is not None and (names.entity(named).kind == "person" or not _is_role(head, names)):
        return "named"
    for word_kind in _KINDS:
        if page.clauses.form(head) in of_kind(word_kind) or head.lower_ in of_kind(word_kind):
            return _definite(page, word_kind, head)
    return "named" if named is not None or head.pos_ == "PROPN" else "unknown"


def _asks_not_to_be_named(page: Page, head: Token, named: str | None) -> bool:
    """Whether the words of a source, or what is said of a nameless one after it, tell that it stays without a name."""
    text = page.copy.text
    if _UNNAMED.search(text, head.left_edge.idx, head.right_edge.idx + len(head.right_edge)):
        return True
    if named is not None or head.pos_ not in {"NOUN", "NUM"}:
        return False
    end = head.sent.end
    if end < len(page.doc) and page.doc[end].lower_ in HE | THEY:
        end = page.doc[end].sent.end
    last = page.doc[end - 1]
    return _UNNAMED.search(text, head.idx, last.idx + len(last)) is not None


def _definite(page: Page, kind: SourceKind, head: Token) -> SourceKind:
    """The kind, but a document for a report with an article; bare reports are nobody's."""
    definite = kind == "anonymous" and page.clauses.form(head) == "report"
    return "document" if definite and page.clauses.child(head, "det", "poss", "compound") is not None else kind


def _is_role(head: Token, names: Names) -> bool:
    return head.pos_ == "NOUN" and names.at(head) is None and head.lemma_.lower() in of_kind("role")


def _is_media(page: Page, head: Token, text: str, entity_kind: str | None) -> bool:
    if head.lower_ in of_kind("media"):
        return head.lower_ not in {"agency", "network", "press"} or "news" in text.lower()
    modified = head.lower_ in {"source", "sources", "report", "reports", "outlets"}
    if modified and any(word.lower_ in {"media", "press", "news"} for word in page.clauses.children(head)):
        return True
    return head.pos_ == "PROPN" and head.text in of_kind("media_names") and entity_kind != "person"
