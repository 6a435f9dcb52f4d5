from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.audit import AuditEvent
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.governance.audits import telling
from app.governance.audits.facts import AuditStatus, Rule
from app.governance.audits.links import path_of
from app.governance.audits.models import Invitation, SkillsAudit
from app.governance.audits.services import answering, running
from app.governance.audits.services.unattended import look_after_audits
from app.governance.audits.words import services as words
from app.notifications.models import Message
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import audits as make
from tests.factories.world import World
from tests.web_forms import as_boxes


def page_of(audit: SkillsAudit, ending: str = "") -> str:
    return f"/governance/audits/{audit.reference}{ending}"


def of(audit: SkillsAudit, name: str) -> Invitation:
    return next(one for one in audit.invitations if one.name == name)


class TestPreparing:
    def test_asks_the_governors_and_no_clerk_and_keeps_the_words_of_the_day(
        self, world: World, case: Case
    ) -> None:
        audit = make.prepared(world)

        assert {one.name for one in audit.invitations} == {"Chair", "Gail Guest", "Governor"}
        with case("a statement that is reworded afterwards stays as it was"):
            first = audit.items[0].wording
            words.reword(first, words="New", guidance="", needed=2, same_meaning=False)
            assert audit.items[0].wording.words == first.words != "New"
        with case("somebody who left is not asked when it opens"):
            world.governor.assignments[0].ends_on = clock.today() - timedelta(days=1)
            with pytest.raises(NotReady, match="at least three"):
                running.open_audit(audit=audit, by=world.chair)
        with case("a governor does not open it"), pytest.raises(NotAllowed):
            running.open_audit(audit=audit, by=world.governor)
        with case("the chair sees answers only if the board said when it agreed"):
            facts = {"name": "A", "closes_on": audit.closes_on, "head_asked": False}
            with pytest.raises(NotReady, match="board agreed"):
                running.change(
                    audit=audit, by=world.chair, rule=Rule.CHAIR, agreed_on=None, **facts
                )

    def test_the_rule_cannot_be_changed_once_it_is_open(self, world: World) -> None:
        audit = make.opened(world)
        facts = {"name": "A", "closes_on": audit.closes_on, "head_asked": False}

        with pytest.raises(NotAllowed):
            running.change(
                audit=audit, by=world.chair, rule=Rule.CHAIR, agreed_on=clock.today(), **facts
            )

    def test_on_pages(self, world: World, client: LintingClient, case: Case) -> None:
        make.kept(world)
        day = clock.today() + timedelta(days=10)
        given = {"name": "Autumn", "closes_on": as_boxes(day), "rule": "totals"}
        client.signed_in_as(world.clerk)

        with case("a day that is over is refused"):
            wrong = {**given, "closes_on": as_boxes(clock.today())}
            answer = client.submit("/governance/audits/new", wrong)
            assert answer.status_code == 422
            assert "after today" in answer.text
        client.submit("/governance/audits/new", given)
        audit = db.session.scalars(select(SkillsAudit)).one()
        assert "at least three people" in client.get(page_of(audit)).text
        client.submit(page_of(audit, "/people"), {"name": "G", "email": "G@letters.example"})
        client.submit(page_of(audit, "/needs"), {f"needed_{audit.items[0].id}": "5"})
        assert "Nobody but you sees your answers" in client.get(page_of(audit, "/open")).text
        client.submit(page_of(audit, "/open"))

        assert audit.status is AuditStatus.OPEN
        assert audit.items[0].needed == 5
        with case("of two who change it at once the second is told"):
            stale = {"version": str(audit.version - 1), "once": "x"}
            numbers = {f"needed_{item.id}": "3" for item in audit.items}
            answer = client.post(page_of(audit, "/needs"), data=stale | numbers)
            assert answer.status_code == 409
        with case("a guest is removed before they answer"):
            guest = of(audit, "G")
            link = path_of(guest)
            client.submit(page_of(audit, f"/people/{guest.id}/remove"))
            assert client.get(link).status_code == 404
        with case("the list has a file"):
            text = client.get("/governance/audits?format=csv").text.removeprefix("\ufeff")
            assert list(csv.reader(io.StringIO(text)))[1][:2] == [audit.reference, "Autumn"]


