"""What a pronoun or a role noun refers to: "he", "the minister", "the group". None when that is not sure.

"He" is the last person who was a subject, looking back sentence by sentence; a subject without a name in between ("a
police official said") ends the search, for then "he" is the nameless one. A role noun is the last person given that
role; "the movement" the last body whose name has the word. "They" is never resolved: it fits too many.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.read.grammar import cues
from reportedly.read.names import genders
from reportedly.read.names.genders import Gender
from reportedly.read.names.names import SUBJECTS, Names
from reportedly.read.names.sheet import Mention
from reportedly.read.names.words import words

BACK = 5  # sentences looked back over; not measured
NEAR = 80  # words looked back over for the one militant body that “the group” can be; not measured
NAMED = 2  # words before a noun that it may explain: IRNA news agency
ONE_OFFICE = {
    **dict.fromkeys(("premier", "pm", "fm", "cm"), "minister"),
    **dict.fromkeys(("spokesman", "spokeswoman"), "spokesperson"),
    **dict.fromkeys(("chairman", "chairwoman", "chair"), "chairperson"),
    **dict.fromkeys(("head", "boss"), "chief"),
    "mp": "lawmaker",
    "adviser": "advisor",
    "convener": "convenor",
}
MILITANT = frozenset({"group", "outfit"})


def referent(names: Names, head: Token) -> str | None:
    """The id of the entity meant, by name or by what came before."""
    if key := names.at(head):
        return key
    low = head.lower_
    gender = genders.of_pronoun(low)
    if gender is not None:
        _listen(names)
        return _person(names, head, gender)
    if not _definite(head):
        return None
    if low in words().roles - words().private or low in ONE_OFFICE:
        return _office(names, head)
    body = head.tag_ != "NNS" and low in words().organisation_heads | MILITANT
    return _body(names, head) if body else None


def _definite(head: Token) -> bool:
    before = (child for child in head.children if child.dep_ == "det" or child.i < head.i)
    return any(child.lower_ in {"the", "this", "that"} for child in before)


def _listen(names: Names) -> None:
    """Learn from each “she” and “he” of the text, in order, whom it speaks of: the next “he” is not she."""
    if names.spoken_of is not None:
        return
    names.spoken_of = spoken_of = {}
    for token in names.page.doc:
        gender = genders.of_pronoun(token.lower_)
        if gender is not None and token.dep_ in SUBJECTS:
            meant = _person(names, token, gender)
            if meant is not None and genders.of_person(names, meant) is None:
                spoken_of[meant] = gender


def _person(names: Names, pronoun: Token, gender: Gender) -> str | None:
    """The person who was a subject last, or the only one named in a sentence; nobody of the other gender.

    Nobody too, where it can be that subject but another of the sentence is known to be of that gender.
    """
    told = _told_by(names, pronoun)
    for subjects, mentions in names.back(pronoun, BACK):
        others = (m for m in mentions if m.kind == "person" and m.start not in told)
        fitting = {key for key in map(names.id, others) if _may_be(names, key, gender)}
        for subject in (each for each in subjects if each.i not in told):
            owner = _named(names, subject)
            if owner is None and _is_nameless(subject, gender):
                return _office(names, subject) if _definite(subject) else None
            if owner and names.id(owner) in fitting:
                return _unless_outdone(names, names.id(owner), fitting, gender)
        if fitting:
            return fitting.pop() if len(fitting) == 1 else None
    return None


def _told_by(names: Names, pronoun: Token) -> set[int]:
    """The words that “he” says himself: whoever is named there is somebody else."""
    verb, clauses = pronoun.head, names.page.clauses
    if pronoun.dep_ not in SUBJECTS or clauses.form(verb) not in cues.lexicon():
        return set()
    return {word.i for told in clauses.children(verb, "ccomp", "parataxis") for word in told.subtree}


def _is_nameless(subject: Token, gender: Gender) -> bool:
    """Whether a subject is somebody without a name: a nurse, whoever “she” or “he” is; a widow, where it is “she”."""
    low, lists = subject.lower_, words()
    if low in lists.women | lists.men:
        return (low in lists.women) == (gender == "female")
    return low in lists.roles | lists.callings


def _named(names: Names, subject: Token) -> Mention | None:
    """What a subject names, or the person whose name follows it: the captain, Ada Moreno."""
    owner = names.sheet.owner[subject.i]
    if owner is not None and owner.kind == "person":
        return owner
    beside = (names.sheet.owner[token.i] for token in names.page.clauses.children(subject, "appos"))
    return next((person for person in beside if person is not None and person.kind == "person"), owner)


def _may_be(names: Names, key: str, gender: Gender) -> bool:
    return genders.of_person(names, key) in {None, gender}


def _unless_outdone(names: Names, key: str, fitting: set[str], gender: Gender) -> str | None:
    """The person, unless its gender is unknown and another's is known to fit."""
    if genders.of_person(names, key) is None and any(genders.of_person(names, other) == gender for other in fitting):
        return None
    return key


