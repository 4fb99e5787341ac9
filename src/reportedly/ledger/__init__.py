"""The desk's memory: the only package that knows a database."""

from reportedly.ledger.articles import ArticleLine, Hit, Hits
from reportedly.ledger.captures import Arrived, Shown
from reportedly.ledger.claiming import Holder
from reportedly.ledger.counts import Counts
from reportedly.ledger.entities import EntityLine
from reportedly.ledger.feeds import FeedState
from reportedly.ledger.hosts import host_id
from reportedly.ledger.leases import Program, Worker
from reportedly.ledger.ledger import Ledger, open_ledger
from reportedly.ledger.moving import Compared
from reportedly.ledger.namings import Naming
from reportedly.ledger.newest import Place
from reportedly.ledger.news import Changed, Denied, Edited
from reportedly.ledger.outlets import OutletHealth
from reportedly.ledger.places import Placed, PlaceLine
from reportedly.ledger.readings import Filing, Refused, SetAside
from reportedly.ledger.shelves import Planned
from reportedly.ledger.stories import StoryLine
from reportedly.ledger.unrelated import Unrelated
from reportedly.ledger.upkeep import Room, RoomTaken, Waiting

__all__ = [
    "Arrived",
    "ArticleLine",
    "Changed",
    "Compared",
    "Counts",
    "Denied",
    "Edited",
    "EntityLine",
    "FeedState",
    "Filing",
    "Hit",
    "Hits",
    "Holder",
    "Ledger",
    "Naming",
    "OutletHealth",
    "Place",
    "PlaceLine",
    "Placed",
    "Planned",
    "Program",
    "Refused",
    "Room",
    "RoomTaken",
    "SetAside",
    "Shown",
    "StoryLine",
    "Unrelated",
    "Waiting",
    "Worker",
    "host_id",
    "open_ledger",
]
