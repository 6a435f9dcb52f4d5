"""From a blank page to an offer, through the pages alone."""

from __future__ import annotations

from sqlalchemy import func, select

from app.commissions.facts import CandidateVerdict
from app.commissions.models import Commission, SupportRequest
from app.commissions.statuses import RequestStatus
from app.extensions import db
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import requests as make
from tests.factories.world import World
from tests.web_forms import filled, find_form


def only_request() -> SupportRequest:
    db.session.expire_all()
    return db.session.scalars(select(SupportRequest)).one()


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_a_head_asks_page_by_page(client: LintingClient, world: World) -> None:
    client.signed_in_as(world.head)

    answer = client.submit("/requests/new?provider=ada-marsh", {"school": "900101"})
    need = answer.location
    request = only_request()
    assert need == f"/requests/{request.reference}/edit/need"
    assert request.preferred_provider == world.provider

    outcome = client.submit(
        need,
        {
            "title": "Phonics in Year 1",
            "focus_id": str(world.area.id),
            "need": "Three ways of teaching",
            "which_staff": "Two teachers",
            "evidence_of_need": "Check of 2026",
        },
    ).location
    practical = client.submit(
        outcome,
        {
            "expected_outcome": "One way of teaching",
            "urgency": "this_term",
            "wanted_from": ["11", "1", "2027"],
        },
    ).location
    interests = client.submit(
        practical,
        {
            "contact_in_school": "Deputy head",
            "funding_route": "school",
            "ceiling_pence": "2,500",
            "governing_body_aware": "False",
            "drop_provider": "y",
        },
    ).location
    check = client.submit(interests, {"interest": "none", "consent_to_share": "y"}).location
    assert "still missing" not in client.get(check).text
    sent = client.submit(check).location
    page = client.get(sent)

    request = only_request()
    assert request.reference in page.text
    assert "2 working days" in page.text
    assert request.status is RequestStatus.SUBMITTED
    assert request.ceiling_pence == 250_000
    assert request.governing_body_aware is False
    assert request.preferred_provider is None
    assert "brokerage team" in client.get(f"/requests/{request.reference}").text


def test_gaps_are_named_with_links_and_keep_it_from_being_sent(
    client: LintingClient, world: World
) -> None:
    request = make.draft(world)
    url = f"/requests/{request.reference}/check"
    client.signed_in_as(world.head)

    page = client.get(url)
    assert "13 things still missing" in page.text
    links = [a["href"] for a in client.soup(page).select(".govuk-inset-text a")]
    pages = {
        address: client.soup(client.get(address))
        for address in {str(link).split("#")[0] for link in links}
    }
    for link in links:
        address, place = str(link).split("#")
        assert pages[address].find(id=place), link
    assert client.post(url, data={"version": "1"}).status_code == 422
    assert only_request().status is RequestStatus.DRAFT


def test_broker_matches_school_chooses_broker_offers(client: LintingClient, world: World) -> None:
    request = make.submitted(world)
    page = f"/requests/{request.reference}"

    client.signed_in_as(world.broker)
    assert "Start matching" not in client.get(page).text
    client.submit(f"{page}/interest", {"answer": "none"})
    client.submit(page, action=f"{page}/start-matching")
    assert client.get(f"{page}/candidates").status_code == 200
    client.submit(
        f"{page}/consider/ada-marsh", {"verdict": "shortlisted", "reason": "Works nearby"}
    )
    assert client.get(f"{page}/offer").status_code == 409

    client.signed_in_as(world.head)
    shown = client.get(page)
    assert "Choose this provider" in shown.text
    candidate = only_request().candidates[0].id
    client.submit(page, action=f"{page}/choose/{candidate}")
    assert only_request().candidates[0].verdict is CandidateVerdict.CHOSEN

    client.signed_in_as(world.broker)
    checked = client.submit(f"{page}/offer", OFFER)
    assert checked.status_code == 200
    assert "£1,500" in checked.text
    assert count(Commission) == 0
    hidden = {
        str(field["name"]): [
            str(same["value"])
            for same in client.soup(checked).select(f'main input[name="{field["name"]}"]')
        ]
        for field in client.soup(checked).select("main input")
    }
    for _twice in range(2):
        answer = client.post(f"{page}/offer", data=hidden | {"step": ["send"]})
        assert answer.status_code == 303
    commission = db.session.scalars(select(Commission)).one()
    assert answer.location == f"/commissions/{commission.reference}"
    assert commission.starts_on.isoformat() == "2027-01-11"
    back = client.post(f"{page}/offer", data=hidden | {"step": ["send"], "once": ["another"]})
    assert back.status_code == 409


