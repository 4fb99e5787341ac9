"""``reportedly schema``: the JSON Schema of what is printed."""

from typing import Annotated

import typer


def schema(name: Annotated[str, typer.Argument(help="reading, stories or followups.")]) -> None:
    """Print the JSON Schema of an output format."""
    from reportedly.export import schema as schemas

    print(schemas.of(name))
