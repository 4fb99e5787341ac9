"""Statements by the trained model, as ``Said``: the model gives the words, lexicon and parse their sense."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.read import model
from reportedly.read.grammar import lexicons
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.cues import HEARSAY, PLAIN, Cue
from reportedly.read.grammar.page import Page
from reportedly.read.grammar.unsaid import is_left_out
from reportedly.read.names.names import SUBJECTS
from reportedly.read.statements import speaker
from reportedly.read.statements.rules import frames
from reportedly.read.statements.said import Range, Said, around, ranges, tokens

FLOOR = 0.3  # score that is enough where the rules see the same statement
_OPENING = frozenset('“"„«')
_CLOSING = frozenset('”"“»')
_SINGLE_OPENING, _SINGLE_CLOSING = frozenset("'‘"), frozenset("'’")
_DAYS = frozenset({"DATE", "TIME"})
_CLAUSAL = frozenset({"VERB", "AUX"})
_SEEMING = frozenset({"seem", "appear"})
_PARTS = frozenset({"VERB", "AUX", "NOUN", "ADP", "ADV"})
Known = Mapping[int, tuple[Cue, ...]]


def mark(page: Page) -> model.Marked:
    """The model's reading of a page's paragraphs, in characters of its reading copy."""
    paragraphs = [(p[0].start_char, p[-1].end_char) for p in page.paragraphs]
    return model.read(page.copy.text, paragraphs, FLOOR)


def find(page: Page, tagged: Iterable[model.Tagged], known: Known) -> Iterator[tuple[Said, float]]:
    """What the model found as the desk's own records, in the order given, with its scores."""
    for mark in tagged:
        cue = page.doc.char_span(*mark.cue, alignment_mode="expand")
        if cue is None or _is_the_writers(page.clauses, cue, mark):
            continue
        said = _said(page, mark, cue, known)
        if not (
            _is_done_to(page, said, cue) or _is_an_aside(page, said, cue, known) or _is_deed(page, said, cue, known)
        ):
            yield said, mark.score


def _is_the_writers(clauses: Clauses, cue: Tokens, mark: model.Tagged) -> bool:
    """Whether nobody else speaks: a “so-called” agreement, “known as” the pact; what it is important “to note”."""
    before = cue.doc[max(0, cue.start - 2) : cue.end].text.lower()
    if before.startswith(("so-", "so ")) and cue.root.lower_ == "called":
        return True
    if cue[-1].lower_ == "as" and any(t.lower_ == "known" for t in cue):
        return True
    if any(_went_so(clauses, token) for token in cue):
        return True
    to_note = (t.head for t in cue if t.dep_ == "xcomp" and not mark.source)
    return any(subject.lower_ == "it" for governor in to_note for subject in clauses.children(governor))


def _is_done_to(page: Page, said: Said, cue: Tokens) -> bool:
    """Whether nothing is said but of whom or what something was done: the board was confirmed, the judge was told."""
    verb = next((t for t in reversed(list(cue)) if t.tag_ == "VBN"), None)
    subject = page.clauses.child(verb, "nsubjpass") if verb is not None else None
    if said.source or subject is None or said.direct or subject.tag_ in {"WP", "WDT"}:
        return False
    told = [token for span in tokens(page, said.content) for token in span]
    return all(token in subject.subtree for token in told) and not any(token.pos_ in _CLAUSAL for token in told)


def _is_deed(page: Page, said: Said, cue: Tokens, known: Known) -> bool:
    """Whether it tells nothing: asked about it, she smiled; he left without signing the treaty."""
    parts = tokens(page, said.content)
    if said.direct or len(parts) != 1 or any(token.pos_ in _CLAUSAL for token in parts[0]):
        return False
    if parts[0].root.tag_ == "PRP" and not said.source:
        return True
    verb = next((token for token in cue if _is_verb(token)), None)
    return verb is not None and not any(token.i in known for token in cue) and is_left_out(verb)


def _is_an_aside(page: Page, said: Said, cue: Tokens, known: Known) -> bool:
    """Whether it is what a speaker does meanwhile: she sighed, looking down at her dress."""
    verb = next((t for t in cue if t.pos_ == "VERB"), None)
    if verb is None or said.direct or verb.tag_ != "VBG" or verb.head.i not in known or verb.i < verb.head.i:
        return False
    told = [token for span in tokens(page, said.content) for token in span]
    return not any(t.i in known for t in cue) and not any(token.pos_ in _CLAUSAL for token in told)


def _went_so(clauses: Clauses, word: Token) -> bool:
    """Whether a participle only says that all went so: as promised, as had been announced; but: as reported by X."""
    if word.tag_ != "VBN" or word.dep_ != "advcl" or clauses.child(word, "nsubj", "nsubjpass", "agent", "ccomp"):
        return False
    return any(mark.lower_ == "as" for mark in clauses.children(word, "mark"))


def _said(page: Page, mark: model.Tagged, cue: Tokens, known: Known) -> Said:
    spoken = (next((t for t in cue if test(t)), None) for test in (lambda t: t.i in known, _is_verb, _is_part))
    verb = next(filter(None, spoken), cue[0])
    verb = verb.head if verb.dep_ == "aux" and verb.head.pos_ == "VERB" else verb  # did not | answer questions
    kind = _kind(page.clauses, cue, verb, known)
    content = frames.told(page, verb, kind) or _whole_words(page, mark.content)
    source, head = ((), None) if kind is HEARSAY else _source(page, mark, cue, known)
    if kind is not HEARSAY and not source:
        head, content = _out_of_content(page, verb, content)
        source = speaker.words(page, head)
    direct = is_quoted(page.copy.text, content)
    return Said(content, (mark.cue,), kind, source, head, direct, verb=verb)


