from __future__ import annotations

from collections.abc import Callable

import pytest
from argon2 import PasswordHasher
from click.testing import Result
from flask.testing import FlaskCliRunner
from sqlalchemy.orm import Session, scoped_session

from app.accounts import queries, services
from app.accounts.models import Person
from app.accounts.roles import Role
from app.core import clock
from tests.cases import Case
from tests.factories.world import World

PASSWORD = "three random words"
EMAIL = "ann@test.example"
Invite = Callable[..., Result]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the terminal was asked for; it answers with a good password."""
    prompts: list[str] = []

    def answer(prompt: str) -> str:
        prompts.append(prompt)
        return PASSWORD

    monkeypatch.setattr("app.accounts.cli.getpass.getpass", answer)
    return prompts


@pytest.fixture
def invite(
    runner: FlaskCliRunner,
    world: World,
    session: scoped_session[Session],
    asked: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Invite:
    # it is of no account here how long a guess would take
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr("app.accounts.passwords._hasher", quick)

    def run(*words: str) -> Result:
        session.commit()
        return runner.invoke(args=["accounts", "invite", *words])

    return run


def ann() -> Person:
    person = queries.person_by_email(EMAIL)
    assert person is not None
    return person


class TestTheFirstPerson:
    def test_is_asked_for_a_password_and_can_sign_in(
        self, invite: Invite, asked: list[str]
    ) -> None:
        result = invite(EMAIL, "--role", "administrator", "--authority", "384", "--name", "Ann")

        assert (result.exit_code, result.output) == (
            0,
            f"{EMAIL} now has the role administrator.\n",
        )
        assert asked == [f"First password for {EMAIL}: "]
        assert ann().name == "Ann"
        assert ann().holds(Role.ADMINISTRATOR, authority="384")
        assert services.authenticate(email=EMAIL, password=PASSWORD) == ann()

    def test_without_a_name_is_called_by_the_address(self, invite: Invite) -> None:
        invite(EMAIL, "--role", "administrator", "--authority", "384")
        assert ann().name == EMAIL

    def test_holds_the_role_from_today_with_the_limit_in_pounds(self, invite: Invite) -> None:
        invite(EMAIL, "--role", "approver", "--authority", "384", "--limit", "25000")

        (assignment,) = ann().assignments
        assert (assignment.starts_on, assignment.ends_on) == (clock.today(), None)
        assert ann().approval_limit("384") == 2_500_000

    def test_with_a_weak_password_is_not_added(
        self, invite: Invite, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("app.accounts.cli.getpass.getpass", lambda _prompt: "short")
        result = invite(EMAIL, "--role", "administrator", "--authority", "384")

        assert_one_clear_line(result)
        assert queries.person_by_email(EMAIL) is None


class TestASecondRole:
    def test_is_added_to_the_first_without_a_password(
        self, invite: Invite, asked: list[str], world: World
    ) -> None:
        invite(EMAIL, "--role", "head", "--school", str(world.school.urn))
        asked.clear()

        result = invite(
            EMAIL.upper(), "--role", "provider_lead", "--provider", str(world.provider.id)
        )

        assert (result.exit_code, asked) == (0, [])
        assert ann().holds(Role.HEAD, school=world.school.urn)
        assert ann().holds(Role.PROVIDER_LEAD, provider=world.provider.id)
        assert services.authenticate(email=EMAIL, password=PASSWORD) == ann()


WRONG: tuple[tuple[list[str], str], ...] = (
    (["head", "--authority", "384"], "Headteacher needs this scope and no other: school"),
    (["head"], "Headteacher needs this scope and no other: school"),
    (
        ["broker", "--school", "900101"],
        "Brokerage officer needs this scope and no other: authority",
    ),
    (
        ["provider_lead", "--school", "900101"],
        "Provider lead needs this scope and no other: provider",
    ),
    (["head", "--school", "900101", "--authority", "384"], "and no other"),
)


class TestAWrongScope:
    def test_is_one_clear_line_and_nobody_is_added(self, invite: Invite, case: Case) -> None:
        for words, needed in WRONG:
            with case(" ".join(words)):
                result = invite(EMAIL, "--role", *words)

                assert_one_clear_line(result)
                assert needed in result.output
                assert queries.person_by_email(EMAIL) is None

    def test_that_does_not_exist_is_refused_alike(self, invite: Invite, case: Case) -> None:
        for words in (
            ["head", "--school", "999999"],
            ["provider_lead", "--provider", "999999"],
            ["broker", "--authority", "999"],
        ):
            with case(" ".join(words)):
                assert_one_clear_line(invite(EMAIL, "--role", *words))
                assert queries.person_by_email(EMAIL) is None

    def test_leaves_somebody_who_is_there_as_they_were(self, invite: Invite, world: World) -> None:
        assert_one_clear_line(invite(world.head.email, "--role", "broker"))
        assert [a.role for a in world.head.assignments] == [Role.HEAD]

    def test_a_role_that_does_not_exist_names_those_that_do(self, invite: Invite) -> None:
        result = invite(EMAIL, "--role", "king")
        assert result.exit_code == 2
        assert "quality_lead" in result.output


def assert_one_clear_line(result: Result) -> None:
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert result.output.startswith("Error: ")
    assert result.output.count("\n") == 1
