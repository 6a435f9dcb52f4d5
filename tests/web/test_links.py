"""A signed link opens what it was made for, for a time."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask

from app.web.links import SignedLinks

LINKS = SignedLinks("give a reference", last=timedelta(days=10))


class TestSignedLinks:
    def test_gives_back_what_was_signed(self, app: Flask) -> None:
        with app.app_context():
            assert LINKS.read(LINKS.token(7, "once")) == [7, "once"]

    def test_opens_nothing_when_forged_or_meant_for_something_else(self, app: Flask) -> None:
        with app.app_context():
            token = SignedLinks("something else", last=timedelta(days=10)).token(7)

            assert LINKS.read(token) is None
            assert LINKS.read(LINKS.token(7)[:-1]) is None
            assert LINKS.read("nonsense") is None

    def test_runs_out(self, app: Flask) -> None:
        with app.app_context():
            token = LINKS.token(7)

            assert SignedLinks("give a reference", last=timedelta(seconds=-1)).read(token) is None
