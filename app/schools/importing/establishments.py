"""The establishment fields of the register.

Names of people have no place here: only the columns in this list are ever looked at.
"""

from typing import Any

from app.schools.facts import STATUS_WORDS, Gap, Status
from app.schools.importing import cells
from app.schools.importing.drafts import (
    Bundle,
    Draft,
    Entry,
    Fact,
    Facts,
    Parsed,
    Plan,
    RowParser,
    alone,
    cell_reader,
    table_of,
)
from app.schools.importing.reading import Rejection, Row
from app.schools.models import FIRST_INVENTED_URN, Authority, School

REQUIRED = {"urn", "establishmentname", "la (code)"}
# RECTYPE 3 to 5 are totals of an authority or of the country
SUMMARY_TYPES = {"3", "4", "5"}


def _code(cell: str) -> str | None:
    return cells.code(cell) or None


BUNDLES = (
    alone("name", "EstablishmentName", cells.text),
    alone("establishment_number", "EstablishmentNumber", cells.whole),
    Bundle(
        (
            Fact("type_code", "TypeOfEstablishment (code)", _code),
            Fact(
                "type_name",
                "TypeOfEstablishment (name)",
                cells.text,
                "TypeOfEstablishment (code)",
            ),
        )
    ),
    Bundle(
        (
            Fact("type_group_code", "EstablishmentTypeGroup (code)", _code),
            Fact("type_group_name", "EstablishmentTypeGroup (name)", cells.text),
        )
    ),
    # A school that no longer closes loses its closing date.
    Bundle(
        (
            Fact("status_code", "EstablishmentStatus (code)", _code),
            Fact("status_name", "EstablishmentStatus (name)", cells.text),
            Fact("closed_on", "CloseDate", cells.day),
        )
    ),
    alone(
        "close_reason",
        "ReasonEstablishmentClosed (name)",
        cells.text,
        "ReasonEstablishmentClosed (code)",
    ),
    alone("opened_on", "OpenDate", cells.day),
    alone(
        "open_reason",
        "ReasonEstablishmentOpened (name)",
        cells.text,
        "ReasonEstablishmentOpened (code)",
    ),
    Bundle(
        (
            Fact("phase_code", "PhaseOfEducation (code)", _code),
            Fact("phase_name", "PhaseOfEducation (name)", cells.text, "PhaseOfEducation (code)"),
        )
    ),
    Bundle(
        (
            Fact("low_age", "StatutoryLowAge", cells.age),
            Fact("high_age", "StatutoryHighAge", cells.age),
        )
    ),
    alone("boarders", "Boarders (name)", cells.text, "Boarders (code)"),
    alone("nursery", "NurseryProvision (name)", cells.text),
    alone("sixth_form", "OfficialSixthForm (name)", cells.text, "OfficialSixthForm (code)"),
    alone("gender", "Gender (name)", cells.text, "Gender (code)"),
    alone(
        "religious_character",
        "ReligiousCharacter (name)",
        cells.text,
        "ReligiousCharacter (code)",
    ),
    alone("diocese", "Diocese (name)", cells.text, "Diocese (code)"),
    alone("admissions", "AdmissionsPolicy (name)", cells.text, "AdmissionsPolicy (code)"),
    alone("resourced_provision", "TypeOfResourcedProvision (name)", cells.text),
    alone("capacity", "SchoolCapacity", cells.whole),
    # A count and the census that it was taken at: a new count must not keep an old date.
    Bundle(
        (
            Fact("number_of_pupils", "NumberOfPupils", cells.whole),
            Fact("census_on", "CensusDate", cells.day),
            Fact("percentage_fsm", "PercentageFSM", cells.percentage),
        )
    ),
    # "Not supported by a trust" says that the trust recorded before is over.
    Bundle(
        (
            Fact("trust_flag", "TrustSchoolFlag (name)", cells.text, "TrustSchoolFlag (code)"),
            Fact("trust_code", "Trusts (code)", _code),
            Fact("trust_name", "Trusts (name)", cells.text),
        )
    ),
    Bundle(
        (
            Fact("federation_flag", "FederationFlag (name)", cells.text),
            Fact("federation_code", "Federations (code)", _code),
            Fact("federation_name", "Federations (name)", cells.text),
        )
    ),
    alone("ukprn", "UKPRN", cells.identifier),
    Bundle(
        (
            Fact("ofsted_last_inspection", "OfstedLastInsp", cells.day),
            Fact("ofsted_rating", "OfstedRating (name)", cells.text),
        )
    ),
    # An address is replaced as a whole, or parts of the old one would stay in the new.
    Bundle(
        (
            Fact("street", "Street", cells.text),
            Fact("locality", "Locality", cells.text),
            Fact("address3", "Address3", cells.text),
            Fact("town", "Town", cells.text),
            Fact("county", "County (name)", cells.text),
            Fact("postcode", "Postcode", cells.postcode),
        )
    ),
    alone("website", "SchoolWebsite", cells.text),
    alone("telephone", "TelephoneNum", cells.telephone),
    alone("region", "GOR (name)", cells.text),
    alone("district", "DistrictAdministrative (name)", cells.text, "DistrictAdministrative (code)"),
    alone("ward", "AdministrativeWard (name)", cells.text, "AdministrativeWard (code)"),
    alone(
        "constituency",
        "ParliamentaryConstituency (name)",
        cells.text,
        "ParliamentaryConstituency (code)",
    ),
    alone("urban_rural", "UrbanRural (name)", cells.text, "UrbanRural (code)"),
    Bundle(
        (
            Fact("easting", "Easting", cells.coordinate),
            Fact("northing", "Northing", cells.coordinate),
        ),
        whole_or_nothing=True,
    ),
    Bundle(
        (
            Fact("latitude", "Latitude", cells.degrees),
            Fact("longitude", "Longitude", cells.degrees),
        ),
        whole_or_nothing=True,
    ),
    alone("register_changed_on", "LastChangedDate", cells.day),
)


