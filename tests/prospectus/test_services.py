"""Entries, the reference data they rest on, and what tells the search of a change."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from flask.testing import FlaskCliRunner
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from app.core.errors import DomainError, NotReady
from app.prospectus import queries, seeds, services
from app.prospectus.documents import document_id
from app.prospectus.facts import ListingStatus
from app.prospectus.models import DesignationType, ExpertiseArea, Provider, ProviderRecord
from app.search.models import IndexUpdate
from tests.factories.prospectus import make_entry


def test_reference_data_is_loaded_once(session: scoped_session[Session]) -> None:
    first, second = seeds.load_reference_data(), seeds.load_reference_data()

    assert first.designation_types > 10
    assert first.expertise_areas > 60
    assert (second.designation_types, second.expertise_areas) == (0, 0)


def test_what_officers_edited_is_left_alone(session: scoped_session[Session]) -> None:
    seeds.load_reference_data()
    kind = queries.designation_types()[0]
    kind.name = "Edited"

    seeds.load_reference_data()

    assert queries.designation_types()[0].name == "Edited"


def test_every_area_stands_in_a_group(session: scoped_session[Session]) -> None:
    seeds.load_reference_data()

    groups = queries.expertise_groups()
    areas = [area.code for group in groups for area in group.areas]

    assert all(group.areas for group in groups)
    assert len(groups) + len(areas) == session.scalar(select(func.count(ExpertiseArea.id)))
    assert [code for code, times in Counter(areas).items() if times > 1] == []


def test_the_command_says_what_it_added(runner: FlaskCliRunner) -> None:
    result = runner.invoke(args=["prospectus", "load-reference"])

    assert result.exit_code == 0, result.output
    assert "areas of expertise added" in result.output


@pytest.mark.usefixtures("reference_data")
class TestEntry:
    def test_begins_as_a_draft_that_nobody_sees(self) -> None:
        provider = make_entry(published=False)

        assert provider.listing is ListingStatus.DRAFT
        assert provider.published_on is None

    def test_is_published_only_when_complete(self) -> None:
        provider = make_entry(published=False, headline=" ", phases=[], expertise={})

        with pytest.raises(NotReady) as refused:
            services.publish(provider)

        assert len(refused.value.reasons) == 3
        assert provider.listing is ListingStatus.DRAFT

    def test_expertise_is_replaced(self, session: scoped_session[Session]) -> None:
        provider = make_entry(expertise={"phonics": "old", "writing": ""})

        services.set_expertise(provider, {"phonics": "new", "maths-ks2": ""})

        session.expire_all()
        held = [(row.area.code, row.note) for row in provider.expertise]
        assert held == [("phonics", "new"), ("maths-ks2", "")]

    @pytest.mark.parametrize("code", ["cookery", "literacy"])
    def test_expertise_must_be_an_area_of_the_list(self, code: str) -> None:
        with pytest.raises(DomainError, match=code):
            services.set_expertise(make_entry(), {code: ""})

    def test_a_person_cannot_hold_what_organisations_hold(self) -> None:
        with pytest.raises(DomainError, match="an organisation"):
            services.add_designation(make_entry(), type_code="hub", awarded_on=date(2024, 1, 1))

    def test_an_unknown_designation_is_refused(self, session: scoped_session[Session]) -> None:
        provider = make_entry()

        with pytest.raises(DomainError):
            services.add_designation(provider, type_code="knight", awarded_on=date(2024, 1, 1))

        assert session.scalar(select(func.count(DesignationType.id))) == 2

    def test_days_of_a_year_are_set_and_set_again(self) -> None:
        provider = make_entry()
        services.set_capacity(provider, academic_year=2026, days_offered=Decimal(10))
        services.set_capacity(provider, academic_year=2026, days_offered=Decimal("12.5"))

        assert queries.days_offered(provider, 2026) == Decimal("12.5")
        assert queries.days_offered(provider, 2027) is None

    def test_days_below_zero_are_refused(self) -> None:
        with pytest.raises(DomainError):
            services.set_capacity(make_entry(), academic_year=2026, days_offered=Decimal(-1))

    @pytest.mark.parametrize(("commissions", "shown"), [(0, False), (2, False), (3, True)])
    def test_a_record_is_shown_from_three_commissions_up(
        self, commissions: int, shown: bool
    ) -> None:
        record = set_record(make_entry(), commissions)

        assert record.is_shown is shown
        assert record.objectives == 10

    def test_a_record_is_counted_again_in_the_same_row(self) -> None:
        provider = make_entry()
        first = set_record(provider, 1)

        assert set_record(provider, 2) is first


def set_record(provider: Provider, commissions: int) -> ProviderRecord:
    return services.set_record(
        provider,
        commissions_assured=commissions,
        objectives_met=4,
        objectives_partly_met=3,
        objectives_not_met=2,
        objectives_not_yet=1,
    )


@pytest.mark.usefixtures("reference_data")
@pytest.mark.parametrize(
    "change",
    [
        lambda entry: services.set_expertise(entry, {"writing": ""}),
        lambda entry: services.add_designation(entry, type_code="sle", awarded_on=date(2024, 1, 1)),
        services.publish,
        lambda entry: set_record(entry, 3),
    ],
)
def test_every_change_is_noted_for_the_search(
    session: scoped_session[Session], change: Callable[[Provider], object]
) -> None:
    provider = make_entry(published=False)
    before = session.scalar(select(func.count(IndexUpdate.id))) or 0

    change(provider)
    session.flush()

    noted = session.scalars(select(IndexUpdate.document_id)).all()
    assert len(noted) > before
    assert set(noted) == {document_id(provider)}
