from __future__ import annotations

import re
from datetime import timedelta

from app.core import clock
from app.governance.audits import result_page
from app.governance.audits.models import Invitation, SkillsAudit
from app.governance.audits.services import running
from app.governance.audits.words import services as words
from app.governance.audits.words.facts import Kind
from app.governance.audits.words.queries import scale_in_force, wordings_in_force
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import audits as make
from tests.factories.world import World


def page_of(audit: SkillsAudit, ending: str = "") -> str:
    return f"/governance/audits/{audit.reference}{ending}"


def of(audit: SkillsAudit, name: str) -> Invitation:
    return next(one for one in audit.invitations if one.name == name)


class TestResult:
    def test_is_for_the_board_when_closed_and_numbers_only(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        audit = make.answered(world)
        with case("not before"):
            assert (
                client.signed_in_as(world.chair).get(page_of(audit, "/result")).status_code == 403
            )
        running.close(audit=audit, by=world.chair)
        client.signed_in_as(world.governor)

        text = client.get(page_of(audit, "/result")).text
        assert "3 of 3 people answered" in text
        assert "2 of 3" in text
        assert "Gail Guest" not in text
        with case("gaps name what lacks and what to do"):
            gaps = client.get(page_of(audit, "/gaps")).text
            assert "1 more needed" in gaps
            assert "Find training" in gaps
            assert "I can read our budget" in re.findall(r"We look for[^<]*", gaps)[0]
        with case("the head comes in when the chair lets them"):
            head = client.signed_in_as(world.head)
            assert head.get(page_of(audit)).status_code == 404
            client.signed_in_as(world.chair)
            client.submit(page_of(audit, "/share"), {"shared_with_head": "y"})
            assert client.signed_in_as(world.head).get(page_of(audit, "/gaps")).status_code == 200
        with case("governor services read strands alone, if the board shares them"):
            client.signed_in_as(world.governor_services)
            assert client.get(page_of(audit, "/result")).status_code == 403
            running.share(audit=audit, by=world.clerk, with_head=False, with_services=True)
            shared = client.get(page_of(audit, "/result")).text
            assert "On the whole" in shared
            assert "I can read our budget" not in shared
            assert client.get(page_of(audit, "/gaps")).status_code == 403

    def test_of_two_answers_is_not_shown(self, world: World, client: LintingClient) -> None:
        audit = make.opened(world)
        for name in ("Chair", "Governor"):
            make.answer(of(audit, name))
        running.close(audit=audit, by=world.chair)

        text = client.signed_in_as(world.chair).get(page_of(audit, "/result")).text
        assert "Too few to show" in text
        assert "of 2" not in text
        assert {gap.state for gap in result_page.gaps(audit)} == {"Too few to show"}

    def test_does_not_move_by_what_one_person_changes_after_a_reopening(
        self, world: World, case: Case
    ) -> None:
        audit = make.closed(world)
        before = audit.result
        later = clock.now() + timedelta(hours=1)
        day = clock.today() + timedelta(days=5)
        with clock.at(later):
            running.reopen(audit=audit, by=world.clerk, reason="One was away", closes_on=day)
            make.answer(of(audit, "Governor"), 4)
        with case("one"), clock.at(later + timedelta(hours=1)):
            running.close(audit=audit, by=world.clerk)
            assert audit.result == before
        with case("three"), clock.at(later + timedelta(hours=1)):
            for one in audit.invitations:
                make.answer(one, 2)
            running.close(audit=audit, by=world.clerk)
            assert audit.result != before
            assert result_page.heat_map(audit)[0].average == "I know the basics"

    def test_individual_answers_are_the_chairs_where_the_board_said_so(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        with case("totals only"):
            audit = make.closed(world)
            chair = client.signed_in_as(world.chair)
            assert chair.get(page_of(audit, "/individual")).status_code == 404
        audit = make.for_the_chair(world)
        guest = of(audit, "Gail Guest")
        with case("the chair"):
            chair = client.signed_in_as(world.chair)
            assert "Gail Guest" in chair.get(page_of(audit, "/individual")).text
            assert "I am confident" in chair.get(page_of(audit, f"/individual/{guest.id}")).text
        for name in ("clerk", "governor", "governor_services", "head"):
            with case(name):
                client.signed_in_as(getattr(world, name))
                assert client.get(page_of(audit, f"/individual/{guest.id}")).status_code == 404


class TestComparison:
    def test_is_made_only_where_the_meaning_stayed(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        with clock.at(clock.now() - timedelta(days=200)):
            earlier = make.closed(world)
        first, second, *_rest = wordings_in_force("384", Kind.STATEMENT)
        words.reword(first, words="Better said", guidance="", needed=2, same_meaning=True)
        words.reword(second, words="Another thing", guidance="", needed=2, same_meaning=False)
        audit = make.opened(world)
        for one in audit.invitations:
            make.answer(one)
        running.close(audit=audit, by=world.chair)
        client.signed_in_as(world.clerk)

        found = result_page.comparison(audit, earlier)
        assert found.left_out == ["Another thing"]
        assert found.strands[0].rows[0].statement == "Better said"
        assert found.strands[0].words == "More confident"
        text = client.get(page_of(audit, "/comparison")).text
        assert "2 of 3, now 3 of 3" in text
        with case("the earlier one has nothing before it"):
            assert "Nothing to compare" in client.get(page_of(earlier, "/comparison")).text
        with case("a scale that means something else compares nothing"):
            scale = scale_in_force("384")
            assert scale is not None
            audit.scale = words.replace_scale(
                scale, levels=["Not", "Some", "Much", "All"], same_meaning=False
            )
            assert result_page.comparison(audit, earlier).strands == []


class TestKeeping:
    def test_words_on_pages(self, world: World, client: LintingClient, case: Case) -> None:
        make.kept(world)
        address = "/governance/audits/words/statements"
        client.signed_in_as(world.governor_services)
        first, second, *_rest = wordings_in_force("384", Kind.STATEMENT)

        with case("reworded"):
            given = {"words": "Newly said", "needed": "4", "meaning": "same"}
            client.submit(f"/governance/audits/words/{first.id}", given)
            assert wordings_in_force("384", Kind.STATEMENT)[0].words == "Newly said"
            assert "Until" in client.get(address).text
        with case("retired"):
            client.submit(f"/governance/audits/words/{first.id}/retire")
            assert wordings_in_force("384", Kind.STATEMENT)[0] == second
        with case("moved"):
            move = f"/governance/audits/words/{second.id}/move"
            client.post(move, data={"direction": "up", "once": "z"})
            assert wordings_in_force("384", Kind.STATEMENT)[0] == second
        with case("added"):
            strand = "governance-finance"
            client.submit(f"{address}/new", {"words": "More", "strand": strand, "needed": "1"})
            assert wordings_in_force("384", Kind.STATEMENT)[-1].words == "More"
        with case("the scale"):
            scale = scale_in_force("384")
            assert scale is not None
            given = {"level1": "None", "meaning": "new"}
            client.submit(f"/governance/audits/words/scale/{scale.id}", given)
            replaced = scale_in_force("384")
            assert replaced is not None
            assert replaced.levels[0] == "None"
            assert replaced.meaning != scale.meaning
        with case("a file"):
            rows = client.get(f"{address}?format=csv").text
            assert second.words in rows
