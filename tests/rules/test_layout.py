"""Files stay short and stand where a newcomer looks for them."""

from __future__ import annotations

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
# each of these says what the fixed names cannot; add one with its reason
OWN = {
    "accounts/passwords": "what a password must be, and its hash",
    "accounts/roles": "the roles themselves, without tables",
    "prospectus/facts": "kinds, modes and phases in words, without tables",
    "schools/facts": "what is known and what is not, in words",
    "schools/importing": "readers of the published files",
    "schools/websites": "addresses from the register, made safe",
}
VAGUE = {"base", "common", "helpers", "manager", "misc", "util", "utils"}


def long_files(paths: Iterator[Path], longest: int = LONGEST) -> list[str]:
    lengths = {path: len(path.read_text().splitlines()) for path in paths}
    return [f"{path}: {n} lines" for path, n in sorted(lengths.items()) if n > longest]


def unexpected_names(app: Path) -> list[str]:
    return [
        f"{feature}/{entry.stem}"
        for feature in FEATURES
        for entry in sorted((app / feature).glob("*"))
        if (entry.suffix == ".py" or (entry / "__init__.py").exists())
        and entry.stem not in FIXED
        and f"{feature}/{entry.stem}" not in OWN
    ]


def vague_names(root: Path) -> list[str]:
    return [str(path) for path in sorted(root.rglob("*.py")) if path.stem in VAGUE]


@pytest.mark.parametrize("folder", ["app", "tests", "migrations"])
def test_no_file_is_too_long(folder: str) -> None:
    assert long_files(Path(folder).rglob("*.py")) == []


def test_no_template_is_too_long() -> None:
    assert long_files(Path("app/templates").rglob("*.html")) == []


def test_features_are_laid_out_alike() -> None:
    assert unexpected_names(Path("app")) == []


def test_every_exception_still_exists() -> None:
    missing = [n for n in OWN if not list(Path("app").glob(f"{n}*"))]

    assert missing == []


def test_names_say_what_a_file_holds() -> None:
    assert vague_names(Path("app")) == []


def test_these_guards_can_fail(tmp_path: Path) -> None:
    (tmp_path / "schools").mkdir()
    (tmp_path / "schools" / "utils.py").write_text("x = 1\n" * 401)

    assert len(long_files(tmp_path.rglob("*.py"))) == 1
    assert unexpected_names(tmp_path) == ["schools/utils"]
    assert len(vague_names(tmp_path)) == 1
