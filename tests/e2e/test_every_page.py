"""Every page that a role can reach by following links, one of each kind of address."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.e2e.browsing import CLIENT_ERROR, check
from tests.e2e.demonstration import kind_of
from tests.e2e.people import Company, Examined, company

# a link with a type leads to something that is no page: a feed, data
LINKS = """(text) => [...new DOMParser().parseFromString(text, "text/html").links]
    .filter((a) => !a.hasAttribute("download") && !a.type).map((a) => a.getAttribute("href"))"""
# one role and the kinds of address that it must come by, so that the walk cannot go lame
ROLES = {
    "nobody": {
        "/",
        "/prospectus",
        "/prospectus/…",
        "/schools",
        "/schools/…",
        "/sign-in",
        "/governance/training/courses/…",
    },
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
    "quality": {"/quality", "/quality/…", "/governance/reviews/promptness"},
    "chair": {
        "/requests/…",
        "/governance/reviews/…/plan",
        "/governance/audits/…/gaps",
        "/governance/audits/…/comparison",
        "/governance/audits/board-questions/…",
        "/governance/training/boards/…/rule",
    },
    "governor": {
        "/governance/requests/new",
        "/governance/requests",
        "/requests/…",
        "/governance/reviews/…",
        "/governance/champions",
        "/governance/champions/applications/…",
        "/governance/audits/…/result",
        "/governance/audits/…/answer",
        "/governance/training/bookings/…/feedback",
    },
    "governor-services": {
        "/governance/requests",
        "/governance/requests/summary",
        "/requests/…",
        "/commissions/…",
        "/governance/reviews/overdue",
        "/governance/reviews/headings",
        "/governance/champions/calls/…",
        "/governance/champions/register",
        "/governance/audits/words/…",
        "/governance/audits/…/people",
        "/governance/training/sessions/…/attendance",
        "/governance/champions/applications/…",
    },
    "forum": {"/governance/reviews/promptness", "/governance/training/take-up"},
    "admin": {"/designation-types", "/designation-types/…", "/criteria", "/criteria/…/retire"},
    "head-leader": {"/commissions", "/prospectus/…/days/…"},
}
OFFICERS = {"broker", "approver", "quality", "governor-services", "admin", "forum"}


@pytest.fixture(scope="module")
def people(browser: Browser, portal: str, examined: Examined) -> Iterator[Company]:
    with company(browser, portal, examined, javascript=True) as everybody:
        yield everybody


# the two halves may run beside each other
@pytest.mark.parametrize(
    ("role", "expected"),
    [
        pytest.param(
            role,
            expected,
            id=role,
            marks=pytest.mark.xdist_group("officers walk" if role in OFFICERS else "others walk"),
        )
        for role, expected in ROLES.items()
    ],
)
def test_every_page_that_a_role_can_walk_to(
    people: Company, portal: str, examined: Examined, role: str, expected: set[str]
) -> None:
    page = people(role).page
    reached: set[str] = set()
    waiting = [portal + "/"]
    while waiting:
        url = waiting.pop(0)
        kind = kind_of(url)
        if kind in reached:
            continue
        reached.add(kind)
        # only fetched: a page that is made of what was examined is not drawn again for each role
        answer = page.request.get(url)
        assert answer.status < CLIENT_ERROR, f"{answer.status} for {url} as {role}"
        text = answer.text()
        new = examined.new_parts(page, kind, text)
        if new is not None:
            page.goto(url)
            check(page, new)
        links = [urljoin(url, link) for link in page.evaluate(LINKS, text)]
        waiting += [
            link
            for link in links
            if link.startswith(portal) and "format=csv" not in urlsplit(link).query
        ]
    assert expected <= reached, f"{role} never came by {expected - reached}"
