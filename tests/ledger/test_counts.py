from collections.abc import Callable

import pytest
from msgspec.structs import asdict

from reportedly.ledger import Ledger, open_ledger
from reportedly.ledger.counts import KINDS
from reportedly.records import Article

Write = Callable[..., Article]


def test_each_kind_is_counted(ledger: Ledger, article: Write, filed: Write) -> None:
    for n in range(3):
        filed(ledger, article(url=f"https://x.example/{n}"))
    ledger.articles.file(article(text="Rain fell."))
    counts = asdict(ledger.counts())
    assert counts["articles"] == 4
    assert (counts["unread"], counts["statements"], counts["entities"]) == (1, 3, 2)
    assert {kind: ledger.count(kind) for kind in KINDS} == counts


def test_what_was_not_filed_leaves_no_gap(ledger: Ledger, article: Write) -> None:
    ledger.articles.file(article(url="https://x.example/1"))
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        ledger.articles.file_all([article(url="https://x.example/2"), article(capture="c-none")])
    ledger.articles.file_all([article(url="https://x.example/1"), article(url="https://x.example/3")])
    assert ledger.count("articles") == len(ledger.articles.lines())


def test_what_others_file_is_counted_by_who_counted_before(
    ledger: Ledger, url: str, article: Write, filed: Write
) -> None:
    with open_ledger(url) as other:
        for n in range(3):
            filed(other, article(url=f"https://x.example/{n}"))
            assert ledger.count("articles") == other.count("articles") == n + 1
