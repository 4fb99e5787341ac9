"""What there is: the desk, its API root, and the collections of whoever asks."""

from typing import Any

from reportedly.exchange.collections import Collection
from reportedly.exchange.server.answers import LARGEST, STIX, TAXII


def discovery(name: str, base: str, contact: str) -> dict[str, Any]:
    """Where the API root is."""
    told = {
        "title": name,
        "description": f"{name} exchanges reports with other desks under written pacts.",
        "default": f"{base}/api/",
        "api_roots": [f"{base}/api/"],
    }
    return told | ({"contact": contact} if contact else {})


def api_root(name: str) -> dict[str, Any]:
    """What the one API root speaks, and how much it takes at once."""
    return {
        "title": name,
        "description": "One collection for each pact and direction.",
        "versions": [TAXII],
        "max_content_length": LARGEST,
    }


def collection(of: Collection, own: str) -> dict[str, Any]:
    """A collection, as a party sees it: it reads what this desk gives, and writes what it gives itself."""
    return {
        "id": of.id,
        "title": of.title,
        "description": of.description,
        "can_read": of.giver.desk == own,
        "can_write": of.receiver.desk == own,
        "media_types": [STIX],
    }
