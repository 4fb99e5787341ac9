"""One file a command, and no logic: each checks its words, opens the desk, calls one function and prints.

Stages are imported inside the commands, so that ``--help`` answers at once.
"""

import gc
import os
import sys

from reportedly.cli import (
    alerts,
    archive,
    brief,
    briefs,
    bundle,
    coverage,
    exchange,
    export,
    followups,
    health,
    history,
    import_,
    init,
    judge,
    ledger,
    morning,
    names,
    outcomes,
    outlets,
    read,
    relate,
    run,
    sample,
    schema,
    search,
    searches,
    serve,
    stories,
    users,
    verify,
    version,
    watch,
    work,
)
from reportedly.cli.app import group
from reportedly.errors import ReportedlyError

__all__ = ["app", "main"]

app = group(
    "A news monitoring desk: who reported what, how sure they were, and what is supposed to happen next.",
    {
        "version": version.version,
        "init": init.init,
        "watch": watch.watch,
        "import": import_.import_,
        "archive": archive.archive,
        "run": run.run,
        "work": work.work,
        "relate": relate.relate,
        "sample": sample.sample,
        "health": health.health,
        "verify": verify.verify,
        "read": read.read,
        "schema": schema.schema,
        "morning": morning.morning,
        "stories": stories.stories,
        "followups": followups.followups,
        "brief": brief.brief,
        "search": search.search,
        "export": export.export,
        "outcomes": outcomes.outcomes,
        "serve": serve.serve,
        "history": history.history,
        "names": names.names,
        "coverage": coverage.coverage,
    },
    name="reportedly",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.callback()(version.before_commands)
app.add_typer(outlets.commands, name="outlets")
app.add_typer(judge.commands, name="judge")
app.add_typer(searches.commands, name="searches")
app.add_typer(alerts.commands, name="alerts")
app.add_typer(users.commands, name="users")
app.add_typer(ledger.commands, name="ledger")
app.add_typer(bundle.commands, name="bundle")
app.add_typer(briefs.commands, name="briefs")
app.add_typer(exchange.commands, name="exchange")


def main() -> None:
    """Run a command; every failure the program knows ends in one line on stderr and its own exit code."""
    # Threads that share the small matrices of a sentence mostly wait for each other: 25 sentences took 4.2 s of
    # processor time on two threads and 0.65 s on one, with two busy cores; long texts take the same on either.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # What is loaded at the start stays: looking through it for garbage 240 times was a fourteenth of a reading's start.
    gc.set_threshold(50_000, 20, 20)
    try:
        app()
    except ReportedlyError as error:
        print(f"reportedly: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    finally:
        gc.freeze()  # or the whole of what was loaded is looked through for garbage once more before the end: 0.4 s
