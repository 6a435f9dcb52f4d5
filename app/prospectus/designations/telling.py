"""Who learns of a decision, an appeal, its answer, and of a term that ends.

Subjects and bodies name neither the holder nor the decision; the page asks who is reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.notifications.services import leave_message, told_of
from app.prospectus.designations import queries
from app.prospectus.designations.facts import DESIGNATION_OFFICERS, Show
from app.prospectus.designations.permissions import can_record, officers_of
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.accounts.models import Person
    from app.prospectus.models import DesignationAppeal, DesignationDecision, Provider

NEWS = "News about a designation"
PAGE_SAYS = "Its page gives the reason, and says what you can do."


def tell_of_decision(decision: DesignationDecision) -> None:
    provider = decision.designation.provider
    about = f"designation decision {decision.id}"
    _tell(provider, about, PAGE_SAYS, _without(leads_of(provider), decision.decided_by))


def tell_of_move(decision: DesignationDecision) -> None:
    """Tell both sides that a change of school led to a review."""
    provider = decision.designation.provider
    about = f"designation decision {decision.id}"
    _tell(provider, about, PAGE_SAYS, [*leads_of(provider), *officers_for(provider)])


def tell_of_appeal(appeal: DesignationAppeal) -> None:
    provider = appeal.decision.designation.provider
    everybody = [*leads_of(provider), *officers_for(provider)]
    about = f"designation appeal {appeal.id}"
    _tell(provider, about, PAGE_SAYS, _without(everybody, appeal.made_by))


def tell_of_answer(appeal: DesignationAppeal) -> None:
    """Tell the provider, and whoever took the decision."""
    provider = appeal.decision.designation.provider
    decided_by = appeal.decision.decided_by
    everybody = [*leads_of(provider), *([decided_by] if decided_by else [])]
    about = f"designation appeal {appeal.id} answered"
    _tell(provider, about, PAGE_SAYS, _without(everybody, appeal.answered_by))


def remind_of_terms() -> None:
    """Remind, once, of terms about to end: leads of each, officers of all that end in one month."""
    ending = {f"designation {d.id} ends {d.ends_on}": d for d in queries.terms_about_to_end()}
    for about in sorted(ending.keys() - told_of(ending)):
        designation = ending[about]
        body = f"A term ends on {date_words(designation.ends_on)}. Until then it can be extended."
        _tell(designation.provider, about, body, leads_of(designation.provider))
    months = {
        f"designations of {authority} end in {last_day:%Y-%m}": (authority, last_day)
        for designation in ending.values()
        for authority, last_day in [(designation.provider.authority_code, designation.ends_on)]
        if last_day is not None
    }
    for about in sorted(months.keys() - told_of(months)):
        authority, last_day = months[about]
        for officer in holders(*DESIGNATION_OFFICERS, authority=authority):
            leave_message(
                to=officer,
                about=about,
                subject="Terms of designations end soon",
                body=f"Terms end in {last_day:%B %Y}. Until then they can be extended.",
                path=f"/prospectus/designations?show={Show.ENDING}",
            )


def leads_of(provider: Provider) -> list[Person]:
    return list(holders(Role.PROVIDER_LEAD, provider=provider.id))


def officers_for(provider: Provider) -> list[Person]:
    """Return the officers who may decide on this provider."""
    officers = holders(*officers_of(provider.kind), authority=provider.authority_code)
    return [person for person in officers if can_record(person, provider)]


def _without(people: Iterable[Person], actor: Person | None) -> list[Person]:
    return [person for person in people if person is not actor]


def _tell(provider: Provider, about: str, body: str, people: Iterable[Person]) -> None:
    for person in people:
        # no url_for: the worker and the demonstration write messages outside a request
        path = f"/prospectus/{provider.slug}/designations"
        leave_message(to=person, about=about, subject=NEWS, body=body, path=path)
