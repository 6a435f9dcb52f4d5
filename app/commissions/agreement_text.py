"""One version of an agreement as it is read, from its frozen content alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.commissions.facts import DIRECTION_WORDS, Direction
from app.core.calendar import financial_year_words
from app.core.measure_words import value_words
from app.core.money import pounds
from app.web.filters import date_words, days_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Line:
    key: str
    value: str


@dataclass(frozen=True)
class Section:
    title: str
    lines: Sequence[Line]


@dataclass(frozen=True)
class AgreementText:
    """Sections of question and answer, then the standing terms in full sentences."""

    sections: Sequence[Section]
    clauses: Sequence[Line]


def agreement_text(content: Mapping[str, Any]) -> AgreementText:
    return AgreementText(
        sections=[
            *_change(content.get("change")),
            Section("Who", _parties(content)),
            Section("What and when", _work(content)),
            *(_objective(objective) for objective in content["objectives"]),
            Section("Who does what", _actions(content)),
            Section("Money", _money(content["money"])),
        ],
        clauses=[Line(clause["title"], clause["text"]) for clause in content["clauses"]],
    )


def _change(change: Mapping[str, Any] | None) -> list[Section]:
    """Say first what a version changes of the one before; a first version has no such part."""
    if change is None:
        return []
    lines = [
        *(
            Line(one["what"], f"{one['after']}\nUntil now: {one['before']}")
            for one in change["differences"]
        ),
        Line("Why", change["reason"]),
        Line("Proposed by", change["proposed_by"]),
    ]
    return [Section("What this version changes", lines)]


def _day(text: str | None) -> str:
    return date_words(date.fromisoformat(text)) if text else ""


def _with_people(party: Mapping[str, Any]) -> str:
    people = ", ".join(party["people"])
    return f"{party['name']} ({people})" if people else str(party["name"])


def _parties(content: Mapping[str, Any]) -> list[Line]:
    host = content["host"]
    return [
        Line("Supported school", _with_people(content["school"])),
        Line("Provider", _with_people(content["provider"])),
        Line(
            "Provider’s home school",
            _with_people(host) if host else "None: the provider signs alone",
        ),
        Line("Authority", content["authority"]),
        Line("Broker", content["broker"]),
        Line("Contact in the school", content["contact_in_school"]),
    ]


def _work(content: Mapping[str, Any]) -> list[Line]:
    return [
        Line("Support", content["title"]),
        Line("Focus", content["focus"]),
        Line("Days", days_words(Decimal(content["days"]))),
        Line("From", _day(content["starts_on"])),
        Line("To", _day(content["ends_on"])),
        Line("Visits", content["pattern_of_visits"]),
    ]


def _objective(objective: Mapping[str, Any]) -> Section:
    start, target, unit = objective["starting_point"], objective["target"], objective["unit"]
    size = f" ({start['cohort_size']:,})" if start["cohort_size"] else ""
    lines = [
        Line("Change sought", objective["change_sought"]),
        Line("Measure", objective["measure"]),
        Line("Direction", DIRECTION_WORDS[Direction(objective["direction"])]),
        Line(
            "Starting point",
            f"{value_words(Decimal(start['value']), unit)} on {_day(start['taken_on'])}",
        ),
        Line("Measured for", f"{start['cohort']}{size}"),
        Line("Source", start["source"]),
        Line("Evidence", start["evidence"]),
        Line(
            "Target", f"{value_words(Decimal(target['value']), unit)} by {_day(target['due_on'])}"
        ),
        Line("How both sides will know", objective["success_measure"]),
        Line("Before", "\n".join(objective.get("earlier", ()))),
    ]
    return Section(f"Objective {objective['position']}", [line for line in lines if line.value])


def _actions(content: Mapping[str, Any]) -> list[Line]:
    assured = content["safeguarding"]
    return [
        Line("The school will", content["school_actions"]),
        Line("The provider will", content["provider_actions"]),
        Line("Safeguarding", f"Confirmed by {assured['by']} on {_day(assured['on'])}"),
    ]


def _money(money: Mapping[str, Any]) -> list[Line]:
    return [
        Line("Charge", pounds(money["charge_pence"])),
        Line("Of which, to the provider", pounds(money["reimbursement_pence"])),
        Line("Of which, brokerage fee", pounds(money["fee_pence"])),
        Line("VAT", pounds(money["vat_pence"])),
        Line("In all", pounds(money["total_pence"])),
        *(Line(f"Paid by {funder['name']}", _paid(funder)) for funder in money["funders"]),
    ]


def _paid(funder: Mapping[str, Any]) -> str:
    """Versions that are older than the question say no year."""
    year = funder.get("financial_year")
    words = pounds(funder["pence"])
    return words if year is None else f"{words}, {financial_year_words(year)}"
