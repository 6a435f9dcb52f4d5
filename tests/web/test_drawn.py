"""Parts of pages that are drawn once: kept by what they were drawn from, and escaped."""

from __future__ import annotations

from flask import Flask

from app.web.drawn import drawn_once


class TestDrawnOnce:
    def box(self, app: Flask, *given: object) -> str:
        module = app.jinja_env.get_template("prospectus/_filter_box.html").module
        return drawn_once(module.box, *given)

    def test_other_values_draw_another_part(self, app: Flask) -> None:
        with app.test_request_context():
            ticked = self.box(app, "phase", "p", "primary", "Primary", True)
            plain = self.box(app, "phase", "p", "primary", "Primary", False)
        assert " checked" in ticked
        assert " checked" not in plain

    def test_the_same_values_are_drawn_once(self, app: Flask) -> None:
        with app.test_request_context():
            given = ("phase", "p", "primary", "Primary", False)
            assert self.box(app, *given) is self.box(app, *given)

    def test_what_is_kept_is_escaped(self, app: Flask) -> None:
        with app.test_request_context():
            assert "<b>" not in self.box(app, "phase", "p", '"><b>', "<b>", False)
