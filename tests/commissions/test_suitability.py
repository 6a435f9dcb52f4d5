"""Checks beside a candidate, without a database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.commissions.models import SupportRequest
from app.commissions.suitability import Days, checks, phases_of
from app.prospectus.facts import DesignationStatus, Phase
from app.prospectus.models import Designation, DesignationType, Provider, ProviderExpertise
from app.schools.models import School

TODAY = date(2026, 11, 23)
LLE = DesignationType(short_name="LLE")


def words(
    *, days: Decimal | None = Decimal(9), people: tuple[Person, ...] = (), **facts: Any
) -> dict[str, str]:
    """Return words → tone of the checks of one provider for a primary school in a trust."""
    school = School(urn=900101, phase_name="Primary", trust_code="T1")
    host = School(urn=900103, trust_code=facts.pop("host_trust", None))
    provider = Provider(
        id=7,
        host_urn=facts.pop("host_urn", 900103),
        host=host,
        phases=facts.pop("phases", ["primary"]),
    )
    provider.designations = facts.pop(
        "designations",
        [Designation(type=LLE, standing=DesignationStatus.ACTIVE, awarded_on=date(2020, 9, 1))],
    )
    provider.expertise = [ProviderExpertise(area_id=facts.pop("listed", 3))]
    asked = SupportRequest(school=school, school_urn=900101, focus_id=3)
    found = checks(
        asked,
        provider,
        days=Days(2026, days, Decimal(0)),
        school_people=people,
        today=TODAY,
    )
    return {check.words: check.tone for check in found}


def test_a_provider_that_fits_has_only_good_findings() -> None:
    assert words() == {
        "LLE in date": "good",
        "9 days left in 2026 to 2027": "good",
        "Lists this focus": "good",
        "Works in primary": "good",
    }


@pytest.mark.parametrize(
    ("facts", "finding", "tone"),
    [
        ({"designations": []}, "No designation: needs a waiver", "warning"),
        (
            {
                "designations": [
                    Designation(
                        type=LLE,
                        standing=DesignationStatus.ACTIVE,
                        awarded_on=date(2020, 9, 1),
                        ends_on=date(2026, 11, 22),
                    )
                ]
            },
            "Designation out of date: needs a waiver",
            "warning",
        ),
        ({"days": None}, "No days given for 2026 to 2027", "warning"),
        ({"days": Decimal(0)}, "No days left in 2026 to 2027", "bad"),
        ({"days": Decimal(1)}, "1 day left in 2026 to 2027", "warning"),
        ({"days": Decimal("2.5")}, "2.5 days left in 2026 to 2027", "warning"),
        ({"days": Decimal("10.0")}, "10 days left in 2026 to 2027", "good"),
        ({"listed": 4}, "Does not list this focus", "warning"),
        ({"phases": ["secondary"]}, "Does not name this phase", "warning"),
        ({"host_trust": "T1"}, "Same trust", "warning"),
        ({"host_urn": 900101}, "The school’s own staff", "bad"),
    ],
)
def test_each_finding(facts: dict[str, Any], finding: str, tone: str) -> None:
    assert words(**facts)[finding] == tone


def test_somebody_who_speaks_for_both_sides_comes_first() -> None:
    head = Person(name="Head")
    for role, scope in (
        (Role.HEAD, {"school_urn": 900101}),
        (Role.PROVIDER_LEAD, {"provider_id": 7}),
    ):
        head.assignments.append(RoleAssignment(role=role, starts_on=date(2020, 9, 1), **scope))

    assert next(iter(words(people=(head,)))) == "Somebody speaks for both sides"


@pytest.mark.parametrize(
    ("facts", "phases"),
    [
        ({"phase_name": "Primary"}, {Phase.PRIMARY, Phase.EARLY_YEARS}),
        (
            {"phase_name": "Not applicable", "type_name": "Community special school"},
            {Phase.SPECIAL},
        ),
        ({"type_name": "Pupil referral unit"}, {Phase.ALTERNATIVE_PROVISION}),
        ({"phase_name": None}, set()),
    ],
)
def test_phases_of_a_school(facts: dict[str, Any], phases: set[Phase]) -> None:
    assert phases_of(School(urn=1, **facts)) == phases
