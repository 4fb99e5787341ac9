"""Joining a Ray cluster, and whom not to work with: where anybody is let in, others can listen, or they read otherwise.

Whatever is wrong is ``Refused`` in words. Only the process that loads Ray (``foreman``) calls any of it.
"""

import os
from typing import Final, NamedTuple

from reportedly import __version__
from reportedly.crew.hand import Hello
from reportedly.records import READER

PATIENCE: Final = 20.0  # seconds for the head to answer


class Order(NamedTuple):
    """Where the cluster is, what it may be reached by, and how many actors are wanted (0: one for each processor)."""

    address: str
    token: str | None
    ports: tuple[tuple[int, int], ...]
    actors: int


class Refused(Exception):
    """The cluster is not one to work on; the message says why."""


def join(order: Order) -> None:
    """Join the cluster, which must ask for a token, as one who has it."""
    os.environ |= {"RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0", "RAY_USAGE_STATS_ENABLED": "0"}
    if order.token:
        os.environ["RAY_AUTH_TOKEN_PATH"] = order.token
    os.environ["RAY_AUTH_MODE"] = "disabled"
    try:
        import ray  # noqa: PLC0415
        from ray._raylet import Config  # noqa: PLC0415
    except ImportError as error:
        raise Refused(f"Ray cannot be loaded ({error}): pip install 'reportedly[cluster]'") from error
    if _lets_in(order.address):
        raise Refused("whoever asks is let in there: start each of its nodes with RAY_AUTH_MODE=token")
    os.environ["RAY_AUTH_MODE"] = "token"
    Config.initialize("")
    if not _lets_in(order.address):
        raise Refused(f"it does not know the token{f' in {order.token}' if order.token else ''}")
    try:
        ray.init(address=order.address, log_to_driver=False, logging_level="ERROR", configure_logging=False)
    except Exception as error:
        raise Refused(f"it cannot be joined ({cause(error)}); this machine must be a node of it, too") from error


def _lets_in(address: str) -> bool:
    """Whether the head answers one who comes as this process does now."""
    from ray._raylet import GcsClient  # noqa: PLC0415  there is no other way to come without a token
    from ray.exceptions import AuthenticationError  # noqa: PLC0415

    try:
        GcsClient(address=address).internal_kv_keys(b"", None, timeout=PATIENCE)
    except AuthenticationError:
        return False
    except Exception as error:
        raise Refused(f"it does not answer ({cause(error)})") from error
    return True


def processors() -> int:
    """How many processors the cluster has, one at least."""
    import ray  # noqa: PLC0415

    return max(1, int(ray.cluster_resources().get("CPU", 0)))


def accept(one: Hello, who: str) -> None:
    """Refuse one who runs another program, or where others can reach what they were not told of."""
    if (one.program, one.reader) != (__version__, READER):
        raise Refused(
            f"{who} runs reportedly {one.program} with the reader {one.reader}, and this desk {__version__} with "
            f"{READER}: they would not read alike. Install the same on all machines"
        )
    if one.listeners:
        raise Refused(
            f"{who} can be reached by others: {'; '.join(one.listeners)}. Name the ports as cluster.ports once a "
            "firewall lets none but the cluster's machines in, or give its nodes the address 127.0.0.1"
        )


def is_dead(error: BaseException) -> bool:
    """Whether an actor is no more."""
    from ray.exceptions import RayActorError  # noqa: PLC0415

    return isinstance(error, RayActorError)


def cause(error: BaseException) -> str:
    """An error of Ray's in a few words."""
    from ray.exceptions import RayTaskError  # noqa: PLC0415

    told = f"{type(error.cause).__name__}: {error.cause}" if isinstance(error, RayTaskError) else str(error)
    known = (
        ("node has died", "its machine is gone"),
        ("running low on memory", "its machine ran out of memory"),
        ("process has died", "its actor died"),
        ("No module named 'reportedly", "reportedly is not installed there"),
    )
    return next((words for what, words in known if what in told), " ".join(told.split())[:200])
