"""How fast ``--help`` answers, command by command: ``python -m benchmarks.help_time``; a median over 0.3 s fails."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import typer.main

from benchmarks import machine
from reportedly import cli

LIMIT = 0.3  # seconds
TIMES = 10


def commands(command: typer.core.TyperGroup, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of each command, groups included."""
    yield path
    for name, below in command.commands.items():
        if isinstance(below, typer.core.TyperGroup):
            yield from commands(below, (*path, name))
        else:
            yield (*path, name)


def seconds(words: tuple[str, ...]) -> float:
    """The median time that a command's help takes."""
    program = Path(sys.executable).with_name("reportedly")
    taken = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        subprocess.run([program, *words, "--help"], check=True, capture_output=True)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def main() -> None:
    """Measure each command; end with 1 where one is too slow."""
    print(machine.facts())
    app = typer.main.get_group(cli.app)
    measured = {" ".join(words): seconds(words) for words in commands(app)}
    for words, taken in measured.items():
        print(f"{taken:6.3f} s  reportedly {words} --help", flush=True)
    slow = [words for words, taken in measured.items() if taken > LIMIT]
    if slow:
        sys.exit(f"over {LIMIT} s: {', '.join(slow)}")


if __name__ == "__main__":
    main()
