"""Who may come in: passwords, sessions, tokens, and the pace at which anybody may try."""

from reportedly.people.caller import Caller, device_for
from reportedly.people.pace import Pace
from reportedly.people.passwords import Passwords
from reportedly.people.porter import Porter, Refused, SignedIn
from reportedly.people.roster import Roster

__all__ = ["Caller", "Pace", "Passwords", "Porter", "Refused", "Roster", "SignedIn", "device_for"]
