"""The pictures of the README: ``make pictures`` plays the sample stream, serves it, and takes them anew.

Needs Chromium. Pages are shown as they come, 1,280 points wide.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from subprocess import run
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from benchmarks.pages import served

PICTURES: Final = Path(__file__).parent / "pictures"
STORY: Final = "Zarrun fuel depot"
SIZE: Final = {"width": 1280, "height": 860}
ARGUMENTS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


def main() -> None:
    """Take all of them."""
    chromium = shutil.which("chromium") or sys.exit("no Chromium here: install one with `apt-get install chromium`")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "desk"
        run([sys.executable, "-m", "reportedly", "sample", str(desk)], check=True)
        with served(desk) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
            _take(browser, address)
            browser.close()


def _take(browser: Browser, address: str) -> None:
    """The story in both colours, the other pages in light ones."""
    for colours in ("dark", "light"):
        page = browser.new_page(base_url=address, viewport=SIZE, color_scheme=colours)  # type: ignore[arg-type]
        page.goto("/stories")
        page.locator("a[href^='/stories/s']", has_text=STORY).first.click()
        page.wait_for_load_state()
        page.screenshot(path=PICTURES / f"story-{colours}.png")
    page.locator("a[href^='/articles/']").first.click()
    page.wait_for_load_state()
    page.screenshot(path=PICTURES / "article.png")
    for name, path in (("morning", "/?since=2026-03-15"), ("calendar", "/calendar")):
        page.goto(path)
        page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
