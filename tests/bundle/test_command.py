"""The command as a shell sees it."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.ledger import Ledger
from reportedly.settings import Desk
from tests import newsroom

pytestmark = pytest.mark.usefixtures("ledger")


def reportedly(*words: str | Path) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "reportedly", *map(str, words)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_bundle_is_made_signed_and_checked(newsdesk: Desk, ledger: Ledger, tmp_path: Path) -> None:
    file = tmp_path / "b.wacz"
    assert ledger.story(newsroom.STORY.id)
    code, printed, _ = reportedly("bundle", newsroom.STORY.id, "-o", file, "--desk", newsdesk.folder)
    assert code == 0
    fingerprint = printed.split()[-1]
    assert stat.S_IMODE(newsdesk.key.stat().st_mode) == 0o600
    code, printed, _ = reportedly("bundle", "verify", file, "--key", fingerprint)
    assert code == 0
    assert "3 pages, 3 articles, 8 statements" in printed
    assert "whole" in printed
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    code, printed, complaint = reportedly("bundle", "verify", file, "--key", "00" * 32)
    assert code == 5
    assert "WRONG the key" in printed
    assert "2 things are wrong" in complaint


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("bundle", "-o", "b.wacz"), "name a story"),
        (("bundle", "k1", "--from", "2024-06-01", "-o", "b.wacz"), "name a story"),
        (("bundle", "k1", "-o", "b.wacz"), "no story or article"),
    ],
)
def test_what_cannot_be_bundled_is_told(newsdesk: Desk, words: tuple[str, ...], says: str) -> None:
    code, _, complaint = reportedly(*words, "--desk", newsdesk.folder)
    assert code == 2
    assert says in complaint
