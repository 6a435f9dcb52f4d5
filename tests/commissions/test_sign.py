from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.accounts.models import RoleAssignment
from app.accounts.roles import Role
from app.commissions.facts import Answer, Party
from app.commissions.services import agree, respond, sign
from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from tests.cases import Case
from tests.factories import agreements
from tests.factories.agreements import answers, no_interest, sign_as, standing
from tests.factories.world import LONG_AGO, World

C = CommissionStatus


class TestSend:
    @pytest.mark.parametrize("who", ["provider_lead", "broker"])
    def test_it_freezes_all_that_was_written(self, world: World, who: str) -> None:
        commission = agreements.complete(world)

        version = sign.send_for_signature(commission=commission, by=getattr(world, who))

        content = version.content
        assert (version.number, commission.status) == (1, C.SIGNING)
        assert content["school"] == {
            "name": "Larkmoor Primary School",
            "urn": 900101,
            "people": ["Head"],
        }
        assert content["provider"] == {"name": "Ada Marsh", "people": ["Provider lead"]}
        assert content["host"]["people"] == ["Host head"]
        assert content["objectives"][0]["starting_point"]["value"] == "58"
        assert content["money"]["total_pence"] == 90_000
        titles = [clause["title"] for clause in content["clauses"]]
        assert "Not evidence for anyone’s appraisal" in titles
        assert "Confidentiality" in titles
        assert sign.is_intact(version)

    def test_not_before_everything_is_there(self, world: World) -> None:
        commission = agreements.agreeing(world)

        with pytest.raises(NotReady, match="at least one objective"):
            sign.send_for_signature(commission=commission, by=world.provider_lead)

    def test_not_without_a_target(self, world: World) -> None:
        commission = agreements.complete(world)
        agree.change_objective(
            objective=commission.objectives[0],
            by=world.head,
            answers=replace(answers(), target_value=None, target_on=None),
        )

        with pytest.raises(NotReady, match="target with a date"):
            sign.send_for_signature(commission=commission, by=world.provider_lead)

    @pytest.mark.parametrize("who", ["head", "host_head", "approver"])
    def test_only_the_provider_or_the_broker(self, world: World, who: str) -> None:
        commission = agreements.complete(world)

        with pytest.raises(NotAllowed):
            sign.send_for_signature(commission=commission, by=getattr(world, who))

    def test_not_twice(self, world: World) -> None:
        commission = agreements.signing(world)

        with pytest.raises(NotOpen):
            sign.send_for_signature(commission=commission, by=world.provider_lead)


class TestSign:
    def test_each_party_signs_the_same_version(self, world: World) -> None:
        commission = agreements.signed(world)

        signatures = standing(commission).signatures
        assert [(s.party, s.person.name) for s in signatures] == [
            (Party.SCHOOL, "Head"),
            (Party.PROVIDER, "Provider lead"),
            (Party.HOST, "Host head"),
        ]
        assert commission.unsigned_parties == []
        assert commission.status is C.SIGNING

    def test_nobody_else_signs(self, world: World, case: Case) -> None:
        commission = agreements.signing(world)

        for who in ("deputy", "chair", "broker", "approver", "other_head"):
            with case(who), pytest.raises(NotAllowed):
                sign_as(getattr(world, who), commission)

    def test_one_signature_a_party(self, world: World) -> None:
        commission = agreements.signing(world)
        sign_as(world.head, commission)

        with pytest.raises(NotOpen, match="already been answered"):
            sign_as(world.head, commission)
        assert len(standing(commission).signatures) == 1

    def test_an_old_version_cannot_be_signed(self, world: World) -> None:
        commission = agreements.signing(world)
        old = standing(commission)
        agreements.reject_as(world.head, commission)
        sign.send_for_signature(commission=commission, by=world.provider_lead)

        with pytest.raises(NotOpen, match="newer version"):
            sign.sign(commission=commission, by=world.head, version_number=1, digest=old.digest)
        with pytest.raises(NotOpen, match="newer version"):
            sign.sign(commission=commission, by=world.head, version_number=2, digest=old.digest)
        assert standing(commission).signatures == []

    def test_a_head_who_is_the_leader_does_not_lend_themselves(self, world: World) -> None:
        """The head of the home school leads the provider, so its chair signs for the school."""
        commission = agreements.offered(world, provider=world.leader_provider)
        no_interest(world.head_leader, commission)
        respond.release(commission=commission, by=world.leader_chair)
        respond.accept(commission=commission, by=world.head_leader)
        agree.add_objective(commission=commission, by=world.head, answers=answers())
        agree.set_terms(commission=commission, by=world.head, terms=agreements.terms())
        sign.send_for_signature(commission=commission, by=world.head_leader)

        sign_as(world.head_leader, commission)
        with pytest.raises(NotOpen):
            sign_as(world.head_leader, commission)
        assert Party.HOST in commission.unsigned_parties
        sign_as(world.leader_chair, commission)

        assert commission.unsigned_parties == [Party.SCHOOL]

    def test_nobody_signs_for_two_after_changing_sides(self, world: World) -> None:
        commission = agreements.signing(world)
        sign_as(world.host_head, commission)
        host_role = world.host_head.assignments[0]
        host_role.ends_on = clock.today() - timedelta(days=1)
        world.host_head.assignments.append(
            RoleAssignment(
                role=Role.PROVIDER_LEAD, starts_on=LONG_AGO, provider_id=world.provider.id
            )
        )

        with pytest.raises(NotAllowed, match="Nobody signs for two"):
            sign_as(world.host_head, commission)


class TestReject:
    def test_the_version_is_void_with_its_signatures(self, world: World) -> None:
        commission = agreements.rejected(world)

        version = commission.versions[0]
        assert commission.status is C.AGREEING
        assert commission.current_version is None
        assert version.voided_at is not None
        assert version.void_reason == "Aim lower"
        assert [s.answer for s in version.signatures] == [Answer.SIGNED, Answer.REJECTED]
        assert len(commission.unsigned_parties) == 3

    def test_the_next_version_starts_without_signatures(self, world: World) -> None:
        commission = agreements.rejected(world)

        version = sign.send_for_signature(commission=commission, by=world.provider_lead)

        assert (version.number, version.signatures) == (2, [])

    def test_a_reason_is_needed(self, world: World) -> None:
        commission = agreements.signing(world)

        with pytest.raises(NotReady):
            agreements.reject_as(world.head, commission, reason=" ")

    def test_not_after_signing(self, world: World) -> None:
        commission = agreements.signing(world)
        sign_as(world.head, commission)

        with pytest.raises(NotOpen):
            agreements.reject_as(world.head, commission)


def test_another_text_has_another_digest(world: World) -> None:
    version = standing(agreements.signing(world))
    other = {**version.content, "days": "5"}

    assert sign.digest_of(other) != version.digest
    assert sign.digest_of(dict(reversed(version.content.items()))) == version.digest
