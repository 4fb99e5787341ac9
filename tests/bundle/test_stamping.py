"""Time stamps by an authority made with OpenSSL and asked over loopback."""

import base64
import json
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from msgspec.structs import replace
from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

from reportedly import bundle
from reportedly.bundle import contents, stamping
from reportedly.bundle.maker import maker_of
from reportedly.errors import BadSetting, Unreachable
from reportedly.ledger import Ledger
from reportedly.settings import BundleSettings, Desk
from tests import newsroom
from tests.bundle import forging

CONFIG = """
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[tsa_cert]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = tsa_here
[tsa_here]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""


class Authority:
    """A folder with certificates, and the server before it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "ts.cnf").write_text(CONFIG, encoding="ascii")
        (folder / "serial").write_text("01\n", encoding="ascii")
        for name, extensions, signer in (("root", "root", None), ("tsa", "tsa_cert", "root")):
            self.openssl("ecparam", "-genkey", "-name", "prime256v1", "-out", f"{name}.key")
            self.openssl(
                "req",
                "-new",
                "-key",
                f"{name}.key",
                "-subj",
                f"/CN=Tarnow {name}",
                "-config",
                "ts.cnf",
                "-out",
                f"{name}.csr",
            )
            by = (
                ("-CA", f"{signer}.pem", "-CAkey", f"{signer}.key", "-CAcreateserial")
                if signer
                else ("-signkey", f"{name}.key")
            )
            self.openssl(
                "x509",
                "-req",
                "-in",
                f"{name}.csr",
                *by,
                "-days",
                "30",
                "-extfile",
                "ts.cnf",
                "-extensions",
                extensions,
                "-out",
                f"{name}.pem",
            )

    def openssl(self, *words: str) -> bytes:
        done = subprocess.run(["openssl", *words], cwd=self.folder, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    def stamp(self, question: bytes) -> bytes:
        (self.folder / "q.tsq").write_bytes(question)
        self.openssl(
            "ts", "-reply", "-config", "ts.cnf", "-section", "tsa_here", "-queryfile", "q.tsq", "-out", "a.tsr"
        )
        return (self.folder / "a.tsr").read_bytes()


class Handler(BaseHTTPRequestHandler):
    authority: ClassVar[Authority]

    def do_POST(self) -> None:
        question = self.rfile.read(int(self.headers["Content-Length"]))
        ways: dict[str, Callable[[], bytes]] = {
            "/tsr": lambda: self.authority.stamp(question),
            "/old": lambda: self.authority.stamp((self.authority.folder / "first.tsq").read_bytes()),
            "/page": lambda: b"<html>Welcome</html>",
            "/endless": lambda: bytes(1_000_000),
        }
        if self.path not in ways:
            self.send_error(503)
            return
        assert self.headers["Content-Type"] == "application/timestamp-query"
        answer = ways[self.path]()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - so named by its base
        pass


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    if not shutil.which("openssl"):
        pytest.skip("no openssl command here to make a time authority with")
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def address(authority: Authority) -> Iterator[str]:
    Handler.authority = authority
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def stamped(
    ledger: Ledger, newsdesk: Desk, authority: Authority, address: str, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A bundle made by a desk that names the authority in its settings."""
    shutil.copy(authority.folder / "root.pem", newsdesk.folder / "authority.pem")
    settings = BundleSettings(f"{address}/tsr", "authority.pem")
    desk = Desk(newsdesk.folder, replace(newsdesk.settings, bundle=settings))
    chosen = bundle.article(ledger, newsroom.REPLY.id)
    assert chosen is not None
    file = tmp_path_factory.mktemp("stamped") / "b.wacz"
    bundle.make(chosen, maker_of(desk), file)
    return file


def test_a_stamp_is_in_the_bundle_and_holds_offline(stamped: Path) -> None:
    report = bundle.verify(stamped)
    assert report.faults == ()
    assert report.stamp is not None
    assert report.stamp.authority == "CN=Tarnow root"
    assert report.stamp.at.strftime("%Y-%m-%d") == report.signed_at[:10]


def test_openssl_agrees(stamped: Path, authority: Authority, tmp_path: Path) -> None:
    signed = json.loads(forging.members(stamped)[contents.DIGEST])["signedData"]
    (tmp_path / "a.tsr").write_bytes(base64.b64decode(signed["timeSignature"]))
    (tmp_path / "signature").write_bytes(base64.b64decode(signed["signature"]))
    (tmp_path / "hash").write_text(signed["hash"], encoding="ascii")
    (tmp_path / "key.der").write_bytes(base64.b64decode(signed["publicKey"]))
    said = authority.openssl(
        "ts", "-verify", "-data", f"{tmp_path}/signature", "-in", f"{tmp_path}/a.tsr", "-CAfile", "root.pem"
    )
    assert b"OK" in said
    key = ("-pubin", "-inkey", f"{tmp_path}/key.der", "-keyform", "DER")
    said = authority.openssl(
        "pkeyutl", "-verify", *key, "-rawin", "-in", f"{tmp_path}/hash", "-sigfile", f"{tmp_path}/signature"
    )
    assert b"Success" in said


def test_a_stamp_on_something_else_is_told(stamped: Path, made: Path, tmp_path: Path) -> None:
    theirs = json.loads(forging.members(stamped)[contents.DIGEST])["signedData"]
    held = forging.members(made)
    digest = json.loads(held[contents.DIGEST])
    both = {"timeSignature": theirs["timeSignature"], "timestampCert": theirs["timestampCert"], "seal": ""}
    digest["signedData"] = {**digest["signedData"], **both}
    held[contents.DIGEST] = json.dumps(digest, separators=(",", ":")).encode()
    found = {one.where: one.message for one in bundle.verify(forging.packed(tmp_path / "b.wacz", held)).faults}
    assert "does not hold" in found["the time stamp"]


def test_every_byte_of_the_stamp_counts(stamped: Path, tmp_path: Path) -> None:
    whole = stamped.read_bytes()
    start = whole.index(b'"timeSignature":"')
    for at in range(start, whole.index(b"-----END", start), 13):
        (tmp_path / "b.wacz").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert bundle.verify(tmp_path / "b.wacz").faults, at


def test_a_stamp_is_only_on_what_was_sent(address: str, authority: Authority) -> None:
    root = (authority.folder / "root.pem").read_bytes()
    token = stamping.ask(f"{address}/tsr", b"signature", root)
    assert stamping.check(token, b"signature", root).authority == "CN=Tarnow root"
    with pytest.raises(ValueError, match=r"(?i)mismatch"):
        stamping.check(token, b"another signature", root)


def test_an_authority_without_certificates_is_a_bad_setting(newsdesk: Desk) -> None:
    desk = Desk(newsdesk.folder, replace(newsdesk.settings, bundle=BundleSettings("http://127.0.0.1:9/tsr")))
    with pytest.raises(BadSetting, match="certificates"):
        maker_of(desk)
    assert maker_of(desk, stamped=False).stamp is None


def test_a_stamp_by_a_stranger_is_refused(address: str, tmp_path: Path) -> None:
    if not shutil.which("openssl"):
        pytest.skip("no openssl command here")
    stranger = (Authority(tmp_path).folder / "root.pem").read_bytes()
    with pytest.raises(Unreachable, match="does not hold"):
        stamping.ask(f"{address}/tsr", b"signature", stranger)


def test_an_old_answer_to_another_question_is_refused(address: str, authority: Authority) -> None:
    first = TimestampRequestBuilder(data=b"signature", hash_algorithm=HashAlgorithm.SHA256).build()
    (authority.folder / "first.tsq").write_bytes(first.as_bytes())
    with pytest.raises(Unreachable, match=r"(?i)nonce"):
        stamping.ask(f"{address}/old", b"signature", (authority.folder / "root.pem").read_bytes())


@pytest.mark.parametrize("path", ["/page", "/endless", "/gone"])
def test_an_authority_that_gives_no_stamp_is_told(address: str, authority: Authority, path: str) -> None:
    with pytest.raises(Unreachable):
        stamping.ask(f"{address}{path}", b"signature", (authority.folder / "root.pem").read_bytes())


def test_an_authority_that_is_not_there_is_told() -> None:
    with pytest.raises(Unreachable, match="gave no stamp"):
        stamping.ask("http://127.0.0.1:9/tsr", b"signature", b"")
    with pytest.raises(Unreachable):
        stamping.ask("no address", b"signature", b"")


@pytest.mark.parametrize("data", [b"", b"nonsense", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"])
def test_a_file_without_certificates_is_a_bad_setting(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pem").write_bytes(data)
    with pytest.raises(BadSetting, match="certificates"):
        stamping.certificates(tmp_path / "a.pem")
    with pytest.raises(BadSetting):
        stamping.certificates(tmp_path / "none.pem")
