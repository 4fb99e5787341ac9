"""What the commands that decide share: about what, who decides, why, and that it was filed."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.opening import session_on
from reportedly.cli.who import user

if TYPE_CHECKING:
    from pathlib import Path

    from reportedly.records import Decision, Judgement

FollowUpId = Annotated[str, typer.Argument(metavar="FOLLOWUP", help="Its id, as `followups --format jsonl` prints it.")]
StoryId = Annotated[str, typer.Argument(metavar="STORY", help="Its id, as `stories` prints it, or its address.")]
About = Annotated[
    str,
    typer.Argument(
        metavar="ABOUT",
        help="The id of a story, an expectation or an article (or its address), or ARTICLE:STATEMENT, ARTICLE:EVENT.",
    ),
]
Who = Annotated[str | None, typer.Option(help="Who decides; the user's name where none is given.")]
NoteOption = Annotated[str | None, typer.Option(help="Why.")]


def decide(desk: "Path", kind: "Decision", about: str, value: str | None, by: tuple[str | None, str | None]) -> None:
    """File a decision and print its id; ``by`` holds who decides and why. Raises as ``judge`` does."""
    from reportedly import pipeline

    with session_on(desk) as session:
        say(pipeline.judge(session, by[0] or user(), kind, about, value=value, note=by[1]))


def say(decided: "Judgement") -> None:
    """Print that it was filed, and what takes it back."""
    if decided.kind in {"confirm", "note", "tag", "mark"}:
        done = "it stands beside what it is about"
    else:
        done = "what it concerns is grouped anew" if decided.is_of_story else "what it concerns is matched anew"
    print(f"{decided.id}: decided, and {done}; `reportedly judge undo {decided.id}` takes it back")
