"""Trusts, federations and sponsors; and, in another file of the register, who belongs to them.

The head of a group is named in the published file and never looked at here.
"""

from typing import Any

from app.schools.importing import cells
from app.schools.importing.drafts import (
    Bundle,
    Draft,
    Entry,
    Fact,
    Parsed,
    Plan,
    RowParser,
    alone,
    cell_reader,
    table_of,
)
from app.schools.importing.reading import Rejection, Row
from app.schools.models import GroupMembership, SchoolGroup

REQUIRED_FOR_GROUPS = {"group uid", "group name"}
REQUIRED_FOR_MEMBERSHIP = {"urn", "group uid", "group name"}


def _code(cell: str) -> str | None:
    return cells.code(cell) or None


GROUP_BUNDLES = (
    alone("name", "Group Name", cells.text),
    alone("group_id", "Group ID", cells.text),
    alone("companies_house_number", "Companies House Number", cells.company_number),
    Bundle(
        (
            Fact("type_code", "Group Type (code)", _code),
            Fact("type_name", "Group Type", cells.text),
        )
    ),
    # A group that is open again loses its closing date.
    Bundle(
        (
            Fact("status_code", "Group Status (code)", _code),
            Fact("status_name", "Group Status", cells.text),
            Fact("closed_on", "Closed Date", cells.day),
        )
    ),
    alone("opened_on", "Open date", cells.day),
    alone("incorporated_on", "Incorporated on (open date)", cells.day),
    alone("ukprn", "UKPRN", cells.identifier),
)
MEMBERSHIP_BUNDLES = (
    Bundle(
        (
            Fact("joined_on", "Joined date", cells.day),
            Fact("left_on", "Left date", cells.day),
        )
    ),
)


class _GroupReader:
    def __init__(self, positions: dict[str, int]) -> None:
        self._plan = Plan(GROUP_BUNDLES, positions, table_of(SchoolGroup))
        self._cell = cell_reader(positions)

    def draft(self, row: Row, notes: list[Rejection]) -> Draft | Rejection:
        uid = cells.identifier(self._cell(row, "Group UID"))
        if not isinstance(uid, str) or not (uid.isascii() and uid.isdigit() and len(uid) < 9):
            return Rejection(row.line, "no Group UID")
        facts: dict[str, Any] = self._plan.facts(row, uid, notes)
        if not isinstance(facts.get("name"), str):
            return Rejection(row.line, "no Group Name", uid)
        return Draft(table_of(SchoolGroup), (int(uid),), facts)


def group_row_parser(positions: dict[str, int]) -> RowParser:
    reader = _GroupReader(positions)

    def parse(row: Row) -> Parsed:
        notes: list[Rejection] = []
        draft = reader.draft(row, notes)
        return draft if isinstance(draft, Rejection) else Entry(row.line, draft, notes=notes)

    return parse


def membership_row_parser(positions: dict[str, int]) -> RowParser:
    groups = _GroupReader(positions)
    plan = Plan(MEMBERSHIP_BUNDLES, positions, table_of(GroupMembership))
    cell = cell_reader(positions)

    def parse(row: Row) -> Parsed:
        urn = cells.urn(cell(row, "URN"))
        if urn is None:
            return Rejection(row.line, "no URN")
        notes: list[Rejection] = []
        group = groups.draft(row, notes)
        if isinstance(group, Rejection):
            return group
        key = (urn, *group.key)
        facts = plan.facts(row, str(urn), notes)
        return Entry(row.line, Draft(table_of(GroupMembership), key, facts), [group], notes)

    return parse
