"""Links between establishments: predecessors, successors, sixth form centres and others."""

from app.schools.importing import cells
from app.schools.importing.drafts import (
    Draft,
    Entry,
    Parsed,
    Plan,
    RowParser,
    alone,
    cell_reader,
    table_of,
)
from app.schools.importing.reading import Rejection, Row
from app.schools.models import SchoolLink

REQUIRED = {"urn", "linkurn", "linktype"}
BUNDLES = (
    alone("link_name", "LinkName", cells.text),
    alone("established_on", "LinkEstablishedDate", cells.day),
)
LONGEST_KIND = 80


def row_parser(positions: dict[str, int]) -> RowParser:
    plan = Plan(BUNDLES, positions, table_of(SchoolLink))
    cell = cell_reader(positions)

    def parse(row: Row) -> Parsed:
        urn, link_urn = cells.urn(cell(row, "URN")), cells.urn(cell(row, "LinkURN"))
        kind = cells.text(cell(row, "LinkType"))
        if urn is None or link_urn is None:
            return Rejection(row.line, "URN or LinkURN is missing")
        if urn == link_urn:
            return Rejection(row.line, "a school cannot be linked to itself", str(urn))
        if not isinstance(kind, str) or len(kind) > LONGEST_KIND:
            return Rejection(row.line, "no LinkType", str(urn))
        notes: list[Rejection] = []
        facts = plan.facts(row, str(urn), notes)
        draft = Draft(table_of(SchoolLink), (urn, link_urn, kind), facts)
        return Entry(row.line, draft, notes=notes)

    return parse
