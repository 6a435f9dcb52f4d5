"""A request's answers in words, by the pages on which they were given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.facts import FUNDING_WORDS, URGENCY_WORDS, Interest
from app.commissions.for_boards.answers import BOARD_TITLES, board_answers
from app.commissions.requirements import CONSENT, INTEREST, NEEDED, need_complete
from app.commissions.services.ask import SECTIONS
from app.commissions.suitability import phases_of
from app.core.money import pounds
from app.prospectus.facts import PHASE_WORDS, Phase
from app.web.filters import date_words, number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.for_boards.answers import Answers
    from app.commissions.models import SupportRequest
    from app.commissions.offers import OfferTerms

SECTION_TITLES = {
    "need": "The need",
    "outcome": "What should change",
    "practical": "How it will work",
    "interests": "Interests and sharing",
}
# message → the field that closes the gap
_FIELDS = {words: name for name, words in NEEDED.items()} | {
    INTEREST: "interest",
    CONSENT: "consent_to_share",
}


@dataclass(frozen=True)
class Row:
    key: str
    value: str | None
    href: str | None = None
    action: str = "Change"


@dataclass(frozen=True)
class Section:
    title: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Gap:
    words: str
    href: str


def gaps(asked: SupportRequest, person: Person) -> list[Gap]:
    """Return what is missing, each with the link to the question that closes it."""
    return [Gap(words, _gap_url(asked, words)) for words in need_complete(person, asked)]


def _gap_url(asked: SupportRequest, words: str) -> str:
    name = _FIELDS[words]
    section = next((key for key, names in SECTIONS.items() if name in names), "interests")
    # a date has three boxes
    box = "wanted_from-day" if name == "wanted_from" else name
    return f"{_edit_url(asked, section)}#{box}"


def _edit_url(asked: SupportRequest, section: str) -> str:
    return url_for("requests.edit", reference=asked.reference, section=section, then="check")


def answer_sections(asked: SupportRequest, *, editable: bool = False) -> list[Section]:
    """Return every question with its answer, with a link to change it where `editable`."""
    if asked.board_need is not None:
        return _board_sections(asked, board_answers(asked, asked.board_need), editable=editable)
    answers = {
        "need": (
            ("Title", asked.title),
            ("Area", asked.focus.name if asked.focus else None),
            ("Need", asked.need),
            ("Staff", asked.which_staff),
            ("Evidence", asked.evidence_of_need),
            ("Tried already", asked.tried),
        ),
        "outcome": (
            ("What should be different", asked.expected_outcome),
            ("How soon", URGENCY_WORDS[asked.urgency] if asked.urgency else None),
            ("Start", date_words(asked.wanted_from)),
            ("To plan around", asked.constraints),
        ),
        "practical": (
            ("Lead in school", asked.contact_in_school),
            ("Payment", FUNDING_WORDS[asked.funding_route] if asked.funding_route else None),
            ("At most", None if asked.ceiling_pence is None else pounds(asked.ceiling_pence)),
            ("Governors know", _AWARE[asked.governing_body_aware]),
            *_provider_asked_for(asked),
        ),
        "interests": (
            ("Interests", _interests(asked)),
            ("Sharing", "Agreed, without the school’s name" if asked.consent_to_share else None),
        ),
    }
    return [
        Section(
            SECTION_TITLES[name],
            [Row(key, value, _edit_url(asked, name) if editable else None) for key, value in rows],
        )
        for name, rows in answers.items()
    ]


def _board_sections(asked: SupportRequest, answers: Answers, *, editable: bool) -> list[Section]:
    def href(name: str) -> str | None:
        if not editable:
            return None
        return url_for(
            "governance_requests.edit", reference=asked.reference, section=name, then="check"
        )

    return [
        Section(BOARD_TITLES[name], [Row(key, value, href(name)) for key, value in rows])
        for name, rows in answers.items()
    ]


_AWARE = {True: "Yes", False: "Not yet", None: None}


def redacted_rows(asked: SupportRequest) -> list[Row]:
    """Return what a shortlisted provider may know: no free text, for that may name the school."""
    phases = [PHASE_WORDS[phase] for phase in Phase if phase in phases_of(asked.school)]
    return [
        Row("Area", asked.focus.name if asked.focus else None),
        Row("Phase", ", ".join(phases)),
        Row("How soon", URGENCY_WORDS[asked.urgency] if asked.urgency else None),
        Row("Start", date_words(asked.wanted_from)),
    ]


def enquired_rows(asked: SupportRequest) -> list[Row]:
    """Return what a provider may know that is asked whether it can help: the ceiling besides."""
    most = None if asked.ceiling_pence is None else pounds(asked.ceiling_pence)
    return [*redacted_rows(asked), *([Row("At most", most)] if most else [])]


def offer_rows(terms: OfferTerms) -> list[Row]:
    """Return the terms of an offer as they are checked before it is sent."""
    return [
        Row("Days", number_words(terms.days)),
        Row("First day", date_words(terms.starts_on)),
        Row("Last day", date_words(terms.ends_on)),
        Row("Charge", pounds(terms.charge_pence)),
        Row("Provider’s part", pounds(terms.reimbursement_pence)),
        Row("Brokerage fee", pounds(terms.fee_pence)),
        Row("VAT", pounds(terms.vat_pence)),
        *(Row(f"{funder} pays", pounds(pence)) for funder, pence in terms.funding),
        *([Row("Reason for a waiver", terms.waiver_reason)] if terms.waiver_reason else []),
    ]


def _provider_asked_for(asked: SupportRequest) -> list[tuple[str, str]]:
    if asked.preferred_provider is not None:
        return [("Provider asked for", asked.preferred_provider.name)]
    # several stand in a list of their own: the one that gets the work does not read of the others
    words = "None: the brokerage team chooses"
    return [] if asked.enquiries else [("Provider asked for", words)]


def _interests(asked: SupportRequest) -> str | None:
    """Return the answer given for the school; officers' own stand elsewhere."""
    given = [d for d in asked.declarations if d.person_id == asked.requester_id]
    if not given:
        return None
    return "None" if given[-1].answer is Interest.NONE else given[-1].detail
