"""What tests read on the search page."""

from __future__ import annotations

from bs4 import BeautifulSoup

from tests.client import LintingClient


def soup(client: LintingClient, query: str = "") -> BeautifulSoup:
    response = client.get(f"/prospectus?{query}")
    assert response.status_code == 200
    return client.soup(response)


def names(page: BeautifulSoup) -> list[str]:
    return [heading.get_text().strip() for heading in page.select(".app-hit__name")]


def total(page: BeautifulSoup) -> str:
    status = page.select_one("#result-count[role=status]")
    assert status is not None
    return status.get_text().strip()


def number(page: BeautifulSoup, option: str) -> int:
    count = page.select_one(f"#count-{option}")
    assert count is not None
    return int(count.get_text())
