"""Whoever changes a bundle is found out, and what was changed is named."""

import gzip
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import bundle, keys
from reportedly.bundle import contents, pages_checked
from reportedly.errors import BadInput, UsageError
from tests.bundle import forging
from tests.bundle.conftest import KEY

OTHER = Ed25519PrivateKey.from_private_bytes(bytes(range(32, 64)))
MINE = keys.fingerprint(KEY.public_key())


def faults(file: Path, key: str | None = None) -> dict[str, str]:
    return {one.where: one.message for one in bundle.verify(file, key).faults}


def test_a_whole_bundle_is_whole(made: Path) -> None:
    report = bundle.verify(made, MINE)
    assert report.faults == ()
    assert report.key == MINE
    assert report.signed_at == "2024-06-07T09:30:00Z"
    assert report.stamp is None
    assert report.about is not None
    assert (report.about.kind, report.about.desk) == ("story", "River Desk")
    assert (report.checked.pages, report.checked.articles, report.checked.statements) == (3, 3, 8)
    assert (report.checked.elsewhere, report.checked.without_page) == (0, 0)


def test_only_the_file_is_needed(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(made, tmp_path / "alone.wacz")
    monkeypatch.chdir(tmp_path)
    assert bundle.verify(Path("alone.wacz")).faults == ()
    assert [one.name for one in tmp_path.iterdir()] == ["alone.wacz"]


# -- any byte ---------------------------------------------------------------------------------------------------------


@settings(max_examples=300)
@given(place=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255))
def test_a_byte_changed_anywhere_is_named(
    made: Path, tmp_path_factory: pytest.TempPathFactory, place: float, mask: int
) -> None:
    whole = made.read_bytes()
    at = int(place * len(whole))
    assert _named(made, tmp_path_factory.getbasetemp(), at, mask), at


def test_every_byte_of_zip_headers_and_signature_counts(made: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made) as opened:
        digest = opened.getinfo(contents.DIGEST)
        headers = [one.header_offset + n for one in opened.infolist() for n in range(30)]
        directory = opened.start_dir
    size = made.stat().st_size
    places = [*headers[::3], *range(digest.header_offset, digest.header_offset + 900, 4), *range(directory, size, 5)]
    assert [at for at in places if not _named(made, tmp_path, at, 1)] == []


def _named(made: Path, folder: Path, at: int, mask: int) -> bool:
    whole = bytearray(made.read_bytes())
    whole[at] ^= mask
    file = folder / "flipped.wacz"
    file.write_bytes(whole)
    found = bundle.verify(file).faults
    return bool(found) and all(one.where and one.message for one in found)


