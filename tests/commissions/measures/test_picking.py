"""From a published figure to a starting point that carries its source and year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.commissions.measures.picked import last_day_measured
from app.commissions.services import sign
from app.extensions import db
from app.schools.facts import Gap
from app.schools.figures.facts import of_school
from app.schools.figures.models import Measure
from app.schools.models import SchoolLink
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import agreements, figures
from tests.factories.world import World

NAME = "Pupils reaching the expected standard in reading, writing and maths"


@pytest.mark.parametrize(
    ("month", "day"), [(5, date(2019, 5, 31)), (1, date(2019, 1, 31)), (11, date(2018, 11, 30))]
)
def test_a_figure_is_dated_at_the_end_of_the_month_it_was_measured_in(
    month: int, day: date
) -> None:
    assert last_day_measured(Measure(measured_month=month), 2018) == day


def way_to(client: LintingClient, page: str, words: str) -> str:
    """Return where the link that begins with these words leads."""
    links = client.soup(client.get(page)).select("main a")
    return next(str(a["href"]) for a in links if a.get_text().strip().startswith(words))


class TestPickingAFigure:
    def test_it_fills_the_form_and_travels_into_the_signed_text(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        commission = agreements.agreeing(world)
        figures.published(world)
        url = f"/commissions/{commission.reference}"
        client.signed_in_as(world.head)
        choices = way_to(client, f"{url}/objectives/add", "Use a published figure")
        assert "58%" in client.get(choices).text
        filled_in = way_to(client, choices, f"Use this: {NAME}")

        with case("with source, year, size and what it is read beside"):
            page = client.get(filled_in)
            assert "Wakefield 62%, England 65%" in page.text
            given = {"change_sought": "More pupils secure", "target_value": "70"}
            given |= {"target_on": ["31", "5", "2027"]}
            assert client.submit(filled_in, given, action=f"{url}/objectives/add").location == url
            (objective,) = commission.objectives
            start = objective.starting_point
            assert start is not None
            assert (start.value, start.taken_on, start.cohort_size) == (58, date(2019, 5, 31), 31)
            assert start.source == "Invented figures in place of key stage 2, 2018 to 2019"
            assert start.evidence == "In the same year: Wakefield 62%, England 65%."
            assert sign.content_of(commission, 1)["objectives"][0]["starting_point"]["source"] == (
                start.source
            )
        with case("a measure of the catalogue brings no figure"):
            picked = way_to(client, choices, "Measure this: Sessions missed")
            fields = client.soup(client.get(picked))
            assert fields.select_one("[name=unit]")["value"] == "%"
            assert fields.select_one("[name=direction][checked]")["value"] == "lower"
            assert not fields.select_one("[name=starting_value]").get("value")
        with case("what is not this school’s, and what is no figure, fills nothing"):
            for words in (
                "figure=authority:384/ks2_rwm_expected/2018",
                "figure=school:900001/x/2018",
                "figure=%00",
                "measure=census_pupils",
            ):
                fields = client.soup(client.get(f"{url}/objectives/add?{words}"))
                assert not fields.select_one("[name=measure]").get("value")

    def test_onto_a_saved_objective_only_what_was_picked_is_new(
        self, world: World, client: LintingClient
    ) -> None:
        commission = agreements.complete(world)
        figures.published(world)
        objective = commission.objectives[0]
        sought, target = objective.change_sought, objective.target
        assert target is not None
        url = f"/commissions/{commission.reference}/objectives/{objective.id}"
        client.signed_in_as(world.head)
        choices = way_to(client, url, "Use a published figure")
        filled_in = way_to(client, choices, f"Use this: {NAME}")
        assert filled_in.startswith(url)
        answer = client.submit(filled_in, {"target_value": "90"}, action=url)
        assert answer.status_code == 303
        assert (objective.measure, objective.change_sought) == (NAME, sought)
        assert objective.starting_point is not None
        assert objective.starting_point.value == Decimal(58)

    def test_withheld_figures_are_shown_but_cannot_be_used_and_a_predecessors_says_so(
        self, world: World, client: LintingClient
    ) -> None:
        commission = agreements.agreeing(world)
        own, before = world.school, world.other_school
        link = SchoolLink(urn=own.urn, link_urn=before.urn, kind="Predecessor")
        db.session.add(link)
        figures.publish(of_school(own.urn), Gap.SUPPRESSED)
        key = figures.publish(of_school(before.urn), 47, measure="ks2_maths_expected")
        url = f"/commissions/{commission.reference}/objectives"
        page = client.signed_in_as(world.broker).get(f"{url}/measures").text
        assert "Withheld by the publisher because the number is small" in page
        assert f'Use this<span class="govuk-visually-hidden">: {NAME}' not in page
        picked = client.soup(client.get(f"{url}/add?figure={key}"))
        source = picked.select_one("[name=source]")["value"]
        assert source.endswith(f"of {before.name} (URN {before.urn})")

    def test_only_measures_of_ages_that_the_school_teaches_are_offered(
        self, world: World, client: LintingClient
    ) -> None:
        commission = agreements.agreeing(world)
        figures.published(world)
        world.school.low_age, world.school.high_age = 4, 11
        url = f"/commissions/{commission.reference}/objectives/measures"
        page = client.signed_in_as(world.head).get(url).text
        assert "phonics standard in Year 1" in page
        assert "Attainment 8" not in page


def test_saving_says_how_many_pupils_the_target_means(world: World, client: LintingClient) -> None:
    commission = agreements.agreeing(world)
    filled_in = figures.published(world)
    url = f"/commissions/{commission.reference}"
    given = {"change_sought": "More", "target_value": "60", "target_on": ["31", "5", "2027"]}
    add = f"{url}/objectives/add"
    client.signed_in_as(world.head).submit(f"{add}?figure={filled_in}", given, action=add)
    assert client.get(url).text.count("This change is smaller than one pupil") == 2
