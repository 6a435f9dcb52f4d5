from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from app.accounts.models import Person
from app.extensions import db
from tests.client import LintingClient
from tests.web import trial


@pytest.fixture
def kit(own_app: Flask) -> Iterator[Flask]:
    """An application with the views of tests/web/trial.py, where commits are real."""
    trial.add_views(own_app)
    with own_app.app_context():
        yield own_app


@pytest.fixture
def browser(kit: Flask) -> LintingClient:
    return LintingClient(kit)


@pytest.fixture
def ann(kit: Flask) -> Person:
    return make_person(kit, "Ann")


@pytest.fixture
def bob(kit: Flask) -> Person:
    return make_person(kit, "Bob")


def make_person(kit: Flask, name: str) -> Person:
    with kit.app_context():
        person = Person(email=f"{name}@test.example", name=name)
        db.session.add(person)
        db.session.commit()
        db.session.refresh(person)
        db.session.expunge(person)
        return person
