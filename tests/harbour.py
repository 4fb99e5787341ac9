"""A small desk's news: a visit announced and made, and a fire told twice under one address."""

import json
from pathlib import Path

ANNOUNCED = "President Orla Fenn of Chile will visit Peru on June 12 to open the new harbour of Callao, officials said."
CAME = "President Orla Fenn of Chile visited Peru on Thursday and opened the new harbour of Callao, officials said."
HERE, THERE = "https://harbour.example/1", "https://mirror.example/2"

FIRE = "https://quay.example/fire"
BURNT = "The fire may have killed 14 people, a nurse said.", "The fire killed nine people, the hospital said."

ROWS: tuple[dict[str, str], ...] = (
    {"url": HERE, "outlet": "harbour", "published": "2025-06-10", "title": "A visit", "text": ANNOUNCED},
    {"url": THERE, "outlet": "mirror", "published": "2025-06-12", "title": "She came", "text": CAME},
    *({"url": FIRE, "outlet": "quay", "text": text} for text in BURNT),
)


def written(folder: Path) -> Path:
    """The news as a file of JSON lines in ``folder``."""
    file = folder / "news.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return file
