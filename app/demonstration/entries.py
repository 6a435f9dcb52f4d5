"""Plays the invented entries on their way into the prospectus, through the services."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.demonstration.files import Table, tables
from app.prospectus.designations.queries import criteria_in_force
from app.prospectus.facts import Availability
from app.prospectus.listing.claims import CaseStudy
from app.prospectus.listing.facts import Rating
from app.prospectus.listing.queries import open_edition
from app.prospectus.listing.services import panel, release, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.accounts.models import Person
    from app.demonstration.cast import Cast
    from app.prospectus.models import Edition

    # when, by whom, what
    EntryAct = tuple[date, str, Callable[[Cast, Person], Any]]


def acts() -> Iterator[EntryAct]:
    """Yield every act, those of one entry in their order."""
    for table in tables("entry", "entries"):
        yield from _acts_of(table)


def _acts_of(table: Table) -> Iterator[EntryAct]:
    name = table["name"]

    def of_edition(act: Callable[[Edition, Person], Any]) -> Callable[[Cast, Person], Any]:
        return lambda cast, person: act(_edition(cast, name), person)

    yield table["begun_on"], table["by"], lambda cast, person: _write(cast, person, table)
    if "released" in table:
        answer = table["released"]
        yield (
            answer["on"],
            answer["by"],
            of_edition(lambda edition, person: release.grant(edition=edition, by=person)),
        )
    for rating in table.get("ratings", []):
        yield rating["on"], rating["by"], of_edition(_rating(rating))
    if "decision" in table:
        decision = table["decision"]
        yield decision["on"], decision["by"], of_edition(_decision(decision))


def _edition(cast: Cast, name: str) -> Edition:
    edition = open_edition(cast.entries[name])
    if edition is None:
        raise KeyError(name)
    return edition


def _write(cast: Cast, person: Person, table: Table) -> None:
    provider = cast.entries[table["name"]] = write.start_entry(by=person, name=table["name"])
    answers = dict(table["answers"])
    answers["availability"] = Availability(answers["availability"])
    answers["days"] = Decimal(answers["days"])
    answers["host_answered"] = True
    answers["case_studies"] = [CaseStudy(**one) for one in answers.get("case_studies", [])]
    write.answer(provider=provider, by=person, answers=answers)
    write.send(edition=_edition(cast, table["name"]), by=person)


def _rating(table: Table) -> Callable[[Edition, Person], Any]:
    """Return the act of rating every criterion as the whole is rated."""
    rating, reason = Rating(table["rating"]), table["reason"]

    def rate(edition: Edition, person: Person) -> None:
        findings = [panel.Finding(one.words, rating, reason) for one in criteria_in_force()]
        panel.rate(edition=edition, by=person, findings=findings, rating=rating, reason=reason)

    return rate


def _decision(table: Table) -> Callable[[Edition, Person], Any]:
    decision = panel.Decision(
        rating=Rating(table["rating"]),
        reason=table["reason"],
        conditions=table.get("conditions", ""),
        due_on=table.get("due_on"),
    )
    return lambda edition, person: panel.decide(edition=edition, by=person, decision=decision)
