"""What an entry's own page says to its lead and to officers: where it stands, what to do next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from flask import url_for

from app.accounts.models import Person
from app.core import clock
from app.prospectus.facts import ListingStatus
from app.prospectus.listing import permissions as who
from app.prospectus.listing import queries
from app.prospectus.listing.completeness import missing
from app.prospectus.listing.facts import (
    DECISION_WORDS,
    EDITION_TONES,
    EDITION_WORDS,
    PANEL_SIZE,
    EditionAction,
    EditionStatus,
)
from app.prospectus.listing.journey import question_url
from app.prospectus.listing.lifecycle import EDITION_LIFECYCLE
from app.prospectus.listing.telling import due_on
from app.prospectus.models import Edition, Provider
from app.web.filters import counted

S = EditionStatus


@dataclass(frozen=True)
class Act:
    words: str
    href: str


@dataclass(frozen=True)
class HistoryLine:
    """One edition, and what was decided about it."""

    number: int
    status: str
    tone: str
    since: date
    decision: str
    reason: str
    conditions: str
    conditions_due_on: date | None


@dataclass(frozen=True)
class OwnPage:
    status: str
    tone: str
    sentence: str
    due_on: date | None
    # what the panel or the home school said, while it still has to be met
    said: str
    conditions: str
    main: Sequence[Act]
    others: Sequence[Act]
    at_once: Sequence[Act] = field(default=())
    history: Sequence[HistoryLine] = ()


def own_page(provider: Provider, person: Person) -> OwnPage:
    editions = [one for one in queries.editions_of(provider) if one.status is not S.DISCARDED]
    newest = editions[0] if editions else None
    writes = who.can_write_entry(person, provider)
    status, tone = _standing(provider, newest)
    main, others = _acts(provider, newest, person)
    conditional = next((e for e in editions if e.status is S.CONDITIONAL), None)
    return OwnPage(
        status=status,
        tone=tone,
        sentence=_sentence(provider, newest),
        due_on=due_on(newest) if newest else None,
        said=newest.reason if newest and newest.status is S.RETURNED else "",
        conditions=conditional.conditions if conditional else "",
        main=main,
        others=others,
        at_once=_at_once(provider) if writes else (),
        history=[_line(one) for one in editions],
    )


def _standing(provider: Provider, newest: Edition | None) -> tuple[str, str]:
    if newest is not None:
        return EDITION_WORDS[newest.status], EDITION_TONES[newest.status]
    if provider.is_public:
        return "Published", "good"
    return ("Hidden", "bad") if provider.listing is ListingStatus.HIDDEN else ("Draft", "neutral")


def _sentence(provider: Provider, newest: Edition | None) -> str:
    seen = "Schools can find this entry." if provider.is_public else "Schools do not see it."
    if newest is None:
        return seen
    if newest.status is S.CONDITIONAL:
        return f"{seen} Its conditions must be met."
    if newest.status not in _SENTENCES:
        return seen
    goes_on = " Schools go on reading the published entry." if provider.is_public else ""
    return f"{_SENTENCES[newest.status](newest)}{goes_on}"


def _draft(edition: Edition) -> str:
    if gaps := len(missing(edition)):
        return f"{counted(gaps, 'answer')} {'is' if gaps == 1 else 'are'} still missing."
    return "Every question is answered: check the entry and send it."


def _release(edition: Edition) -> str:
    asked = edition.open_release.host.name if edition.open_release else "The home school"
    return f"{asked} must agree to the release before the panel reads the entry."


def _panel(edition: Edition) -> str:
    return f"{len(edition.ratings)} of at least {PANEL_SIZE} reviewers have rated the entry."


def _returned(_edition: Edition) -> str:
    return "The entry came back. Put right what is asked, then send it again."


_SENTENCES: Mapping[EditionStatus, Callable[[Edition], str]] = {
    S.DRAFT: _draft,
    S.RELEASE: _release,
    S.PANEL: _panel,
    S.RETURNED: _returned,
}


def _acts(
    provider: Provider, newest: Edition | None, person: Person
) -> tuple[list[Act], list[Act]]:
    slug = provider.slug
    open_acts = EDITION_LIFECYCLE.open_acts(person, newest) if newest else []
    main, others = [], []
    if newest is not None and newest.is_being_written and who.can_write_edition(person, newest):
        gaps = missing(newest)
        if gaps:
            main.append(Act("Go on", question_url(slug, gaps[0].question)))
            others.append(Act("See all answers", url_for("listing.check", slug=slug)))
        else:
            main.append(Act("Check and send", url_for("listing.check", slug=slug)))
    elif who.can_write_entry(person, provider) and _may_be_changed(newest):
        main.append(Act("Change the entry", question_url(slug, "headline")))
    if newest is not None and newest.status is S.RELEASE and who.can_answer_release(person, newest):
        main.append(Act("Answer for the school", url_for("listing.release", slug=slug)))
    if newest is not None and who.can_sit_on_panel(person, newest):
        main.extend(_panel_acts(newest, person))
    if provider.is_public:
        others.append(Act("See the public entry", url_for("prospectus.provider", slug=slug)))
    if newest is not None and (newest.is_being_written or newest.status in {S.RELEASE, S.PANEL}):
        others.append(Act("Preview", url_for("listing.preview", slug=slug)))
    if EditionAction.TAKE_BACK in open_acts and newest and not newest.ratings:
        others.append(Act("Take it back", url_for("listing.take_back", slug=slug)))
    if EditionAction.DISCARD in open_acts:
        others.append(Act("Drop these changes", url_for("listing.discard", slug=slug)))
    return main, others


def _may_be_changed(newest: Edition | None) -> bool:
    return newest is None or newest.status in {S.PUBLISHED, S.CONDITIONAL}


def _panel_acts(edition: Edition, person: Person) -> list[Act]:
    slug = edition.provider.slug
    if edition.status is S.CONDITIONAL:
        return [Act("Settle the conditions", url_for("listing.conditions", slug=slug))]
    if edition.status is not S.PANEL:
        return []
    if who.can_rate(person, edition):
        return [Act("Read and rate it", url_for("listing.panel", slug=slug))]
    return [Act("See the ratings", url_for("listing.panel", slug=slug))]


def _at_once(provider: Provider) -> list[Act]:
    words = {
        "availability": "Availability",
        "contact": "Contact details",
        "rate": "Rate",
        "interests": "Interests",
    }
    return [
        Act(text, question_url(provider.slug, question, then="own"))
        for question, text in words.items()
    ]


def _line(edition: Edition) -> HistoryLine:
    return HistoryLine(
        number=edition.number,
        status=EDITION_WORDS[edition.status],
        tone=EDITION_TONES[edition.status],
        since=clock.in_london(edition.moved_at).date(),
        decision=DECISION_WORDS[edition.rating] if edition.rating else "",
        reason=edition.reason,
        conditions=edition.conditions,
        conditions_due_on=edition.conditions_due_on,
    )