def row_parser(positions: dict[str, int]) -> RowParser:
    plan = Plan(BUNDLES, positions, table_of(School))
    cell = cell_reader(positions)

    def parse(row: Row) -> Parsed:
        urn = cells.urn(cell(row, "URN"))
        if cells.code(cell(row, "RECTYPE")) in SUMMARY_TYPES:
            return Rejection(row.line, "a total, not a school")
        if urn is None:
            return Rejection(row.line, "no URN, so this is a total or a note, not a school")
        if urn >= FIRST_INVENTED_URN:
            reason = f"URNs from {FIRST_INVENTED_URN} are kept for invented schools"
            return Rejection(row.line, reason, str(urn))
        authority_code = cells.code(cell(row, "LA (code)"))
        if not authority_code or len(authority_code) > _LONGEST_AUTHORITY_CODE:
            return Rejection(row.line, "no code of a local authority in LA (code)", str(urn))
        notes: list[Rejection] = []
        facts: dict[str, Any] = plan.facts(row, str(urn), notes)
        if not isinstance(facts.get("name"), str):
            return Rejection(row.line, "no EstablishmentName", str(urn))
        facts["authority_code"] = authority_code
        _name_the_status(facts)
        entry = Entry(row.line, Draft(table_of(School), (urn,), facts), notes=notes)
        authority_name = cells.text(cell(row, "LA (name)"))
        named: Facts = {"name": authority_name} if isinstance(authority_name, str) else {}
        entry.mentioned.append(Draft(table_of(Authority), (authority_code,), named))
        return entry

    return parse


_LONGEST_AUTHORITY_CODE = 8


def _name_the_status(facts: dict[str, Any]) -> None:
    """Complete a code without its word, or a word without its code, from the other."""
    if facts.get("status_code") and not facts.get("status_name"):
        known = {status.value: words for status, words in STATUS_WORDS.items()}
        facts["status_name"] = known.get(facts["status_code"], Gap.UNKNOWN)
    if facts.get("status_name") and not facts.get("status_code"):
        codes = {words: Status(status).value for status, words in STATUS_WORDS.items()}
        facts["status_code"] = codes.get(facts["status_name"])
