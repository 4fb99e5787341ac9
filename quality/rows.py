"""Files of JSON lines, gold and readings alike. They are data of others, so they stay plain objects here."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def load(path: Path) -> list[Row]:
    """All objects of a file of JSON lines, gzipped or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.decode("utf-8").split("\n") if line.strip()]


def readings(path: Path) -> dict[str, Row]:
    """Readings by document: the last part of the article's URL, without ``.txt``."""
    return {document(row["article"]["url"]): row for row in load(path)}


def document(url: str) -> str:
    """The name by which a gold file knows an article."""
    return url.rsplit("/", 1)[-1].removesuffix(".txt")


def digest(*paths: Path) -> str:
    """A digest of gold files: a floor holds for exactly the data it was measured on."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def put(path: Path, rows: Iterable[Mapping[str, Any]]) -> Path:
    """Write objects as JSON lines; gives the path."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8", newline="")
    return path
