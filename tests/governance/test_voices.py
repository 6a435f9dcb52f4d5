"""Who speaks, reads and decides about a board's request: pure rules, without a database."""

from __future__ import annotations

from datetime import date

import pytest

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.commissions import voices
from app.commissions.facts import RequestKind
from app.commissions.models import BoardNeed, Commission, SupportRequest
from app.commissions.permissions import can_see_request, is_officer_for, is_on_both_sides
from app.commissions.statuses import RequestStatus
from app.core import clock

SCHOOL, ELSEWHERE = 900101, 900102
ASKER = 1


def somebody(*roles: Role, number: int = 2, **scope: object) -> Person:
    where = scope or {"school_urn": SCHOOL}
    held = [RoleAssignment(role=role, starts_on=date(2020, 1, 1), **where) for role in roles]
    return Person(id=number, assignments=held)


def asked(*told: str, in_confidence: bool = True, sent: bool = True) -> SupportRequest:
    knows = {f"{who}_may_know": who in told for who in ("head", "chair", "clerk", "governors")}
    return SupportRequest(
        kind=RequestKind.BOARD,
        status=RequestStatus.SUBMITTED if sent else RequestStatus.DRAFT,
        submitted_at=clock.now() if sent else None,
        school_urn=SCHOOL,
        authority_code="384",
        requester_id=ASKER,
        board_need=BoardNeed(in_confidence=in_confidence, **knows),
    )


class TestReads:
    @pytest.mark.parametrize("role", [Role.HEAD, Role.DELEGATE, Role.CHAIR, Role.CLERK])
    def test_in_confidence_nobody_but_the_asker(self, role: Role) -> None:
        assert voices.reads(somebody(Role.GOVERNOR, number=ASKER), asked())
        assert not voices.reads(somebody(role), asked())

    def test_whoever_is_named_and_nobody_else(self) -> None:
        request = asked("clerk")

        assert voices.reads(somebody(Role.CLERK), request)
        assert not voices.reads(somebody(Role.CHAIR), request)
        assert not voices.reads(somebody(Role.CLERK, school_urn=ELSEWHERE), request)

    def test_a_second_role_does_not_lead_around_the_first(self) -> None:
        head_and_governor = somebody(Role.HEAD, Role.GOVERNOR)

        assert not voices.reads(head_and_governor, asked("governors"))
        assert voices.reads(head_and_governor, asked("governors", "head"))

    def test_a_draft_is_the_askers_alone(self) -> None:
        request = asked("chair", "clerk", in_confidence=False, sent=False)

        assert not voices.reads(somebody(Role.CHAIR), request)
        assert not can_see_request(somebody(Role.GOVERNOR_SERVICES, authority_code="384"), request)


class TestSpeaks:
    def test_in_confidence_the_asker_alone_even_if_others_read(self) -> None:
        request = asked("chair", "clerk")

        assert voices.speaks(somebody(Role.GOVERNOR, number=ASKER), request)
        assert not voices.speaks(somebody(Role.CHAIR), request)

    def test_for_the_board_chair_and_clerk_who_may_know(self) -> None:
        request = asked("chair", "head", in_confidence=False)

        assert voices.speaks(somebody(Role.CHAIR), request)
        assert not voices.speaks(somebody(Role.CLERK), request)
        assert not voices.speaks(somebody(Role.HEAD), request), "a head never speaks for a board"

    def test_who_left_the_board_reads_on_and_speaks_no_more(self) -> None:
        gone = Person(id=ASKER, assignments=[])

        assert voices.reads(gone, asked())
        assert not voices.speaks(gone, asked())


class TestSigns:
    def test_the_chair_where_the_chair_speaks(self) -> None:
        request = asked("chair", in_confidence=False)

        assert voices.signs(somebody(Role.CHAIR), request)
        assert not voices.signs(somebody(Role.GOVERNOR, number=ASKER), request)

    def test_else_whoever_asked(self) -> None:
        assert voices.signs(somebody(Role.GOVERNOR, number=ASKER), asked("chair"))
        assert not voices.signs(somebody(Role.CHAIR), asked("chair"))


class TestOfficers:
    def test_governor_services_and_no_brokers(self) -> None:
        assert is_officer_for(somebody(Role.GOVERNOR_SERVICES, authority_code="384"), asked())
        assert not is_officer_for(somebody(Role.BROKER, authority_code="384"), asked())
        assert not is_officer_for(
            somebody(Role.GOVERNOR_SERVICES, authority_code="384"),
            SupportRequest(kind=RequestKind.SCHOOL, school_urn=SCHOOL, authority_code="384"),
        )

    def test_no_officer_who_governs_the_school_and_is_not_told(self) -> None:
        officer = somebody(Role.GOVERNOR)
        officer.assignments += somebody(Role.GOVERNOR_SERVICES, authority_code="384").assignments

        assert not can_see_request(officer, asked())
        assert not is_officer_for(officer, asked())

    def test_a_helper_of_the_same_school_would_stand_on_both_sides(self) -> None:
        request = asked()
        work = Commission(kind=RequestKind.BOARD, request=request, school_urn=SCHOOL, provider_id=7)
        helper = somebody(Role.CHAIR)
        helper.assignments += somebody(Role.PROVIDER_LEAD, provider_id=7).assignments

        assert is_on_both_sides(helper, work)
