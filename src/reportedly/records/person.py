"""Who works at the desk."""

from typing import Final, Literal

from reportedly.records.kinds import Record

Role = Literal["reader", "editor", "admin"]
"""A reader looks, an editor decides and writes, an admin says who may come in. Each may what those before may."""

ROLES: Final[tuple[Role, ...]] = ("reader", "editor", "admin")


class Person(Record, frozen=True):
    """Somebody who works at the desk: what they look at, save and decide is kept under ``id``."""

    id: str
    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether they may do what a ``role`` may."""
        return ROLES.index(self.role) >= ROLES.index(role)
