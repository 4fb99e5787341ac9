"""What kind of source stands behind a claim: a table of kinds in order of trust; the first row that holds decides."""

import re
from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.evidence import Reason
from reportedly.read.grammar.page import Page
from reportedly.read.names import Names
from reportedly.read.names.meant import HE, THEY, last_speaker, of_kind
from reportedly.records import SourceKind

_UNNAMED = re.compile(
    r"\b(?:unnamed|unidentified|anonymous|anonymity|(?:not|declin\w+|refus\w+|without) (?:to )?(?:be|being) "
    r"(?:named|identified|quoted by name)|not authori[sz]ed to (?:speak|talk|comment|brief|discuss)\w*)\b",
    re.IGNORECASE,
)


class Source(NamedTuple):
    """The head word of a source's words, and the entity it means."""

    page: Page
    names: Names
    head: Token
    named: str | None

    @property
    def entity_kind(self) -> str | None:
        """Of what kind the entity is."""
        return self.names.entity(self.named).kind if self.named is not None else None

    def is_word_of(self, kind: SourceKind) -> bool:
        """Whether its head is one of the common nouns of that kind."""
        return self.page.clauses.form(self.head) in of_kind(kind) or self.head.lower_ in of_kind(kind)


class Row(NamedTuple):
    """A row of the table: a source of which ``test`` holds is of this kind."""

    name: str
    kind: SourceKind
    test: Callable[[Source], bool]


def kind(page: Page, head: Token | None, named: str | None, names: Names) -> SourceKind:
    """The kind of a source with that head word and entity; the page's margin says which row told it."""
    if head is None:
        return "unknown"
    head = page.clauses.antecedent(head)
    if head.lower_ in HE | THEY | {"it"} and (named is None or head.lower_ not in HE):
        head = last_speaker(head, names) or head
    source = Source(page, names, head, named)
    row = next(row for row in KINDS if row.test(source))
    page.margin.append(Reason(page.span(head).start, head.text, f"a source: {row.kind}", ((row.name, 0.0),)))
    return row.kind


def _asks_not_to_be_named(source: Source) -> bool:
    """Whether the words of a source, or what is said of a nameless one after it, tell that it stays without a name."""
    page, head = source.page, source.head
    text = page.copy.text
    if _UNNAMED.search(text, head.left_edge.idx, head.right_edge.idx + len(head.right_edge)):
        return True
    if source.named is not None or head.pos_ not in {"NOUN", "NUM"}:
        return False
    end = head.sent.end
    if end < len(page.doc) and page.doc[end].lower_ in HE | THEY:
        end = page.doc[end].sent.end
    last = page.doc[end - 1]
    told = _UNNAMED.search(text, head.idx, last.idx + len(last))
    return told is not None and not _is_of_another(page.doc.char_span(*told.span(), alignment_mode="expand"), head)


def _is_of_another(told: Tokens | None, head: Token) -> bool:
    """Whether words hang on another noun than a source's: he spoke, said two aides, who did not want to be named."""
    if told is None:
        return False
    clause = next((word for word in (told.root, *told.root.ancestors) if word.dep_ in {"relcl", "acl"}), None)
    return clause is not None and clause.head.i != head.i and clause.head.pos_ == "NOUN"


def _is_media(source: Source) -> bool:
    head = source.head
    if head.lower_ in of_kind("media"):
        text = source.page.copy.text[head.left_edge.idx : head.idx + len(head)]
        return head.lower_ not in {"agency", "network", "press"} or "news" in text.lower()
    modified = head.lower_ in {"source", "sources", "report", "reports", "outlets"}
    if modified and any(word.lower_ in {"media", "press", "news"} for word in source.page.clauses.children(head)):
        return True
    return head.pos_ == "PROPN" and head.text in of_kind("media_names") and source.entity_kind != "person"


def _is_named(source: Source) -> bool:
    head = source.head
    nameless = head.pos_ == "NOUN" and source.names.at(head) is None and head.lemma_.lower() in of_kind("role")
    return source.entity_kind == "person" or (source.named is not None and not nameless)


def _is_a_report(source: Source) -> bool:
    """Whether it is “the report” or “a police report”; bare “reports” are nobody's."""
    clauses, head = source.page.clauses, source.head
    told = clauses.child(head, "det", "poss", "compound") is not None
    return told and clauses.form(head) == "report" and source.is_word_of("anonymous")


KINDS: tuple[Row, ...] = (
    Row("asks not to be named", "anonymous", _asks_not_to_be_named),
    Row("a medium by its words", "media", _is_media),
    Row("a name", "named", _is_named),
    Row("a report of somebody's", "document", _is_a_report),
    Row("a word for nobody in particular", "anonymous", lambda source: source.is_word_of("anonymous")),
    Row("a word for media", "media", lambda source: source.is_word_of("media")),
    Row("a word for papers", "document", lambda source: source.is_word_of("document")),
    Row("an office or calling", "role", lambda source: source.is_word_of("role")),
    Row("a proper noun", "named", lambda source: source.named is not None or source.head.pos_ == "PROPN"),
    Row("none of these", "unknown", lambda _: True),
)