OFFER = {
    "days": "4",
    "starts_on": ["11", "1", "2027"],
    "ends_on": ["30", "6", "2027"],
    "charge": "1500",
    "reimbursement": "1400",
    "fee": "100",
    "school_pays": "1500",
}


def test_an_offer_that_cannot_be_says_what_to_do(
    client: LintingClient, world: World, case: Case
) -> None:
    request, _candidate = make.chosen(world)
    url = f"/requests/{request.reference}/offer"
    client.signed_in_as(world.broker)
    form = find_form(client.soup(client.get(url)), url, None)

    for changes, words in (
        ({"days": "400"}, "Enter a number from 0 to 200"),
        ({"days": "30"}, "Enter no more than that"),
        ({"days": "0"}, "from half a day"),
        ({"starts_on": ["31", "2", "2027"]}, "Enter a date that exists"),
        ({"ends_on": ["", "", ""]}, "Enter the day it ends"),
        ({"ends_on": ["1", "1", "2027"]}, "on or after the start"),
        ({"charge": "a lot"}, "Enter an amount in pounds"),
        ({"fee": "101"}, "must add up to the charge of £1,500"),
        ({"authority_pays": "1"}, "must add up to the charge and VAT of £1,500"),
    ):
        with case(changes):
            answer = client.post(url, data=filled(form, OFFER | changes), csrf=False)

            assert answer.status_code == 422
            assert words in answer.text
            assert count(Commission) == 0


def test_acts_with_a_reason_and_without_an_interest(
    client: LintingClient, world: World, case: Case
) -> None:
    request = make.submitted(world)
    page = f"/requests/{request.reference}"

    with case("an interest declared sends the officer away"):
        client.signed_in_as(world.broker)

        assert client.submit(f"{page}/interest", {"answer": "declared"}).status_code == 422
        client.submit(f"{page}/interest", {"answer": "declared", "detail": "My sister works there"})
        assert "another officer must act" in client.get(page).text
        assert client.submit(f"{page}/interest", {"answer": "none"}).status_code == 422
        assert client.post(f"{page}/start-matching", data={}).status_code == 403
        # the school and others do not read an officer's interests
        assert "My sister" not in client.signed_in_as(world.head).get(page).text

    make.no_interest(world.broker, request)

    for act, who, words in (
        ("return", "broker", "We need more information from you"),
        ("decline", "broker", "Declined"),
        ("signpost", "broker", "Pointed elsewhere"),
        ("withdraw", "head", "Withdrawn"),
    ):
        with case(act):
            client.signed_in_as(getattr(world, who))

            assert client.submit(f"{page}/{act}", {"reason": ""}).status_code == 422
            assert client.submit(f"{page}/{act}", {"reason": "See the hub"}).location == page
            assert client.get(f"{page}/{act}").status_code == 409
            shown = client.signed_in_as(world.head).get(page).text
            assert words in shown
            assert "See the hub" in shown


def test_a_broker_asks_on_a_schools_behalf(client: LintingClient, world: World) -> None:
    client.signed_in_as(world.broker)

    assert "Larkmoor" in client.get("/requests/new?q=larkmoor").text
    client.post("/requests/new?q=larkmoor", data={"school": "900101"})
    request = only_request()

    assert request.on_behalf
    assert request.requester == world.broker
    assert "written for the school" in client.get(f"/requests/{request.reference}").text


def test_a_head_cannot_ask_for_another_school(client: LintingClient, world: World) -> None:
    client.signed_in_as(world.head)
    assert client.post("/requests/new", data={"school": "900102"}).status_code == 422
    assert count(SupportRequest) == 0


def test_own_staff_cannot_be_asked_for(client: LintingClient, world: World) -> None:
    answer = client.signed_in_as(world.host_head).submit("/requests/new?provider=ada-marsh")

    assert answer.status_code == 422
    assert "works at this school" in answer.text
