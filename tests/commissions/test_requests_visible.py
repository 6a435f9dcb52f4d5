"""Who sees which request, and that lists, filters and files tell nobody more."""

from __future__ import annotations

import csv
import io

from app.commissions.facts import CandidateVerdict
from app.commissions.models import SupportRequest
from app.commissions.services import ask, match
from app.extensions import db
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import requests as make
from tests.factories.world import World

SECRETS = ("Larkmoor", "900101", make.TITLE, make.NEED, "deputy head", "61%")


def seen(client: LintingClient, world: World, name: str, request: SupportRequest) -> int:
    return (
        client.signed_in_as(getattr(world, name)).get(f"/requests/{request.reference}").status_code
    )


OWN = ("head", "deputy", "chair")
OFFICERS = ("broker", "approver", "quality")
OTHERS = ("other_head", "host_head", "other_broker", "forum", "administrator", "provider_lead")


class TestOnePage:
    """The row "request" of section 5 of the product page."""

    def test_school_and_officers_see_what_was_sent_and_nobody_else_learns_that_it_exists(
        self, client: LintingClient, world: World, case: Case
    ) -> None:
        request = make.submitted(world)
        page = f"/requests/{request.reference}"

        with case("somebody signed out is sent to sign in"):
            answer = client.get(page)

            assert answer.status_code == 303
            assert answer.location.startswith("/sign-in")
        for name in OWN + OFFICERS:
            with case(name):
                assert seen(client, world, name, request) == 200
                if name in {"chair", "broker", "quality"}:  # who reads does not write
                    assert client.get(f"{page}/edit/need").status_code == 403
                    assert client.post(f"{page}/withdraw", data={"reason": "x"}).status_code == 403
        for name in OTHERS:
            with case(name):
                assert seen(client, world, name, request) == 404
                for part in ("check", "edit/need", "interest", "candidates", "offer", "withdraw"):
                    assert client.get(f"{page}/{part}").status_code == 404
                assert request.reference not in client.get("/requests").text
        with case("another authority's file is empty"):
            client.signed_in_as(world.other_broker)

            assert len(client.get("/requests?format=csv").text.splitlines()) == 1

    def test_a_draft_is_the_schools_own(
        self, client: LintingClient, world: World, case: Case
    ) -> None:
        request = make.complete(world)

        for name in OFFICERS:
            with case(name):
                assert seen(client, world, name, request) == 404
                assert request.reference not in client.get("/requests").text
                assert request.reference not in client.get("/requests?format=csv").text

    def test_only_a_broker_matches(self, client: LintingClient, world: World, case: Case) -> None:
        page = f"/requests/{make.matching(world).reference}"

        for name in (*OWN, "approver", "quality"):
            with case(name):
                client.signed_in_as(getattr(world, name))

                for url in ("candidates", "consider/ada-marsh", "offer"):
                    assert client.get(f"{page}/{url}").status_code == 403
        with case("an address that no database takes is nobody"):
            client.signed_in_as(world.broker)

            assert client.get("/requests/REQ-%00").status_code == 404
            assert client.get(f"{page}/consider/%00").status_code == 404
            assert client.get("/requests/new?provider=%00&q=%00").status_code == 200
            assert client.get(f"{page}/candidates?q=%00").status_code == 200