@pytest.mark.parametrize("member", contents.REQUIRED)
def test_a_changed_member_is_named(made: Path, tmp_path: Path, member: str) -> None:
    held = forging.members(made)
    data = bytearray(held[member])
    data[len(data) // 2] ^= 1
    assert member in faults(forging.packed(tmp_path / "b.wacz", {**held, member: bytes(data)}))


@pytest.mark.parametrize("more", [b"", b"PK", b"\0" * 22])
def test_bytes_put_before_or_behind_are_named(made: Path, tmp_path: Path, more: bytes) -> None:
    whole = made.read_bytes()
    for data in (whole + more, more + whole, whole[: len(whole) - len(more)]):
        (tmp_path / "b.wacz").write_bytes(data)
        assert ("the file" in faults(tmp_path / "b.wacz")) == bool(more)


def test_a_file_cut_anywhere_is_named(made: Path, tmp_path: Path) -> None:
    whole = made.read_bytes()
    for size in range(0, len(whole), 211):
        (tmp_path / "b.wacz").write_bytes(whole[:size])
        assert "the file" in faults(tmp_path / "b.wacz")


# -- members ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("member", [*contents.REQUIRED, contents.PACKAGE, contents.DIGEST])
def test_a_missing_member_is_named(made: Path, tmp_path: Path, member: str) -> None:
    held = forging.members(made)
    del held[member]
    assert "is missing" in faults(forging.packed(tmp_path / "b.wacz", held))[member]


def test_an_added_member_is_named(made: Path, tmp_path: Path) -> None:
    held = forging.members(made)
    brief = {contents.BRIEF: b"All is well.", **held}
    assert "was added" in faults(forging.packed(tmp_path / "b.wacz", brief))[contents.BRIEF]
    for name in ("extra.txt", "../../etc/passwd", "/etc/passwd", "archive/data.warc.gz\0"):
        found = faults(forging.packed(tmp_path / "b.wacz", {**held, name: b"x"}))
        assert "no bundle has" in found["the file"]


def test_a_member_twice_is_named(made: Path, tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(shutil.copy(made, tmp_path / "b.wacz"), "a") as opened,
        pytest.warns(UserWarning, match="Duplicate"),
    ):
        opened.writestr(contents.ABOUT, b"{}")
    assert "the file" in faults(tmp_path / "b.wacz")


# -- signatures -------------------------------------------------------------------------------------------------------


def test_another_key_is_told(made: Path, tmp_path: Path) -> None:
    again = forging.packed(tmp_path / "b.wacz", forging.signed(forging.members(made), OTHER))
    assert faults(again) == {}
    assert "another key" in faults(again, MINE)["the key"]
    spoken = " ".join(MINE[n : n + 4].upper() for n in range(0, 64, 4))
    assert faults(made, spoken) == {}
    with pytest.raises(UsageError, match="64 digits"):
        bundle.verify(made, MINE[:20])


def test_a_list_made_to_fit_without_the_key_is_told(made: Path, tmp_path: Path) -> None:
    held = forging.listed(forging.changed(forging.members(made), contents.ABOUT, 0, title="Something else"))
    found = faults(forging.packed(tmp_path / "b.wacz", held))
    assert "not those that were signed" in found[contents.PACKAGE]


def test_a_key_put_into_anothers_signature_is_told(made: Path, tmp_path: Path) -> None:
    held = forging.members(made)
    digest = json.loads(held[contents.DIGEST])
    theirs = json.loads(forging.signed(held, OTHER)[contents.DIGEST])
    digest["signedData"]["publicKey"] = theirs["signedData"]["publicKey"]
    held[contents.DIGEST] = json.dumps(digest, separators=(",", ":")).encode()
    found = faults(forging.packed(tmp_path / "b.wacz", held))
    assert found.keys() >= {"the signature", "the seal"}


@pytest.mark.parametrize("change", ["created", "software", "algorithm", "seal", "timestampCert", "signature", "hash"])
def test_what_stands_beside_the_signature_is_sealed(made: Path, tmp_path: Path, change: str) -> None:
    held = forging.members(made)
    digest = json.loads(held[contents.DIGEST])
    digest["signedData"][change] = "x"
    held[contents.DIGEST] = json.dumps(digest, separators=(",", ":")).encode()
    assert faults(forging.packed(tmp_path / "b.wacz", held))


# -- what a desk itself may get wrong, with its own key ---------------------------------------------------------------


def test_words_put_into_a_mouth_are_named(made: Path, tmp_path: Path) -> None:
    held = forging.members(made)
    line = json.loads(held[contents.STATEMENTS].splitlines()[1])
    forged = forging.changed(held, contents.STATEMENTS, 1, content=["the river guard fired from the Sel bank"])
    found = faults(forging.packed(tmp_path / "b.wacz", forging.signed(forged, KEY)), MINE)
    assert found.keys() == {f"statement {line['statement']} of {line['url']}"}


def test_a_text_that_the_page_does_not_have_is_named(made: Path, tmp_path: Path) -> None:
    held = forging.members(made)
    reading = json.loads(held[contents.READINGS].splitlines()[0])
    article = {**reading["article"], "text": reading["article"]["text"].replace("Twelve", "Twenty")}
    forged = forging.changed(held, contents.READINGS, 0, article=article)
    statement = json.loads(held[contents.STATEMENTS].splitlines()[0])
    forged = forging.changed(forged, contents.STATEMENTS, 0, content=["Twenty people were killed"])
    found = faults(forging.packed(tmp_path / "b.wacz", forging.signed(forged, KEY)))
    assert "id was made from" in found[f"article {article['url']} ({article['id']})"]
    assert "archived page" in found[f"statement {statement['statement']} of {statement['url']}"]


def test_spans_beyond_the_text_are_named(made: Path, tmp_path: Path) -> None:
    held = forging.members(made)
    reading = json.loads(held[contents.READINGS].splitlines()[0])
    reading["statements"][0]["content"] = [[10, 999_999]]
    forged = forging.changed(held, contents.READINGS, 0, statements=reading["statements"])
    found = faults(forging.packed(tmp_path / "b.wacz", forging.signed(forged, KEY)))
    assert any("stand nowhere" in message for message in found.values())


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"sha256": "0" * 64}, "sha256"),
        ({"offset": 0}, "does not stand where"),
        ({"url": "https://varen.example/other"}, "id was made from"),
        ({"fetched_at": "2024-06-01T06:00:00.25Z"}, "id was made from"),
        ({"status": 404}, "another address, moment or status"),
    ],
)
def test_a_page_that_is_not_the_capture_is_named(
    made: Path, tmp_path: Path, change: dict[str, object], says: str
) -> None:
    forged = forging.changed(forging.members(made), contents.CAPTURES, 0, **change)
    found = faults(forging.packed(tmp_path / "b.wacz", forging.signed(forged, KEY)))
    assert any(where.startswith("page ") and says in message for where, message in found.items())


