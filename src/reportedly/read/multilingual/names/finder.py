"""All names of an article: the order of the finders is the order of trust."""

from reportedly.read.multilingual.marked import Marked
from reportedly.read.multilingual.names import bodies, known, merge, persons, places
from reportedly.read.multilingual.names.names import Names
from reportedly.read.multilingual.names.roll import Roll
from reportedly.read.multilingual.sheet import Sheet


def find(sheet: Sheet, marks: Marked, country: str | None = None) -> Names:
    """Who and what the article names. ``country`` is the outlet's (ISO 3166-1 alpha-2), for telling towns apart."""
    roll = Roll(sheet, marks.names, country)
    known.find(roll)
    bodies.find(roll)
    persons.find(roll)
    places.find(roll)
    merge.places(roll)
    merge.persons(roll)
    return Names(roll)