class TestShortlistedProvider:
    def test_it_sees_what_and_when_but_not_who(
        self, client: LintingClient, world: World, case: Case
    ) -> None:
        request, candidate = make.shortlisted(world)
        client.signed_in_as(world.provider_lead)

        page = client.get(f"/requests/{request.reference}")
        listed, file = client.get("/requests"), client.get("/requests?format=csv")

        assert page.status_code == 200
        for words in ("Phonics and early reading", "Primary", "11 January 2027"):
            assert words in page.text
        for answer in (page, listed, file):
            for secret in SECRETS:
                assert secret not in answer.text
        with case("a search does not tell who asked"):
            assert request.reference in client.get("/requests?q=early+reading").text
            for words in ("Larkmoor", "900101", "Phonics+at+Larkmoor"):
                assert request.reference not in client.get(f"/requests?q={words}").text, words
        with case("without a place on the shortlist it sees nothing"):
            assert seen(client, world, "other_provider_lead", request) == 404
        with case("without consent it sees nothing"):
            request.consent_to_share = False
            assert seen(client, world, "provider_lead", request) == 404
        with case("when it is not suitable it sees nothing"):
            match.consider(
                request=request,
                by=world.broker,
                provider=candidate.provider,
                verdict=CandidateVerdict.NOT_SUITABLE,
                reason="No",
            )
            assert seen(client, world, "provider_lead", request) == 404

    def test_after_the_offer_it_sees_the_whole(self, client: LintingClient, world: World) -> None:
        request = make.matched(world).request
        client.signed_in_as(world.provider_lead)

        page = client.get(f"/requests/{request.reference}").text
        assert make.NEED in page
        # who else was considered, and why, is not for it
        assert "Fits well" not in page
        assert "Larkmoor Primary School" in client.get("/requests").text


class TestList:
    def test_filters_narrow_and_nonsense_is_left_out(
        self, client: LintingClient, world: World, case: Case
    ) -> None:
        sent, begun = make.submitted(world), make.matching(world)
        client.signed_in_as(world.broker)
        cases = {
            "": {sent, begun},
            "?status=submitted": {sent},
            "?status=open&broker=mine": {begun},
            "?broker=nobody": {sent},
            f"?q={begun.reference}": {begun},
            "?q=larkmoor+phonics": {sent, begun},
            "?q=nothing": set(),
            f"?focus={world.area.id}": {sent, begun},
            "?focus=99999": set(),
            "?status=%00&focus=x&broker=y&sort=z&page=-1": {sent, begun},
            "?sort=wanted": {sent, begun},
            "?sort=reference&page=99": {sent, begun},
        }
        expected = {query: {r.reference for r in wanted} for query, wanted in cases.items()}
        for query, wanted in expected.items():
            links = client.soup(client.get(f"/requests{query}")).select("tbody a")
            assert {str(a["href"]).rsplit("/", 1)[1] for a in links} == wanted, query
        with case("a fragment is the list alone"):
            text = client.fragment("/requests?status=submitted").text

            assert "<html" not in text
            assert make.TITLE in text

    def test_an_empty_list_says_what_to_do(self, client: LintingClient, world: World) -> None:
        assert "Ask for support" in client.signed_in_as(world.head).get("/requests").text
        assert "No request fits" in client.get("/requests?q=zebra").text

    def test_the_number_of_statements_does_not_grow_with_the_rows(
        self, client: LintingClient, world: World
    ) -> None:
        def statements(name: str) -> int:
            return len(client.signed_in_as(getattr(world, name)).statements("/requests"))

        readers = ("broker", "head", "provider_lead")
        make.shortlisted(world)
        few = [statements(name) for name in readers]
        for _one in range(3):
            make.shortlisted(world)
        make.matched(world)
        db.session.expire_all()

        assert [statements(name) for name in readers] == few


class TestExport:
    def test_it_respects_filters_and_opens_as_text(
        self, client: LintingClient, world: World
    ) -> None:
        request = make.complete(world)
        ask.save_section(
            request=request, by=world.head, answers={"title": '=HYPERLINK("http://x","y")'}
        )
        ask.submit(request=request, by=world.head)
        client.signed_in_as(world.broker)

        answer = client.get("/requests?format=csv&status=submitted")

        assert answer.mimetype == "text/csv"
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
        rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
        assert rows[1][0] == request.reference
        assert rows[1][3] == '\'=HYPERLINK("http://x","y")'
        assert len(client.get("/requests?format=csv&status=matching").text.splitlines()) == 1
