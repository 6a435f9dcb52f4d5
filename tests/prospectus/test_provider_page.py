"""An entry's own page, for everybody who may come by."""

from datetime import date
from decimal import Decimal

import pytest

from app.accounts.roles import Role
from app.core import clock
from app.core.calendar import academic_year
from app.prospectus import services
from app.prospectus.facts import DesignationStatus
from app.prospectus.models import Provider
from tests.cases import Case
from tests.client import LintingClient
from tests.factories.prospectus import make_entry, make_person

pytestmark = pytest.mark.usefixtures("reference_data")
CONTACTS = ("Private Contact", "private@test.example", "01632 960999", "£417", "17.5")


def address(provider: Provider) -> str:
    return f"/prospectus/{provider.slug}"


def entry_with_days() -> Provider:
    provider = make_entry()
    year = academic_year(clock.today())
    services.set_capacity(provider, academic_year=year, days_offered=Decimal("17.5"))
    return provider


def text(client: LintingClient, provider: Provider) -> str:
    response = client.get(address(provider))
    assert response.status_code == 200
    main = client.soup(response).main
    assert main is not None
    return " ".join(main.get_text(" ").split())


def test_a_visitor_reads_the_public_part_only(client: LintingClient) -> None:
    page = text(client, entry_with_days())

    assert "Has helped six schools." in page
    assert "Ask for this provider’s support" in page
    assert "Sign in for your school" in page
    assert [secret for secret in (*CONTACTS, "Secret interest") if secret in page] == []


def test_contacts_rate_and_days_are_for_schools_and_officers(
    client: LintingClient, case: Case
) -> None:
    provider, another = entry_with_days(), make_entry("Another")

    for role, scope in (
        (Role.HEAD, {"school_urn": 900202}),
        (Role.CLERK, {"school_urn": 900202}),
        (Role.BROKER, {"authority_code": "384"}),
        (Role.QUALITY_LEAD, {"authority_code": "384"}),
        (Role.GOVERNOR_SERVICES, {"authority_code": "384"}),
    ):
        with case(role):
            client.signed_in_as(make_person("reader", role, **scope))

            page = text(client, provider)

            assert [secret for secret in CONTACTS if secret not in page] == []
            assert "Secret interest" not in page

    # others with an account read what the public reads
    for role, scope in (
        (Role.FORUM_MEMBER, {"authority_code": "384"}),
        (Role.BROKER, {"authority_code": "383"}),
        (Role.PROVIDER_LEAD, {"provider_id": another.id}),
    ):
        with case(f"not for {role} of {scope}"):
            client.signed_in_as(make_person("reader", role, **scope))

            page = text(client, provider)

            assert [secret for secret in CONTACTS if secret in page] == []


def test_a_public_rate_is_shown_to_everybody(client: LintingClient) -> None:
    assert "£417 a day" in text(client, make_entry(rate_is_public=True))


def test_a_draft_is_there_only_for_its_lead_and_officers(client: LintingClient) -> None:
    draft = make_entry(published=False)
    head = make_person("head", Role.HEAD, school_urn=900201)
    lead = make_person("lead", Role.PROVIDER_LEAD, provider_id=draft.id)
    broker = make_person("broker", Role.BROKER, authority_code="384")
    elsewhere = make_person("elsewhere", Role.BROKER, authority_code="383")

    statuses = [
        client.signed_in_as(person).get(address(draft)).status_code
        for person in (None, head, elsewhere, lead, broker)
    ]

    assert statuses == [404, 404, 404, 200, 200]
    assert "This entry is not public" in text(client, draft)


def test_nobody_is_found_under_an_unknown_name(client: LintingClient) -> None:
    assert client.get("/prospectus/no-such-provider").status_code == 404


def test_the_standing_of_a_designation_is_said_in_words(client: LintingClient, case: Case) -> None:
    provider = make_entry()

    for standing, ends_on, words in (
        (DesignationStatus.ACTIVE, None, "Active"),
        (DesignationStatus.CONDITIONAL, None, "Active with conditions"),
        (DesignationStatus.SUSPENDED, None, "Suspended"),
        (DesignationStatus.UNDER_REVIEW, None, "Under review"),
        (DesignationStatus.ENDED, date(2023, 8, 31), "Ended"),
        (DesignationStatus.ACTIVE, date(2023, 8, 31), "Lapsed"),
    ):
        with case(words):
            services.add_designation(
                provider,
                type_code="sle",
                awarded_on=date(2022, 9, 1),
                ends_on=ends_on,
                standing=standing,
            )

            page = client.soup(client.get(address(provider)))

            tag = page.select_one(".app-entry__designations .govuk-tag")
            assert tag is not None
            assert tag.get_text() == words
            assert "1 September 2022" in page.get_text()


def test_results_are_shown_from_three_commissions_up(client: LintingClient) -> None:
    provider = make_entry()
    for commissions, shown in ((2, False), (3, True)):
        services.set_record(
            provider,
            commissions_assured=commissions,
            objectives_met=397,
            objectives_partly_met=3,
            objectives_not_met=2,
            objectives_not_yet=1,
        )

        page = text(client, provider)

        assert ("403 agreed objectives" in page) is shown, commissions
        assert ("Not yet shown" in page) is not shown, commissions
        assert ("Met 397" in page) is shown, commissions


def test_what_people_typed_stays_text(client: LintingClient) -> None:
    nasty = "<script>alert(1)</script>\"'><img src=x>"
    provider = make_entry(
        headline=nasty, summary=nasty, experience=nasty, areas=[nasty], expertise={"phonics": nasty}
    )

    page = client.soup(client.get(address(provider)))

    assert page.select("main script, main img") == []
    assert page.get_text().count("<script>alert(1)</script>") == 5


def test_the_way_back_leads_to_the_search_the_reader_came_from(
    client: LintingClient, case: Case
) -> None:
    url = address(make_entry())

    for referrer, back in (
        (
            "http://localhost/prospectus?q=maths&phase=primary&page=2",
            "?q=maths&phase=primary&page=2",
        ),
        ("http://localhost/prospectus?q=<script>&next=//evil.example", "?q=%3Cscript%3E"),
        ("http://localhost/prospectus?%00=%ff&page=http://evil", "?page=http://evil"),
        ("https://evil.example/elsewhere?q=maths", ""),
        ("not an address", ""),
        ("http://[broken", ""),
    ):
        with case(referrer):
            response = client.get(url, headers={"Referer": referrer})
            link = client.soup(response).select_one(".govuk-back-link")

            assert link is not None
            assert link["href"] == f"/prospectus{back}"
