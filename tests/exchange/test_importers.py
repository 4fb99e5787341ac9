"""What becomes of reports in programs of others that import them, each in an environment of its own."""

import json
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from reportedly.records import Article, Published, article_id
from tests import newsroom
from tests.exchange import foreign
from tests.exchange.crowd import OUTLET
from tests.exchange.desks import DAY, NOW, Newsroom, agree, reports

pytestmark = pytest.mark.process("importers, in environments of their own")

MISP: Final = """
import json, sys
import stix2
from misp_stix_converter import ExternalSTIX2toMISPParser
parser = ExternalSTIX2toMISPParser()
parser.load_stix_bundle(stix2.parse(open(sys.argv[1]).read(), allow_custom=True))
parser.parse_stix_bundle()
print(json.dumps([json.loads(one.to_json()) for one in parser.misp_events]))
"""
PYCTI: Final = """
import json, sys
from pycti import Report
print(len({Report.generate_id(name, published) for name, published in json.load(open(sys.argv[1]))}))
"""


def imported(folder: Path, data: bytes) -> dict[str, dict[str, Any]]:
    """The events that MISP makes of a file, by the names of reports."""
    (folder / "bundle.json").write_bytes(data)
    events = json.loads(foreign.ran("misp", MISP, folder / "bundle.json"))
    return {one["info"]: one for one in events}


def words(event: dict[str, Any]) -> str:
    """What can be read in an event."""
    return "\n".join(one["content"] for one in event["EventReport"])


def test_misp_shows_headline_source_certainty_address_and_labels(
    north: Newsroom, south: Newsroom, tmp_path: Path
) -> None:
    pact = agree("Bridge", [north, south])
    events = imported(tmp_path, north.pack(pact, south))
    event = events["Varen News Agency (26251bb3): Twelve people killed as shells hit Teral Bridge"]
    told = words(event)
    assert "Address: https://varen.example/shelling" in told
    assert "the governor of Teral, Mara Dovic (named; almost certain): “Twelve people were killed”" in told
    tags = {one["name"] for one in event["Tag"]}
    assert {one for one in tags if one.startswith("tlp:")} == {"tlp:amber"}
    assert any(one.startswith("pact bridge until 2026-04-05") for one in tags)


def test_misp_shows_that_a_report_was_withdrawn_and_why(north: Newsroom, south: Newsroom, tmp_path: Path) -> None:
    pact = agree("Bridge", [north, south])
    north.pack(pact, south)
    north.decide("withdraw", newsroom.ORIGINAL.id, note="For partners: the agency took it back")
    events = imported(tmp_path, north.pack(pact, south, NOW + DAY))
    told = words(events["Varen News Agency (26251bb3): Twelve people killed as shells hit Teral Bridge"])
    assert "WITHDRAWN. Do not use this report. Reason: the agency took it back" in told
    assert "Twelve people were killed" not in told


def test_a_thousand_reports_of_one_headline_and_day_have_a_thousand_ids(
    north: Newsroom, south: Newsroom, tmp_path: Path
) -> None:
    north.ledger.outlets.put((OUTLET,))
    north.ledger.articles.file_all(alike(number) for number in range(1_000))
    told = reports(north.pack(agree("Bridge", [north, south]), south)).values()
    same = [(one["name"], one["published"]) for one in told if "Boats cross the ford" in one["name"]]
    assert len(same) == 1_000
    (tmp_path / "names.json").write_text(json.dumps(same))
    assert foreign.ran("pycti", PYCTI, tmp_path / "names.json").strip() == "1000"


def alike(number: int) -> Article:
    """One of many articles with the same headline and day."""
    url, text = f"https://ford.example/again/{number}", "Boats cross the ford\n\nBoats crossed the ford on Monday."
    day = Published(date(2024, 6, 3), date(2024, 6, 3), "given")
    head = "Boats cross the ford"
    return Article(article_id(url, text, "hand/1"), url, "ford", text, "en", "hand/1", headline=head, published=day)
