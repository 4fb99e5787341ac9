"""The installed command, as every measurement uses it."""

import subprocess
import sys
from pathlib import Path


def reportedly(*words: str | Path, into: Path | None = None) -> None:
    """Run the command; what it prints goes ``into`` a file. A failure stops the measurement with its message."""
    done = subprocess.run([sys.executable, "-m", "reportedly", *map(str, words)], capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"reportedly {' '.join(map(str, words))}: {done.stderr.decode()}")
    if into:
        into.write_bytes(done.stdout)
