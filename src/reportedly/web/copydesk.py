"""The copy desk as pages ask for it: where briefs are written and issued."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from reportedly.brief.copydesk import CopyDesk
from reportedly.web import webdesk


def copy_desk(request: Request) -> CopyDesk:
    """The desk's copy desk; 405 where this desk was served without anybody who weighs sentences."""
    desk = webdesk.of(request)
    if desk.weigh is None:
        raise HTTPException(HTTPStatus.METHOD_NOT_ALLOWED)
    return CopyDesk(desk.ledger, desk.name, desk.now, desk.weigh)


ThisCopyDesk = Annotated[CopyDesk, Depends(copy_desk)]
