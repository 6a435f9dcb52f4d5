"""Files stay short and stand where a newcomer looks for them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST = 400
FEATURES = (
    "accounts",
    "commissions",
    "governance",
    "monitoring",
    "notifications",
    "programmes",
    "prospectus",
    "quality",
    "reporting",
    "schools",
)
# may be files, or folders split by journey
FIXED = {
    "__init__",
    "cli",
    "forms",
    "lifecycle",
    "models",
    "permissions",
    "queries",
    "routes",
    "services",
}
VAGUE = {"base", "common", "helpers", "manager", "misc", "util", "utils"}


def long_files(paths: Iterator[Path], longest: int = LONGEST) -> list[str]:
    lengths = {path: len(path.read_text().splitlines()) for path in paths}
    return [f"{path}: {n} lines" for path, n in sorted(lengths.items()) if n > longest]


def unexplained_names(app: Path) -> list[str]:
    """Return the files of features whose names are their own and that do not say what they hold."""
    return [
        str(path)
        for feature in FEATURES
        for entry in sorted((app / feature).glob("*"))
        if entry.stem not in FIXED
        for path in (entry / "__init__.py" if entry.is_dir() else entry,)
        if path.suffix == ".py" and path.exists()
        if ast.get_docstring(ast.parse(path.read_text())) is None
    ]


def vague_names(root: Path) -> list[str]:
    return [str(path) for path in sorted(root.rglob("*.py")) if path.stem in VAGUE]


@pytest.mark.parametrize("folder", ["app", "tests"])
def test_no_file_is_too_long(folder: str) -> None:
    """Of what people write: revisions are written by `flask db migrate`, a line a column."""
    assert long_files(Path(folder).rglob("*.py")) == []


def test_no_template_is_too_long() -> None:
    assert long_files(Path("app/templates").rglob("*.html")) == []


def test_a_file_with_a_name_of_its_own_says_what_it_holds() -> None:
    assert unexplained_names(Path("app")) == []


def test_names_say_what_a_file_holds() -> None:
    assert vague_names(Path("app")) == []


def test_these_guards_can_fail(tmp_path: Path) -> None:
    (tmp_path / "schools").mkdir()
    (tmp_path / "schools" / "utils.py").write_text("x = 1\n" * 401)

    assert len(long_files(tmp_path.rglob("*.py"))) == 1
    assert unexplained_names(tmp_path) == [str(tmp_path / "schools" / "utils.py")]
    assert len(vague_names(tmp_path)) == 1
