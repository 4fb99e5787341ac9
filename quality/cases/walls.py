"""Not the page that was asked for, and letters of the wrong script."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quality.cases.case import Case, differs, folder
from tests.commands import reportedly


def _read(path: Path) -> tuple[dict[str, Any], str]:
    """What ``reportedly read`` prints of a file's article, and its complaint."""
    _, printed, complaint = reportedly("read", path, "--format", "jsonl")
    return (json.loads(printed)["article"] if printed else {}), complaint


def _western(inputs: Path) -> Iterator[str]:
    words = {1: ("José Muñoz",), 3: ("façade", "5°C colder"), 4: ("São Paulo", "naïve")}
    for number, wanted in words.items():
        for ending in ("txt", "html"):
            found, complaint = _read(inputs / f"misc-l1-{number}.{ending}")
            for word in wanted:
                yield from differs(f"{word} in {number}.{ending}", word in found.get("text", ""), right=True)
            yield from differs(f"noted in {number}.{ending}", "windows-1252" in complaint, right=True)


def _western_table(inputs: Path) -> Iterator[str]:
    with folder() as work:
        reportedly("init", work)
        told = reportedly("import", inputs / "misc-l1.csv", "--desk", work).out
        yield from differs("noted", "1 filed with a note" in told, right=True)
        reportedly("run", "--desk", work)
        found = reportedly("search", "Muñoz", "--desk", work).out
        yield from differs("found by its name", "Muñoz" in found, right=True)


def _consent(inputs: Path) -> Iterator[str]:
    found, complaint = _read(inputs / "h2-cookiewall.html")
    yield from differs("read as an article", bool(found), right=False)
    yield from differs("the reason told", "consent to cookies" in complaint, right=True)


def _second_look(inputs: Path) -> Iterator[str]:
    with folder() as work:
        reportedly("init", work)
        reportedly("import", inputs / "warc-hist-open.warc.gz", "--desk", work)
        reportedly("run", "--desk", work)
        told = reportedly("history", "http://news.example/cookiewall", "--desk", work).out
        yield from differs("told as an edit", "struck" in told or "VANISHED" in told, right=False)
        yield from differs("told as no article", "no article" in told, right=True)


def _leads_on(inputs: Path) -> Iterator[str]:
    _, complaint = _read(inputs / "h2-meta-refresh.html")
    yield from differs("where it leads", "only leads on to https://news.example/a1" in complaint, right=True)


def _title(inputs: Path) -> Iterator[str]:
    printed = reportedly("read", inputs / "h2-cs-meta-in-title.html").out
    yield from differs("headline", printed.partition("\n")[0], "Мост")


def _enclosed(inputs: Path) -> Iterator[str]:
    page, _ = _read(inputs / "misc-page.mhtml")
    yield from differs("address of the page", page.get("url"), "https://gazette.example/bridge")
    mail, _ = _read(inputs / "misc-mail.eml")
    yield from differs("text of the mail", mail.get("text", "")[:12], "Officials in")


def _carried(inputs: Path) -> Iterator[str]:
    for name in ("misc-singlefile.html", "misc-saved-complete.html"):
        found, _ = _read(inputs / name)
        yield from differs(f"address of {name}", found.get("url"), "https://gazette.example/bridge")
        yield from differs(f"outlet of {name}", found.get("outlet"), "gazette.example")


CASES: tuple[Case, ...] = (
    Case("H26", ("h2-cookiewall.html",), _consent),
    Case("U01", ("warc-hist-open.warc.gz",), _second_look),
    Case("H41", ("h2-meta-refresh.html",), _leads_on),
    Case("H34", ("h2-cs-meta-in-title.html",), _title),
    Case("H45", ("misc-page.mhtml", "misc-mail.eml"), _enclosed),
    Case("H46", ("misc-singlefile.html", "misc-saved-complete.html"), _carried),
    Case("H32", tuple(f"misc-l1-{n}.{ending}" for n in (1, 3, 4) for ending in ("txt", "html")), _western),
    Case("T18", ("misc-l1.csv",), _western_table),
)
