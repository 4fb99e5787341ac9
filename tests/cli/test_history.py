"""``reportedly history`` as a shell sees it."""

import json
import subprocess
import sys
from pathlib import Path


def reportedly(*words: str | Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", *map(str, words)], capture_output=True, check=False, timeout=120
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_revisions_handed_in_are_told_apart_by_url_and_by_article(tmp_path: Path) -> None:
    desk, file, url = tmp_path / "desk", tmp_path / "news.jsonl", "https://quay.example/fire"
    texts = "The fire may have killed 14 people, a nurse said.", "The fire killed nine people, the hospital said."
    file.write_text("\n".join(json.dumps({"url": url, "text": text, "outlet": "quay"}) for text in texts))
    reportedly("init", desk)
    reportedly("import", file, "--desk", desk)
    assert reportedly("run", "--desk", desk)[0] == 0
    code, printed, _ = reportedly("history", url, "--desk", desk)
    assert code == 0
    assert "[-may have-] killed [-14-] {+nine+}" in printed
    assert "CHANGED: certainty" in printed
    _, lines, _ = reportedly("history", url, "--format", "jsonl", "--desk", desk)
    seen, edited = map(json.loads, lines.splitlines())
    assert (seen["kind"], edited["kind"], edited["statements_compared"]) == ("seen", "edited", True)
    assert reportedly("history", edited["article"], "--desk", desk)[1] == printed


def test_a_page_that_nobody_looked_at_is_refused(tmp_path: Path) -> None:
    reportedly("init", tmp_path)
    code, _, complaint = reportedly("history", "https://quay.example/none", "--desk", tmp_path)
    assert code == 3
    assert "https://quay.example/none" in complaint
