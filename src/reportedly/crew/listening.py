"""Who of Ray's processes on this machine listens beyond it: read from ``/proc``, as the kernel has it.

Ray listens at all addresses of a machine whose node has another than 127.0.0.1, whatever it is told. So one looks.
"""

import ipaddress
import os
import re
import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

_LISTENS: Final = "0A"
_OF_RAY: Final = re.compile(r"^ray::|/(site|dist)-packages/ray/")


class Listener(NamedTuple):
    """A process, and the address and port at which it takes connections."""

    process: str
    address: str
    port: int

    def __str__(self) -> str:
        return f"{self.process} listens at {self.address} port {self.port}"


def beyond(ports: Sequence[tuple[int, int]]) -> list[Listener]:
    """Those processes of Ray that take connections from other machines at a port in none of these ranges."""
    owners = _owners()
    return sorted(
        Listener(owners[inode], str(address), port)
        for address, port, inode in _listening()
        if inode in owners and not address.is_loopback and not any(low <= port <= high for low, high in ports)
    )


def _listening() -> Iterator[tuple[ipaddress.IPv4Address | ipaddress.IPv6Address, int, str]]:
    """Address, port and inode of each socket that takes connections by TCP."""
    for table in ("tcp", "tcp6"):
        with suppress(FileNotFoundError):  # a machine without IPv6
            for line in Path("/proc/net", table).read_text(encoding="ascii").splitlines()[1:]:
                _, local, _, state, *rest = line.split()
                if state == _LISTENS:
                    yield *_address(local), rest[5]


def _address(local: str) -> tuple[ipaddress.IPv4Address | ipaddress.IPv6Address, int]:
    """The address and port that the kernel writes as words of 32 bits, each in the machine's order."""
    words, _, port = local.partition(":")
    raw = b"".join(struct.pack("=I", int(words[at : at + 8], 16)) for at in range(0, len(words), 8))
    address = ipaddress.ip_address(raw)
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address, int(port, 16)


def _owners() -> dict[str, str]:
    """The names of Ray's processes by the inodes of their sockets, as far as one may look."""
    owners = dict[str, str]()
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            with suppress(OSError):  # it ended, or is somebody else's
                if name := _name(process):
                    owners |= dict.fromkeys(_sockets(process), name)
    return owners


def _name(process: Path) -> str | None:
    """What is told of a process of Ray's, and of this one, which speaks with them."""
    words = (process / "cmdline").read_bytes().decode(errors="replace").split("\0")
    if process.name == str(os.getpid()):
        return f"this process ({process.name})"
    of_ray = next((word for word in words if _OF_RAY.search(word)), None)
    return f"{Path(of_ray).name.split()[0]} (process {process.name})" if of_ray else None


def _sockets(process: Path) -> Iterator[str]:
    for handle in (process / "fd").iterdir():
        with suppress(OSError):
            kind, _, inode = str(handle.readlink()).partition(":[")
            if kind == "socket":
                yield inode.rstrip("]")
