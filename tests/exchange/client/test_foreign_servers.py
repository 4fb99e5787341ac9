"""Two desks that both serve nobody exchange through a server that others wrote: one pushes to it, the other polls."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from reportedly.exchange.client.polling import Asked, poll
from reportedly.exchange.client.pushing import Gave, push
from reportedly.exchange.client.remote import Ask
from reportedly.records import Partner
from tests import newsroom
from tests.exchange import foreign
from tests.exchange.client.conftest import asker
from tests.exchange.desks import NOW, STAGES, Newsroom, agree
from tests.exchange.door import at_now

pytestmark = [pytest.mark.slow, pytest.mark.process("servers of others, in environments of their own")]
SECRET: Final = "editor:quay-and-tide"
COLLECTION: Final = "365fed99-08fa-4fdd-a1b3-fb247eb41d01"
Hub = tuple[str, Ask]

MEDALLION: Final = """
import json, sys
from medallion import application_instance, register_blueprints, set_config
told = json.load(open(sys.argv[2]))
for part in ("users", "taxii", "backend"):
    set_config(application_instance, part, told)
register_blueprints(application_instance)
application_instance.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
"""

OPENTAXII: Final = """
import json, sys
from opentaxii.cli import app
json.JSONEncoder.default = lambda _, value: str(value)  # 0.9.3 cannot write the ids that it makes on SQLite
with app.app_context():
    app.taxii_server.auth.api.create_account("editor", "quay-and-tide", True)
    kept = app.taxii_server.servers.taxii2.persistence.api
    root = kept.add_api_root(title="Hub", default=True)
    made = kept.add_collection(api_root_id=str(root.id), title="Quay", is_public=False, is_public_write=False)
    open(sys.argv[2], "w").write(f"/taxii2/{root.id}/collections/{made.id}/")
app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False, use_reloader=False)
"""


@pytest.fixture(params=["medallion", "opentaxii"])
def hub(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Hub]:
    """The address of a collection at a running server, and what asks it."""
    start = {"medallion": _medallion, "opentaxii": _opentaxii}[request.param]
    yield from start(tmp_path)


def _medallion(folder: Path) -> Iterator[Hub]:
    own = {"id": COLLECTION, "title": "Quay", "can_read": True, "can_write": True}
    own |= {"media_types": ["application/stix+json;version=2.1"], "objects": [], "manifest": [], "versions": []}
    root = {"title": "Hub", "versions": ["application/taxii+json;version=2.1"], "max_content_length": 100_000_000}
    data = {
        "/discovery": {"title": "Hub", "default": "http://desk.example/hub/", "api_roots": ["/hub/"]},
        "hub": {"information": root, "status": [], "collections": [own]},
    }
    (folder / "data.json").write_text(json.dumps(data))
    backend = {"module": "medallion.backends.memory_backend", "module_class": "MemoryBackend"}
    told = {
        "backend": {**backend, "filename": str(folder / "data.json")},
        "users": {"editor": "quay-and-tide"},
        "taxii": {"max_page_size": 6},
    }
    (folder / "told.json").write_text(json.dumps(told))
    with foreign.serving("medallion", MEDALLION, folder / "told.json") as port:
        yield f"http://desk.example/hub/collections/{COLLECTION}/", asker(f"http://127.0.0.1:{port}")


def _opentaxii(folder: Path) -> Iterator[Hub]:
    kept = "opentaxii.persistence.sqldb.Taxii2SQLDatabaseAPI"
    settings = f"""
domain: "127.0.0.1"
support_basic_auth: yes
return_server_error_details: yes
auth_api:
  class: opentaxii.auth.sqldb.SQLDatabaseAPI
  parameters:
    db_connection: "sqlite:///{folder}/auth.db"
    create_tables: yes
    secret: nobody-knows
taxii1:
taxii2:
  title: Hub
  public_discovery: false
  max_content_length: 100000000
  persistence_api:
    class: {kept}
    parameters:
      db_connection: "sqlite:///{folder}/hub.db"
      create_tables: yes
"""
    (folder / "told.yml").write_text(settings)
    env = {"OPENTAXII_CONFIG": str(folder / "told.yml"), **os.environ}
    with foreign.serving("opentaxii", OPENTAXII, folder / "where", **env) as port:
        path = (folder / "where").read_text()
        yield f"http://desk.example{path}", asker(f"http://127.0.0.1:{port}")


def knowing(desk: Newsroom, address: str) -> Partner:
    """A desk as the other knows it: by its key, and by the hub."""
    return Partner(desk.own.desk, desk.own.name, desk.own.key, NOW, address=address, secret=SECRET)


def pushed(giver: Newsroom, receiver: Newsroom, hub: Hub) -> Gave:
    (gave,) = push(giver.ledger, giver.own, STAGES, knowing(receiver, hub[0]), hub[1], NOW, at_once=9)
    return gave


def polled(receiver: Newsroom, giver: Newsroom, hub: Hub) -> Asked:
    (found,) = poll(receiver.ledger, receiver.own.desk, knowing(giver, hub[0]), hub[1], at_now, page=4)
    return found


def test_what_one_pushes_the_other_polls(north: Newsroom, south: Newsroom, hub: Hub) -> None:
    agree("Bridge", [north, south])
    gave = pushed(north, south, hub)
    assert (gave.failed, gave.refused) == ("", ())
    assert gave.taken > 10
    came = polled(south, north, hub)
    assert (came.failed, [one.refused for one in came.came if one.refused]) == ("", [])
    reports = {one.url for one in south.ledger.received.current("report")}
    assert len(reports) == 6
    assert sum(one.new for one in polled(south, north, hub).came) == 0

    north.decide("withdraw", newsroom.ORIGINAL.id, note="For partners: the agency took it back")
    assert pushed(north, south, hub).taken > 0
    (gone,) = (one for came in polled(south, north, hub).came for one in came.withdrawn)
    assert (gone.url, gone.reason) == (newsroom.ORIGINAL.article.url, "the agency took it back")
