"""The signed-in home page: what waits for you, first what is late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.roles import ROLE_WORDS, SCHOOL_ROLES
from app.commissions import waiting as commissions
from app.commissions.changes import waiting as changes
from app.commissions.concerns import waiting as concerns
from app.commissions.enquiries import waiting as enquiries
from app.commissions.gates import waiting as checks
from app.core import clock
from app.core.waiting import most_urgent_first
from app.governance.audits import waiting as skills_audits
from app.governance.audits.questions import waiting as board_questions
from app.governance.champions import waiting as champions
from app.governance.reviews import waiting as governance_reviews
from app.governance.training import waiting as training
from app.prospectus import waiting as prospectus
from app.prospectus.designations import waiting as designations
from app.prospectus.listing import waiting as listing
from app.prospectus.queries import providers_by_name
from app.quality.closing import waiting as closing
from app.quality.complaints import waiting as complaints
from app.quality.conditions import waiting as conditions
from app.quality.provider_reviews import waiting as provider_reviews
from app.schools.queries import schools_by_urns
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
    concerns.waiting_for,
    checks.waiting_for,
    complaints.waiting_for,
    changes.waiting_for,
    prospectus.waiting_for,
    listing.waiting_for,
    designations.waiting_for,
    conditions.waiting_for,
    closing.waiting_for,
    provider_reviews.waiting_for,
    governance_reviews.waiting_for,
    champions.waiting_for,
    skills_audits.waiting_for,
    board_questions.waiting_for,
    training.waiting_for,
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
    led = {provider.id: provider for provider in providers_by_name(person.providers_led())}
    schools = {school.urn: school for school in schools_by_urns(person.schools_as(SCHOOL_ROLES))}
    words = []
    for assignment in person.current_assignments:
        school = schools.get(assignment.school_urn or 0)
        place = school or assignment.authority or led.get(assignment.provider_id or 0)
        role = ROLE_WORDS[assignment.role]
        words.append(f"{role}, {place.name}" if place else role)
    return words
