"""Other desks, pacts with them, what was given to them and what came from them."""

from reportedly.ledger.exchange.offers import Ground, Offers
from reportedly.ledger.exchange.pacts import Pacts
from reportedly.ledger.exchange.partners import Partners
from reportedly.ledger.exchange.received import ReceivedReports, Taken
from reportedly.ledger.exchange.reports import Drafted, OwnReports

__all__ = ["Drafted", "Ground", "Offers", "OwnReports", "Pacts", "Partners", "ReceivedReports", "Taken"]
