"""Several cases in one scene: each is told by its name when it fails, and leaves no trace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from sqlalchemy import Connection

from app.extensions import db

Case = Callable[[object], AbstractContextManager[None]]


def cases_in_one_scene(subtests: pytest.Subtests, connection: Connection) -> Case:
    @contextmanager
    def case(name: object) -> Iterator[None]:
        db.session.commit()
        with subtests.test(str(name)[:80]), connection.begin_nested() as untouched:
            try:
                yield
            finally:
                # what the session holds of this case is of no use to the next one
                db.session.rollback()
                db.session.expire_all()
                untouched.rollback()

    return case
