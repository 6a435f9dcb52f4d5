from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.core import clock

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.at(datetime(2026, 11, 23, 9, tzinfo=UTC)):
        yield


def assignment(
    role: Role,
    *,
    school: int | None = None,
    provider: int | None = None,
    authority: str | None = None,
    pounds: int | None = None,
    starts_on: date = TODAY,
    ends_on: date | None = None,
) -> RoleAssignment:
    return RoleAssignment(
        role=role,
        school_urn=school,
        provider_id=provider,
        authority_code=authority,
        limit_pence=None if pounds is None else pounds * 100,
        starts_on=starts_on,
        ends_on=ends_on,
    )


def person(*assignments: RoleAssignment) -> Person:
    return Person(email="ann@test.example", name="Ann", assignments=list(assignments))


class TestDates:
    @pytest.mark.parametrize(
        ("starts_on", "ends_on", "held"),
        [
            (TODAY, None, True),
            (TODAY, TODAY, True),
            (TODAY - DAY, TODAY + DAY, True),
            (TODAY + DAY, None, False),
            (TODAY - 2 * DAY, TODAY - DAY, False),
        ],
    )
    def test_a_role_is_held_from_its_first_day_to_its_last(
        self, starts_on: date, ends_on: date | None, held: bool
    ) -> None:
        ann = person(assignment(Role.HEAD, school=1, starts_on=starts_on, ends_on=ends_on))
        assert ann.holds(Role.HEAD) is held
        assert ann.holds(Role.HEAD, school=1) is held
        assert ann.schools_as([Role.HEAD]) == ([1] if held else [])

    def test_the_day_is_the_one_in_england(self) -> None:
        ann = person(assignment(Role.HEAD, school=1, starts_on=date(2026, 7, 7)))
        with clock.at(datetime(2026, 7, 6, 23, 30, tzinfo=UTC)):
            assert ann.holds(Role.HEAD)
        with clock.at(datetime(2026, 7, 6, 22, 30, tzinfo=UTC)):
            assert not ann.holds(Role.HEAD)

    def test_a_role_held_again_counts_once_it_begins(self) -> None:
        ann = person(
            assignment(Role.HEAD, school=1, starts_on=TODAY - 9 * DAY, ends_on=TODAY - DAY),
            assignment(Role.HEAD, school=1),
        )
        assert ann.schools_as([Role.HEAD]) == [1]


class TestScopes:
    @pytest.fixture
    def ann(self) -> Person:
        return person(
            assignment(Role.HEAD, school=1),
            assignment(Role.GOVERNOR, school=2),
            assignment(Role.PROVIDER_LEAD, provider=7),
            assignment(Role.BROKER, authority="384"),
        )

    def test_a_role_holds_only_where_it_was_given(self, ann: Person) -> None:
        assert ann.holds(Role.HEAD, school=1)
        assert not ann.holds(Role.HEAD, school=2)
        assert ann.holds(Role.BROKER, authority="384")
        assert not ann.holds(Role.BROKER, authority="383")
        assert ann.holds(Role.PROVIDER_LEAD, provider=7)
        assert not ann.holds(Role.PROVIDER_LEAD, provider=8)

    def test_the_scope_of_one_role_is_not_lent_to_another(self, ann: Person) -> None:
        assert not ann.holds(Role.HEAD, authority="384")
        assert not ann.holds(Role.GOVERNOR, school=1)
        assert not ann.holds(Role.HEAD, school=1, authority="384")

    def test_any_of_several_roles_is_enough(self, ann: Person) -> None:
        assert ann.holds(Role.CHAIR, Role.GOVERNOR, school=2)
        assert not ann.holds(Role.CHAIR, Role.CLERK)
        assert not ann.holds()

    def test_lists_keep_to_their_kind(self, ann: Person) -> None:
        assert ann.schools_as([Role.HEAD]) == [1]
        assert ann.schools_as([Role.HEAD, Role.GOVERNOR]) == [1, 2]
        assert ann.schools_as([Role.BROKER]) == []
        assert ann.providers_led() == [7]
        assert ann.authorities_as(Role.BROKER) == ["384"]
        assert ann.authorities_as(Role.APPROVER, Role.HEAD) == []

    def test_nobody_without_a_role_holds_anything(self) -> None:
        nobody = person()
        assert not nobody.holds(*Role)
        assert nobody.schools_as(Role) == nobody.providers_led() == []


class TestApprovalLimit:
    def test_is_in_pence_and_only_in_its_own_authority(self) -> None:
        ann = person(assignment(Role.APPROVER, authority="384", pounds=25_000))
        assert ann.approval_limit("384") == 2_500_000
        assert ann.approval_limit("383") == 0

    def test_is_the_larger_of_two(self) -> None:
        ann = person(
            assignment(Role.APPROVER, authority="384", pounds=25_000),
            assignment(Role.BROKER, authority="384", pounds=1000),
        )
        assert ann.approval_limit("384") == 2_500_000

    def test_is_nothing_for_an_officer_without_one(self) -> None:
        assert person(assignment(Role.APPROVER, authority="384")).approval_limit("384") == 0
        assert person().approval_limit("384") == 0

    def test_ends_with_the_role(self) -> None:
        past = assignment(
            Role.APPROVER,
            authority="384",
            pounds=25_000,
            starts_on=TODAY - 9 * DAY,
            ends_on=TODAY - DAY,
        )
        assert person(past).approval_limit("384") == 0

    @pytest.mark.parametrize("role", [Role.QUALITY_LEAD, Role.ADMINISTRATOR, Role.FORUM_MEMBER])
    def test_gives_other_officers_no_right_to_approve(self, role: Role) -> None:
        ann = person(assignment(role, authority="384", pounds=25_000))
        assert ann.approval_limit("384") == 0
