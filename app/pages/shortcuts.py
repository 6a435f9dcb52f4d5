"""The few places on the home page that a person goes to most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.accounts.roles import SCHOOL_ROLES, Role
from app.commissions.board.permissions import has_board
from app.commissions.concerns.permissions import handles_somewhere
from app.commissions.permissions import can_ask
from app.commissions.preauthorised.permissions import keeps_rules
from app.commissions.voices import SCHOOL_READERS
from app.governance.requests.permissions import can_ask_for_a_board
from app.prospectus.designations.permissions import decides_somewhere, keeps_criteria
from app.prospectus.listing.permissions import can_start_entry
from app.prospectus.queries import providers_by_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.accounts.models import Person


@dataclass(frozen=True)
class Link:
    text: str
    href: str
    hint: str


@dataclass(frozen=True)
class Shortcut:
    """A place, and who has business there."""

    text: str
    endpoint: str
    hint: str
    offered_to: Callable[[Person], bool]


def _with_role(*roles: Role) -> Callable[[Person], bool]:
    return lambda person: person.holds(*roles)


# in the order of the page
SHORTCUTS = (
    Shortcut(
        "Offer support",
        "listing.index",
        "Put what you do well into the prospectus.",
        can_start_entry,
    ),
    Shortcut(
        "Your calendar",
        "calendar.show",
        "Your visits and training in Outlook, Google or on your telephone.",
        _with_role(*SCHOOL_READERS, Role.GOVERNOR, Role.CLERK, Role.PROVIDER_LEAD, Role.BROKER),
    ),
    Shortcut(
        "Board",
        "board.index",
        "What is open by step, what is late, and reminders.",
        has_board,
    ),
    Shortcut(
        "Ask other governors",
        "governance_requests.new",
        "Support for your board, or for you in confidence.",
        can_ask_for_a_board,
    ),
    Shortcut(
        "Support for boards",
        "governance_requests.index",
        "What boards asked, and where it stands.",
        _with_role(Role.GOVERNOR_SERVICES),
    ),
    Shortcut(
        "Approvals",
        "commissions.approvals",
        "Agreements that both sides have signed.",
        _with_role(Role.BROKER, Role.APPROVER, Role.GOVERNOR_SERVICES),
    ),
    Shortcut(
        "Gaps in supply",
        "reporting.gaps_in_supply",
        "Where schools need more help than is listed.",
        _with_role(Role.BROKER, Role.APPROVER),
    ),
    Shortcut(
        "Concerns",
        "commissions.concerns",
        "What goes wrong with support that is under way.",
        handles_somewhere,
    ),
    Shortcut(
        "Complaints",
        "complaints.index",
        "Who acknowledges, investigates and decides.",
        handles_somewhere,
    ),
    Shortcut("Quality", "quality.index", "Outcomes to judge.", _with_role(Role.QUALITY_LEAD)),
    Shortcut(
        "Quality dashboard",
        "quality_dashboard.index",
        "What is due, how far judges agree, and outcomes.",
        _with_role(Role.QUALITY_LEAD),
    ),
    Shortcut(
        "Rules for small commissions",
        "commissions.rules",
        "What is authorised beforehand, up to which sum.",
        keeps_rules,
    ),
    Shortcut(
        "Designations",
        "designations.overview",
        "Reviews, conditions, suspensions and terms that end.",
        decides_somewhere,
    ),
    Shortcut(
        "Reviews of providers",
        "provider_reviews.index",
        "What was opened, decided and appealed.",
        decides_somewhere,
    ),
    Shortcut(
        "Kinds and criteria",
        "designation_types.index",
        "Who can be awarded what, and what entries are judged by.",
        keeps_criteria,
    ),
)


def shortcuts(person: Person) -> list[Link]:
    return [
        Link("Find support", url_for("prospectus.search"), "Search everybody who can help."),
        *_asking(person),
        *_days(person),
        *(
            Link(one.text, url_for(one.endpoint), one.hint)
            for one in SHORTCUTS
            if one.offered_to(person)
        ),
    ]


def _asking(person: Person) -> Iterator[Link]:
    if can_ask(person):
        own = person.holds(*SCHOOL_ROLES)
        hint = "Tell the brokerage team what you need." if own else "Write one for a school."
        yield Link("Ask for support", url_for("requests.new"), hint)


def _days(person: Person) -> Iterator[Link]:
    led = providers_by_name(person.providers_led())
    for provider in led:
        text = "Your days" if len(led) == 1 else f"Days of {provider.name}"
        hint = f"What {provider.name} offers, and what is free."
        yield Link(text, url_for("commissions.days", slug=provider.slug), hint)
