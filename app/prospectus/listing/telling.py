"""Who is told what on an entry's way, and who is reminded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.accounts.models import Person
from app.accounts.queries import holders
from app.accounts.roles import Role
from app.core import clock
from app.core.calendar import add_working_days
from app.notifications.services import leave_message
from app.prospectus.listing import permissions as who
from app.prospectus.listing import queries
from app.prospectus.listing.facts import PANEL_SIZE, EditionStatus, Rating
from app.prospectus.models import Edition, HostRelease
from app.prospectus.permissions import LISTING_OFFICERS
from app.web.filters import date_words

# usual timings in working days from the last step; an authority changes them here
WORKING_DAYS = {EditionStatus.RELEASE: 10, EditionStatus.PANEL: 15}


def due_on(edition: Edition) -> date | None:
    """Return when the step that the edition waits for should be done."""
    if edition.status is EditionStatus.CONDITIONAL:
        return edition.conditions_due_on
    days = WORKING_DAYS.get(edition.status)
    return add_working_days(clock.in_london(edition.moved_at).date(), days) if days else None


def ask_host(edition: Edition, release: HostRelease) -> None:
    """Ask the head of the home school, and the chair where the head is the provider."""
    for person in people_of_host(edition, release):
        leave_message(
            to=person,
            about=_about(edition, "asks for release"),
            subject="A colleague asks to be released for school-to-school support",
            body=f"Please answer by {_due_words(edition)}. Nothing is assumed without your answer.",
            path=f"/listing/{edition.provider.slug}/release",
        )


def people_of_host(edition: Edition, release: HostRelease) -> list[Person]:
    heads = holders(Role.HEAD, school=release.host_urn)
    asked = [person for person in heads if who.can_answer_release(person, edition)]
    if asked:
        return asked
    chairs = holders(Role.CHAIR, school=release.host_urn)
    return [person for person in chairs if who.can_answer_release(person, edition)]


def ask_panel(edition: Edition) -> None:
    for person in panel_of(edition):
        if who.can_rate(person, edition):
            leave_message(
                to=person,
                about=_about(edition, "asks the panel"),
                subject="An entry for the prospectus waits for the panel",
                body=f"Please rate it by {_due_words(edition)}.",
                path=f"/listing/{edition.provider.slug}/panel",
            )


def panel_of(edition: Edition) -> list[Person]:
    """Return everybody who may sit on the panel, by name."""
    officers = holders(*LISTING_OFFICERS, authority=edition.provider.authority_code)
    return [person for person in officers if who.can_sit_on_panel(person, edition)]


def tell_panel_of_rating(edition: Edition) -> None:
    """Tell those who rated it that the panel is complete."""
    if len(edition.ratings) < PANEL_SIZE:
        return
    for review in edition.ratings:
        leave_message(
            to=review.reviewer,
            about=_about(edition, "can be decided"),
            subject="The panel can decide on an entry",
            body="Enough reviewers have rated it. One of you records the decision.",
            path=f"/listing/{edition.provider.slug}/panel",
        )


def tell_decision(edition: Edition) -> None:
    words = {
        Rating.GREEN: ("your entry is published", "Schools can find it from now on."),
        Rating.AMBER: (
            "your entry is published with conditions",
            f"Please meet them by {_due_words(edition)}.",
        ),
        Rating.RED: ("the panel has returned your entry", "Its page says what is missing."),
    }
    if edition.rating is not None:
        tell_lead(edition, *words[edition.rating])


def tell_conditions(edition: Edition, *, met: bool) -> None:
    if met:
        tell_lead(edition, "the conditions of your entry are met", "Nothing more is needed.")
    else:
        text = "The conditions are not met, so schools do not see it now. Its page says why."
        tell_lead(edition, "your entry is returned", text)


def tell_lead(edition: Edition, words: str, text: str) -> None:
    for person in _leads(edition):
        leave_message(
            to=person,
            about=_about(edition, words),
            subject=f"Your entry in the prospectus: {words}",
            body=text,
            path=f"/listing/{edition.provider.slug}",
        )


def remind_all() -> None:
    """Remind once of each step that is late; the worker calls it now and then."""
    for edition in queries.every_waiting_edition():
        due = due_on(edition)
        if due is None or due >= clock.today():
            continue
        for person in _late(edition):
            leave_message(
                to=person,
                about=_about(edition, "late"),
                subject="An entry for the prospectus waits for you",
                body=f"This was due {date_words(due)}.",
                path=f"/listing/{edition.provider.slug}{_PAGES[edition.status]}",
            )


_PAGES = {
    EditionStatus.RELEASE: "/release",
    EditionStatus.PANEL: "/panel",
    EditionStatus.CONDITIONAL: "",
}


def _late(edition: Edition) -> Iterable[Person]:
    if edition.status is EditionStatus.RELEASE and edition.open_release is not None:
        return people_of_host(edition, edition.open_release)
    if edition.status is EditionStatus.CONDITIONAL:
        return [*_leads(edition), *panel_of(edition)]
    enough = len(edition.ratings) >= PANEL_SIZE
    turn = who.can_decide if enough else who.can_rate
    return [person for person in panel_of(edition) if turn(person, edition)]


def _leads(edition: Edition) -> Iterable[Person]:
    return holders(Role.PROVIDER_LEAD, provider=edition.provider_id)


def _due_words(edition: Edition) -> str:
    due = due_on(edition)
    return date_words(due) if due else "the date on its page"


def _about(edition: Edition, what: str) -> str:
    return f"edition {edition.id} {edition.moved_at.isoformat()} {what}"
