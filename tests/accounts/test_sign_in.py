from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from app.accounts import services
from app.accounts.models import Person
from app.accounts.roles import Role
from app.accounts.routes import local_path
from app.core import clock
from app.core.errors import DomainError
from tests.client import LintingClient
from tests.factories.world import World

DbSession = scoped_session[Session]
PASSWORD = "three random words"


@pytest.fixture
def person(session: DbSession) -> Person:
    return services.add_person(email="ann@test.example", name="Ann Hill", password=PASSWORD)


class TestSignIn:
    def test_leads_to_the_page_that_was_asked_for(
        self, client: LintingClient, person: Person
    ) -> None:
        page = client.get("/requests")
        assert page.status_code == 303
        answer = client.submit(page.location, {"email": "ann@test.example", "password": PASSWORD})
        assert answer.location == "/requests"

    def test_does_not_care_how_the_address_is_written(
        self, client: LintingClient, person: Person
    ) -> None:
        answer = client.submit("/sign-in", {"email": " ANN@test.example ", "password": PASSWORD})
        assert answer.status_code == 303

    @pytest.mark.parametrize(
        ("email", "password"),
        [("ann@test.example", "wrong"), ("nobody@test.example", PASSWORD)],
    )
    def test_says_the_same_whether_or_not_there_is_an_account(
        self, client: LintingClient, person: Person, email: str, password: str
    ) -> None:
        answer = client.submit("/sign-in", {"email": email, "password": password})
        assert answer.status_code == 422
        assert "Check your email address and password" in answer.text

    def test_refuses_a_closed_account(self, client: LintingClient, person: Person) -> None:
        person.active = False
        answer = client.submit("/sign-in", {"email": person.email, "password": PASSWORD})
        assert answer.status_code == 422

    def test_a_new_session_stamp_ends_every_session(
        self, client: LintingClient, person: Person
    ) -> None:
        client.submit("/sign-in", {"email": person.email, "password": PASSWORD})
        assert "Ann Hill" in client.get("/").text
        person.session_stamp = "another"
        assert "Ann Hill" not in client.get("/").text


class TestLocalPath:
    @pytest.mark.parametrize(
        "target",
        ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "x", ""],
    )
    def test_never_leaves_the_site(self, app: Flask, target: str) -> None:
        with app.test_request_context():
            assert local_path(target) == "/"

    def test_keeps_a_path_with_its_query(self, app: Flask) -> None:
        with app.test_request_context():
            assert local_path("/prospectus?q=phonics&page=2") == "/prospectus?q=phonics&page=2"


class TestRoles:
    def test_hold_only_between_their_dates(self, world: World) -> None:
        yesterday = clock.today().replace(year=clock.today().year - 1)
        services.assign_role(
            person=world.forum,
            role=Role.HEAD,
            school=world.school.urn,
            starts_on=yesterday,
            ends_on=yesterday,
        )
        assert not world.forum.holds(Role.HEAD)

    def test_need_the_scope_of_their_kind(self, world: World) -> None:
        with pytest.raises(DomainError, match="needs this scope and no other: school"):
            services.assign_role(person=world.forum, role=Role.HEAD, authority="384")

    def test_are_several_for_one_person(self, world: World) -> None:
        assert world.head_leader.holds(Role.HEAD, school=world.leader_school.urn)
        assert world.head_leader.holds(Role.PROVIDER_LEAD, provider=world.leader_provider.id)
        assert not world.head_leader.holds(Role.HEAD, school=world.school.urn)


class TestPasswords:
    @pytest.mark.parametrize("password", ["short", "passwordpassword", "x" * 300])
    def test_that_are_weak_are_refused(self, session: DbSession, password: str) -> None:
        with pytest.raises(DomainError):
            services.add_person(email="bob@test.example", name="Bob", password=password)
