"""Killing runs that relate a little at a time: ``python -m benchmarks.kill_rounds [ARTICLES.jsonl[.gz]] [--times N]``.

Articles come in rounds, each imported and followed by a run, to two desks. On one nothing is disturbed. On the other
runs are killed (SIGKILL, the whole family of processes), N times, at random moments of reading and of relating, each
time sooner than half of what the stage took on the other desk: so the next begins where that left off, until one comes
to its end and the next round may come. Then both ledgers must hold the same, and what follows from the readings the
same row for row. Without a file the rounds are the sample world's articles in no order, then its edits.
"""

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

import msgspec

from benchmarks import content, corpus, machine
from reportedly.sample import DAYS, world

Stage = Literal["read", "relate"]
Row = dict[str, str | None]

STAGES: Final[tuple[Stage, Stage]] = ("read", "relate")
LOOK: Final = 0.01  # seconds between looks into the ledger
AGES: Final = 120.0  # seconds until a run that begins no stage has ended, or hangs


def rounds(file: Path | None, many: int, articles: int, dice: random.Random) -> list[list[Row]]:
    """So many rounds of articles, in no order; revisions of one page as they came."""
    rows = _of_file(file, articles) if file else _of_sample()
    dice.shuffle(rows)
    size = -(-len(rows) // many)
    return [rows[at : at + size] for at in range(0, len(rows), size)] + ([] if file else [_edited()])


def _of_file(file: Path, articles: int) -> list[Row]:
    return [
        {
            "url": one.url,
            "outlet": one.outlet,
            "published": one.published.start.isoformat() if one.published else None,
            "headline": one.headline,
            "text": one.text,
        }
        for one in corpus.load(file, articles)
    ]


def _of_sample() -> list[Row]:
    return [_row(site, piece.as_of(piece.published.date()) or piece) for site, piece in world.pieces()]


def _edited() -> list[Row]:
    last = [(site, piece, piece.as_of(DAYS[-1])) for site, piece in world.pieces() if piece.edits]
    return [_row(site, edited or piece) for site, piece, edited in last]


def _row(site: world.Site, piece: world.Piece) -> Row:
    day = piece.published.date().isoformat()
    own = {"url": site.url(piece), "outlet": piece.outlet, "published": day}
    return {**own, "headline": piece.headline, "text": f"{piece.headline}\n\n{piece.text}"}


def take_in(desk: Path, rows: Sequence[Row]) -> None:
    """Import these articles."""
    file = desk.parent / "round.jsonl"
    file.write_bytes(b"\n".join(map(msgspec.json.encode, rows)))
    subprocess.run(_command("import", file, "--desk", desk), check=True, stdout=subprocess.DEVNULL)


def _command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "reportedly", *map(str, words)]


def run(desk: Path, stage: Stage | None = None, wait: float = 0.0) -> bool:
    """``reportedly run``, to the end or killed so many seconds after it began a stage; gives whether it was killed."""
    begun = _begun(desk, stage)
    with subprocess.Popen(
        _command("run", "--desk", desk), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        if stage and _begins(running, desk, stage, begun):
            try:
                running.wait(wait)
            except subprocess.TimeoutExpired:
                os.killpg(running.pid, signal.SIGKILL)
                return True
        _, told = running.communicate()
    if running.returncode:
        raise RuntimeError(f"reportedly run ended with {running.returncode}: {told.decode()}")
    return False


def _begins(running: subprocess.Popen[bytes], desk: Path, stage: Stage, begun: int) -> bool:
    """Wait until a stage begins; whether it does before the run ends."""
    until = time.monotonic() + AGES
    while running.poll() is None and time.monotonic() < until:
        if _begun(desk, stage) > begun:
            return True
        time.sleep(LOOK)
    return False


def _asked(desk: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{desk / 'ledger.db'}?mode=ro", uri=True, timeout=30)) as connection:
        return connection.execute(query, values).fetchall()


def _begun(desk: Path, stage: Stage | None) -> int:
    return len(_asked(desk, "SELECT seq FROM runs WHERE stage = ?", stage))


def lasted(desk: Path) -> dict[Stage, float]:
    """The seconds that each stage of the last run took."""
    query = "SELECT started, ended FROM runs WHERE stage = ? ORDER BY seq DESC LIMIT 1"
    last = {stage: _asked(desk, query, stage)[0] for stage in STAGES}
    moments = {stage: [datetime.fromisoformat(str(each)) for each in both] for stage, both in last.items()}
    return {stage: (ended - started).total_seconds() for stage, (started, ended) in moments.items()}


def left_at(desk: Path) -> str:
    """What a killed run was at, by what it left to be done."""
    waits = (
        ("reading", "SELECT 1 FROM unread LIMIT 1"),
        ("placing", "SELECT 1 FROM stale_days LIMIT 1"),
        ("joining running stories", "SELECT 1 FROM thread_days WHERE stale LIMIT 1"),
        ("telling stories", "SELECT 1 FROM placings WHERE NOT settled LIMIT 1"),
        ("following up", "SELECT 1 FROM turns LIMIT 1"),
        ("before or between relating", "SELECT 1 FROM unrelated LIMIT 1"),
    )
    return next((what for what, query in waits if _asked(desk, query)), "at the end")


def disturbed(desk: Path, kills: int, took: dict[Stage, float], dice: random.Random) -> Counter[str]:
    """Run to the end, killed so many times before, unless it ends earlier; at what it was each time."""
    killed = Counter[str]()
    while killed.total() < kills:
        stage = dice.choice(STAGES) if _asked(desk, "SELECT 1 FROM unread LIMIT 1") else "relate"
        if not run(desk, stage, dice.uniform(0, took[stage] / 2)):
            return killed
        killed[left_at(desk)] += 1
    run(desk)
    return killed


def main() -> None:
    """Both desks, round by round; end with 1 where they differ."""
    asked = _arguments()
    dice = random.Random(asked.seed)  # noqa: S311 - for moments, not for secrets
    print(machine.facts(), flush=True)
    coming = rounds(asked.file, asked.rounds, asked.articles, dice)
    killed = Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        quiet, loud = Path(folder) / "quiet", Path(folder) / "loud"
        for desk in (quiet, loud):
            subprocess.run(_command("init", desk), check=True, stdout=subprocess.DEVNULL)
        for number, rows in enumerate(coming):
            for desk in (quiet, loud):
                take_in(desk, rows)
            run(quiet)
            more = (asked.times - killed.total()) // (len(coming) - number)
            killed += disturbed(loud, more, lasted(quiet), dice)
            print(f"round {number + 1}: {len(rows)} articles, killed {killed.total()} times so far", flush=True)
        differs = content.differences(quiet, loud) + content.unlike_rows(quiet, loud)
    for what, times in killed.most_common():
        print(f"{times:>4} killed while {what}")
    print(f"{killed.total()} times killed: {'; '.join(differs) or 'the same ledger'} (seed {asked.seed})")
    sys.exit(bool(differs))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.kill_rounds", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="articles, one JSON object a line")
    parser.add_argument("--articles", type=int, default=400, help="how many of the file (default 400)")
    parser.add_argument("--rounds", type=int, default=10, help="how many imports (default 10)")
    parser.add_argument("--times", type=int, default=50, help="how many times to kill (default 50)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the random moments")
    return parser.parse_args()


if __name__ == "__main__":
    main()
