"""Everything that can go wrong unexpectedly, as one tree.

What is *expected* to go wrong while watching the news (a dead link, a page without an article, a feed that is not XML)
is no exception: it is a recorded ``Outcome``. The classes here stop a command. Each message says what was given, what
was wanted and what to do.

::

    ReportedlyError            exit code 1
    ├── UsageError             2   the command line asks for something that cannot be
    │   ├── NoDesk             2   the folder is not a desk
    │   ├── BadSetting         2   desk.toml or an outlet file has a value that cannot be used
    │   └── OtherReader        2   others are at work on the ledger with another reader
    ├── BadInput               3   a file or page handed in cannot be read as what it should be
    │   ├── NotText            3   bytes that are not text in any charset tried
    │   ├── TooLarge           3   more than the limit in the settings
    │   ├── BadDate            3   a date that is not a date
    │   ├── NotInLedger        3   an id or address that no row of the ledger has
    │   └── Overtaken          3   somebody else decided about it meanwhile
    ├── Unreachable            4   a page asked for by hand could not be had
    │   ├── ForbiddenAddress   4   the address guard refused it
    │   ├── ArchiveUnreachable 4   the bucket that holds the archive does not answer
    │   └── TurnedDown         4   another desk's server answered, and not with what was asked for
    ├── DamagedArchive         5   archived bytes differ from what the ledger says
    │   ├── DamagedBundle      5   an evidence bundle is not what was signed
    │   └── DamagedLedger      5   rows of the ledger do not add up
    ├── BrokenDown             6   the reader itself failed on an article
    ├── LedgerLost             7   the ledger's database went away, or gave a transaction up
    ├── LeaseLost              8   this process was away for so long that others may do its work
    └── ClusterLost            9   the cluster that was to do the work is not there, or not fit for it
"""


class ReportedlyError(Exception):
    """Any failure that ends a command with a message and no traceback."""

    exit_code = 1


class LeaseLost(ReportedlyError):
    """A worker's lease ran out, so that it files nothing any more: others may be at what it was at."""

    exit_code = 8


class UsageError(ReportedlyError):
    """The command line asks for something that cannot be."""

    exit_code = 2


class NoDesk(UsageError):
    """The folder is not a desk: it has no ``desk.toml``."""


class BadSetting(UsageError):
    """``desk.toml`` or an outlet file has a value that cannot be used."""


class OtherReader(UsageError):
    """Others are at work on the ledger with another version of the reader: all that work on one read alike."""


class BadInput(ReportedlyError):
    """A file or page handed in cannot be read as what it should be."""

    exit_code = 3


class NotText(BadInput):
    """Bytes that are not text in any charset tried."""


class TooLarge(BadInput):
    """More bytes or characters than the settings allow."""


class BadDate(BadInput):
    """A date that is not a date."""


class NotInLedger(BadInput):
    """An id or address that no row of the ledger has."""


class Overtaken(BadInput):
    """Somebody decided about a thing since whoever decides now looked at it."""


class Unreachable(ReportedlyError):
    """A page asked for by hand could not be had."""

    exit_code = 4


class ForbiddenAddress(Unreachable):
    """The address guard refused to connect."""


class ArchiveUnreachable(Unreachable):
    """The bucket that holds the archive does not answer, or not to those keys."""


class TurnedDown(Unreachable):
    """Another desk's server answered with ``status``, and not with what was asked for."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


class DamagedArchive(ReportedlyError):
    """Archived bytes differ from what the ledger says of them."""

    exit_code = 5


class DamagedBundle(DamagedArchive):
    """An evidence bundle is not what was signed."""


class DamagedLedger(DamagedArchive):
    """Rows of the ledger do not add up with each other or with the archive."""


class BrokenDown(ReportedlyError):
    """The reader itself failed on an article; the message says on which, and with what."""

    exit_code = 6


class LedgerLost(ReportedlyError):
    """The ledger's database went away, or gave a transaction up: nothing of it was filed, so it may be tried again."""

    exit_code = 7


class ClusterLost(ReportedlyError):
    """The cluster that was to do the work is not there, or is not one to work on; lost later, others do the rest."""

    exit_code = 9
