"""Steps every journey takes, and what is checked on every page it reaches."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from tests.e2e.demonstration import PASSWORD

NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}
# milliseconds; a busy machine may need them, a failed test alone waits so long
LONGEST_WAIT = 30_000
SERVER_ERROR = 500
CLIENT_ERROR = 400
PARTS_OF_A_PAGE = {"script", "stylesheet", "image", "font"}
GIVEN_UP = "net::ERR_ABORTED"
# Chromium reports every answer from 400 up; a form sent back with errors (422) is one
EXPECTED = "Failed to load resource: the server responded with a status of 4"


def sign_in(page: Page, name: str) -> None:
    """Sign in as a demonstration account, `head` for head@demo.example."""
    page.goto("/sign-in")
    page.get_by_label("Email address").fill(f"{name}@demo.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("link", name="Sign in").first.wait_for()


def check(page: Page, parts: Collection[str] | None = None) -> None:
    """Fail unless the page as it stands is accessible and fits a narrow screen.

    `parts`: those that nobody examined before; the contrast of the others is known.
    """
    found = [*accessibility_faults(page, parts), *width_faults(page)]
    assert not found, "\n  - ".join([f"{page.title()} ({page.url})", *found])


def parts_of(page: Page, document: str | None = None) -> set[str]:
    """Return the kinds of parts of the page, or of a document that it only reads.

    How many rows a list has is no part.
    """
    return set(page.evaluate(_PARTS, document))


# what the engine judges an element by: itself, all that it stands in, its attributes, whether it
# has words of its own; and which heading follows which. What only scripts put there is left out.
_FIRST_OF_EACH = """const firstOfEach = (page) => {
    const ours = (c) => c !== "js-enabled" && c !== "govuk-frontend-supported";
    const kind = (e) => e.tagName + "." + [...e.classList].filter(ours).sort().join(".");
    const told = (n) => n !== "class" && !n.startsWith("data-");
    const parts = new Map(), paths = new Map();
    const path = (e) => {
        if (!paths.has(e)) {
            paths.set(e, (e.parentElement ? path(e.parentElement) + " > " : "") + kind(e));
        }
        return paths.get(e);
    };
    const keep = (part, e) => { if (!parts.has(part)) parts.set(part, e); };
    let before = "";
    for (const e of page.querySelectorAll("body, body *")) {
        const words = [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
        const names = e.getAttributeNames().filter(told).sort();
        const said = [names, e.getAttribute("role"), e.getAttribute("type"), words].join(" ");
        keep(`${path(e)} ${said}`, words ? e : null);
        if (/^H[1-6]$/.test(e.tagName)) {
            keep(`${before} then ${e.tagName}`, null);
            before = e.tagName;
        }
    }
    return parts;
};"""
_PARTS = f"""(text) => {{
    {_FIRST_OF_EACH}
    const read = () => new DOMParser().parseFromString(text, "text/html");
    return [...firstOfEach(text === null ? document : read()).keys()];
}}"""


def accessibility_faults(page: Page, parts: Collection[str] | None = None) -> list[str]:
    """Return what the engine objects to, with every one of its rules.

    Contrast takes longer than all other rules together. Where the new parts are known, it is
    looked at in one of each, unless the page as it stands lacks one of them.
    """
    scripted = not page.evaluate("matchMedia('(scripting: none)').matches")
    examiner = page if scripted else twin_of(page)
    examiner.evaluate(_AXE)
    violations = examiner.evaluate(_VIOLATIONS, None if parts is None else sorted(parts))
    return [
        f"{violation['id']} ({violation['impact']}): {violation['help']}: "
        + " | ".join(
            f"{' '.join(map(str, n['target']))} {n['html'][:160]}" for n in violation["nodes"]
        )
        for violation in violations
    ]


def twin_of(page: Page) -> Page:
    """Lay the same document out where the engine can run: without scripting its timers stand still.

    The document's own scripts stay off, so that what is examined is what its reader has.
    """
    content = page.content()
    browser = page.context.browser
    assert browser
    if browser not in _twins:
        _twins[browser] = browser.new_context(viewport=WIDE).new_page()
    twin = _twins[browser]
    twin.unroute_all()
    twin.route(
        page.url,
        lambda route: route.fulfill(
            body=content,
            content_type="text/html; charset=utf-8",
            headers={"Content-Security-Policy": "script-src 'none'"},
        ),
    )
    twin.goto(page.url)
    return twin


# the script is half a megabyte, and so is what it tells of the rules that are kept
_AXE = Axe().axe_script
# no page plays anything, so nothing has to be loaded before
_VIOLATIONS = f"""async (parts) => {{
    {_FIRST_OF_EACH}
    document.querySelectorAll("[data-news]").forEach((e) => e.removeAttribute("data-news"));
    const firsts = firstOfEach(document);
    if (parts !== null && parts.every((part) => firsts.has(part))) {{
        parts.forEach((part) => firsts.get(part)?.setAttribute("data-news", ""));
        axe.configure({{ rules: [{{ id: "color-contrast", selector: "[data-news]" }}] }});
    }}
    return (await axe.run({{ resultTypes: ["violations"], preload: false }})).violations;
}}"""

# a browser's one page for twins: opening one for each document would take as long as examining it
_twins: WeakKeyDictionary[Browser, Page] = WeakKeyDictionary()


def width_faults(page: Page) -> list[str]:
    """Return the parts that stick out of a screen 320 pixels wide."""
    before = page.viewport_size or WIDE
    page.set_viewport_size(NARROW)
    try:
        return list(page.evaluate(_STICKING_OUT))
    finally:
        page.set_viewport_size(before)


# a wide table may scroll inside a region of its own; the page itself may not
_STICKING_OUT = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
        (part) => part.getBoundingClientRect().right > width + 1
            && ![...part.children].some((c) => c.getBoundingClientRect().right > width + 1));
    return ["scrolls sideways at 320 px: " + wide.slice(0, 5).map(
        (part) => part.outerHTML.slice(0, 120)).join(" | ")];
}"""


def listen(context: BrowserContext) -> list[str]:
    """Collect everything that goes wrong behind the page while a test runs."""
    troubles: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(EXPECTED):
            troubles.append(f"console {message.type}: {message.text}")

    def on_response(response: Response) -> None:
        lost = response.status >= CLIENT_ERROR and response.request.resource_type in PARTS_OF_A_PAGE
        if lost or response.status >= SERVER_ERROR:
            troubles.append(f"{response.status} for {response.url}")

    def on_failed(request: Request) -> None:
        # the reader went on before it came, so the browser itself gave it up
        if request.failure != GIVEN_UP:
            troubles.append(f"not answered: {request.url} ({request.failure})")

    context.on("console", on_console)
    context.on("weberror", lambda error: troubles.append(f"script error: {error.error}"))
    context.on("response", on_response)
    context.on("requestfailed", on_failed)
    return troubles


@contextmanager
def opened(browser: Browser, address: str, *, javascript: bool) -> Iterator[Page]:
    context = browser.new_context(
        base_url=address,
        java_script_enabled=javascript,
        locale="en-GB",
        timezone_id="Europe/London",
        viewport=WIDE,
    )
    context.set_default_timeout(LONGEST_WAIT)
    troubles = listen(context)
    yield context.new_page()
    context.close()
    assert not troubles, "\n".join(["behind the pages:", *troubles])
