"""What the search knows of an entry."""

from datetime import date

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.prospectus import services
from app.prospectus.documents import document_id, document_of, documents
from app.prospectus.facts import DesignationStatus, ListingStatus
from tests.factories.prospectus import make_entry

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.usefixtures("reference_data")


def test_facets_and_sort_keys() -> None:
    provider = make_entry("Ada Marsh", expertise={"phonics": "", "writing": ""})
    services.add_designation(provider, type_code="sle", awarded_on=date(2024, 1, 1))
    provider.confirmed_on = TODAY

    document = document_of(provider, TODAY)

    assert document.facets == {
        "kind": ("person",),
        "designation": ("sle",),
        "expertise": ("phonics", "writing"),
        "phase": ("primary",),
        "area": ("Ossett",),
        "mode": ("in_person",),
        "availability": ("now",),
    }
    assert document.sort == {"name": "Ada Marsh", "confirmed": TODAY.toordinal()}


def test_the_whole_district_is_every_place_in_it() -> None:
    document = document_of(make_entry(areas=["whole district"]), TODAY)

    assert {"Castleford", "Wakefield", "Ossett"} <= set(document.facets["area"])
    assert "whole district" not in document.facets["area"]


@pytest.mark.parametrize(
    ("standing", "ends_on", "counts"),
    [
        (DesignationStatus.ACTIVE, None, True),
        (DesignationStatus.CONDITIONAL, TODAY, True),
        (DesignationStatus.ACTIVE, date(2026, 11, 22), False),
        (DesignationStatus.SUSPENDED, None, False),
        (DesignationStatus.ENDED, None, False),
    ],
)
def test_only_a_designation_in_date_counts(
    standing: DesignationStatus, ends_on: date | None, counts: bool
) -> None:
    provider = make_entry()
    services.add_designation(
        provider,
        type_code="sle",
        awarded_on=date(2022, 1, 1),
        ends_on=ends_on,
        standing=standing,
    )

    document = document_of(provider, TODAY)

    assert (document.facets["designation"] == ("sle",)) is counts
    assert ("SLE" in document.text["designations"]) is counts


def test_nothing_private_can_be_found() -> None:
    words = " ".join(document_of(make_entry(), TODAY).text.values())

    for secret in ("Private Contact", "private@test.example", "01632", "417", "Secret interest"):
        assert secret not in words


@pytest.mark.parametrize("listing", [ListingStatus.DRAFT, ListingStatus.HIDDEN])
def test_what_is_not_published_is_no_document(
    session: scoped_session[Session], listing: ListingStatus
) -> None:
    provider = make_entry()
    provider.listing = listing
    session.flush()

    assert list(documents(session(), None)) == []
    assert list(documents(session(), [document_id(provider)])) == []


def test_only_the_documents_asked_for(session: scoped_session[Session]) -> None:
    first, second = make_entry("A"), make_entry("B")
    session.flush()

    some = documents(session(), [document_id(second), "no number", "999999"])

    assert [document.id for document in some] == [document_id(second)]
    assert len(list(documents(session(), None))) == 2
    assert first.id != second.id
