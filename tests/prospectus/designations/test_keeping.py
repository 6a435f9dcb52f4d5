"""Kinds of designation and criteria are kept on pages, and what was used stays readable."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.prospectus import queries as prospectus
from app.prospectus.designations import queries
from app.prospectus.designations.services.criteria import add_criterion
from app.prospectus.models import Criterion, DesignationType
from tests.client import LintingClient
from tests.factories.world import World

DbSession = scoped_session[Session]
ANSWERS = {
    "name": "Reading champion",
    "short_name": "RC",
    "held_by": "person",
    "awarding_body": "The authority",
    "description": "Helps with reading.",
    "term_years": "3",
}


class TestKinds:
    def test_are_added_with_a_code_that_stays(self, world: World, client: LintingClient) -> None:
        client.signed_in_as(world.administrator)
        client.submit("/designation-types/new", ANSWERS)
        kind = prospectus.designation_types()[-1]
        client.submit(f"/designation-types/{kind.id}", {"name": "Champion of reading"})
        client.submit("/designation-types/new", ANSWERS)

        kinds = [(one.code, one.name, one.term_years) for one in prospectus.designation_types()]
        assert kinds[1:] == [
            ("reading-champion", "Champion of reading", 3),
            ("reading-champion-2", "Reading champion", 3),
        ]

    def test_are_not_overwritten_by_who_saw_an_older_one(
        self, world: World, client: LintingClient
    ) -> None:
        kind = world.provider.designations[0].type
        client.signed_in_as(world.administrator)
        address = f"/designation-types/{kind.id}"
        answer = client.post(address, data={**ANSWERS, "version": str(kind.version - 1)})

        assert answer.status_code == 409
        assert kind.name == "Local Leader of Education"

    def test_are_removed_only_if_nobody_held_them(
        self, world: World, client: LintingClient, session: DbSession
    ) -> None:
        held = world.provider.designations[0].type
        client.signed_in_as(world.administrator)
        client.submit("/designation-types/new", ANSWERS)
        new = prospectus.designation_types()[-1]

        assert "Remove this kind" not in client.get(f"/designation-types/{held.id}").text
        assert client.post(f"/designation-types/{held.id}/remove").status_code == 409
        assert client.submit(f"/designation-types/{new.id}/remove").status_code == 303
        assert session.scalars(select(DesignationType)).all() == [held]

    def test_change_places(self, world: World, client: LintingClient) -> None:
        client.signed_in_as(world.administrator)
        client.submit("/designation-types/new", ANSWERS)
        new = prospectus.designation_types()[-1]
        client.post(f"/designation-types/{new.id}/move", data={"direction": "up"})

        assert prospectus.designation_types()[0] is new
        assert "RC" in client.get("/designation-types").text


class TestCriteria:
    def test_reworded_are_new_ones_in_the_old_place(
        self, world: World, client: LintingClient, session: DbSession
    ) -> None:
        for words in ("First", "Second"):
            add_criterion(type_id=None, words=words, guidance="Look.")
        old = queries.criteria_in_force()[0]
        client.signed_in_as(world.quality)
        client.submit(f"/criteria/{old.id}", {"words": "Better"})

        assert [one.words for one in queries.criteria_in_force()] == ["Better", "Second"]
        assert old.words == "First"
        assert queries.criteria_in_force()[0].replaces_id == old.id
        assert client.get(f"/criteria/{old.id}").status_code == 409

    def test_are_added_for_a_kind_put_in_order_and_retired(
        self, world: World, client: LintingClient, session: DbSession
    ) -> None:
        kind = world.provider.designations[0].type
        client.signed_in_as(world.quality)
        for words in ("First", "Second", "Third"):
            answers = {"belongs_to": str(kind.id), "words": words}
            client.submit("/criteria/new", answers)
        first, second, _third = queries.criteria_in_force(kind.id)
        client.post(f"/criteria/{first.id}/move", data={"direction": "down"})
        client.submit(f"/criteria/{second.id}/retire")

        assert [one.words for one in queries.criteria_in_force(kind.id)] == ["First", "Third"]
        assert queries.criteria_in_force() == []
        assert "Second" in client.get("/criteria").text
        assert session.scalar(select(Criterion.words).where(Criterion.id == second.id)) == "Second"

    def test_are_published_with_what_designations_mean(
        self, world: World, client: LintingClient
    ) -> None:
        add_criterion(type_id=None, words="There is evidence", guidance="Look.")
        page = client.get("/prospectus/criteria").text

        assert "There is evidence" in page
        assert "A head who helps other heads." in page
