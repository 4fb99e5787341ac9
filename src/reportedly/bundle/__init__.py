"""Evidence bundles: pages, statements and hashes in one signed file that anyone can check without the desk."""

from reportedly.bundle.choosing import Chosen, article, brief, story
from reportedly.bundle.maker import Maker, maker_of
from reportedly.bundle.making import make, packed
from reportedly.bundle.report import Fault, Report
from reportedly.bundle.verifying import verify

__all__ = ["Chosen", "Fault", "Maker", "Report", "article", "brief", "make", "maker_of", "packed", "story", "verify"]
