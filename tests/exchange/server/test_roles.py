"""What a partner's token opens, and what opens the door of partners: nothing else, over all routes."""

import httpx
import pytest

from reportedly.exchange.server import DeskServer
from reportedly.people import Pace, Passwords, Porter
from reportedly.records import SCOPES
from reportedly.web.admission import SHOWING, need_of
from reportedly.web.app import create_app
from reportedly.web.door import Door
from tests.exchange.desks import STAGES, Newsroom
from tests.exchange.door import at_now, know
from tests.people.conftest import QUICK
from tests.web.conftest import serving
from tests.web.crew import hire, sign_in
from tests.web.test_admission import ways
from tests.web.test_gate import ends


@pytest.mark.slow
def test_a_partners_token_opens_its_own_door_and_no_person_comes_in_there(north: Newsroom, south: Newsroom) -> None:
    roster, secret = hire(north.ledger), know(north, south)
    app = create_app(
        north.ledger,
        name="North",
        now=at_now,
        sample=False,
        body_of=lambda _: b"",
        door=Door(Porter(north.ledger, at_now, Passwords(QUICK)), "ilse", pace=Pace(100_000)),
        partners=DeskServer(north.ledger, north.own, STAGES, at_now),
    )
    form = {"content-type": "application/x-www-form-urlencoded"}
    with serving(app) as address, httpx.Client(base_url=address, trust_env=False, timeout=60) as client:
        bearer = {"authorization": f"Bearer {secret}"}
        for way in ways(app):
            need = need_of(way.endpoint, way.method)
            headers = bearer if way.method in SHOWING else {**bearer, **form}
            met = ends(client.request(way.method, way.example, headers=headers))
            if need.role != "anybody":
                assert met == ("inside" if need.role == "partner" else "sign in first"), way
        for scope in SCOPES:
            program = {"authorization": f"Bearer {roster.make_token('admin', scope, [scope])}"}
            assert client.get("/taxii2/", headers=program).status_code == 401
        assert sign_in(client, "admin").status_code == 303
        assert client.get("/taxii2/").status_code == 401
        assert client.get("/taxii2/", headers={**bearer, "origin": "https://evil.example"}).status_code == 200
        assert client.post("/taxii2/", headers={**bearer, "origin": "https://evil.example"}).status_code == 403
