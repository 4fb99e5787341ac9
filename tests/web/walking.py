"""A person who goes everywhere on a desk and sends every form, in a real browser, with scripts or without.

Pages are found by links, and of each kind only some are opened; of each kind of form one is sent, filled with what its
fields are called. What is wrong is gathered: what the browser complains of, requests to other hosts, what axe-core
calls serious, answers that fail.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Frame, Page
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Request as Asked
from playwright.sync_api import TimeoutError as PlaywrightTimeout

EACH: Final = 2  # pages of a kind
FAILED: Final = 500
ARRIVING: Final = 500  # hundredths of a second that another page is waited for: what is saved as a file gives none
SERIOUS: Final = {"serious", "critical"}
_FILES: Final = re.compile(r"\.[a-z0-9]{2,7}$|/bundle$|^/captures/|^/export/|^/api/|^/static/")
_AXE: Final = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}

# What is there to do on a page: links, and forms that change something, each with its fields.
_LINKS: Final = "() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"
_FORMS: Final = """() => [...document.forms].map((form, n) => ({
    n, action: new URL(form.action, location.href).pathname,
    method: [...form.elements].some(e => e.type === 'submit') ? form.method : 'none',
    fields: [...form.elements].map(e => e.name || (e.type === 'submit' ? e.textContent.trim() : '')).filter(Boolean),
}))"""
_OPEN: Final = "() => document.querySelectorAll('details').forEach(one => { one.open = true; })"
_RAN: Final = "() => document.documentElement.dataset.ran"
_FILL: Final = """([n, words]) => {
    const form = document.forms[n];
    for (const field of form.elements) {
        if (field.disabled || field.readOnly || ['hidden', 'submit', 'button', 'file'].includes(field.type)) continue;
        if (field.tagName === 'SELECT') field.selectedIndex = field.options.length - 1;
        else if (field.type === 'radio') field.checked = true;
        else if (field.type === 'checkbox') field.checked = field.required || field.checked;
        else if (!field.value) {
            const asked = field.required || field.type === 'textarea';
            field.value = words[field.name] ?? (asked ? words[field.type] : '') ?? '';
        }
    }
}"""
_SUBMIT: Final = """n => {
    const form = document.forms[n];
    form.requestSubmit([...form.elements].find(field => field.type === 'submit'));
}"""
WORDS: Final = {
    "text": "Harbour watch",
    "textarea": "Two piers, as the pilots tell it.",
    "search": "harbour",
    "note": "Seen on a walk",
    "person": "walker",
    "name": "Nika Walker",
    "title": "Harbour notes",
    "tag": "harbour",
    "password": "nine-lanterns-on-the-quay",
    "email": "walker@desk.example",
    "url": "https://desk.example/hook",
    "date": "2026-03-20",
    "month": "2026-03",
    "time": "07:30",
    "number": "3",
}


class FormKind(NamedTuple):
    """A form by where it goes, ids left out, and its fields."""

    action: str
    fields: tuple[str, ...]


def kind_of(path: str) -> str:
    """``/articles/a12ef?q=x`` and its like are one kind of page."""
    where, _, query = path.partition("?")
    parts = ["*" if re.search(r"\d", part) else part for part in where.split("/")]
    names = sorted({pair.partition("=")[0] for pair in query.split("&") if pair})
    return "/".join(parts) + ("?" + "&".join(names) if names else "")


@dataclass
class Walk:
    """Where somebody went on the desk at ``address``, and what was wrong there."""

    browser: Browser
    address: str
    scripts: bool = True
    each: int = EACH
    axe: bool = True
    not_to: str | None = None  # forms that go there are not sent
    words: Mapping[str, str] = field(default_factory=lambda: WORDS)
    faults: list[str] = field(default_factory=list)
    opened: Counter[str] = field(default_factory=Counter)
    sent: dict[FormKind, int] = field(default_factory=dict)
    _forms: dict[FormKind, str] = field(default_factory=dict)
    _at: str = ""
    _arrivals: int = 0

    def go(self, *first: str, cookies: Any = None, on: bool = True) -> "Walk":
        """Open the ``first`` pages and, where one goes ``on``, all kinds that links lead to; then send each form."""
        page = self._page(cookies)
        waiting = list(first)
        for path in waiting:
            if self.opened[kind_of(path)] < self.each:
                found = self._open(page, path)
                waiting += [link for link in found if on and link not in waiting]
        for kind, path in sorted(self._forms.items(), key=_ends_the_walk):
            if kind.action != self.not_to and kind not in self.sent:
                self._send(page, kind, path)
        page.context.close()
        return self

    def look_at(self, paths: Iterable[str]) -> "Walk":
        """Open each of these pages."""
        page = self._page()
        for path in paths:
            self._open(page, path)
        page.context.close()
        return self

    def _page(self, cookies: Any = None) -> Page:
        context = self.browser.new_context(
            base_url=self.address, java_script_enabled=self.scripts, viewport={"width": 1280, "height": 900}
        )
        if cookies:
            context.add_cookies(cookies)
        page = context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self._wrong(f"a script failed: {error}"))
        page.on("request", self._asked)
        page.on("framenavigated", self._arrived)
        return page

    def _open(self, page: Page, path: str) -> list[str]:
        self.opened[kind_of(path)] += 1
        self._at = path
        answer = page.goto(path)
        if answer is None or answer.status >= FAILED or answer.status in {404, 405}:
            self._wrong(f"answered {answer.status if answer else 'nothing'}")
            return []
        self._look(page)
        return [link for href in page.evaluate(_LINKS) if (link := self._inside(page, href))]

    def _inside(self, page: Page, href: str) -> str | None:
        """The path of a link that leads to another page of the desk."""
        to = urlsplit(urljoin(page.url, href))
        if f"{to.scheme}://{to.netloc}" != self.address or _FILES.search(to.path):
            return None
        return to.path + (f"?{to.query}" if to.query else "")

    def _look(self, page: Page) -> None:
        page.evaluate(_OPEN)
        if page.evaluate(_RAN):
            self._wrong("words of others were run as a script")
        found = Axe().run(page, options=_AXE).response["violations"] if self.axe and self.scripts else ()
        for fault in found:
            if fault["impact"] in SERIOUS:
                self._wrong(f"axe: {fault['id']} at {fault['nodes'][0]['target']}: {fault['help']}")
        for kind, _ in _forms(page):
            self._forms.setdefault(kind, self._at)

    def _send(self, page: Page, kind: FormKind, path: str) -> None:
        self._at = f"{path}, the form to {kind.action}"
        page.goto(path)
        page.evaluate(_OPEN)
        own = next((n for held, n in _forms(page) if held == kind), None)
        if own is None:
            return  # a form sent before took it away
        page.evaluate(_FILL, [own, dict(self.words)])
        before = self._arrivals
        try:
            # the page may be gone before it says that the form is on its way
            with page.expect_response(lambda one: one.request.method == "POST") as answer, suppress(PlaywrightError):
                page.evaluate(_SUBMIT, own)
        except PlaywrightTimeout:
            self._wrong("the form was not sent")
            return
        if answer.value.request.is_navigation_request():  # answered, but the old page may still stand there
            self._wait_for_arrival(page, before)
        page.wait_for_load_state("networkidle")
        status = answer.value.status
        self.sent[kind] = status
        if status >= FAILED or status in {403, 404, 405, 422}:
            self._wrong(f"the form was answered {status}")
        self._look(page)

    def _wait_for_arrival(self, page: Page, before: int) -> None:
        for _ in range(ARRIVING):
            if self._arrivals > before:
                return
            page.wait_for_timeout(10)

    def _arrived(self, _frame: Frame) -> None:
        self._arrivals += 1

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "status of 4" not in message.text:
            self._wrong(f"the browser says: {message.text}")

    def _asked(self, request: Asked) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self._wrong(f"asked for {request.url}")

    def _wrong(self, words: str) -> None:
        self.faults.append(f"{self._at}: {words}")


def _ends_the_walk(form: tuple[FormKind, str]) -> bool:
    """Forms after which there is less to see, or whoever walks must sign in, come last."""
    return form[0].action.startswith(("/people", "/logout", "/me", "/seen"))


def _forms(page: Page) -> list[tuple[FormKind, int]]:
    """The forms of a page that change something, each with its number among all of them."""
    found = [one for one in page.evaluate(_FORMS) if one["method"] == "post"]
    return [(FormKind(kind_of(one["action"]), tuple(dict.fromkeys(one["fields"]))), one["n"]) for one in found]
