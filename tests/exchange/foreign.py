"""Programs of others that do not fit beside this one: each in an environment of its own, where somebody made it.

``REPORTEDLY_FOREIGN`` names a folder with one environment each; what is not there is skipped, with the words for it.
"""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

WANTED: Final = {
    "medallion": "medallion",
    "opentaxii": "opentaxii==0.9.3 'sqlalchemy<2' 'marshmallow<4'",
    "misp": "misp-stix",
    "pycti": "pycti",
}


def python(name: str) -> Path:
    """The interpreter of an environment; the test is skipped where there is none."""
    folder = Path(os.environ.get("REPORTEDLY_FOREIGN", "/nowhere"))
    found = folder / name / "bin" / "python"
    if not found.exists():
        pytest.skip(
            f"no {name} here: python -m venv FOLDER/{name} && FOLDER/{name}/bin/pip install {WANTED[name]}, then set "
            "REPORTEDLY_FOREIGN to FOLDER"
        )
    return found


def ran(name: str, program: str, *words: str | Path) -> str:
    """What a program prints in an environment; its own warnings aside."""
    own = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [str(python(name)), "-W", "ignore", "-c", program, *map(str, words)]
    return subprocess.run(command, capture_output=True, check=True, text=True, env=own, timeout=300).stdout


@contextmanager
def serving(name: str, program: str, *words: str | Path, **env: str) -> Iterator[int]:
    """A server of an environment, on a port of its own; the program is given the port and then these words."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    own = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | env
    command = [str(python(name)), "-W", "ignore", "-c", program, str(port), *map(str, words)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=own) as running:
        try:
            _answers(port, running)
            yield port
        finally:
            running.kill()


def _answers(port: int, running: "subprocess.Popen[str]") -> None:
    """Wait until somebody listens."""
    for _ in range(600):
        if running.poll() is not None:
            pytest.fail(f"it ended: {running.stderr.read()[-2_000:] if running.stderr else ''}")
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("it never listened")
