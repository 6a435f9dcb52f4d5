from __future__ import annotations

import pytest
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from app.accounts import services
from app.accounts.models import Person
from app.accounts.roles import Role
from app.accounts.routes import local_path
from app.core import clock
from app.core.errors import DomainError
from tests.cases import Case
from tests.client import LintingClient
from tests.factories.world import World

DbSession = scoped_session[Session]
PASSWORD = "three random words"


@pytest.fixture
def person(session: DbSession, monkeypatch: pytest.MonkeyPatch) -> Person:
    # it is of no account here how long a guess would take
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr("app.accounts.passwords._hasher", quick)
    return services.add_person(email="ann@test.example", name="Ann Hill", password=PASSWORD)


class TestSignIn:
    def test_leads_to_the_page_that_was_asked_for(
        self, client: LintingClient, person: Person, case: Case
    ) -> None:
        page = client.get("/requests")
        assert page.status_code == 303
        answer = client.submit(page.location, {"email": "ann@test.example", "password": PASSWORD})
        assert answer.location == "/requests"
        assert "Ann Hill" in client.get("/").text
        with case("a new session stamp ends every session"):
            person.session_stamp = "another"
            assert "Ann Hill" not in client.get("/").text

    def test_does_not_care_how_the_address_is_written(
        self, client: LintingClient, person: Person
    ) -> None:
        answer = client.submit("/sign-in", {"email": " ANN@test.example ", "password": PASSWORD})
        assert answer.status_code == 303

    def test_says_the_same_whether_or_not_there_is_an_account(
        self, client: LintingClient, person: Person, case: Case
    ) -> None:
        for email, password in ((person.email, "wrong"), ("nobody@test.example", PASSWORD)):
            with case(email):
                answer = client.submit("/sign-in", {"email": email, "password": password})
                assert answer.status_code == 422
                assert "Check your email address and password" in answer.text
        with case("a closed account is refused alike"):
            person.active = False
            answer = client.submit("/sign-in", {"email": person.email, "password": PASSWORD})
            assert answer.status_code == 422


class TestLocalPath:
    def test_never_leaves_the_site(self, app: Flask) -> None:
        evil = ("https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example")
        with app.test_request_context():
            for target in (*evil, "x", ""):
                assert local_path(target) == "/", target

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
    def test_that_are_weak_are_refused(self, case: Case) -> None:
        for password in ("short", "passwordpassword", "x" * 300):
            with case(password), pytest.raises(DomainError):
                services.add_person(email="bob@test.example", name="Bob", password=password)
