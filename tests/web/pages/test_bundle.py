"""The web desk offers the bundle of a story and of an article."""

from functools import partial
from pathlib import Path

import httpx
import pytest

from reportedly import bundle
from reportedly.archive import Archive
from reportedly.clock import standing_at
from reportedly.ledger import Ledger
from reportedly.settings import Desk
from reportedly.web.app import create_app
from tests import newsroom
from tests.bundle.conftest import ledger, newsdesk
from tests.web.conftest import serving

__all__ = ["ledger", "newsdesk"]


@pytest.mark.parametrize("page", [f"/stories/{newsroom.STORY.id}", f"/articles/{newsroom.REPLY.id}"])
def test_a_page_leads_to_its_bundle(newsdesk: Desk, ledger: Ledger, tmp_path: Path, page: str) -> None:
    app = create_app(
        ledger,
        name="River Desk",
        now=standing_at(newsroom.TODAY),
        sample=False,
        body_of=Archive(newsdesk.archive, read_only=True).body,
        bundle_of=partial(bundle.packed, newsdesk, ledger),
    )
    with serving(app) as address, httpx.Client(base_url=address, trust_env=False) as client:
        assert f'href="{page}/bundle"' in client.get(page).text
        answer = client.get(f"{page}/bundle")
        assert client.get("/stories/k1/bundle").status_code == 404
    assert answer.headers["content-disposition"].endswith('.wacz"')
    (tmp_path / "b.wacz").write_bytes(answer.content)
    assert bundle.verify(tmp_path / "b.wacz").faults == ()
