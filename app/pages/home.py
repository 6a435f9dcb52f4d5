"""The signed-in home page: what waits for you, first what is late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.accounts.roles import ROLE_WORDS, SCHOOL_ROLES, Role
from app.commissions import waiting as commissions
from app.commissions.enquiries import waiting as enquiries
from app.commissions.permissions import can_ask
from app.core import clock
from app.core.waiting import most_urgent_first
from app.prospectus import waiting as prospectus
from app.prospectus.designations import waiting as designations
from app.prospectus.designations.permissions import decides_somewhere, keeps_criteria
from app.prospectus.listing import waiting as listing
from app.prospectus.listing.permissions import can_start_entry
from app.prospectus.queries import providers_by_name
from app.quality.conditions import waiting as conditions
from app.quality.provider_reviews import waiting as provider_reviews
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.core.waiting import Item, Place

# more would hide the next thing to do; the lists behind the links hold everything
MOST_ROWS = 10
# where work can wait
SOURCES = (
    commissions.waiting_for,
    enquiries.waiting_for,
    prospectus.waiting_for,
    listing.waiting_for,
    designations.waiting_for,
    conditions.waiting_for,
    provider_reviews.waiting_for,
)


@dataclass(frozen=True)
class Row:
    title: str
    href: str
    what_next: str
    detail: str
    due: str
    tone: str


@dataclass(frozen=True)
class Group:
    title: str
    rows: Sequence[Row]
    text: str = ""
    # of which only the first are among the rows
    total: int = 0
    # where the rest stand
    places: Sequence[Place] = ()

    @property
    def more(self) -> int:
        return self.total - len(self.rows)


@dataclass(frozen=True)
class Link:
    text: str
    href: str
    hint: str


def work_groups(person: Person) -> list[Group]:
    """Return the person's work in three groups: overdue, theirs, and what others must do."""
    items = most_urgent_first(item for source in SOURCES for item in source(person))
    overdue = [item for item in items if item.overdue]
    mine = [item for item in items if item.mine and not item.overdue]
    others = [item for item in items if not item.mine]
    groups = [
        _group("Waiting for you", mine, "Nothing waits for you." if not overdue else ""),
        _group("Waiting for others", others, "You are waiting for nobody."),
    ]
    return [_group("Overdue", overdue), *groups] if overdue else groups


def _group(title: str, items: Sequence[Item], text: str = "") -> Group:
    rest = dict.fromkeys(item.place for item in items[MOST_ROWS:])
    return Group(title, _rows(items), text, len(items), list(rest))


def _rows(items: Sequence[Item]) -> list[Row]:
    return [
        Row(item.title, item.href, item.sentence.rstrip("."), item.detail, _due(item), _tone(item))
        for item in items[:MOST_ROWS]
    ]


def _due(item: Item) -> str:
    if item.due_on is None:
        return ""
    if item.due_on < clock.today():
        return f"Was due {date_words(item.due_on)}"
    return f"Due {date_words(item.due_on)}"


def _tone(item: Item) -> str:
    if item.overdue:
        return "bad"
    if item.mine:
        return "waiting"
    return "warning" if item.due_on and item.due_on < clock.today() else "neutral"


def roles_in_words(person: Person) -> list[str]:
    """Return each role with its place: "Headteacher, Larkmoor Primary School"."""
    words = []
    for assignment in person.current_assignments:
        place = assignment.school or assignment.authority
        role = ROLE_WORDS[assignment.role]
        words.append(f"{role}, {place.name}" if place else role)
    return words


def shortcuts(person: Person) -> list[Link]:
    """Return the few places this person goes to most."""
    links = [Link("Find support", url_for("prospectus.search"), "Search everybody who can help.")]
    if can_ask(person):
        own = person.holds(*SCHOOL_ROLES)
        hint = "Tell the brokerage team what you need." if own else "Write one for a school."
        links.append(Link("Ask for support", url_for("requests.new"), hint))
    if can_start_entry(person):
        hint = "Put what you do well into the prospectus."
        links.append(Link("Offer support", url_for("listing.index"), hint))
    led = providers_by_name(person.providers_led())
    for provider in led:
        text = "Your days" if len(led) == 1 else f"Days of {provider.name}"
        hint = f"What {provider.name} offers, and what is free."
        links.append(Link(text, url_for("commissions.days", slug=provider.slug), hint))
    if person.holds(Role.BROKER, Role.APPROVER):
        hint = "Agreements that both sides have signed."
        links.append(Link("Approvals", url_for("commissions.approvals"), hint))
        hint = "Where schools need more help than is listed."
        links.append(Link("Gaps in supply", url_for("reporting.gaps_in_supply"), hint))
    if person.holds(Role.QUALITY_LEAD):
        links.append(Link("Quality", url_for("quality.index"), "Outcomes to judge."))
        hint = "What is due, how far judges agree, and outcomes."
        links.append(Link("Quality dashboard", url_for("quality_dashboard.index"), hint))
    if decides_somewhere(person):
        hint = "Reviews, conditions, suspensions and terms that end."
        links.append(Link("Designations", url_for("designations.overview"), hint))
        hint = "What was opened, decided and appealed."
        links.append(Link("Reviews of providers", url_for("provider_reviews.index"), hint))
    if keeps_criteria(person):
        hint = "Who can be awarded what, and what entries are judged by."
        links.append(Link("Kinds and criteria", url_for("designation_types.index"), hint))
    return links
