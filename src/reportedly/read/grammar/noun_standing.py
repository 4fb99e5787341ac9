"""Where what a noun tells lies: by the verb it hangs on, the word that describes it, its carrier, or the noun above."""

from spacy.tokens import Token

from reportedly.read.grammar.lexicons import words
from reportedly.read.grammar.links import Links
from reportedly.read.grammar.standing import (
    CALLED_FOR,
    DENIED,
    OCCURRED,
    OPEN,
    PLANNED,
    SUPPOSED,
    Standing,
    is_given_up,
    of_verb,
    standings,
)


def of_noun(links: Links, noun: Token, carrier: Token | None = None) -> Standing:
    """The standing of what a noun tells; ``carrier`` is the verb that only carries it (hold talks)."""
    if _is_refused(links, noun) or is_given_up(links, noun):
        return DENIED
    described = SUPPOSED if noun.dep_ == "ROOT" and links.is_asked(noun) else _by_modifier(links, noun)
    if described is not None:
        return described
    return DENIED if links.has_no(noun) else _affirmed(links, noun, carrier)


def _is_refused(links: Links, noun: Token) -> bool:
    """Whether a verb denies or prevents what a noun tells: rejected the talks."""
    return noun.dep_ in {"dobj", "nsubjpass"} and standings("governors").get(links.form(noun.head)) == DENIED


def _affirmed(links: Links, noun: Token, carrier: Token | None) -> Standing:
    """By what becomes of it, by its carrier, or by what it hangs on."""
    if (
        _is_put_off(links, links.counted_by(noun) or noun)
        or _is_called(links, noun)
        or any(links.sets_a_day(verb) for verb in links.children(noun, "acl"))
    ):
        return PLANNED
    carried = of_verb(links, carrier) if carrier is not None else None
    if carrier is not None and carried is not None:
        announced = noun.dep_ == "dobj" and links.form(carrier) in standings("governors")  # over, but not the strike
        if carried.status in OPEN or not announced:
            return carried
    return _by_preposition(links, noun)


def _by_modifier(links: Links, noun: Token) -> Standing | None:
    """By a word before the noun, or before what counts it: upcoming talks, a planned round of talks."""
    roles = ("amod", "compound", "nmod", "advmod")
    counted = links.counted_by(noun)
    described = [*links.children(noun, *roles), *(links.children(counted, *roles) if counted is not None else ())]
    listed = standings("modifiers")
    return next((listed[word.lower_] for word in described if word.lower_ in listed), None)


def _is_put_off(links: Links, noun: Token) -> bool:
    """Whether the noun's verb moves it to another day, or only may call it off: a postponed visit still lies ahead."""
    if noun.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    form = links.with_particle(noun.head)
    return links.moves(noun.head) or form in words("grammar/standing", "given_up", "events")


def _is_called(links: Links, noun: Token) -> bool:
    """They called a strike for Friday; but not: they called the strike a mistake."""
    verb = noun.head
    called = noun.dep_ == "dobj" and links.with_particle(verb) == "call"
    return called and links.child(verb, "oprd", "acomp", "xcomp", "ccomp") is None and verb.tag_ != "VB"


def _by_preposition(links: Links, noun: Token) -> Standing:
    """By what a noun without a verb of its own hangs on: a call for talks, announced a strike, during the visit."""
    noun = links.counted_by(noun) or noun
    joint = noun.head
    standing: Standing | None = None
    if noun.dep_ == "pobj" and joint.dep_ == "prep":
        by = _by_noun if joint.head.pos_ == "NOUN" else _by_verb
        standing = by(links, joint, joint.head)
    elif noun.dep_ == "dobj" and joint.pos_ == "VERB":
        standing = standings("governors").get(links.form(joint))
    return standing or OCCURRED


def _by_noun(links: Links, joint: Token, governor: Token) -> Standing | None:
    """A plan for a visit."""
    fits = joint.lower_ in {"for", "to", "of", "on"}
    return standings("nouns").get(links.form(governor)) if fits else None


def _by_verb(links: Links, joint: Token, governor: Token) -> Standing | None:
    """Called for talks; looks forward to the visit; will speak at the summit."""
    if governor.pos_ != "VERB":
        return None
    form = links.form(governor)
    if joint.lower_ == "to" and form == "look":
        return PLANNED
    if joint.lower_ == "for" and form in {"call", "appeal", "press", "push"}:
        return CALLED_FOR
    within = joint.lower_ in {"during", "at", "in", "with"}
    above = of_verb(links, governor) if within else OCCURRED
    return above if above.status in {"planned", "expected"} else None
