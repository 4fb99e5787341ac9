"""The process that keeps the nodes of a cluster: started by ``machines``, told by lines what to do."""

import itertools
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

PORTS = itertools.count(20_000)


def small() -> dict[str, int]:
    """A node with one processor, and ports that are told."""
    named = ("metrics_agent_port", "metrics_export_port", "dashboard_agent_listen_port", "runtime_env_agent_port")
    return {"num_cpus": 1, "object_store_memory": 80_000_000, **{name: next(PORTS) for name in named}}


def main() -> None:
    """Start the head, then add and kill nodes until nobody tells any more."""
    from ray.cluster_utils import Cluster  # noqa: PLC0415

    hurry("-15")  # Ray gives up where what it starts does not come within 15 seconds, however busy all is
    cluster = Cluster(initialize_head=True, head_node_args={**small(), "include_dashboard": False})
    nodes = dict[int, Any]()
    say(cluster.address)
    try:
        for line in sys.stdin:
            match line.split(maxsplit=1):
                case ["add", *program]:
                    with_program(program)
                    node = cluster.add_node(**small())
                    raylet = node.all_processes["raylet"][0].process.pid
                    nodes[raylet] = node
                    say(raylet)
                case ["calm"]:
                    hurry("0")
                    say("calm")
                case ["kill", "head\n"]:
                    cluster.head_node.kill_gcs_server()
                    say("dead")
                case ["kill", raylet]:
                    cluster.remove_node(nodes.pop(int(raylet)), allow_graceful=False)
                    say("dead")
    finally:
        cluster.shutdown()


def hurry(how: str) -> None:
    """Let all that this process started come before others, or as they do, where the kernel can."""
    with suppress(OSError):
        Path("/proc/self/autogroup").write_text(how)


def with_program(program: list[str]) -> None:
    """Have nodes that start from now on run the program in a folder."""
    own = str(Path(__file__).parent.parent.parent / "src")
    before = [
        folder for folder in os.environ.get("PYTHONPATH", own).split(os.pathsep) if "/other-program" not in folder
    ]
    os.environ["PYTHONPATH"] = os.pathsep.join([*(word.strip() for word in program), *before])


def say(what: object) -> None:
    print(f"now: {what}", flush=True)  # noqa: T201  whoever told reads it


if __name__ == "__main__":
    main()
