"""JSON Schema of what the desk prints, derived from the records themselves so that it cannot go stale."""

import json
from typing import Any

import msgspec

from reportedly.errors import UsageError
from reportedly.export.jsonl import PrintedFollowUp, PrintedStory
from reportedly.records import Reading

FORMATS: dict[str, Any] = {"reading": Reading, "stories": PrintedStory, "followups": PrintedFollowUp}


def of(name: str) -> str:
    """The schema of ``name`` (a key of ``FORMATS``) as indented JSON."""
    if name not in FORMATS:
        raise UsageError(f"no format is named {name!r}; there are: {', '.join(FORMATS)}")
    schema = msgspec.json.schema(FORMATS[name])
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=2)
