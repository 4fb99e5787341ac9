"""Dates in tables and manifests: which are read, which stay unknown, and that each of those is told."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reportedly.extract.intake import files
from reportedly.extract.intake.files import Intake, columns
from reportedly.records import Article, Outcome, Published

NOW = datetime(2031, 7, 20, tzinfo=UTC)
DAY = date(2031, 7, 14)


def filed(folder: Path, **cells: object) -> tuple[Article, list[str]]:
    path = folder / "rows.jsonl"
    path.write_text(json.dumps({"text": "Rain fell on Orn.", **cells}), "utf-8")
    found = list(files.articles(path, Intake(path.name, 10_000, NOW, columns(()))))
    (article,) = (one for one in found if isinstance(one, Article))
    return article, [one.message for one in found if isinstance(one, Outcome) and one.state == "fetched"]


@pytest.mark.parametrize(
    "cell",
    ["2031-07-14", "July 14, 2031 Monday", "14. Juli 2031", "20310714081500", "1941754500", 1_941_754_500_000],
)
def test_a_day_is_read_however_it_is_printed(tmp_path: Path, cell: object) -> None:
    article, notes = filed(tmp_path, date=cell)
    assert article.published
    assert (article.published.start, article.published.basis, notes) == (DAY, "given", [])


def test_a_moment_with_its_zone_is_kept(tmp_path: Path) -> None:
    article, _ = filed(tmp_path, published="Mon, 14 Jul 2031 10:15:00 CEST")
    assert article.published == Published(DAY, DAY, "given", datetime(2031, 7, 14, 8, 15, tzinfo=UTC))


def test_an_old_paper_keeps_its_day(tmp_path: Path) -> None:
    article, notes = filed(tmp_path, published="22 June 1815")
    assert article.published
    assert (article.published.start, notes) == (date(1815, 6, 22), [])


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("03/04/2031", "two days"),
        ("2131-07-14", "later than the day it was seen"),
        ("0001-01-01", "before 1605"),
        ("1970-01-01T00:00:00Z", "no day is known"),
        ("1453/03/24", "Hijri calendar"),
        ("some day", "no date that can be told"),
    ],
)
def test_a_day_that_is_not_certain_stays_unknown_and_the_note_says_why(tmp_path: Path, cell: str, why: str) -> None:
    article, (note,) = filed(tmp_path, published=cell)
    assert article.published is None
    assert "the day it came out stays unknown" in note
    assert cell in note
    assert why in note


def test_a_day_of_the_jalali_calendar_is_converted_and_the_note_says_so(tmp_path: Path) -> None:
    article, (note,) = filed(tmp_path, published="1410/04/23")
    assert article.published
    assert article.published.start == DAY
    assert "the day it came out: '1410/04/23' is taken for a day of the Jalali calendar" in note


def test_a_manifests_date_passes_the_same_gate(tmp_path: Path) -> None:
    told = "".join(f"<p>{'The harbour of Orn was closed on Monday after a week of storms. ' * 3}</p>" for _ in range(4))
    (tmp_path / "a.html").write_text(f"<html><body><article><h1>Harbour closed</h1>{told}</article></body></html>")
    (tmp_path / "pages.csv").write_text("file,published\na.html,2099-01-01\n")
    found = list(files.articles(tmp_path, Intake("pages", 10_000, NOW, columns(()))))
    (article,) = (one for one in found if isinstance(one, Article))
    assert article.published is None
    assert any("date stays unknown: '2099-01-01' is later" in one.message for one in found if isinstance(one, Outcome))


@pytest.mark.parametrize(
    ("sent", "day", "said"),
    [("Mon, 14 Jul 2031 10:15:00 CEST", DAY, False), ("Tue, 14 Jul 2099 10:15:00 +0000", None, True)],
)
def test_the_date_of_a_mail_passes_it_too(tmp_path: Path, sent: str, day: date | None, said: bool) -> None:  # noqa: FBT001
    words = "The harbour of Orn was closed on Monday after a week of storms, the office said. " * 3
    mail = f"From: desk@orn.example\nSubject: Harbour closed\nDate: {sent}\nMIME-Version: 1.0\n\n{words}\n"
    (tmp_path / "harbour.eml").write_text(mail)
    found = list(files.articles(tmp_path, Intake("mails", 10_000, NOW, columns(()))))
    (article,) = (one for one in found if isinstance(one, Article))
    assert (article.published.start if article.published else None) == day
    assert any("the day it was sent" in one.message for one in found if isinstance(one, Outcome)) == said
