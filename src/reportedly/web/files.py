"""Files that pages hand out: saved by the browser under a name, never shown on the desk's own origin."""

from starlette.responses import Response


def handed_out(content: bytes, media_type: str, name: str) -> Response:
    """A file to be saved under ``name``, which the program gives: ASCII without quotation marks."""
    return Response(content, media_type=media_type, headers={"content-disposition": f'attachment; filename="{name}"'})