def _out_of_content(page: Page, verb: Token, content: tuple[Range, ...]) -> tuple[Token | None, tuple[Range, ...]]:
    """The subject of a cue that the model took for content, and the content without it: X (Y) claimed to have won."""
    spoken = verb.pos_ == "VERB" and verb.lemma_ not in _SEEMING and not page.clauses.is_passive(verb)
    head = page.clauses.child(verb, "nsubj") if spoken else None
    before, after = [part for part in content if part[1] <= verb.idx], [part for part in content if part[0] > verb.idx]
    if head is None or not before or not after:
        return None, content
    named = {word.i for span in tokens(page, before) for word in span}
    return (head, tuple(after)) if named <= {word.i for word in head.subtree} else (None, content)


def _is_verb(word: Token) -> bool:
    return word.pos_ == "VERB"


def _is_part(word: Token) -> bool:
    return word.pos_ in _PARTS


def _whole_words(page: Page, parts: Sequence[Range]) -> tuple[Range, ...]:
    """The ranges widened to words: the model may cut one."""
    return ranges(page, dict.fromkeys(token.i for span in tokens(page, parts) for token in span)) or tuple(parts)


def _source(page: Page, mark: model.Tagged, cue: Tokens, known: Known) -> tuple[tuple[Range, ...], Token | None]:
    """The words of the source and their head; nothing where what the model took for it is nobody who says it."""
    source = page.doc.char_span(*mark.source[0], alignment_mode="expand") if mark.source else None
    if source is not None and source.root.ent_type_ in _DAYS:  # in late May it was announced: nobody is named
        return (), None
    if source is None or source.root.dep_ == "expl":
        rumours = lexicons.words("statements/cue_phrases", "hearsay", "nouns")
        rumour = next((token for token in cue if token.lemma_ in rumours and token.pos_ == "NOUN"), None)
        return ((), None) if rumour is None else ((around(rumour),), rumour)
    if all(token.is_punct for token in source) or _is_told_of(page.clauses, source.root, cue, known):
        return (), None
    if main := _of_main_clause(page.clauses, source.root, cue):
        return speaker.words(page, main), main
    if source.root.dep_ in {"det", "compound"} and source.root.head.pos_ in {"NOUN", "PROPN"}:  # the model cut a name
        return speaker.words(page, source.root.head), source.root.head
    return _whole_words(page, [(source.start_char, source.end_char)]), source.root


def _of_main_clause(clauses: Clauses, source: Token, cue: Tokens) -> Token | None:
    """The subject of the clause that a participle hangs on, where the source was looked for in what follows that.

    “The court adjourned the trial of the mayor, saying a witness was ill”: the court says so.
    """
    verb = next((t for t in cue if t.tag_ == "VBG" and t.i and t.nbor(-1).text == ","), None)
    if verb is None or verb.dep_ not in {"advcl", "acl"} or clauses.child(verb, "nsubj") is not None:
        return None
    main = next((above for above in verb.ancestors if above.pos_ == "VERB"), None)
    if main is None or not main.i <= source.i < verb.i or source not in main.subtree or source.dep_ in SUBJECTS:
        return None
    return clauses.child(main, "nsubj")


def _is_told_of(clauses: Clauses, source: Token, cue: Tokens, known: Known) -> bool:
    """Whether the source is whom it is said of or to, not by: “he was asked”, “asked about the dam, he left”."""
    verb = next((t for t in reversed(list(cue)) if t.i in known), None)
    if verb is None or verb.tag_ != "VBN":
        return False
    subject = clauses.child(verb, "nsubjpass")
    if subject is not None:
        return source in subject.subtree
    alone = clauses.child(verb, "nsubj", "agent", "aux", "auxpass") is None
    return alone and verb.dep_ == "advcl" and source.head == verb.head


def _kind(clauses: Clauses, cue: Tokens, verb: Token, known: Known) -> Cue:
    passives, adverbs = (lexicons.words("statements/cue_phrases", "hearsay", kind) for kind in ("passives", "adverbs"))
    if verb.lemma_ in passives and any(c.lower_ == "it" for c in clauses.children(verb, "nsubjpass")):
        return HEARSAY
    if verb.i in known:
        return known[verb.i][0]
    return HEARSAY if any(t.lower_ in adverbs for t in cue) else PLAIN


def is_quoted(text: str, content: Sequence[Range]) -> bool:
    """Whether each run of the content stands between quotation marks, or goes on from one that does."""
    return all(_in_marks(text, start, end) for start, end in content)


def _in_marks(text: str, start: int, end: int) -> bool:
    opened, closed = text[max(0, start - 1) : start], text[end : end + 2]
    if opened in _OPENING:
        return any(mark in _CLOSING for mark in closed)
    apart = not text[max(0, start - 2) : max(0, start - 1)].strip()  # the mark of a word's end is no opening one
    return opened in _SINGLE_OPENING and apart and any(mark in _SINGLE_CLOSING for mark in closed)
