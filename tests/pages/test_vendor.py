"""What is shipped is what the README says, and nothing that a council may not use."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

VENDOR = Path("app/static/vendor")
SUMS = re.findall(r"^([0-9a-f]{64})  (\S+)$", (VENDOR / "README.md").read_text(), re.MULTILINE)


@pytest.mark.parametrize(("digest", "name"), SUMS)
def test_file_is_the_one_described(digest: str, name: str) -> None:
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest


def test_every_script_and_stylesheet_is_described() -> None:
    files = [path for path in VENDOR.rglob("*") if path.suffix in {".css", ".js"}]
    assert {str(path.relative_to(VENDOR)) for path in files} == {name for _, name in SUMS}


def test_neither_fonts_nor_crests_are_shipped() -> None:
    suffixes = {path.suffix for path in Path("app/static").rglob("*") if path.is_file()}
    assert not suffixes & {".woff", ".woff2", ".ttf", ".otf", ".ico", ".png"}
    sheet = (VENDOR / "govuk-frontend-6.3.0" / "govuk-frontend.min.css").read_text()
    assert not re.search(r"@font-face|GDS Transport|crown|crest|url\(", sheet)


def test_our_styles_load_nothing() -> None:
    for path in Path("app/static/css").glob("*.css"):
        assert not re.search(r"@import|url\(|!important", path.read_text()), path
