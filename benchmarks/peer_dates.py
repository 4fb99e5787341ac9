"""dateparser's ``search_dates`` over texts, for ``benchmarks.times``: it runs in an environment of its own.

Reads one JSON pair of text and day of publication (or null) a line, and prints processor seconds and how many times
were found. It is told that the texts are English, which spares it asking, and what relative times count from.
"""

import json
import sys
import time
from datetime import datetime
from importlib import import_module
from typing import Any

WARM_UP = "The council met on 3 June 2025 and will meet again next Friday."


def main() -> None:
    """Measure once and print."""
    search = import_module("dateparser.search").search_dates
    asked = [json.loads(line) for line in sys.stdin]
    search(WARM_UP, languages=["en"])
    begin = time.process_time()
    total = sum(len(search(text, languages=["en"], settings=_settings(day)) or ()) for text, day in asked)
    print(json.dumps([time.process_time() - begin, total]))


def _settings(day: str | None) -> dict[str, Any]:
    return {"RELATIVE_BASE": datetime.fromisoformat(day)} if day else {}


if __name__ == "__main__":
    main()
