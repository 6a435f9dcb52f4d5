"""What no template may hold, also in branches that no test happens to reach."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

REFUSED = {
    "inline style": r"\sstyle\s*=",
    "style element": r"<style\b",
    "inline script": r"<script(?![^>]*\ssrc=)",
    "inline handler": r"\son[a-z]+\s*=\s*[\"']",
    "htmx that does nothing without JavaScript": r"\bhx-(put|patch|delete|boost|confirm|on)\b",
    "text taken as HTML": r"\|\s*safe\b|\bautoescape\s+false|\bMarkup\(",
    "address of another server": r"<(script|link|img|iframe)[^>]*\s(src|href)=[\"'](https?:)?//",
}


def refused(source: str) -> list[str]:
    return [
        f"{name}: line {source[: match.start()].count(chr(10)) + 1}"
        for name, pattern in REFUSED.items()
        for match in re.finditer(pattern, source, re.IGNORECASE)
    ]


def templates() -> list[Path]:
    return sorted(Path("app/templates").rglob("*.*"))


@pytest.mark.parametrize("path", templates(), ids=str)
def test_template_holds_nothing_refused(path: Path) -> None:
    assert refused(path.read_text()) == []


@pytest.mark.parametrize(
    "source",
    [
        '<p style="color: red">',
        "<style>p {}</style>",
        "<script>go()</script>",
        '<button onclick="go()">',
        '<a hx-boost="true">',
        '<a hx-confirm="Sure?">',
        "{{ text|safe }}",
        "{{ text | safe }}",
        "{% autoescape false %}",
        '<script src="https://cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="//cdn.example/x.css">',
    ],
)
def test_each_rule_can_fail(source: str) -> None:
    assert len(refused(source)) == 1


def test_ordinary_markup_passes() -> None:
    assert (
        refused('<script src="/static/x.js" defer></script><p class="style">on time = 1</p>') == []
    )


# a page of forms, one for each provider: nothing in it is only read
NO_LIST = {"requests/_candidates.html"}


def lists_without_files(sources: dict[str, str]) -> list[str]:
    return [
        name
        for name, source in sources.items()
        if "{{ pagination(" in source
        # the prospectus has a printable form beside the files
        and not re.search(r"{{ downloads\(|prospectus/_take_away\.html", source)
        and name not in NO_LIST
    ]


def test_every_list_can_be_taken_away() -> None:
    root = Path("app/templates")
    sources = {str(path.relative_to(root)): path.read_text() for path in root.rglob("*.html")}

    assert lists_without_files(sources) == []


def test_a_list_without_a_file_is_found() -> None:
    assert lists_without_files({"new.html": "{{ pagination(page, page_url) }}"}) == ["new.html"]
