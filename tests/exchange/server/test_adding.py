"""What a partner sends, and what it is told of it."""

import httpx
import msgspec

from tests.exchange.desks import Newsroom, agree, objects
from tests.exchange.door import TAXII, asking, collection
from tests.exchange.test_files import is_delivery

STRANGE = {"type": "indicator", "spec_version": "2.1", "id": "indicator--7f8a0d9e-90b9-5ef0-9c14-5d0e60b54c8d"}


def sent(client: httpx.Client, name: str, told: object, **headers: str) -> httpx.Response:
    body = told if isinstance(told, bytes) else msgspec.json.encode(told)
    return client.post(f"api/collections/{name}/objects/", content=body, headers={"content-type": TAXII, **headers})


def test_the_status_says_of_each_object_what_became_of_it(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    given = objects(north.pack(pact, south))
    forged = next(dict(one) for one in given if one["type"] == "report")
    forged["name"] = "Another headline"
    told = [one for one in given if one["id"] != forged["id"] and not is_delivery(one)] + [forged, STRANGE]
    name = collection(pact, south, north, south)
    with asking(south, north) as client:
        answer = sent(client, name, {"objects": told})
        assert (answer.status_code, answer.headers["content-type"]) == (202, TAXII)
        status = answer.json()
        assert client.get(f"api/status/{status['id']}/").json() == status
    counts = {key: status[f"{key}_count"] for key in ("total", "success", "failure", "pending")}
    assert counts == {"total": len(told), "success": len(told) - 2, "failure": 2, "pending": 0}
    why = {one["id"]: one["message"] for one in status["failures"]}
    assert "changed on the way" in why[forged["id"]]
    assert "which desk made it" in why[STRANGE["id"]]
    assert len(south.ledger.received.current("report")) == 5


def test_a_status_is_for_whoever_sent_it(north: Newsroom, south: Newsroom, east: Newsroom) -> None:
    pact = agree("Bridge", [north, south, east])
    with asking(south, north) as client:
        status = sent(client, collection(pact, south, north, south), {"objects": []}).json()
    with asking(south, east) as client:
        assert client.get(f"api/status/{status['id']}/").status_code == 404


def test_too_much_at_once_is_refused_with_the_limit(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    name = collection(pact, south, north, south)
    with asking(south, north) as client:
        for body in (b" " * 10_000_001, b'{"objects": "' + b"x" * 10_000_000 + b'"}'):
            refused = sent(client, name, body)
            assert (refused.status_code, refused.headers["content-type"]) == (413, TAXII)
            assert refused.json()["details"] == {"max_content_length": "10000000"}
            assert "in several pieces" in refused.json()["description"]


def test_what_is_no_envelope_is_refused_with_words(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    name = collection(pact, south, north, south)
    with asking(south, north) as client:
        for body in (b"", b"no", b"[1]", b'{"objects": [1]}', b"[" * 100_000):
            assert sent(client, name, body).status_code == 422
        as_xml = sent(client, name, {"objects": []}, **{"content-type": "text/xml"})
        older = sent(client, name, {"objects": []}, **{"content-type": "application/taxii+json;version=2.0"})
        assert (as_xml.status_code, older.status_code) == (415, 415)
        assert sent(client, name, {"objects": []}, **{"content-type": "application/json"}).status_code == 202


def test_a_strangers_body_is_not_read(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    with asking(south, north) as client:
        client.headers["authorization"] = "Bearer rpp_nobody"
        assert sent(client, collection(pact, south, north, south), b" " * 10_000_001).status_code == 401
