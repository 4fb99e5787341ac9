"""A command run under watch: how long it took and how much memory its whole family of processes held at most."""

import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import psutil

EVERY = 0.2  # seconds between looks


class Cost(NamedTuple):
    """``peak`` adds up the resident memory of all processes (shared pages count in each), in bytes."""

    seconds: float
    peak: int

    def __str__(self) -> str:
        return f"{self.seconds:7.1f} s, at most {self.peak / 2**20:,.0f} MB"


def reportedly(*words: str | Path) -> Cost:
    """Run ``reportedly`` with these words to its end; raises where it fails."""
    begin = time.perf_counter()
    running = psutil.Popen([sys.executable, "-m", "reportedly", *map(str, words)], stdout=subprocess.DEVNULL)
    peak = 0
    while running.poll() is None:
        peak = max(peak, _resident(running))
        time.sleep(EVERY)
    if running.returncode:
        raise RuntimeError(f"reportedly {' '.join(map(str, words))} ended with {running.returncode}")
    return Cost(time.perf_counter() - begin, peak)


def _resident(process: psutil.Popen) -> int:
    total = 0
    for running in (process, *_children(process)):
        try:
            total += running.memory_info().rss
        except psutil.Error:  # it ended while we looked
            continue
    return total


def _children(process: psutil.Popen) -> list[psutil.Process]:
    try:
        return list(process.children(recursive=True))
    except psutil.Error:
        return []
