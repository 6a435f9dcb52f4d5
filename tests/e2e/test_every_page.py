"""Every page that a role can reach by following links, one of each kind of address."""

from __future__ import annotations

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
# one role and the kinds of address that it must come by, so that the walk cannot go lame
ROLES = {
    "nobody": {"/", "/prospectus", "/prospectus/…", "/schools", "/schools/…", "/sign-in"},
    "head": {"/requests/…", "/commissions/…", "/requests/new", "/messages"},
    "provider": {"/requests", "/commissions/…", "/prospectus/…/days", "/prospectus/…/days/…"},
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
    "head-leader": {"/commissions"},
}


@pytest.fixture(scope="module")
def people(browser: Browser, portal: str, examined: Examined) -> Iterator[Company]:
    with company(browser, portal, examined, javascript=True) as everybody:
        yield everybody


@pytest.mark.parametrize(("role", "expected"), ROLES.items(), ids=ROLES)
def test_every_page_that_a_role_can_walk_to(
    people: Company, portal: str, examined: Examined, role: str, expected: set[str]
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
        title = page.title().split(" – ")[0]
        # the same page in the same state was examined for another role
        if examined.first(f"walk {pattern} {title if '…' not in pattern else role}"):
            check(page)
        links = [urljoin(url, link) for link in page.evaluate(LINKS)]
        waiting += [
            link
            for link in links
            if link.startswith(portal) and "format=csv" not in urlsplit(link).query
        ]
    assert expected <= reached, f"{role} never came by {expected - reached}"
