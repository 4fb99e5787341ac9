"""Files handed in by tests, and what comes of them."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reportedly.extract.intake import files
from reportedly.extract.intake.files import Intake, columns
from reportedly.extract.intake.layout import Layout
from reportedly.records import Article, Outcome

NOW = datetime(2026, 3, 20, tzinfo=UTC)
PROSE = "The council of Orn closed the upper lock, and two barges waited until the evening."


def put(file: Path, data: bytes | str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return file


def taken(path: Path, *named: str, limit: int = 10_000) -> tuple[list[Article], list[Outcome]]:
    found = list(files.articles(path, Intake(path.name, limit, NOW, columns(named))))
    return [one for one in found if isinstance(one, Article)], [one for one in found if isinstance(one, Outcome)]


def layouts(path: Path, *named: str) -> list[Layout]:
    found = files.articles(path, Intake(path.name, 10_000, NOW, columns(named)))
    return [one for one in found if isinstance(one, Layout)]


def barge(number: int, **more: Any) -> dict[str, Any]:
    """A row about one of many barges."""
    row = {"url": f"https://lock.example/{number}", "title": f"Barge {number} waits", "text": f"{number}. {PROSE}"}
    return row | {"date": "2026-03-09"} | more


def as_json(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, indent=indent)
