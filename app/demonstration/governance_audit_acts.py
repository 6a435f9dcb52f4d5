"""Skills audits and boards' questions to themselves, as the demonstration's file writes them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from app.demonstration.files import tables
from app.extensions import db
from app.governance.audits.facts import Rule
from app.governance.audits.questions import services as questions
from app.governance.audits.questions.facts import Rating
from app.governance.audits.services import answering, running
from app.governance.audits.words import services as words
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from app.accounts.models import Person
    from app.demonstration.cast import Cast
    from app.demonstration.files import Table
    from app.governance.audits.models import SkillsAudit

    Do = Callable[[Cast, Person], Any]

FILE = "governance_audits"
RATINGS = {"y": Rating.YES, "p": Rating.PARTLY, "n": Rating.NOT_YET, "u": Rating.UNKNOWN}


def acts() -> Iterator[tuple[date, str, Do]]:
    """Return each act with its day and who takes it."""
    for table in tables("words", FILE):
        yield table["on"], table["by"], partial(_words, table=table)
    for table in tables("audit", FILE):
        begun: list[SkillsAudit] = []
        yield table["on"], table["by"], partial(_begin, table=table, begun=begun)
        for answer in table.get("answers", ()):
            yield table["on"], answer[0], partial(_answer, answer=answer, begun=begun)
        if "closed_on" in table:
            yield table["closed_on"], table["by"], partial(_close, table=table, begun=begun)
    for table in tables("check", FILE):
        yield table["held_on"], table["by"], partial(_check, table=table)


def _words(_cast: Cast, by: Person, *, table: Table) -> None:
    words.start_words(authority_code=table["authority"], by=by)


def _begin(_cast: Cast, by: Person, *, table: Table, begun: list[SkillsAudit]) -> None:
    audit = running.begin(
        school=db.session.get_one(School, table["school"]),
        by=by,
        name=table["name"],
        closes_on=table["closes_on"],
        rule=Rule(table.get("rule", Rule.TOTALS)),
        agreed_on=table.get("agreed_on"),
    )
    for name, email in table.get("guests", ()):
        running.ask(audit=audit, by=by, name=name, email=email)
    if not table.get("draft"):
        running.open_audit(audit=audit, by=by)
    begun.append(audit)


def _answer(_cast: Cast, by: Person, *, answer: list[str], begun: list[SkillsAudit]) -> None:
    """Answer as a row of figures says, one for each statement; behind them why one is 0."""
    (audit,) = begun
    (invitation,) = audit.invitations_of(by)
    levels = iter(map(int, answer[1].replace(" ", "")))
    for strand in answering.strands_of(invitation):
        chosen = {item.id: next(levels) for item in answering.items_of(invitation, strand)}
        why = answer[2] if 0 in chosen.values() else ""
        answering.save(invitation=invitation, strand=strand, levels=chosen, why=why)
    answering.send(invitation)


def _close(_cast: Cast, by: Person, *, table: Table, begun: list[SkillsAudit]) -> None:
    (audit,) = begun
    running.close(audit=audit, by=by)
    if table.get("share_with_services"):
        running.share(audit=audit, by=by, with_head=False, with_services=True)


def _check(_cast: Cast, by: Person, *, table: Table) -> None:
    check = questions.begin(
        school=db.session.get_one(School, table["school"]),
        by=by,
        held_on=table["held_on"],
        took_part=table["took_part"],
    )
    ratings = [RATINGS[letter] for letter in table["ratings"].replace(" ", "")]
    written = {}
    for answer, rating in zip(check.answers, ratings, strict=True):
        shown = table["evidence"] if rating is Rating.YES else ""
        left = table.get("next_step", "") if rating in (Rating.NOT_YET, Rating.UNKNOWN) else ""
        written[answer.id] = (rating, shown, left)
    questions.write(check=check, by=by, answers=written)
    if not table.get("draft"):
        questions.record(check=check, by=by)
