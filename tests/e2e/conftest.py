"""A real server with the demonstration, and real browsers, with JavaScript and without.

    browser_page   JavaScript on          plain_page   JavaScript off

Each test module gets data of its own, so journeys may change it. Any script error, refused
resource or server error behind the page fails the test at its end.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.e2e.browsing import LONGEST_WAIT, opened
from tests.e2e.demonstration import prepared, served
from tests.e2e.people import Company, Examined, company
from tests.e2e.small_portal import DOMAIN, SmallPortal, small_portal

# the same browser; the first is built without windows and takes a third less time
CHROMIUMS = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep a module's journeys on one worker: they share one portal.

    A mark of their own lets some go elsewhere, so that no worker waits for the other at the end.
    One journey comes before all other tests, for while it prepares the demonstration no other may
    be waiting for that.
    """
    for item in items:
        if "tests/e2e/" in item.nodeid:
            item.add_marker(pytest.mark.xdist_group(item.nodeid.split("::")[0]))
    items.sort(key=lambda item: not item.nodeid.startswith("tests/e2e/test_listing.py"))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the whole run, the same for all workers."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def demonstration(shared: Path) -> Path:
    return prepared(shared)


@pytest.fixture(scope="session")
def examined(shared: Path) -> Examined:
    folder = shared / "examined"
    folder.mkdir(exist_ok=True)
    return Examined(folder)


@pytest.fixture(scope="module")
def portal(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running portal whose data only this module changes."""
    folder = tmp_path_factory.mktemp("portal") / "data"
    shutil.copytree(demonstration, folder)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    arguments = ["--disable-background-networking", "--disable-component-update"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium refuses to run as root with it
    expect.set_options(timeout=LONGEST_WAIT)
    chromium = next(path for path in CHROMIUMS if Path(path).exists())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def browser_page(browser: Browser, portal: str) -> Iterator[Page]:
    with opened(browser, portal, javascript=True) as page:
        yield page


@pytest.fixture
def plain_page(browser: Browser, portal: str) -> Iterator[Page]:
    with opened(browser, portal, javascript=False) as page:
        yield page


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallPortal]:
    """A portal on the world of the factories, whose data only this module changes."""
    with small_portal(tmp_path_factory.mktemp("small")) as portal:
        yield portal


@pytest.fixture(scope="module")
def people(browser: Browser, small: SmallPortal, examined: Examined) -> Iterator[Company]:
    """Everybody of the small portal, with JavaScript."""
    with company_of(browser, small, examined, javascript=True) as everybody:
        yield everybody


@pytest.fixture(scope="module")
def plain_people(browser: Browser, small: SmallPortal, examined: Examined) -> Iterator[Company]:
    """The same people without JavaScript."""
    with company_of(browser, small, examined, javascript=False) as everybody:
        yield everybody


def company_of(
    browser: Browser, small: SmallPortal, examined: Examined, *, javascript: bool
) -> AbstractContextManager[Company]:
    return company(
        browser,
        small.address,
        examined,
        javascript=javascript,
        domain=DOMAIN,
        only_answers=True,
    )
