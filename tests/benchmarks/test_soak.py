"""A soak in small: a real server in a process of its own, real kills, and a judge that finds what is wrong."""

import random
import shutil
from pathlib import Path

import pytest

from benchmarks import soak, soak_findings
from benchmarks.hostile import World
from benchmarks.soak_findings import Findings

WORLD = World(4, 40)
ASKED = soak.arguments().parse_args(["--delay", "0.05", "--patience", "3", "--kills", "1"])


@pytest.fixture(scope="module")
def over(tmp_path_factory: pytest.TempPathFactory) -> tuple[Findings, Path]:
    """A soak that is over."""
    place = tmp_path_factory.mktemp("soak")
    return soak.play(WORLD, ASKED, random.Random(3), place), place


@pytest.fixture
def copy(over: tuple[Findings, Path], tmp_path: Path) -> Path:
    """What it left, to be spoilt."""
    return Path(shutil.copytree(over[1], tmp_path / "copy"))


def judged(place: Path, findings: Findings | None = None) -> str:
    found = findings or Findings()
    found.started(1.0, [])
    soak_findings.judge(found, place / "desk", WORLD, place / "log", ASKED.delay)
    return "\n".join(found.faults)


def test_all_good_pages_are_archived_once_though_the_desk_was_killed(over: tuple[Findings, Path]) -> None:
    findings, _ = over
    good = sum(page.is_good for page in WORLD.all_pages())
    assert f"good pages: {good}, archived {good}" in findings.lines
    assert findings.faults == []
    assert len(findings.seconds) > 1


def test_an_answer_the_ledger_does_not_know_is_found(copy: Path) -> None:
    (warc,) = (copy / "desk" / "archive").glob("*.gz")
    with warc.open("ab") as file:
        file.write(warc.read_bytes())
    told = judged(copy)
    assert "answers archived and not in the ledger" in told
    assert "stands there twice" in told


def test_a_damaged_record_is_found(copy: Path) -> None:
    (warc,) = (copy / "desk" / "archive").glob("*.gz")
    data = bytearray(warc.read_bytes())
    data[len(data) // 2] ^= 0xFF
    warc.write_bytes(data)
    told = judged(copy)
    assert "verify: " in told
    assert "by FastWARC" in told
    assert "captures of the ledger not in the archive" in told


def test_an_answer_that_was_whole_at_a_kill_and_is_gone_is_found(copy: Path) -> None:
    findings = Findings()
    findings.at_kill([soak_findings.Place("reportedly-00001.warc.gz", 7)])
    assert "answers whole at a kill and lost later" in judged(copy, findings)


def test_asking_a_host_too_fast_is_found(copy: Path) -> None:
    with (copy / "log").open("a", encoding="utf-8") as log:
        log.writelines(f"{at}\t{at}\t{WORLD.host(2)}\t/feed.xml\twhole\n" for at in (0.5, 0.52))
    assert f"hosts asked too fast: {WORLD.host(2)}" in judged(copy)
