"""Who learns of a closing report. Subjects say neither who is supported nor why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.commissions.queries.people import everybody_told
from app.commissions.queries.sides import officers_of
from app.notifications.services import leave_message
from app.quality.closing.permissions import can_answer, can_decide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.accounts.models import Person
    from app.quality.closing.models import ClosingReport


def tell_of_report(report: ClosingReport) -> None:
    words = "the closing report waits to be accepted"
    _tell(report, "waits", _officers(report), words, "Accept it, or return it with a question.")


def tell_of_return(report: ClosingReport) -> None:
    leads = holders(Role.QUALITY_LEAD, authority=report.commission.authority_code)
    people = [person for person in leads if can_answer(person, report)]
    words = "the closing report was returned"
    _tell(report, "returned", people, words, "Its page says why. Answer and put it forward again.")


def tell_of_acceptance(report: ClosingReport) -> None:
    people = [p for p in everybody_told(report.commission) if p is not report.decided_by]
    words = "the closing report is accepted"
    _tell(report, "accepted", people, words, "It can be read, printed and kept.")


def _officers(report: ClosingReport) -> list[Person]:
    """Return the broker, or where the broker may not accept it every officer who may."""
    officers = officers_of(report.commission)
    may = [person for person in officers if can_decide(person, report)]
    return [person for person in may if person.id == report.commission.broker_id] or may


def _tell(
    report: ClosingReport, what: str, people: Iterable[Person], words: str, more: str
) -> None:
    reference = report.commission.reference
    for person in people:
        leave_message(
            to=person,
            about=f"closing report {report.id} {what} {report.moved_at}",
            subject=f"{reference}: {words}",
            body=f"{words[:1].upper()}{words[1:]}. {more}",
            # no url_for: the demonstration writes messages outside a request
            path=f"/commissions/{reference}/closing-report",
        )
