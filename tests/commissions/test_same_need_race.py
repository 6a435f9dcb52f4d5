"""Two drafts about the same need, sent at the same moment on real connections."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from flask import Flask

from app.accounts.models import Person
from app.commissions.models import SupportRequest
from app.commissions.services import ask
from app.core.errors import NotReady
from app.extensions import db
from tests.factories import requests as make
from tests.factories.world import make_world

# the first to look waits so long for the other, who must not come
A_MOMENT = 0.5


def test_the_second_of_two_drafts_is_asked_why(
    own_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    with own_app.app_context():
        world = make_world()
        drafts, head = [make.complete(world).id for _ in range(2)], world.head.id
        db.session.commit()
    both_have_looked = Barrier(2, timeout=A_MOMENT)
    look = ask.live_about_the_same

    def slowly(request: SupportRequest, reader: Person) -> Sequence[SupportRequest]:
        found = look(request, reader)
        with suppress(BrokenBarrierError):
            both_have_looked.wait()
        return found

    monkeypatch.setattr(ask, "live_about_the_same", slowly)

    def is_sent(number: int) -> bool:
        with own_app.app_context():
            request = db.session.get_one(SupportRequest, number)
            try:
                ask.submit(request=request, by=db.session.get_one(Person, head))
                db.session.commit()
            except NotReady:
                return False
            return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(is_sent, drafts)) == [False, True]
