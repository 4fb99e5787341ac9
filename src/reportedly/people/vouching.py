"""People whom a provider vouches for: let in by the role of their groups, and known again by their identity alone."""

import re

from reportedly.errors import BadInput
from reportedly.people.caller import Caller
from reportedly.people.oidc import Vouched
from reportedly.people.porter import Porter, Refused, SignedIn
from reportedly.people.roster import NOBODYS, Roster
from reportedly.records import Account, Role

NO_ROLE = "You are known, but none of your groups has a role at this desk: ask its admin."
AWAY = "Your account here was removed: ask the desk's admin."


def let_in(porter: Porter, vouched: Vouched, caller: Caller) -> SignedIn | Refused:
    """Let somebody in, with the role their groups have now; an account is made when they first come."""
    if vouched.role is None:
        return porter.refuse(vouched.person, NO_ROLE, caller)
    roster = Roster(porter.ledger, porter.now, porter.passwords, "provider", caller.address)
    known = porter.ledger.people.identified(vouched.identity)
    if known is None and porter.ledger.people.was_identified(vouched.identity):
        return porter.refuse(vouched.person, AWAY, caller)
    try:
        account = _with_role(roster, known, vouched.role) if known else _added(roster, vouched, vouched.role)
    except BadInput as error:
        return porter.refuse(vouched.person, str(error), caller)
    return porter.let_in(account, caller, "provider")


def _with_role(roster: Roster, known: Account, role: Role) -> Account:
    if known.role != role:
        roster.set_role(known.id, role)
    return Account(known.id, known.name, role, known.added, known.password, known.identity)


def _added(roster: Roster, vouched: Vouched, role: Role) -> Account:
    """A new account under an id that nobody ever had, and a name that nobody has."""
    plain = re.sub(r"[^a-z0-9._@-]+", "-", vouched.person.casefold()).strip("._@-")[:50] or "person"
    people = roster.ledger.people
    person, n = plain, 2
    while people.was(person) or person in NOBODYS:
        person, n = f"{plain}-{n}", n + 1
    names = {one.name.casefold() for one in people.all()}
    name = vouched.name if vouched.name.casefold() not in names else f"{vouched.name} ({person})"
    return roster.add(person, name, role, None, vouched.identity)
