"""The day that relative times of an article are counted from."""

from datetime import date, timedelta

from reportedly.read.days.calendar import YEARS
from reportedly.records import Article

_PRINTED_WITHIN = timedelta(days=4)  # after the date in the dateline; what lies further apart is another date


def anchor(article: Article) -> date | None:
    """The dateline's day, where publication followed at once; else publication's; None where nobody knows.

    A wire story of June 3 that a paper prints on June 5 says "yesterday" of June 2.
    """
    published, dateline = article.published, article.dateline
    printed = published.start if published is not None and published.start == published.end else None
    written = dateline.start if dateline else None
    soon = printed is None or (written is not None and timedelta(0) <= printed - written <= _PRINTED_WITHIN)
    today = written if written and soon else printed
    return today if today and today.year in YEARS else None
