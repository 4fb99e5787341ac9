"""What a partner's program meets at the door."""

import base64
import hashlib

import httpx
import pytest

from reportedly.exchange import files
from tests import newsroom
from tests.exchange import desks
from tests.exchange.desks import DAY, NOW, Newsroom, agree
from tests.exchange.door import TAXII, app_of, asking, collection, everything, know
from tests.web.conftest import serving


def article_at(url: str) -> str:
    """The id of the article at an address."""
    return next(one.article.id for one in newsroom.EVERYTHING if one.article.url == url)


def test_a_partner_finds_its_collections_from_the_discovery_address(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    with asking(north, south) as client:
        found = client.get("")
        assert (found.status_code, found.headers["content-type"]) == (200, TAXII)
        root = found.json()["default"]
        assert found.json()["api_roots"] == [root]
        told = client.get(root).json()
        assert (told["versions"], told["max_content_length"]) == ([TAXII], 10_000_000)
        listed = client.get(f"{root}collections/").json()["collections"]
    titles = {one["title"]: (one["can_read"], one["can_write"]) for one in listed}
    short = pact.id[:9]
    assert titles == {
        f"Bridge: North to South ({short})": (True, False),
        f"Bridge: South to North ({short})": (False, True),
    }
    assert {one["id"] for one in listed} == {
        collection(pact, south, north, south),
        collection(pact, south, south, north),
    }


@pytest.mark.parametrize("path", ["", "api", "api/collections", "api/collections/{}", "api/collections/{}/objects"])
def test_a_slash_at_the_end_makes_no_difference(north: Newsroom, south: Newsroom, path: str) -> None:
    pact = agree("Bridge", [north, south])
    path = path.format(collection(pact, north, north, south))
    with asking(north, south) as client:
        with_slash, without = (client.get(f"{client.base_url}{path}".rstrip("/") + end) for end in ("/", ""))
    assert with_slash.status_code == without.status_code == 200
    assert with_slash.content == without.content


def test_all_that_may_go_comes_page_by_page_as_in_a_file(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    name = collection(pact, north, north, south)
    with asking(north, south) as client:
        by_pages, at_once = everything(client, name, limit=3), everything(client, name)
    assert by_pages == at_once
    assert len({one["id"] for one in at_once}) == len(at_once)
    packed = desks.objects(files.pack(north.giving(pact, south), NOW).data)
    assert {one["id"]: one for one in at_once} == {
        one["id"]: one for one in packed if one.get("abstract") != "Delivery"
    }


def test_what_goes_is_put_down_before_it_goes(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    name = collection(pact, north, north, south)
    with asking(north, south) as client:
        first = client.get(f"api/collections/{name}/objects", params={"limit": 4}).json()["objects"]
        client.get(f"api/collections/{name}/manifest")
    served = north.ledger.offers.served(south.own.desk)
    assert {(one.id, one.way, one.pact) for one in served} == {(one["id"], "server", pact.id) for one in first}


def test_dates_rise_strictly_and_the_headers_say_where_to_go_on(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    path = f"api/collections/{collection(pact, north, north, south)}"
    with asking(north, south) as client:
        dates = [one["date_added"] for one in client.get(f"{path}/manifest").json()["objects"]]
        page = client.get(f"{path}/objects", params={"limit": 5})
        assert dates == sorted(set(dates))
        assert page.headers["x-taxii-date-added-first"] == dates[0]
        assert page.headers["x-taxii-date-added-last"] == dates[4]
        rest = everything(client, path.rpartition("/")[2], added_after=dates[4])
        assert len(rest) == len(dates) - 5
        empty = client.get(f"{path}/objects", params={"added_after": dates[-1]})
    assert empty.json() == {"more": False}
    assert empty.headers["x-taxii-date-added-last"] == empty.headers["x-taxii-date-added-first"] == dates[-1]


def test_an_empty_page_has_its_headers_when_nothing_was_asked_for(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south], starts=NOW + DAY)
    with asking(north, south) as client:
        page = client.get(f"api/collections/{collection(pact, north, north, south)}/objects")
    assert page.json() == {"more": False}
    assert page.headers["x-taxii-date-added-last"] == "1970-01-01T00:00:00.000000Z"


def test_a_place_carries_what_was_wanted(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    path = f"api/collections/{collection(pact, north, north, south)}/objects"
    with asking(north, south) as client:
        first = client.get(path, params={"match[type]": "report", "limit": 2}).json()
        second = client.get(path, params={"next": first["next"]}).json()
    assert isinstance(first["next"], str)
    assert {one["type"] for one in (*first["objects"], *second["objects"])} == {"report"}
    assert not second["more"]


def test_objects_by_their_ids_types_and_versions(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    path = f"api/collections/{collection(pact, north, north, south)}/objects"
    with asking(north, south) as client:
        one, other, *_ = everything(client, collection(pact, north, north, south), **{"match[type]": "report"})

        def ids(**asked: str) -> list[str]:
            return [each["id"] for each in client.get(path, params=asked).json().get("objects", [])]

        both = {"match[id]": f"{other['id']},{one['id']}"}
        assert ids(**both) == [one["id"], other["id"]]
        assert ids(**both, **{"match[version]": one["modified"]}) == [one["id"], other["id"]]
        assert ids(**both, **{"match[version]": "2020-01-01T00:00:00.000Z"}) == []
        assert ids(**both, **{"match[version]": "all"}) == [one["id"], other["id"]]
        assert ids(**{"match[spec_version]": "2.0"}) == []
        assert client.get(f"{path}/{one['id']}").json()["objects"] == [one]
        assert client.get(f"{path}/{one['id']}/versions").json()["versions"] == [one["modified"]]
        missing = client.get(f"{path}/report--00000000-0000-4000-8000-000000000000")
    assert missing.status_code == 404


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("*/*", 200),
        ("application/json", 200),
        ("application/taxii+json", 200),
        ('application/taxii+json; version="2.1"', 200),
        ("text/html,application/xhtml+xml", 200),
        ("application/taxii+json;version=2.0", 406),
        ("application/vnd.oasis.taxii+json; version=2.0", 406),
        ("application/vnd.oasis.taxii+json; version=2.0, application/taxii+json;version=2.1", 200),
    ],
)
def test_whoever_takes_no_other_version_is_answered(north: Newsroom, south: Newsroom, accept: str, status: int) -> None:
    with asking(north, south) as client:
        answer = client.get("", headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (status, TAXII)


def test_old_programs_bring_the_token_as_a_password(north: Newsroom, south: Newsroom) -> None:
    with asking(north, south) as client:
        del client.headers["authorization"]
        for scheme in (httpx.BasicAuth("south", "rpp_South"), httpx.BasicAuth("", "rpp_South")):
            assert client.get("", auth=scheme).status_code == 200
        assert client.get("", headers={"authorization": "Token rpp_South"}).status_code == 200
        for header in ("", "Bearer", "Bearer rpp_East", "Basic !", f"Basic {base64.b64encode(b'rpp_South').decode()}"):
            refused = client.get("", headers={"authorization": header})
            assert (refused.status_code, refused.headers["content-type"]) == (401, TAXII)
            assert "Bearer" in refused.headers["www-authenticate"]
            assert "token that its liaison gave you" in refused.json()["description"]


def test_a_desk_that_was_removed_comes_in_no_more(north: Newsroom, south: Newsroom) -> None:
    with asking(north, south) as client:
        assert client.get("").status_code == 200
        know(north, south, removed=NOW)  # type: ignore[arg-type]  # a moment
        assert client.get("").status_code == 401


def test_where_a_certificate_was_agreed_the_token_alone_opens_nothing(north: Newsroom, south: Newsroom) -> None:
    shown = b"a certificate"
    bearer = {"authorization": f"Bearer {know(north, south, certificate=hashlib.sha256(shown).hexdigest())}"}
    with serving(app_of(north)) as address, httpx.Client(base_url=address, trust_env=False, timeout=60) as client:

        def comes_in(header: str) -> bool:
            return client.get("/taxii2/", headers={**bearer, "client-cert": header}).status_code == 200

        assert comes_in(f":{base64.b64encode(shown).decode()}:")
        assert not any(comes_in(f":{base64.b64encode(other).decode()}:") for other in (b"", b"another"))
        assert not comes_in("no base64")
    with serving(app_of(north, proxies=())) as address, httpx.Client(base_url=address, trust_env=False) as client:
        assert not comes_in(f":{base64.b64encode(shown).decode()}:")  # nobody is believed who is no proxy of ours


def test_words_say_what_to_paste(north: Newsroom, south: Newsroom) -> None:
    with asking(north, south) as client:
        address = str(client.base_url).rstrip("/")
        for path in ("api/collections/collections/", "collections/", "api/taxii2/", "wp-login.php"):
            missing = client.get(path)
            assert (missing.status_code, missing.headers["content-type"]) == (404, TAXII)
            assert f"paste {address}/ " in missing.json()["description"]
            assert f"{address}/api/ " in missing.json()["description"]


def test_a_collection_of_others_is_missed_as_one_that_is_nobodys(
    north: Newsroom, south: Newsroom, east: Newsroom
) -> None:
    theirs = agree("Quay", [north, east])
    unsigned = collection(agree("Bridge", [north, south]), north, north, south)
    with asking(north, south) as client:
        foreign = client.get(f"api/collections/{collection(theirs, north, north, east)}/objects")
        nobodys = client.get("api/collections/00000000-0000-5000-8000-000000000000/objects")
        assert (foreign.status_code, foreign.content) == (nobodys.status_code, nobodys.content)
        assert foreign.headers.keys() == nobodys.headers.keys()
        assert "etag" not in client.get("api/collections").headers  # whether something changed is told to nobody
        assert unsigned != collection(theirs, north, north, east)


def test_a_collection_is_read_or_written_and_words_say_which(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    reading, writing = collection(pact, north, north, south), collection(pact, north, south, north)
    with asking(north, south) as client:
        read = client.get(f"api/collections/{writing}/objects")
        written = client.post(f"api/collections/{reading}/objects", json={"objects": []})
        deleted = client.delete(f"api/collections/{reading}/objects/report--1")
        other = client.post("api/collections")
    assert [one.status_code for one in (read, written, deleted, other)] == [403, 403, 403, 405]
    assert "is where you write" in read.json()["description"]
    assert "is where you read" in written.json()["description"]
    assert "withdrawn by a new version" in deleted.json()["description"]


def test_an_end_in_the_middle_of_a_paging_holds(north: Newsroom, south: Newsroom) -> None:
    at = [NOW]
    pact = agree("Bridge", [north, south])
    path = f"api/collections/{collection(pact, north, north, south)}/objects"
    with asking(north, south, lambda: at[0]) as client:
        first = client.get(path, params={"limit": 4}).json()
        at[0] = pact.terms.ends
        assert client.get(path, params={"next": first["next"]}).json() == {"more": False}
        assert client.get(path).json() == {"more": False}


def test_a_label_that_is_put_on_meanwhile_holds_for_the_next_page(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    path = f"api/collections/{collection(pact, north, north, south)}/objects"
    with asking(north, south) as client:
        first = client.get(path, params={"limit": 9}).json()
        rest = client.get(path, params={"next": first["next"]}).json()["objects"]
        report = next(one for one in rest if one["type"] == "report")
        north.decide("mark", article_at(report["external_references"][0]["url"]), value="RED")
        again = client.get(path, params={"next": first["next"]}).json()["objects"]
    assert report["id"] not in {one["id"] for one in again}
    assert report["id"] not in str(again)


def test_what_was_held_back_while_others_read_on_comes_behind_where_they_are(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    name = collection(pact, north, north, south)
    with asking(north, south) as client:
        url = everything(client, name, **{"match[type]": "report"})[0]["external_references"][0]["url"]
        mark = north.decide("mark", article_at(url), value="RED")
        page = client.get(f"api/collections/{name}/objects")
        before = {one["id"] for one in page.json()["objects"]}
        north.decide("undo", mark.about, undoes=mark.id)
        later = everything(client, name, added_after=page.headers["x-taxii-date-added-last"])
    assert [one["external_references"][0]["url"] for one in later if one["type"] == "report"] == [url]
    assert before.isdisjoint(one["id"] for one in later if one["type"] == "report")


def test_a_place_of_another_pact_is_refused_with_words(north: Newsroom, south: Newsroom) -> None:
    old, new = agree("Bridge", [north, south]), agree("Bridge, renewed", [north, south])
    with asking(north, south) as client:
        first = client.get(f"api/collections/{collection(old, north, north, south)}/objects", params={"limit": 1})
        path = f"api/collections/{collection(new, north, north, south)}/objects"
        for word in (first.json()["next"], "x", "é"):
            refused = client.get(path, params={"next": word})
            assert refused.status_code == 400
            assert "Leave `next` out" in refused.json()["description"]


def test_what_cannot_be_meant_is_refused_with_words(north: Newsroom, south: Newsroom) -> None:
    pact = agree("Bridge", [north, south])
    path = f"api/collections/{collection(pact, north, north, south)}/objects"
    with asking(north, south) as client:
        for asked in ({"added_after": "yesterday"}, {"limit": "many"}, {"match[name]": "x"}, {"match[version]": "9"}):
            refused = client.get(path, params=asked)
            assert (refused.status_code, refused.headers["content-type"]) == (400, TAXII)
