"""Spellings of papers in Urdu, Persian and Arabic, put into a gazetteer: ``python -m training.gazetteer.papers``.

``papers.tsv`` names each place by a spelling that the gazetteer has, with its country: all rows that are meant by that
one, the town and its district, have the others too. What is there already stays; run again it changes nothing.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from training.gazetteer.build import DATA, as_searched

PAPERS = Path(__file__).with_name("papers.tsv")


def with_papers(gazetteer: bytes, papers: str) -> bytes:
    """A gazetteer, with the spellings of ``papers``, still in the order of its bytes."""
    spelled, _, rows = gazetteer.partition(b"\n\n")
    places = dict(line.split(b"\t", 1) for line in spelled.split(b"\n"))
    for name, country, spellings in _listed(papers):
        meant = [at for at in places[name.encode()].split(b",") if _country(rows, int(at)) == country]
        for spelling in {form for each in spellings.split("|") for form in (each, as_searched(each))}:
            known = [at for at in places.get(spelling.encode(), b"").split(b",") if at]
            places[spelling.encode()] = b",".join(dict.fromkeys((*known, *meant)))
    return b"\n".join(b"\t".join(line) for line in sorted(places.items())) + b"\n\n" + rows


def _listed(papers: str) -> Iterator[tuple[str, str, str]]:
    rows = csv.reader((line for line in papers.splitlines() if not line.startswith("#")), delimiter="\t")
    yield from ((name, country, spellings) for name, country, spellings in rows)


def _country(rows: bytes, at: int) -> str:
    return rows[at : rows.index(b"\n", at)].split(b"\t")[3].decode()


if __name__ == "__main__":
    path = DATA / "gazetteer.tsv"
    path.write_bytes(with_papers(path.read_bytes(), PAPERS.read_text("utf-8")))
