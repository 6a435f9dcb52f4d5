"""The command: what it takes, what it refuses, what it leaves alone."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from app.core.audit import AuditEvent
from app.core.audit_verify import verify
from app.schools.facts import Gap
from app.schools.models import GroupMembership, School, SchoolGroup, SchoolLink
from tests.schools.files import DATA, LINK, Importer, write_csv

SessionFixture = scoped_session[Session]
SHIPPED = sorted((Path(__file__).parents[2] / "app" / "schools" / "data").glob("*.csv"))


def school(session: SessionFixture, urn: int = 108134) -> School:
    found = session.get(School, urn)
    assert found is not None
    return found


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
    def test_an_accent_survives_every_encoding(
        self, importer: Importer, session: SessionFixture, tmp_path: Path, encoding: str
    ) -> None:
        name = "St Thomas à Becket School"
        path = write_csv(tmp_path / "a.csv", {"EstablishmentName": name}, encoding=encoding)
        assert importer.counts(path) == "1 added, 0 changed, 0 unchanged, 0 rejected"
        assert school(session).name == name

    def test_a_file_saved_twice_gets_its_apostrophe_back(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        importer.counts(write_csv(tmp_path / "a.csv", {"EstablishmentName": "St Mary\x92s"}))
        assert school(session).name == "St Mary\u2019s"

    def test_no_row_is_dropped_for_a_replacement_character(
        self, importer: Importer, tmp_path: Path
    ) -> None:
        path = write_csv(tmp_path / "a.csv", {"EstablishmentName": "St Mary\ufffds"})
        assert importer.counts(path).startswith("1 added")


class TestColumns:
    def test_every_layout_is_matched_by_name(
        self, importer: Importer, session: SessionFixture
    ) -> None:
        layouts = ("leeds-140-columns-cp1252", "other-133-columns-cp1252")
        spreadsheet = "camden-saved-by-a-spreadsheet"
        files = [DATA / f"{name}.csv" for name in (*layouts, spreadsheet)]
        assert importer.counts(*files) == "14 added, 0 changed, 0 unchanged, 0 rejected"
        assert school(session, 106653).name == "Penistone Grammar School"
        assert school(session, 100000).telephone == "02072831147"

    def test_case_and_spaces_of_a_header_do_not_matter(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        row = {"urn ": "108139", " la (CODE)": "384", "ESTABLISHMENTNAME": "X", "town": "Ossett"}
        importer.counts(write_csv(tmp_path / "a.csv", row, of={}))
        assert school(session, 108139).town == "Ossett"

    def test_a_column_that_vanished_wipes_nothing(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        ofsted = {"OfstedLastInsp": "06-07-2022", "OfstedRating (name)": "Good"}
        importer.counts(write_csv(tmp_path / "a.csv", ofsted))
        assert importer.counts(write_csv(tmp_path / "b.csv")).startswith("0 added, 0 changed")
        assert school(session).ofsted_rating == "Good"
        assert school(session).ofsted_last_inspection == date(2022, 7, 6)

    def test_names_of_people_are_neither_stored_nor_reported(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        person = {
            "HeadTitle (name)": "Ms",
            "HeadFirstName": "Zuleika",
            "HeadLastName": "Quenneville",
            "PropsName": "Quenneville Trustees",
            "CloseDate": "Quenneville",
        }
        path = write_csv(tmp_path / "a.csv", person, {**person, "URN": ""})
        result = importer(path)
        columns = {
            column.name: getattr(school(session), column.name)
            for column in School.__table__.columns
        }
        events = [event.changes for event in session.scalars(select(AuditEvent))]
        for text in (result.output, importer.rejects.read_text(), str(columns), str(events)):
            assert "Quenneville" not in text
            assert "Zuleika" not in text


class TestRaggedRows:
    def test_short_rows_are_padded_and_extra_fields_tolerated(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        path = tmp_path / "a.csv"
        path.write_text(
            "URN,LA (code),EstablishmentName,Town\n108134,384,Short\n108135,384,Long,Ossett,,x,y\n"
        )
        assert importer.counts(path) == "2 added, 0 changed, 0 unchanged, 0 rejected"
        assert school(session).town is None
        assert school(session, 108135).town == "Ossett"

    def test_an_open_quotation_mark_is_reported_with_its_lines(
        self, importer: Importer, tmp_path: Path
    ) -> None:
        path = tmp_path / "a.csv"
        rows = "".join(f"{108134 + n},384,School {n}\n" for n in range(30))
        path.write_text(
            'URN,LA (code),EstablishmentName\n108100,384,Fine\n108101,384,"Open\n' + rows
        )
        assert importer.counts(path) == "1 added, 0 changed, 0 unchanged, 1 rejected"
        assert "lines 3 to 33" in importer.rejected()[0]["reason"]


class TestMeaning:
    def test_unknown_suppressed_and_silent_are_told_apart(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        row = {"Gender (code)": "9", "Gender (name)": "", "NumberOfPupils": "SUPP"}
        importer.counts(write_csv(tmp_path / "a.csv", {**row, "SchoolCapacity": ""}))
        found = school(session)
        assert (found.gender, found.gap("gender")) == (None, Gap.UNKNOWN)
        assert (found.number_of_pupils, found.gap("number_of_pupils")) == (None, Gap.SUPPRESSED)
        assert (found.capacity, found.gap("capacity")) == (None, None)

    def test_a_cell_that_cannot_be_read_is_reported_and_the_row_is_taken(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        path = write_csv(tmp_path / "a.csv", {"OpenDate": "04/23/2013"})
        assert importer.counts(path) == "1 added, 0 changed, 0 unchanged, 0 rejected"
        assert importer.rejected() == [
            {
                "file": "a.csv",
                "line": "2",
                "record": "108134",
                "not taken": "cell",
                "reason": "OpenDate is not a date (DD-MM-YYYY)",
            }
        ]

    @pytest.mark.parametrize(
        "row", [{"URN": "NAT"}, {"URN": ""}, {"URN": "108134", "RECTYPE": "4"}, {"URN": "900001"}]
    )
    def test_totals_and_invented_schools_are_never_taken_for_schools(
        self, importer: Importer, session: SessionFixture, tmp_path: Path, row: dict[str, str]
    ) -> None:
        path = write_csv(tmp_path / "a.csv", row)
        assert importer.counts(path) == "0 added, 0 changed, 0 unchanged, 1 rejected"
        assert importer.rejected()[0]["line"] == "2"
        assert session.scalar(select(func.count()).select_from(School)) == 0

    def test_a_file_of_performance_figures_is_not_mistaken_for_the_register(
        self, importer: Importer, tmp_path: Path
    ) -> None:
        path = tmp_path / "ks2.csv"
        path.write_text("RECTYPE,LEA,ESTAB,URN,SCHNAME,DIFFN_RWM_EXP\n1,936,2034,124964,X,-12\n")
        result = importer(path)
        assert result.exit_code == 1
        assert len(result.output.strip().splitlines()) == 1
        assert "ks2.csv" in result.output

    def test_longitude_nought_without_latitude_is_missing(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        row = {"Latitude": "", "Longitude": "0", "Easting": "0", "Northing": "0"}
        importer.counts(write_csv(tmp_path / "a.csv", row))
        found = school(session)
        assert (found.latitude, found.longitude) == (None, None)
        assert (found.easting, found.northing) == (None, None)

    def test_both_halves_of_a_conversion_are_kept_apart(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        name = "EstablishmentStatus (name)"
        old = {"EstablishmentStatus (code)": "3", name: "Open, but proposed to close"}
        new = {"URN": "150309", "EstablishmentStatus (code)": "4", name: "Proposed to open"}
        importer.counts(write_csv(tmp_path / "a.csv", old, new))
        closing, opening = school(session), school(session, 150309)
        assert closing.status_name == "Open, but proposed to close"
        assert opening.status_name == "Proposed to open"
        assert closing.laestab == opening.laestab == "384/1002"


class TestSecondImport:
    def test_wakefield_as_shipped_imports_whole_and_then_changes_nothing(
        self, importer: Importer, session: SessionFixture
    ) -> None:
        assert importer.counts(*SHIPPED) == "866 added, 0 changed, 0 unchanged, 0 rejected"
        events = session.scalar(select(func.count()).select_from(AuditEvent))
        assert importer.counts(*SHIPPED) == "0 added, 0 changed, 866 unchanged, 0 rejected"
        assert session.scalar(select(func.count()).select_from(AuditEvent)) == events
        closed = select(func.count()).where(School.status_code == "2")
        assert session.scalar(closed) == 203

    def test_groups_and_their_members_change_nothing_either(
        self, importer: Importer, session: SessionFixture
    ) -> None:
        files = (DATA / "group-membership.csv", DATA / "groups.csv")
        assert importer.counts(*files) == "5 added, 2 changed, 0 unchanged, 0 rejected"
        assert importer.counts(*files) == "0 added, 0 changed, 7 unchanged, 0 rejected"
        trust = session.get(SchoolGroup, 2044)
        assert trust is not None
        assert (trust.companies_house_number, trust.ukprn) == ("07318714", "10058308")
        assert session.get(GroupMembership, (100000, 2044)) is not None

    def test_the_second_row_about_a_school_is_rejected(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        path = write_csv(tmp_path / "a.csv", {}, {"EstablishmentName": "Another name"})
        assert importer.counts(path) == "1 added, 0 changed, 0 unchanged, 1 rejected"
        assert importer.rejected()[0]["reason"] == "line 2 of this file is about the same record"
        assert importer.counts(path) == "0 added, 0 changed, 1 unchanged, 1 rejected"

    def test_a_change_is_counted_and_audited_with_old_and_new(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        importer.counts(write_csv(tmp_path / "a.csv"))
        path = write_csv(tmp_path / "b.csv", {"EstablishmentName": "Harewood"})
        assert importer.counts(path) == "0 added, 1 changed, 0 unchanged, 0 rejected"
        event = session.scalars(
            select(AuditEvent)
            .where(AuditEvent.subject == "school:108134")
            .order_by(AuditEvent.sequence.desc())
        ).first()
        assert event is not None
        assert event.changes["name"] == ["Harewood Centre Nursery School", "Harewood"]
        assert set(event.changes) == {"name", "last_changed_run_id"}
        assert not verify(session())


class TestEmptyCells:
    def test_a_silent_row_leaves_what_is_known(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        importer.counts(write_csv(tmp_path / "a.csv", {"SchoolCapacity": "210", "Town": "Ossett"}))
        importer.counts(write_csv(tmp_path / "b.csv", {"SchoolCapacity": "", "Town": ""}))
        assert (school(session).capacity, school(session).town) == (210, "Ossett")

    def test_a_new_count_does_not_keep_the_old_census_date(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        first = {"NumberOfPupils": "232", "CensusDate": "19-01-2023", "PercentageFSM": "18.1"}
        second = {"NumberOfPupils": "240", "CensusDate": "", "PercentageFSM": ""}
        importer.counts(write_csv(tmp_path / "a.csv", first))
        importer.counts(write_csv(tmp_path / "b.csv", second))
        found = school(session)
        assert (found.number_of_pupils, found.census_on, found.percentage_fsm) == (240, None, None)

    def test_a_school_that_no_longer_closes_loses_its_closing_date(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        closing = {"EstablishmentStatus (code)": "3", "CloseDate": "31-08-2026"}
        importer.counts(write_csv(tmp_path / "a.csv", closing))
        importer.counts(write_csv(tmp_path / "b.csv"))
        assert school(session).closed_on is None


class TestLinks:
    def test_links_to_schools_outside_the_register_are_kept(
        self, importer: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        path = write_csv(tmp_path / "a.csv", {}, of=LINK)
        assert importer.counts(path) == "1 added, 0 changed, 0 unchanged, 0 rejected"
        link = session.get(SchoolLink, (108136, 108247, "Successor"))
        assert link is not None
        assert link.established_on == date(2000, 8, 31)
