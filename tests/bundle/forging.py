"""Bundles taken apart and put together again as somebody with another purpose would."""

import base64
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reportedly import keys
from reportedly.bundle import contents, packing
from reportedly.bundle.contents import Digest, Package, Resource


def members(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(file: Path, held: dict[str, bytes]) -> Path:
    """The members in the form a bundle has, signatures as they are."""
    with file.open("wb") as target:
        packing.write(target, [(name, io.BytesIO(data)) for name, data in held.items()])
    return file


def listed(held: dict[str, bytes]) -> dict[str, bytes]:
    """The same with a ``datapackage.json`` that fits the members."""
    package = msgspec.json.decode(held[contents.PACKAGE], type=Package)
    inside = {name: data for name, data in held.items() if name not in {contents.PACKAGE, contents.DIGEST}}
    resources = tuple(
        Resource(name.rpartition("/")[2], name, f"sha256:{hashlib.sha256(data).hexdigest()}", len(data))
        for name, data in inside.items()
    )
    return {**held, contents.PACKAGE: msgspec.json.encode(msgspec.structs.replace(package, resources=resources))}


def signed(held: dict[str, bytes], key: Ed25519PrivateKey) -> dict[str, bytes]:
    """The same, signed with that key throughout."""
    held = listed(held)
    digest = msgspec.json.decode(held[contents.DIGEST], type=Digest)
    name = f"sha256:{hashlib.sha256(held[contents.PACKAGE]).hexdigest()}"
    one = msgspec.structs.replace(
        digest.signed_data,
        hash=name,
        public_key=base64.b64encode(keys.public_bytes(key.public_key())).decode(),
        signature=base64.b64encode(key.sign(name.encode())).decode(),
        seal="",
    )
    seal = base64.b64encode(key.sign(msgspec.json.encode(one))).decode()
    sealed = Digest(contents.PACKAGE, name, msgspec.structs.replace(one, seal=seal))
    return {**held, contents.DIGEST: msgspec.json.encode(sealed)}


def changed(held: dict[str, bytes], name: str, line: int, **values: Any) -> dict[str, bytes]:
    """The same with other values in one JSON line of a member."""
    lines = held[name].splitlines()
    lines[line] = json.dumps({**json.loads(lines[line]), **values}, ensure_ascii=False, separators=(",", ":")).encode()
    return {**held, name: b"\n".join(lines) + b"\n"}
