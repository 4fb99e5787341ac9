"""The machine a figure was measured on, so that a figure never stands alone."""

import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path

import psutil

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def facts() -> str:
    """Processor, cores, memory, Python and spaCy, in one line."""
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}, spaCy {version('spacy')}, load {psutil.getloadavg()[0]:.1f}"
    )


def with_one_thread(program: str) -> None:
    """Start the module ``program`` anew with one thread a process, unless it was: libraries look at it as they load."""
    if any(os.environ.get(name) != "1" for name in THREADS):
        environment = {**os.environ, **dict.fromkeys(THREADS, "1")}
        os.execve(sys.executable, [sys.executable, "-m", program, *sys.argv[1:]], environment)  # noqa: S606 - that is the point


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
