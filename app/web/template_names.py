"""What features let every template ask, wherever their partials are included.

Names, and no context processors: these are run for every page, also for one that asks nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.web.access import current_person

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Blueprint
    from flask.blueprints import BlueprintSetupState


def give_templates(blueprint: Blueprint, **known: object) -> None:
    """Let every template know these by their names."""

    def register(state: BlueprintSetupState) -> None:
        state.app.jinja_env.globals.update(known)

    blueprint.record(register)


def ask_for_reader(blueprint: Blueprint, **asked: Callable[[Any, Any], object]) -> None:
    """Let every template ask these of a record; each learns the reader first, or None."""
    give_templates(blueprint, **{name: _for_reader(ask) for name, ask in asked.items()})


def _for_reader(ask: Callable[[Any, Any], object]) -> Callable[[Any], object]:
    return lambda record: ask(current_person(), record)
