"""Commands as a person types them, run here; and the few programs that must run in a process of their own."""

import io
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from reportedly import cli

HEEDING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""Before a program that is to be interrupted: what is started in the background is told to ignore Ctrl-C."""


class Answer(NamedTuple):
    """What a command left: its exit code, and what it printed on standard output and standard error."""

    code: int
    out: str
    err: str


def reportedly(*words: str | Path, given: bytes = b"") -> Answer:
    """Run a command line in this process, with ``given`` as its standard input."""
    out, err = io.StringIO(), io.StringIO()
    argv = mock.patch.object(sys, "argv", ["reportedly", *map(str, words)])
    stdin = mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    with argv, stdin, redirect_stdout(out), redirect_stderr(err):
        try:
            cli.main()
        except SystemExit as end:
            return Answer(int(end.code or 0), out.getvalue(), err.getvalue())
    return Answer(0, out.getvalue(), err.getvalue())


@contextmanager
def started(program: str, *words: str | Path, env: dict[str, str] | None = None) -> Iterator["subprocess.Popen[str]"]:
    """Python code running in a process of its own, its output as text; it is ended here, whatever comes."""
    command = [sys.executable, "-c", HEEDING + program, *map(str, words)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=env) as running:
        try:
            yield running
        finally:
            running.kill()


def interrupted(running: "subprocess.Popen[str]", within: float = 20) -> Answer:
    """Press Ctrl-C on a program and see how it ends."""
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=within)
    return Answer(running.returncode, out, err)
