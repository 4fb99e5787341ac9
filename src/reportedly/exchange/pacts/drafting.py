"""A pact before anybody signed it: who is bound, by which terms; its id follows from every letter of it."""

import msgspec

from reportedly.errors import UsageError
from reportedly.exchange.canonical import canonical
from reportedly.records import Pact, PactParty, PactTerms, content_id

FEWEST, MOST_PARTIES = 2, 20
LONGEST_NAME = 300
LONGEST = 20_000  # characters of what the parties add in their own words


def pact_id(pact: Pact) -> str:
    """The id of a pact, made of all that it says."""
    return content_id("c", canonical(msgspec.structs.replace(pact, id="")).decode())


def drafted(title: str, parties: tuple[PactParty, ...], terms: PactTerms, words: str = "") -> Pact:
    """The pact of these parties, in the order of their fingerprints; raises ``UsageError`` where it binds nobody."""
    ordered = tuple(sorted(parties, key=lambda party: party.desk))
    _check(title, ordered, terms, words)
    plain = Pact("", title, ordered, terms, words)
    return msgspec.structs.replace(plain, id=pact_id(plain))


def sound(pact: Pact) -> Pact:
    """The pact, where it is one that could have been drafted; raises ``UsageError``."""
    _check(pact.title, pact.parties, pact.terms, pact.words)
    return pact


def _named(party: PactParty) -> list[str]:
    """Whatever of a party stands in a line of the document."""
    own = [party.name, party.desk, party.gives.words if party.gives else ""]
    return [*own, *(words for one in party.liaisons for words in (one.name, one.role, one.contact))]


def _check(title: str, parties: tuple[PactParty, ...], terms: PactTerms, words: str) -> None:
    named = [title, *(name for party in parties for name in _named(party))]
    if not title.strip() or any(not name.isprintable() or len(name) > LONGEST_NAME for name in named):
        raise UsageError(f"titles, names and contacts in a pact are one line of {LONGEST_NAME} letters at most")
    if not FEWEST <= len({party.desk for party in parties}) == len(parties) <= MOST_PARTIES:
        raise UsageError(f"a pact binds two to {MOST_PARTIES} desks, each once; {len(parties)} were named")
    if not any(party.gives for party in parties):
        raise UsageError("nobody gives anything under this pact: at least one party has to")
    if terms.starts >= terms.ends:
        raise UsageError(f"the pact would end ({terms.ends:%Y-%m-%d}) before it begins ({terms.starts:%Y-%m-%d})")
    if terms.onward == "named" and not terms.onward_to:
        raise UsageError("`--onward named` needs the desks that reports may go on to: name them with --to")
    if len(words) > LONGEST or min(terms.delay_hours, terms.answer_hours) < 0 or not terms.kinds:
        raise UsageError(f"a pact has one kind of report at least, hours from 0 on, and {LONGEST:,} letters of its own")
