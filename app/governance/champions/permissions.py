"""Who writes calls, who reads an application, who checks, scores, decides. Pure rules.

Nobody is an officer of an application that is their own or in which they declared an interest,
and such a person finds nothing of it but what they are told as the applicant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.core import clock
from app.governance.champions.facts import UNDECIDED, WITH_PANEL, Status

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.champions.models import Application, Call, PanelMember

OFFICERS = (Role.GOVERNOR_SERVICES,)
READERS = (Role.GOVERNOR_SERVICES, Role.QUALITY_LEAD)


def appoints_somewhere(person: Person | None) -> bool:
    return person is not None and person.holds(*OFFICERS)


def reads_somewhere(person: Person | None) -> bool:
    return person is not None and person.holds(*READERS)


def reads_call(person: Person | None, call: Call) -> bool:
    """Those who see it at every time, with the applications to it."""
    return person is not None and person.holds(*READERS, authority=call.authority_code)


def can_see_call(person: Person | None, call: Call) -> bool:
    """Everybody while it is open."""
    return call.takes_applications(clock.today()) or reads_call(person, call)


def can_write_call(person: Person, call: Call) -> bool:
    return person.holds(*OFFICERS, authority=call.authority_code)


def can_open_call(person: Person | None, call: Call) -> bool:
    return person is not None and can_write_call(person, call)


def can_close_call(person: Person | None, call: Call) -> bool:
    """An officer, and the portal on the day after its last."""
    return person is None or can_write_call(person, call)


def can_apply(person: Person | None, call: Call) -> bool:
    return person is not None and call.takes_applications(clock.today())


def is_applicant(person: Person | None, application: Application) -> bool:
    return person is not None and application.person_id == person.id


def is_party(person: Person, application: Application) -> bool:
    return is_applicant(person, application) or any(
        one.person_id == person.id for one in application.declarations
    )


def is_officer(person: Person | None, application: Application) -> bool:
    return (
        person is not None
        and application.submitted_at is not None
        and person.holds(*OFFICERS, authority=application.authority_code)
        and not is_party(person, application)
    )


def member_of(person: Person | None, application: Application) -> PanelMember | None:
    """Return the person's place on the panel that sits now."""
    if person is None or application.status not in WITH_PANEL:
        return None
    return next((one for one in application.panel if one.person_id == person.id), None)


def reads_application(person: Person | None, application: Application) -> bool:
    """Officers, the panel, and quality leads: the whole application and what was found."""
    if person is None or application.submitted_at is None or is_party(person, application):
        return False
    return member_of(person, application) is not None or person.holds(
        *READERS, authority=application.authority_code
    )


def can_see(person: Person | None, application: Application) -> bool:
    return is_applicant(person, application) or reads_application(person, application)


def can_read_references(person: Person | None, application: Application) -> bool:
    """Officers and the panel. The applicant learns only whether one came."""
    return is_officer(person, application) or member_of(person, application) is not None


def can_read_scores(person: Person | None, application: Application) -> bool:
    """Whoever sits on the panel after their own scores; the others once all are in."""
    if (member := member_of(person, application)) is not None:
        return member.scored_at is not None
    all_in = bool(application.panel) and all(one.scored_at for one in application.panel)
    return all_in and reads_application(person, application)


def can_answer(person: Person, application: Application) -> bool:
    return is_applicant(person, application) and application.status is Status.DRAFT


def can_check(person: Person, application: Application) -> bool:
    return is_officer(person, application)


def can_name_panel(person: Person, application: Application) -> bool:
    return is_officer(person, application)


def can_replace_referee(person: Person, application: Application) -> bool:
    """Their own applicant or an officer, while references are awaited."""
    return is_applicant(person, application) or is_officer(person, application)


def can_declare(person: Person, application: Application) -> bool:
    """Whoever works on it now; afterwards they do not."""
    return application.status in UNDECIDED and (
        is_officer(person, application) or member_of(person, application) is not None
    )


def can_score(person: Person, application: Application) -> bool:
    member = member_of(person, application)
    return member is not None and member.scored_at is None


def can_decide(person: Person, application: Application) -> bool:
    """An officer, or whoever chairs the panel."""
    member = member_of(person, application)
    return is_officer(person, application) or (member is not None and member.chairs)


def took_part(person: Person, application: Application) -> bool:
    return person.id in {
        application.checked_by_id,
        application.decided_by_id,
        *(member.person_id for member in application.members),
        *(check.checked_by_id for check in application.checks),
    }


def can_answer_appeal(person: Person, application: Application) -> bool:
    """An officer who took no part in what is appealed against."""
    return is_officer(person, application) and not took_part(person, application)


def can_add_training(person: Person, application: Application) -> bool:
    return is_applicant(person, application) or is_officer(person, application)