class TestAnswering:
    def test_by_account_strand_by_strand(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        audit = make.opened(world)
        chairing, finance = answering.strands_of(audit.invitations[0])
        mine = of(audit, "Governor")
        address = page_of(audit, f"/answer/{chairing.code}")
        own = answering.items_of(mine, chairing)
        levels = {f"level_{item.id}": "2" for item in own}
        client.signed_in_as(world.governor)

        assert "Nobody but you sees your answers" in client.get(page_of(audit, "/answer")).text
        with case("what does not apply needs its words"):
            answer = client.submit(address, {**levels, f"level_{own[0].id}": "0"})
            assert answer.status_code == 422
            assert "Say why" in answer.text
        with case("some may be left for later, and nothing is sent before all are there"):
            client.submit(address, {f"level_{own[0].id}": "2"})
            assert "1 of 4 answered" in client.get(page_of(audit, "/answer")).text
            with pytest.raises(NotReady):
                answering.send(mine)
        with case("what nobody offered is no answer"):
            client.post(address, data={f"level_{own[0].id}": "9", "once": "x", "version": "0"})
            assert answering.levels_of(mine) == {}
        client.submit(address, levels)
        with case("a second window does not overwrite the first"):
            answer = client.post(address, data={**levels, "once": "y", "version": "0"})
            assert answer.status_code == 409
        rest = {f"level_{item.id}": "4" for item in answering.items_of(mine, finance)}
        client.submit(page_of(audit, f"/answer/{finance.code}"), rest)
        client.submit(page_of(audit, "/answer"))

        assert mine.sent_at is not None
        assert "You can change them until" in client.get(page_of(audit, "/answer")).text
        with case("and read alone when it is closed"):
            for one in audit.invitations:
                make.answer(one)
            running.close(audit=audit, by=world.chair)
            assert "cannot be changed" in client.get(page_of(audit, "/answer")).text
            assert client.get(address).status_code == 403

    def test_by_link_of_one_person_until_the_audit_closes(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        audit = make.opened(world)
        guest = of(audit, "Gail Guest")
        link = path_of(guest)
        (letter,) = db.session.scalars(select(Message).where(Message.address == make.GUEST))

        assert letter.path == link
        assert world.school.name not in letter.subject + letter.body
        for strand in answering.strands_of(guest):
            chosen = {f"level_{item.id}": "3" for item in answering.items_of(guest, strand)}
            client.submit(f"{link}/{strand.code}", chosen)
        client.submit(link)
        assert guest.sent_at is not None
        with case("whoever has it is told that it shows the answers"):
            assert "Whoever has the link sees your answers" in client.get(link).text
        with case("it opens nobody else's"):
            assert client.get(f"{link[:-3]}abc").status_code == 404
            assert client.get(page_of(audit, "/answer")).status_code == 303
        with case("it ends with the audit"):
            running.close(audit=audit, by=world.chair)
            over = client.get(link)
            assert "no longer opens" in over.text
            assert world.school.name not in over.text
            with pytest.raises(NotOpen):
                make.answer(guest)

    def test_answers_are_in_no_trail_in_clear(self, world: World) -> None:
        audit = make.answered(world)
        running.close(audit=audit, by=world.chair)
        sheets = select(AuditEvent).where(AuditEvent.subject.like("audits_sheet:%"))

        kept = [event.changes.get("answers") for event in db.session.scalars(sheets)]
        assert kept
        assert all(pair is None or str(pair[1]).startswith("not kept") for pair in kept)
        # alike answers do not look alike, so that nobody tries them out
        assert len({pair[1] for pair in kept if pair}) == len([pair for pair in kept if pair])


class TestReminding:
    def test_once_and_only_those_who_have_not_answered(self, world: World) -> None:
        audit = make.opened(world)
        make.answer(of(audit, "Governor"))

        def reminded() -> list[str]:
            said = select(Message).where(Message.subject.contains("closes after"))
            return sorted(message.reader[0] for message in db.session.scalars(said))

        telling.remind_of_audits()
        assert reminded() == []
        with clock.at(clock.now() + timedelta(days=10)):
            telling.remind_of_audits()
            telling.remind_of_audits()
        assert reminded() == ["Chair", "Gail Guest"]

    def test_it_closes_by_itself_after_its_last_day(self, world: World) -> None:
        audit = make.answered(world)
        with clock.at(clock.now() + timedelta(days=14)):
            look_after_audits()
        assert audit.status is AuditStatus.OPEN
        with clock.at(clock.now() + timedelta(days=15)):
            look_after_audits()
        assert audit.status is AuditStatus.CLOSED

    def test_it_asks_who_joins_the_board_while_it_is_open(self, world: World) -> None:
        audit = make.opened(world)
        (joined,) = make.more_governors(world, 1)
        look_after_audits()
        look_after_audits()

        assert [one.person for one in audit.invitations].count(joined) == 1
        told = select(Message).where(Message.person_id == joined.id)
        assert len(db.session.scalars(told).all()) == 1