def test_a_page_rewritten_inside_the_archive_is_named(made: Path, tmp_path: Path) -> None:
    held = forging.members(made)
    warc = held[contents.WARC]
    starts = [n for n in range(len(warc)) if warc[n : n + 4] == b"\x1f\x8b\x08\x00"]
    first = gzip.decompress(warc[starts[1] : starts[2]]).replace(b"Twelve", b"Eleven")
    forged = {**held, contents.WARC: warc[: starts[1]] + gzip.compress(first, mtime=0) + warc[starts[2] :]}
    found = faults(forging.packed(tmp_path / "b.wacz", forging.signed(forged, KEY)))
    assert any(where.startswith("page ") and "sha256" in message for where, message in found.items())


def test_lines_left_out_or_added_are_named(made: Path, tmp_path: Path) -> None:
    held = forging.members(made)
    lines = held[contents.STATEMENTS].splitlines(keepends=True)
    for other in (lines[1:], lines[:-1], [*lines, lines[0]], [*lines, b"nonsense\n"], [*lines, b"{"]):
        forged = forging.signed({**held, contents.STATEMENTS: b"".join(other)}, KEY)
        assert faults(forging.packed(tmp_path / "b.wacz", forged))


# -- bundles made to do harm ------------------------------------------------------------------------------------------


def test_a_record_that_unpacks_to_very_much_is_cut_off(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages_checked, "LARGEST", 1_000_000)
    held = forging.members(made)
    bomb = held[contents.WARC] + gzip.compress(b"WARC/1.1\r\n" + bytes(50_000_000))
    found = faults(forging.packed(tmp_path / "b.wacz", forging.signed({**held, contents.WARC: bomb}, KEY)))
    assert "unpacks to more than" in found[contents.WARC]
    endless = held[contents.READINGS] + b'"' + b"a" * 3_000_000
    found = faults(forging.packed(tmp_path / "b.wacz", forging.signed({**held, contents.READINGS: endless}, KEY)))
    assert "too long" in found[contents.READINGS]


def test_a_packed_zip_file_is_refused_unread(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.wacz", "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr(contents.WARC, bytes(100_000_000))
    assert "not in order" in faults(tmp_path / "b.wacz")["the file"]


@pytest.mark.parametrize("data", [b"", b"PK\5\6" + bytes(18), b"hello", bytes(1000)])
def test_what_is_no_bundle_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "b.wacz").write_bytes(data)
    assert faults(tmp_path / "b.wacz")


@given(data=st.binary(max_size=400))
def test_any_bytes_give_an_answer(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.wacz"
    file.write_bytes(data)
    assert bundle.verify(file).faults


@given(data=st.data())
@settings(max_examples=60)
def test_any_member_with_a_true_signature_gives_an_answer(
    made: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    held = forging.members(made)
    name = data.draw(st.sampled_from(contents.REQUIRED))
    whole = held[name]
    at = data.draw(st.integers(0, len(whole) - 1))
    other = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    forged = forging.signed({**held, name: other}, KEY)
    bundle.verify(forging.packed(tmp_path_factory.getbasetemp() / "true.wacz", forged))


def test_a_file_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        bundle.verify(tmp_path / "none.wacz")
