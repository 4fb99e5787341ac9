"""What the container promises, tried without one: not as root, all but the desk's folder and /tmp read-only."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import yaml

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
CONTAINERFILE = (ROOT / "Containerfile").read_text("utf-8")


def test_it_does_not_run_as_root_and_takes_only_pinned_packages() -> None:
    assert re.search(r"^USER 10001:10001$", CONTAINERFILE, re.MULTILINE)
    assert "--require-hashes -r /src/container.lock" in CONTAINERFILE
    pinned = (ROOT / "container.lock").read_text("utf-8")
    for package in ("fastapi", "argon2-cffi", "weasyprint", "authlib", "hatchling"):
        assert re.search(rf"^{package}==", pinned, re.MULTILINE), package
    assert "playwright" not in pinned


def test_the_services_can_write_nothing_but_the_desk() -> None:
    services = yaml.decode((ROOT / "compose.yaml").read_bytes())["services"]
    assert services.keys() == {"watch", "web"}
    for service in services.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["volumes"] == ["./desk:/desk"]
        assert service["user"] == "10001:10001"
    assert services["web"]["ports"] == ["127.0.0.1:8700:8700"]


@pytest.fixture
def confined(tmp_path: Path) -> list[str]:
    """A command that runs what follows it as the container does, with the desk in ``tmp_path``."""
    found = shutil.which("bwrap")
    if found is None:
        pytest.skip("no bubblewrap here: install it with `apt-get install bubblewrap`")
    command = [
        *(found, "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp"),  # noqa: S108
        *("--ro-bind", str(ROOT), str(ROOT), "--ro-bind", sys.prefix, sys.prefix),  # where they lie below /tmp
        *("--bind", str(tmp_path), "/mnt", "--unshare-user", "--uid", "10001", "--gid", "10001", "--cap-drop", "ALL"),
        *("--die-with-parent", "--chdir", "/mnt"),
    ]
    if subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        pytest.skip("bubblewrap may not confine anything here")
    return command


def test_a_desk_is_made_filled_and_checked_so(confined: list[str], tmp_path: Path) -> None:
    said = "The harbour of Tessen stays closed, the harbour master said on Monday."
    (tmp_path / "news.jsonl").write_text(json.dumps({"url": "https://pier.example/1", "text": said}) + "\n")
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "HOME": "/mnt", "REPORTEDLY_DESK": "/mnt/desk"}

    def desk(*words: str) -> str:
        command = [*confined, sys.executable, "-m", "reportedly", *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=120).stdout

    desk("init", "/mnt/desk")
    desk("import", "/mnt/news.jsonl")
    desk("run")
    assert "harbour" in desk("search", "harbour")
    assert (tmp_path / "desk" / "ledger.db").stat().st_size > 0
