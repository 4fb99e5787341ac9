"""The infinitive of headlines: Ministers to meet on Friday; Gas deal to be signed. It announces what lies ahead."""

from spacy.tokens import Token

from reportedly.read.grammar.links import Links

_NOMINAL = frozenset({"NOUN", "PROPN"})
_BELOW = frozenset({"relcl", "acl", "advcl"})


def is_of_headline(links: Links, verb: Token) -> bool:
    """Whether an infinitive stands for a finite verb; but not: for Torv to sign it would be wrong, a chance to win."""
    if verb.dep_ in _BELOW:
        return _follows_bare_noun(links, verb)
    quoted = verb.dep_ == "ccomp" and verb.head.i > verb.i
    if not (verb.dep_ == "ROOT" or quoted) or links.child(verb, "mark") is not None:
        return False
    return any(who.pos_ in _NOMINAL for who in links.children(verb, "nsubj", "nsubjpass"))


def _follows_bare_noun(links: Links, verb: Token) -> bool:
    """Whether nothing but a noun without an article stands before it, which the parser took for the main word."""
    head = verb.head
    to = next((helper for helper in links.children(verb, "aux") if helper.lower_ == "to"), None)
    if head.dep_ != "ROOT" or to is None or to.i != head.i + 1 or head.tag_ == "VB":
        return False
    return links.child(head, "det", "poss", "nsubj", "nsubjpass", "aux", "auxpass", "expl") is None
