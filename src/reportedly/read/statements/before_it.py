"""What another had said before: “..., as the Gazette had reported”. Its content is the clause that this one hangs on.

Of what is denied or confirmed, that is the thing denied: the minister would resign, as the Gazette had reported.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.read.grammar.cues import Cue
from reportedly.read.grammar.page import Page
from reportedly.read.statements import speaker
from reportedly.read.statements.said import Range, Said, around, ranges

_SPEECH = frozenset({"say", "write", "disclose", "claim"})
_OWN = frozenset({"i", "we", "you"})


def told(page: Page, claims: Sequence[Said], cues: Mapping[int, tuple[Cue, ...]]) -> Iterator[Said]:
    """The claims, with such a clause's content where the model saw fragments of it, and those it did not see."""
    aside = {page.doc[i].idx: page.doc[i] for i in cues if _is_aside(page, page.doc[i], cues[i])}
    for said in claims:
        at = next((at for start, end in said.cue for at in aside if start <= at < end), None)
        seen = aside.pop(at) if at is not None else None
        content = _content(page, seen, cues) if seen is not None and len(said.content) > 1 else ()
        yield replace(said, content=content) if content else said
    for verb in aside.values():
        head, content = speaker.of(page, verb), _content(page, verb, cues)
        if head is not None and content and head.lower_ not in _OWN:
            yield Said(content, (around(verb),), cues[verb.i][0], speaker.words(page, head), head, verb=verb)


def _is_aside(page: Page, verb: Token, kinds: tuple[Cue, ...]) -> bool:
    """Whether the verb tells nothing of its own and stands behind “as” and its subject."""
    clauses = page.clauses
    if verb.dep_ != "advcl" or kinds[0].kind not in _SPEECH or verb.i < verb.head.i:
        return False
    marked = any(mark.lower_ == "as" and mark.i < verb.i for mark in clauses.children(verb, "mark", "advmod"))
    own = clauses.child(verb, "ccomp", "dobj", "xcomp", "nsubjpass")
    return marked and own is None and clauses.child(verb, "nsubj") is not None


def _content(page: Page, verb: Token, cues: Mapping[int, tuple[Cue, ...]]) -> tuple[Range, ...]:
    host, hidden = verb.head, {token.i for token in verb.subtree}
    passed_on = page.clauses.child(host, "ccomp") if host.i in cues else None
    return ranges(
        page, [token.i for token in (passed_on or host).subtree if token.i not in hidden and token.i < verb.i]
    )
