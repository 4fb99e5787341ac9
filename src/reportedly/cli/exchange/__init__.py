"""``reportedly exchange``: desk to desk, under a written pact."""

from reportedly.cli.app import group
from reportedly.cli.exchange import (
    beside,
    desk,
    drafting,
    files,
    liaisons,
    log,
    network,
    pacts,
    parties,
    preview,
    status,
)

__all__ = ["commands"]

commands = group(
    "Exchange reports with other desks, under a written pact.",
    {
        "desk": desk.desk,
        "preview": preview.preview,
        "give": files.give,
        "take": files.take,
        "poll": network.poll,
        "push": network.push,
        "beside": beside.beside,
        "status": status.status,
        "log": log.log,
    },
)
commands.add_typer(
    group(
        "Other desks.",
        {
            "add": parties.add,
            "list": parties.list_,
            "token": parties.token,
            "connect": parties.connect,
            "remove": parties.remove,
        },
    ),
    name="party",
)
commands.add_typer(
    group("Who speaks for this desk.", {"name": liaisons.name, "list": liaisons.list_, "release": liaisons.release}),
    name="liaison",
)
commands.add_typer(
    group(
        "What is agreed in writing.",
        {
            "draft": drafting.draft,
            "show": pacts.show,
            "sign": pacts.sign,
            "file": pacts.file,
            "end": pacts.end,
            "delete": pacts.delete,
        },
    ),
    name="pact",
)
