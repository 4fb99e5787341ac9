"""Who is asking: the person behind a request, what they came in with, and the secret that their forms carry."""

from typing import Final, NamedTuple

from reportedly.records import Person, Role, Scope

STRANGER: Final = Person("", "", "reader")
"""Whoever has not signed in where they must. ``Visitor.may`` lets them do nothing."""


class Visitor(NamedTuple):
    """``person`` as the desk knows them; ``token`` stands in every form of theirs, and no other page can know it.

    ``session`` is the id of their browser's session, ``scopes`` what the token opens that a program of theirs brought;
    both are empty for whoever sits at this machine.
    """

    person: Person
    token: str
    session: str = ""
    scopes: tuple[Scope, ...] = ()
    program: str = ""

    @property
    def is_stranger(self) -> bool:
        """Whether nobody knows who it is."""
        return not self.person.id

    @property
    def has_account(self) -> bool:
        """Whether they signed in, or a program of theirs did: their name is known and is not theirs to type."""
        return bool(self.session or self.scopes)

    def may(self, role: Role) -> bool:
        """Whether they may do what a ``role`` may."""
        return not self.is_stranger and self.person.may(role)
