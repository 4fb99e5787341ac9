"""What the browser gets from others is what the lock names, and nothing more."""

import json
from pathlib import Path

ROOT = Path(__file__).parents[2]
VENDOR = ROOT / "src" / "reportedly" / "web" / "static" / "vendor"


def locked(package: str) -> str:
    """The version that the lock pins, by its hash."""
    own = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"][f"node_modules/{package}"]
    assert own["integrity"].startswith("sha512-")
    return str(own["version"])


def test_each_script_of_others_is_of_the_release_that_is_locked() -> None:
    assert [path.name for path in VENDOR.iterdir()] == ["htmx.min.js"]
    assert f'"{locked("htmx.org")}"' in (VENDOR / "htmx.min.js").read_text("utf-8")


def test_the_outlines_say_which_release_they_were_made_from() -> None:
    card = (ROOT / "training" / "outlines" / "README.md").read_text("utf-8")
    assert f"`world-atlas` {locked('world-atlas')}" in card
