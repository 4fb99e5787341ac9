"""Who is asking: the person behind a request, and the secret that the forms of their pages carry."""

from typing import Final, NamedTuple

from reportedly.records import Person

LOCAL: Final = "local"
"""The id of whoever sits at this machine, where the desk has no accounts."""


class Visitor(NamedTuple):
    """``person`` as the desk knows them; ``token`` stands in every form of theirs, and no other page can know it."""

    person: Person
    token: str
