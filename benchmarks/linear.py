"""Awkward texts at 1, 4 and 16 times their length: ``python -m benchmarks.linear [KIND ...] [--share PART]``.

Each text is read alone through ``reportedly.read.reader`` in this process, after a warm-up. ``growth`` is the time a
character takes at 16 times the length against that at 4 times: 1 is linear, 4 would be quadratic. A reading that breaks
down stops the program.
"""

import argparse
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import cycle, islice

import msgspec

from benchmarks import machine
from reportedly.extract import plain
from reportedly.read import reader
from reportedly.records import Article, Reading

TIMES = (1, 4, 16)
SENTENCES = (
    "The ministry of water said on Monday that the canal in Garvan would open by June 30.",
    "Daran Velk, the mayor of Meshgara, denied that 14 houses had been pulled down without notice.",
    "It rained for two days, and the road to the harbour stayed closed.",
    "According to the harbour police, two boats were lost near Lower Garvan and nobody was hurt.",
    "He told reporters he would not resign before the elections.",
)
SCRIPTS = (
    "وزیر اعظم نے کہا کہ بند کھل جائے گا۔",
    "Министр сказал: «Мост откроют».",
    "大臣は「橋は開く」と述べた。",
    "Ο υπουργός είπε",
)


def repeated(*parts: str, joined: str = " ") -> Callable[[int], str]:
    """A text of so many characters made of these parts in turn."""
    shortest = min(map(len, parts))
    return lambda size: joined.join(islice(cycle(parts), size // shortest + 1))[:size]


def plain_prose(size: int) -> str:
    """Paragraphs of three sentences without any quotation."""
    return repeated(" ".join(SENTENCES[:3]), " ".join(SENTENCES[2:]), joined="\n")(size)


KINDS: dict[str, tuple[int, Callable[[int], str]]] = {
    "no quotes": (250_000, plain_prose),
    "only quotes": (250_000, repeated("“The bridge will be closed from Monday until the water falls.”", joined="\n")),
    "10,000 quotes": (200_000, repeated("“Yes,” she said.", "“No,” said he to me.")),
    "quotes in one sentence": (100_000, repeated("“the bridge”, he said,")),
    "unmatched opening marks": (200_000, repeated("“The bridge is closed, she said.", "He came late.")),
    "unmatched closing marks": (200_000, repeated("The bridge is closed,” she said.", "He came late.")),
    "straight marks": (200_000, repeated('"The bridge" is closed", she said.', "'Tis late, the men's “boss' said.")),
    "only marks": (100_000, repeated("“", "”", '"', "‘", "’", "«", "»", joined="")),
    "mixed scripts": (150_000, repeated(*SCRIPTS, *SENTENCES)),
    "one line": (1_000_000, repeated(*SENTENCES)),
    "one word": (100_000, repeated("Garvan", joined="")),
    "one long sentence": (150_000, repeated("and the ministry of water in Garvan opened the canal to Meshgara,")),
    "lone surrogates": (150_000, repeated("The \ud800 mayor\udfff said", "the road was \udc00 closed.")),
    "cues in one sentence": (65_000, repeated("he said that")),
    "cues in a chain of names": (100_000, repeated("Daran Velk said Mila Orvati denied", joined=" ")),
    "blank lines": (100_000, repeated("\n", joined="")),
    "short lines": (100_000, repeated("He left.", "Rain fell.", joined="\n")),
    "invisible characters": (150_000, repeated("The ma\u00adyor\u200b said\u00a0the road was closed.")),
    "names": (150_000, repeated("Interior Minister Daran Velk met Mila Orvati of the Garvan Water Board in Lisbon.")),
    "times": (100_000, repeated("It will open by June 30, after 3 p.m. on Monday, within two weeks or next year.")),
    "brackets": (100_000, repeated("(", ")", "[", "]", ":The", joined="")),
}


def article(text: str) -> Article:
    """The text as an article of a day, taken for English whatever it is."""
    given = plain.article(text, url="https://benchmark.example/", outlet="benchmark", published=date(2026, 3, 9))
    return msgspec.structs.replace(given, language="en")


def seconds(text: str) -> float:
    """How long reading takes, extraction left out."""
    given = article(text)
    begin = time.perf_counter()
    (reading,) = reader.read_each([given])
    taken = time.perf_counter() - begin
    if not isinstance(reading, Reading):
        raise TypeError(f"the reader broke down: {reading.message}")
    return taken


def main() -> None:
    """Measure and print."""
    asked = _arguments()
    print(machine.facts(), f"({datetime.now(UTC):%Y-%m-%d})")
    for sentence in SENTENCES:
        seconds(sentence)
    seconds(plain_prose(20_000))
    print(f"{'kind':<26}{'characters':>12}" + "".join(f"{f'{n}x, s':>9}" for n in TIMES) + f"{'growth':>8}")
    for name in asked.kinds or KINDS:
        longest, make = KINDS[name]
        size = int(longest * asked.share)
        taken = [seconds(make(size * n // TIMES[-1])) for n in TIMES]
        growth = taken[2] / TIMES[2] / (taken[1] / TIMES[1])
        print(f"{name:<26}{size:>12,}" + "".join(f"{lasted:>9.2f}" for lasted in taken) + f"{growth:>8.2f}", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.linear", description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of: {'; '.join(KINDS)} (default all)")
    parser.add_argument("--share", type=float, default=1.0, help="of the full lengths (default 1)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
