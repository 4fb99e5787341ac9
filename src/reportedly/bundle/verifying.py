"""Checking a bundle with nothing but its file: what is wrong in it, by name, and what it proves where nothing is.

Every byte is accounted for. The ZIP file has one form (``packing``); ``datapackage-digest.json`` is sealed; it holds
the digest of ``datapackage.json``, which holds those of all other members. A bundle is handed on by strangers: nothing
is unpacked beyond a limit, and nothing is written.
"""

import hashlib
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

import msgspec

from reportedly import keys
from reportedly.bundle import contents, packing, pages_checked, vouching
from reportedly.bundle.contents import About, Digest, Package
from reportedly.bundle.packing import Content, Member, Misfit
from reportedly.bundle.report import Fault, Report, Wrong
from reportedly.errors import BadInput

S = TypeVar("S", bound=msgspec.Struct)
MOST: Final = 16_000_000  # bytes of a member that is one JSON object
_OUTSIDE: Final = (contents.PACKAGE, contents.DIGEST)


def verify(file: Path, key: str | None = None) -> Report:
    """What is wrong with the bundle in ``file``, and what it says of itself; ``key`` is the fingerprint it must have.

    Raises ``BadInput`` where there is no such file, ``UsageError`` for a ``key`` that is no fingerprint.
    """
    wanted = keys.wanted(key) if key else None
    try:
        with file.open("rb") as opened:
            return _verified(opened, wanted)
    except OSError as error:
        raise BadInput(f"{file} cannot be read: {error.strerror}") from error


def _verified(file: BinaryIO, wanted: str | None) -> Report:
    """From the outside in; a check that needs what failed is left out."""
    faults: list[Fault] = []

    def wrong(where: str, message: str) -> None:
        faults.append(Fault(where, message))

    try:
        members = {member.name: member for member in packing.read(file, contents.ALL)}
    except Misfit as misfit:
        return Report((Fault("the file", str(misfit)),))
    box = _Box(file, members, wrong)
    digest, package = box.object(contents.DIGEST, Digest), box.object(contents.PACKAGE, Package)
    about = box.object(contents.ABOUT, About)
    key = vouching.signer(digest, wanted, wrong) if digest else ""
    stamp = vouching.stamp(digest.signed_data, wrong) if digest else None
    sound = box.sound(package, digest)
    _agree(about, package, digest, wrong)
    checked = pages_checked.check({name: Content(file, members[name]) for name in sound}, wrong)
    signed_at = digest.signed_data.created if digest else ""
    return Report(tuple(faults), about, key, signed_at, stamp, checked)


def _agree(about: About | None, package: Package | None, digest: Digest | None, wrong: Wrong) -> None:
    """Three members say when and with what the bundle was made; they must say the same."""
    if not (about and package and digest):
        return
    moments = {contents.moment(about.created), package.created, digest.signed_data.created}
    if len(moments) > 1 or about.format != contents.FORMAT or package.title != about.title:
        wrong(contents.ABOUT, "says other things of the bundle than datapackage.json and its signature")


class _Box:
    """The members of one bundle."""

    def __init__(self, file: BinaryIO, members: dict[str, Member], wrong: Wrong) -> None:
        self._file = file
        self._members = members
        self._wrong = wrong
        for name in (*_OUTSIDE, *contents.REQUIRED):
            if name not in members:
                wrong(name, "is missing")

    def object(self, name: str, kind: type[S]) -> S | None:
        """A member that is one JSON object, in the one form it may have."""
        if name not in self._members:
            return None
        if self._members[name].size > MOST:
            self._wrong(name, f"has more than {MOST:,} bytes")
            return None
        data = Content(self._file, self._members[name]).read()
        try:
            decoded = msgspec.json.decode(data, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            self._wrong(name, f"cannot be read: {error}")
            return None
        if msgspec.json.encode(decoded) != data:
            self._wrong(name, "is not in the form that a bundle has: it was changed")
        return decoded

    def sound(self, package: Package | None, digest: Digest | None) -> frozenset[str]:
        """The members that are what was signed."""
        for name, wanted in ((contents.PACKAGE, digest.hash if digest else None), (contents.DIGEST, None)):
            if name in self._members:
                self._is_sound(name, wanted)
        if package is None:
            return frozenset()
        listed = {resource.path: resource for resource in package.resources}
        held = self._members.keys() - set(_OUTSIDE)
        for name in sorted(held - listed.keys()):
            self._wrong(name, "is not listed in datapackage.json: it was added")
        for name in sorted(listed.keys() - held - set(contents.REQUIRED)):
            self._wrong(name, "is listed in datapackage.json and missing")
        both = sorted(held & listed.keys())
        return frozenset(name for name in both if self._is_sound(name, listed[name].hash, listed[name].bytes))

    def _is_sound(self, name: str, wanted: str | None, length: int | None = None) -> bool:
        """Whether a member has the digest and length that were signed, and the checksum that its ZIP header says."""
        sha256 = hashlib.sha256()
        size, crc = packing.measured(Content(self._file, self._members[name]), [sha256])
        if wanted not in {None, f"sha256:{sha256.hexdigest()}"} or length not in {None, size}:
            self._wrong(name, "its bytes are not those that were signed (sha256)")
            return False
        if crc != self._members[name].crc:
            self._wrong(name, "its bytes do not fit the checksum in its ZIP header")
            return False
        return True
