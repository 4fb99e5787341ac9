"""The machine a figure was measured on, so that a figure never stands alone."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

import psutil


def facts() -> str:
    """Processor, cores, memory, Python and spaCy, in one line."""
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}, spaCy {version('spacy')}, load {psutil.getloadavg()[0]:.1f}"
    )


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
