"""One `move()` sets every status: anything else would go past rights and audit trail."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path("app")
MOVE = APP / "core" / "lifecycle.py"
# an entry of the prospectus has its status in `listing`
NAMES = {"status", "listing"}


def assignments_to_status(source: str) -> Iterator[int]:
    """Yield the line of every write to a status, however it is written."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in NAMES:
            if not isinstance(node.ctx, ast.Load):
                yield node.lineno
        elif isinstance(node, ast.Call) and called(node) in {"setattr", "values"}:
            names = [word.arg for word in node.keywords]
            names += [a.value for a in node.args[1:2] if isinstance(a, ast.Constant)]
            if NAMES & set(names):
                yield node.lineno


def called(node: ast.Call) -> str:
    function = node.func
    return getattr(function, "attr", "") or getattr(function, "id", "")


def test_only_move_sets_a_status() -> None:
    found = [
        f"{path}:{line}"
        for path in sorted(APP.rglob("*.py"))
        if path != MOVE
        for line in assignments_to_status(path.read_text())
    ]

    assert found == []


def test_move_itself_does() -> None:
    assert len(list(assignments_to_status(MOVE.read_text()))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "request.status = 1",
        "provider.listing = 1",
        "request.status, x = 1, 2",
        "request.status += 1",
        "request.status: int = 1",
        "del request.status",
        "for request.status in (1, 2): pass",
        "setattr(request, 'status', 1)",
        "update(Request).values(status=1)",
        "update(Provider).values(listing=1)",
    ],
)
def test_every_way_of_writing_is_found(source: str) -> None:
    assert list(assignments_to_status(source)) == [1]


def test_reading_is_allowed() -> None:
    assert list(assignments_to_status("if request.status == 1: print(request.status)")) == []
