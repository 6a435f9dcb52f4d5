"""Closing reports that wait for a person: an officer who accepts, a lead who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.timings import due
from app.core.waiting import Item, Place
from app.quality.closing.facts import ClosingAction
from app.quality.closing.lifecycle import CLOSING_LIFECYCLE
from app.quality.closing.queries import open_reports_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.models import Person
    from app.quality.closing.models import ClosingReport


def waiting_for(person: Person) -> Iterator[Item]:
    for report in open_reports_of(person):
        acts = CLOSING_LIFECYCLE.open_acts(person, report)
        if ClosingAction.PUT_FORWARD in acts:
            yield _item(report, "Answer what was asked about the closing report", mine=True)
        elif ClosingAction.ACCEPT in acts:
            broker = report.commission.broker
            if broker is person:
                yield _item(report, "Accept the closing report", mine=True)
            else:
                yield _item(report, f"{broker.name} needs to accept the closing report", mine=False)


def _item(report: ClosingReport, sentence: str, *, mine: bool) -> Item:
    commission = report.commission
    return Item(
        title=commission.request.title,
        detail=f"{commission.reference}, {commission.provider.name} at {commission.school.name}",
        href=url_for("closing_report.show", reference=commission.reference),
        sentence=sentence,
        due_on=due(report.moved_at, "closing_report"),
        mine=mine,
        place=Place("commissions", url_for("commissions.index")),
    )
