"""The filters of articles as options, in one place: ``search``, ``export`` and ``searches add`` have them all."""

import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final

import typer

from reportedly.cli.options import LanguageOption, SinceOption, UntilOption

Given = Mapping[str, Any]
"""What was given for each filter, by its name; as ``account.narrowing.narrowed`` takes it."""

_Filter = str | None
FILTERS: Final[Mapping[str, Any]] = {
    "outlet": Annotated[_Filter, typer.Option(metavar="ID", help="Only of this outlet.")],
    "since": SinceOption,
    "until": UntilOption,
    "language": LanguageOption,
    "entity": Annotated[_Filter, typer.Option(metavar="NAME", help="Only what names this, by name or id.")],
    "certainty": Annotated[_Filter, typer.Option(metavar="HOW", help="Only with a statement so certain.")],
    "source": Annotated[_Filter, typer.Option(metavar="KIND", help="Only with a statement of such a source.")],
    "event": Annotated[_Filter, typer.Option(metavar="TYPE", help="Only with such an event, as PROTEST.")],
}
"""The filters as they stand in ``--help``."""

NOTHING: Final[Given] = {}
"""No filter at all."""


def narrowing(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option for each filter in the place of its parameter ``given``."""

    def asked(**values: Any) -> None:
        given = {name: values.pop(name) for name in FILTERS}
        command(**values, given=given)

    parameters: list[inspect.Parameter] = []
    for name, own in inspect.signature(command).parameters.items():
        parameters += map(_option, FILTERS) if name == "given" else (own.replace(kind=own.KEYWORD_ONLY),)
    asked.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # typer asks for it
    asked.__annotations__ = {one.name: one.annotation for one in parameters}
    asked.__name__, asked.__doc__ = command.__name__, command.__doc__
    return asked


def _option(name: str) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=FILTERS[name])
