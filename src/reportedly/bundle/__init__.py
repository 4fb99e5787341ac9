"""Evidence bundles: pages, statements and hashes in one signed file that anyone can check without the desk."""

from reportedly.bundle.choosing import Chosen, article, brief, story
from reportedly.bundle.maker import maker, packed
from reportedly.bundle.making import Maker, make
from reportedly.bundle.report import Fault, Report
from reportedly.bundle.verifying import verify

__all__ = ["Chosen", "Fault", "Maker", "Report", "article", "brief", "make", "maker", "packed", "story", "verify"]
