"""What the parse tells of a clause: what its verb acts on."""

from spacy.tokens import Token


def object_of(verb: Token) -> Token | None:
    """What a verb acts on: its object, its passive subject, or what “on” or “in” joins to it."""
    thing = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "oprd", "attr"}), None)
    if thing is None and verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBN":
        return verb.head
    if thing is not None:
        return thing
    joint = next((c for c in verb.children if c.dep_ in {"prep", "agent"} and c.lower_ in {"on", "in", "to"}), None)
    return next((c for c in joint.children if c.dep_ == "pobj"), None) if joint is not None else None
