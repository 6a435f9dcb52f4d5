"""Every page that a role can reach by following links, one of each kind of address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.e2e.browsing import CLIENT_ERROR, check
from tests.e2e.people import Company, Examined, company, pattern_of

# a link with a type leads to something that is no page: a feed, data
LINKS = (
    "() => [...document.links].filter(a => !a.hasAttribute('download') && !a.type).map(a => a.href)"
)
# what the engine judges an element by: itself, what it stands in, its attributes, whether it has
# words of its own; and which heading follows which. How many rows a list has is nothing to it.
PARTS = """() => {
    const kind = (e) => e.tagName + "." + [...e.classList].sort().join(".");
    const parts = new Set();
    let before = "";
    for (const e of document.querySelectorAll("body, body *")) {
        const words = [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
        const names = e.getAttributeNames().filter((n) => n !== "class").sort();
        const said = [names, e.getAttribute("role"), e.getAttribute("type"), words].join(" ");
        parts.add(`${kind(e.parentElement)} > ${kind(e)} ${said}`);
        if (/^H[1-6]$/.test(e.tagName)) {
            parts.add(`${before} then ${e.tagName}`);
            before = e.tagName;
        }
    }
    return [...parts];
}"""
# one role and the kinds of address that it must come by, so that the walk cannot go lame
ROLES = {
    "nobody": {"/", "/prospectus", "/prospectus/…", "/schools", "/schools/…", "/sign-in"},
    "head": {"/requests/…", "/commissions/…", "/requests/new", "/messages"},
    "provider": {"/requests", "/commissions/…", "/prospectus/…/days", "/listing", "/listing/…"},
    "host-head": {"/commissions/…"},
    "broker": {
        "/requests/…",
        "/commissions/…",
        "/approvals",
        "/gaps",
        "/prospectus/…/designations",
    },
    "approver": {"/approvals", "/commissions/…"},
    "quality": {"/quality", "/quality/…"},
    "chair": {"/requests/…"},
    "governor": {"/"},
    "governor-services": {"/"},
    "forum": {"/"},
    "admin": {"/designation-types", "/designation-types/…", "/criteria", "/criteria/…/retire"},
    "head-leader": {"/commissions", "/prospectus/…/days/…"},
}
# by kind of address: the parts of the pages that were examined there
judged: defaultdict[str, set[str]] = defaultdict(set)


@pytest.fixture(scope="module")
def people(browser: Browser, portal: str, examined: Examined) -> Iterator[Company]:
    with company(browser, portal, examined, javascript=True) as everybody:
        yield everybody


@pytest.mark.parametrize(("role", "expected"), ROLES.items(), ids=ROLES)
def test_every_page_that_a_role_can_walk_to(
    people: Company, portal: str, role: str, expected: set[str]
) -> None:
    page = people(role).page
    reached: set[str] = set()
    waiting = [portal + "/"]
    while waiting:
        url = waiting.pop(0)
        pattern = pattern_of(url)
        if pattern in reached:
            continue
        reached.add(pattern)
        answer = page.goto(url)
        assert answer
        assert answer.status < CLIENT_ERROR, f"{answer.status} for {url} as {role}"
        parts = set(page.evaluate(PARTS))
        # a page without a part that is new there was examined for another role
        if not parts <= judged[pattern]:
            judged[pattern] |= parts
            check(page)
        links = [urljoin(url, link) for link in page.evaluate(LINKS)]
        waiting += [
            link
            for link in links
            if link.startswith(portal) and "format=csv" not in urlsplit(link).query
        ]
    assert expected <= reached, f"{role} never came by {expected - reached}"
