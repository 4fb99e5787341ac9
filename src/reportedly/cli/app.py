"""The command line itself, to which each file of commands adds its own."""

import typer

app = typer.Typer(
    name="reportedly",
    help="A news monitoring desk: who reported what, how sure they were, and what is supposed to happen next.",
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    rich_markup_mode=None,
)