def _office(names: Names, noun: Token) -> str | None:
    """The last person before ``noun`` who holds that office; of several kinds of minister, the one described."""
    described = {child.lower_ for child in noun.children if child.dep_ in {"compound", "amod"}} & words().modifiers
    owners = (names.sheet.owner[token.i] for token in _described_by(noun))
    nations = {owner.country for owner in owners if owner and owner.country}
    wanted = {ONE_OFFICE.get(noun.lower_, noun.lower_), *described}
    for mention in reversed(names.between(0, noun.i)):
        if mention.kind != "person" or not _holds(names, names.id(mention), wanted):
            continue
        home = _countries(names, names.id(mention)) if nations else set()
        if not home or home & nations:
            return names.id(mention)
    return None


def _holds(names: Names, key: str, wanted: set[str]) -> bool:
    """Whether somebody was given an office with all these words."""
    offices = (role.lower().replace(",", "").split() for mention in names.same[key] for role in mention.roles)
    return any(wanted <= {ONE_OFFICE.get(word, word) for word in office} for office in offices)


def _described_by(noun: Token) -> Iterator[Token]:
    """Adjectives, possessors and "of ..." objects of a noun."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "for"}:
            yield from child.children
        elif child.i < noun.i:
            yield child


def _countries(names: Names, key: str) -> set[str]:
    """The countries a person's offices belong to."""
    bodies = (names.sheet.owner[tie.body] for tie in names.ties if names.id(tie.person) == key and tie.body is not None)
    return {body.country for body in bodies if body and body.country}


def _before(names: Names, noun: Token) -> Mention | None:
    """The body whose name the noun only explains: the IRNA news agency; the UN agency is another."""
    before = (names.sheet.owner[i] for i in range(noun.i - 1, max(noun.left_edge.i, noun.i - NAMED) - 1, -1))
    named = next(filter(None, before), None)
    return named if named and named.kind in {"organisation", "group"} and named.trait != "body" else None


def _body(names: Names, noun: Token) -> str | None:
    """The last body whose name has the word; "the group" the only militant body of the last sentences."""
    low = noun.lower_
    if named := _before(names, noun):
        return names.id(named)
    if any(child.dep_ == "prep" and child.lower_ in {"of", "for", "to"} for child in noun.children):
        return None  # "the movement for freedom" is none in particular
    earlier = [m for m in names.between(0, noun.i) if m.kind in {"organisation", "group"}]
    called = [m for m in earlier if low in m.name.lower().split() or low in names.sheet.low[m.start : m.end]]
    if called:
        return names.id(called[-1])
    militant = (m for m in earlier if m.start >= noun.i - NEAR and m.trait in {"militant", "party"})
    near = {names.id(m) for m in militant} if low in MILITANT else set()
    return near.pop() if len(near) == 1 else None
