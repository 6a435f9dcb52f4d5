"""README and docs name only what exists: paths, links, commands, settings, libraries."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from flask.cli import run_command, shell_command
from flask_migrate.cli import db as migration_commands

from app.registry import COMMANDS

ROOT = Path()
DOCUMENTS = [Path("README.md"), *sorted(Path("docs").rglob("*.md"))]
DECISIONS = sorted(Path("docs/decisions").glob("*.md"))
A_PAGE = 60
# made when the portal runs
MADE = ("instance/", ".venv/", "backup.", "portal.")
FILE = re.compile(r"[\w.*-]+(/[\w.*-]+)*\.(py|md|toml|txt|html|css|js|csv|png|lock|sqlite)")
NOT_OURS = {"uv.lock"}
FLASK = click.Group(
    commands={
        str(command.name): command
        for command in (*COMMANDS, migration_commands, run_command, shell_command)
    }
)


def quoted(text: str) -> list[str]:
    """Return what stands in backticks, and the lines of blocks of code."""
    blocks = re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)
    rest = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    return [*re.findall(r"`([^`\n]+)`", rest), *"\n".join(blocks).splitlines()]


def missing_paths(text: str, folder: Path) -> Iterator[str]:
    """Yield what looks like a path of this project and is none."""
    tops = {entry.name for entry in ROOT.iterdir()}
    for words in re.findall(r"`([^`\n]+)`", text):
        named = words.partition("/")[0] in tops or FILE.fullmatch(words)
        if " " in words or not named or words.startswith(MADE) or words in NOT_OURS:
            continue
        there = (ROOT / words).exists() or (folder / words).exists()
        # a file may be named by the end of its path
        if not there and not any(Path("app").rglob(words)):
            yield words


def dead_links(text: str, folder: Path) -> Iterator[str]:
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not target.startswith(("https://", "#")) and not (folder / target).exists():
            yield target


def unknown_commands(text: str) -> Iterator[str]:
    for words in quoted(text):
        said = re.search(r"\bflask (.+)", words)
        called = said[1].removeprefix("--app wsgi").strip() if said else ""
        if called not in {"", "…"} and (unknown := unknown_part(called.split(), FLASK)):
            yield f"flask {called}: {unknown}"


def unknown_part(words: list[str], command: click.Command) -> str | None:
    """Follow the words down the groups of commands; return the first that leads nowhere."""
    with click.Context(command) as context:
        while words and isinstance(command, click.Group):
            name, *words = words
            found = command.get_command(context, name)
            if found is None:
                return name
            command = found
        known = {name for param in command.params for name in param.opts}
    return next((w for w in words if w.startswith("--") and w not in known), None)


def unknown_targets(text: str) -> list[str]:
    known = re.findall(r"^([a-z]+):", Path("Makefile").read_text(), re.MULTILINE)
    said = [t for words in quoted(text) for t in re.findall(r"\bmake ([a-z]+)", words)]
    return [target for target in said if target not in known]


def names_in_table(text: str) -> set[str]:
    """Return the first cells of all tables, without backticks."""
    return {cell.strip("` ") for cell in re.findall(r"^\|([^|]+)\|", text, re.MULTILINE)}


def library_of(requirement: str) -> str:
    return re.split(r"[\[<>=~ ]", requirement)[0].lower()


@pytest.mark.parametrize("path", DOCUMENTS, ids=str)
class TestDocument:
    def test_paths_exist(self, path: Path) -> None:
        assert list(missing_paths(path.read_text(), path.parent)) == []

    def test_links_lead_somewhere(self, path: Path) -> None:
        assert list(dead_links(path.read_text(), path.parent)) == []

    def test_commands_exist(self, path: Path) -> None:
        assert list(unknown_commands(path.read_text())) == []

    def test_targets_of_make_exist(self, path: Path) -> None:
        assert unknown_targets(path.read_text()) == []


@pytest.mark.parametrize("path", DECISIONS, ids=str)
def test_a_decision_is_one_page(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= A_PAGE


def test_every_setting_is_described() -> None:
    read = set(re.findall(r'environment\.get\("(\w+)"', Path("app/config.py").read_text()))
    described = names_in_table(Path("docs/operating.md").read_text())

    assert read
    assert {name for name in described if name.isupper()} == read


def test_every_decision_can_be_reached() -> None:
    """A successor finds a page from the README, a guide, or another page."""
    links = {
        (path.parent / target).resolve()
        for path in DOCUMENTS
        for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text())
    }

    assert [str(path) for path in DOCUMENTS[1:] if path.resolve() not in links] == []


def test_every_library_has_its_reason() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text())["project"]
    page = Path("docs/decisions/dependencies.md").read_text()
    libraries = {library_of(requirement) for requirement in project["dependencies"]}
    base = {"flask", "flask-login", "flask-migrate", "flask-sqlalchemy", "flask-wtf", "sqlalchemy"}
    base |= {"govuk-frontend-jinja", "govuk-frontend-wtf", "htmx-flask", "whoosh", "wtforms"}
    explained = {name.lower().partition(" ")[0] for name in names_in_table(page)}

    assert libraries - base <= explained
    assert {name for name in explained if re.fullmatch(r"[a-z0-9-]*[a-z][a-z0-9-]*", name)} <= (
        libraries | {"library"}
    )


class TestTheseGuardsCanFail:
    def test_a_path_that_is_gone(self) -> None:
        text = "`app/core/gone.py`, `app/core/clock.py`, `clock.py`, `gone.py`, `README.md`"

        assert list(missing_paths(text, Path("docs"))) == ["app/core/gone.py", "gone.py"]

    def test_a_dead_link(self) -> None:
        text = "[a](operating.md) [b](gone.md) ![c](gone.png) [d](https://example.org)"

        assert list(dead_links(text, Path("docs"))) == ["gone.md", "gone.png"]

    def test_a_command_or_option_that_is_gone(self) -> None:
        text = "`flask audit verify` `flask audit mend`\n```\nflask --app wsgi worker --twice\n```"

        assert list(unknown_commands(text)) == [
            "flask audit mend: mend",
            "flask worker --twice: --twice",
        ]

    def test_a_target_that_is_gone(self) -> None:
        assert unknown_targets("`make run` and `make coffee`") == ["coffee"]
