"""Parts of pages that are drawn once: kept by what they were drawn from, and escaped."""

from __future__ import annotations

from flask import Flask
from markupsafe import Markup

from app.prospectus.facets import Option, OptionGroup
from app.web.drawn import GAP, drawn_around, drawn_each, drawn_once

PRIMARY = Option("phase-primary", "primary", "Primary", chosen=False)
TICKED = PRIMARY._replace(chosen=True)


class TestDrawnOnce:
    def offered(self, app: Flask, *words: str) -> str:
        module = app.jinja_env.get_template("prospectus/_facet.html").module
        return drawn_once(module.offered, words)

    def test_other_values_draw_another_part(self, app: Flask) -> None:
        assert "Phonics" in self.offered(app, "Phonics")
        assert "Phonics" not in self.offered(app, "Maths")

    def test_the_same_values_are_drawn_once(self, app: Flask) -> None:
        assert self.offered(app, "Phonics") is self.offered(app, "Phonics")

    def test_what_is_kept_is_escaped(self, app: Flask) -> None:
        assert "<b>" not in self.offered(app, '"><b>')


class TestDrawnAround:
    def counts(self, app: Flask, numbers: tuple[int, ...], *options: Option) -> str:
        module = app.jinja_env.get_template("prospectus/_facet.html").module
        return drawn_around(module.facet_boxes, numbers, "phase", "P", (OptionGroup("", options),))

    def test_each_number_stands_in_its_gap(self, app: Flask) -> None:
        drawn = self.counts(app, (3, 14), PRIMARY, PRIMARY._replace(id="phase-post"))
        assert 'id="count-phase-primary">3<' in drawn
        assert 'id="count-phase-post">14<' in drawn

    def test_other_choices_draw_another_part(self, app: Flask) -> None:
        assert " checked" not in self.counts(app, (3,), PRIMARY)
        assert " checked" in self.counts(app, (3,), TICKED)

    def test_words_that_look_like_a_gap_are_only_words(self, app: Flask) -> None:
        drawn = self.counts(app, (3,), PRIMARY._replace(label=f"100 %d {GAP!s}<b>"))
        assert "100 %d &lt;gap&gt;&lt;b&gt; <span" in drawn
        assert ">3<" in drawn


class TestDrawnEach:
    MACRO = (
        "{% macro one(gap, id, has_why) %}"
        "<p id={{ id }}>{{ gap.back }} {{ gap.name }}{% if has_why %}: {{ gap.why }}{% endif %}</p>"
        "{% endmacro %}"
    )

    def test_each_text_stands_in_the_gap_of_its_name(self, app: Flask) -> None:
        macro = app.jinja_env.from_string(self.MACRO).module.one
        parts: list[tuple[tuple[int | bool, ...], dict[str, str]]] = [
            ((7, True), {"name": "Ada", "why": "maths"}),
            ((8, False), {"name": Markup("<mark>Bea</mark>")}),
        ]

        for _once_drawn_and_once_kept in range(2):
            assert drawn_each(macro, {"back": "<"}, iter(parts)) == (
                "<p id=7>&lt; Ada: maths</p><p id=8>&lt; <mark>Bea</mark></p>"
            )

    def test_words_that_look_like_a_gap_are_only_words(self, app: Flask) -> None:
        macro = app.jinja_env.from_string(self.MACRO).module.one
        texts = {"name": "<gap why>", "why": "%(name)s <gap back>"}

        drawn = drawn_each(macro, {"back": "<gap name>"}, [(("<gap name>", True), texts)])

        assert drawn == (
            "<p id=&lt;gap name&gt;>&lt;gap name&gt; &lt;gap why&gt;: %(name)s &lt;gap back&gt;</p>"
        )
