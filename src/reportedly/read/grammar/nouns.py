"""What the parse tells of nouns: what counts them, and whether words beside them set their day."""

from spacy.tokens import Token

from reportedly.read.grammar.lexicons import base, words


def set_for(verb: Token) -> bool:
    """Whether these words set a noun's day: the lockdown scheduled for Monday, a strike starting Thursday."""
    of_form = {"VBN": "verbs", "VBG": "beginning"}.get(verb.tag_)
    if verb.dep_ != "acl" or of_form is None or base(verb) not in words("grammar/nouns", "set_for", of_form):
        return False
    if base(verb.head) in words("grammar/nouns", "set_for", "never"):
        return False
    joints = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"for", "on", "from", "in"})
    days = (c for joint in (verb, *joints) for c in joint.children)
    return any(day.ent_type_ in {"DATE", "TIME"} for day in days)


def measured(noun: Token) -> Token | None:
    """The word that counts the noun: the round of talks, thousands of attacks."""
    joint = noun.head
    counts = (
        noun.dep_ == "pobj" and joint.lower_ == "of" and base(joint.head) in words("grammar/nouns", "measures", "words")
    )
    return joint.head if counts else None
