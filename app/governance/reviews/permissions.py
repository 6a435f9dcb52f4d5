"""Who reads, reviews, answers and decides in a review of governance. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import SCHOOL_ROLES, Role
from app.governance.reviews.facts import (
    BEFORE_REPORT,
    BOARD_ROLES,
    ENDED,
    BoardReviewStatus,
    ReviewKind,
)

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.reviews.models import (
        GovernanceAction,
        GovernanceFinding,
        GovernanceHeading,
        GovernanceMeeting,
        GovernancePaper,
        GovernanceReport,
        GovernanceReview,
        ScopePart,
    )
    from app.schools.models import School

S = BoardReviewStatus
CAN_BE_CANCELLED = BEFORE_REPORT | {S.SHARED, S.AGREED}


def has_business(person: Person | None) -> bool:
    """Whoever may have a review to read; brokers never have."""
    return person is not None and person.holds(
        *BOARD_ROLES, Role.HEAD, Role.PROVIDER_LEAD, Role.GOVERNOR_SERVICES, Role.QUALITY_LEAD
    )


def looks_across(person: Person | None) -> bool:
    """Officers of the feature and quality leads see all boards of their authority."""
    return person is not None and person.holds(Role.GOVERNOR_SERVICES, Role.QUALITY_LEAD)


def sees_promptness(person: Person | None) -> bool:
    """The Schools Forum too, which reads totals and no school."""
    return looks_across(person) or (person is not None and person.holds(Role.FORUM_MEMBER))


def keeps_headings(person: Person | None) -> bool:
    return person is not None and person.holds(Role.GOVERNOR_SERVICES)


def keeps_heading(person: Person, heading: GovernanceHeading) -> bool:
    return person.holds(Role.GOVERNOR_SERVICES, authority=heading.authority_code)


def can_ask(person: Person | None) -> bool:
    return person is not None and person.holds(Role.CHAIR, Role.CLERK, Role.GOVERNOR_SERVICES)


def can_ask_for(person: Person, school: School) -> bool:
    """For the own board, or as an officer of its authority."""
    return person.holds(Role.CHAIR, Role.CLERK, school=school.urn) or person.holds(
        Role.GOVERNOR_SERVICES, authority=school.authority_code
    )


def is_self(review: GovernanceReview) -> bool:
    return review.kind is ReviewKind.SELF


def has_lead(review: GovernanceReview) -> bool:
    return is_self(review) or bool(review.provider_id or review.officer_id)


def is_chair(person: Person, review: GovernanceReview) -> bool:
    return person.holds(Role.CHAIR, school=review.school_urn)


def speaks_for_board(person: Person, review: GovernanceReview) -> bool:
    return person.holds(Role.CHAIR, Role.CLERK, school=review.school_urn)


def is_on_board(person: Person, review: GovernanceReview) -> bool:
    return person.holds(*BOARD_ROLES, school=review.school_urn)


def declared_interest(person: Person, review: GovernanceReview) -> bool:
    return any(one.person_id == person.id and one.words for one in review.interests)


def declared_none(person: Person, review: GovernanceReview) -> bool:
    said = [one.words for one in review.interests if one.person_id == person.id]
    return bool(said) and not any(said)


def is_party(person: Person, review: GovernanceReview) -> bool:
    """Whoever belongs to the school or leads the provider that reviews it."""
    led = review.provider_id is not None and review.provider_id in person.providers_led()
    return led or person.holds(*SCHOOL_ROLES, school=review.school_urn)


def _holds_apart(person: Person, review: GovernanceReview, role: Role) -> bool:
    return (
        person.holds(role, authority=review.school.authority_code)
        and not is_party(person, review)
        and not declared_interest(person, review)
    )


def is_officer(person: Person, review: GovernanceReview) -> bool:
    """Governor services, unless a party to it or with an interest."""
    return _holds_apart(person, review, Role.GOVERNOR_SERVICES)


def is_quality(person: Person, review: GovernanceReview) -> bool:
    return _holds_apart(person, review, Role.QUALITY_LEAD)


def is_reviewer(person: Person, review: GovernanceReview) -> bool:
    """The chair of a self-review; of another the provider's lead or the officer named."""
    if is_self(review):
        return is_chair(person, review)
    if declared_interest(person, review):
        return False
    if review.provider_id is not None and review.provider_id in person.providers_led():
        return not person.holds(*SCHOOL_ROLES, school=review.school_urn)
    return review.officer_id == person.id and is_officer(person, review)


def reads_as_head(person: Person, review: GovernanceReview) -> bool:
    """From when the report is shared, unless the review says that the head takes part earlier."""
    told = review.head_takes_part or review.shared_on is not None
    return told and person.holds(Role.HEAD, school=review.school_urn)


def _of_authority(person: Person, review: GovernanceReview) -> bool:
    return is_officer(person, review) or is_quality(person, review)


def can_see(person: Person, review: GovernanceReview) -> bool:
    return (
        is_on_board(person, review)
        or is_reviewer(person, review)
        or reads_as_head(person, review)
        or _of_authority(person, review)
    )


def can_read(person: Person, review: GovernanceReview) -> bool:
    """A self-review is the board's own: the authority knows of it and reads what it is given."""
    if is_self(review) and not review.opened_to_authority:
        return can_see(person, review) and (
            is_on_board(person, review) or reads_as_head(person, review)
        )
    return can_see(person, review)


def can_read_findings(person: Person, review: GovernanceReview) -> bool:
    """Drafts: the reviewers and, of an external review, the officers."""
    return can_read(person, review) and (is_reviewer(person, review) or is_officer(person, review))


def can_read_report(person: Person, review: GovernanceReview) -> bool:
    return review.shared_on is not None and can_read(person, review)


def can_read_own_view(person: Person, review: GovernanceReview) -> bool:
    """Whoever finds reads it only after the findings are fixed; the head when all is shared."""
    if is_on_board(person, review):
        return True
    sent = review.own_view_sent_at is not None
    if reads_as_head(person, review):
        return sent and review.shared_on is not None
    fixed = review.status not in {S.PLANNED, S.UNDER_WAY}
    return can_read(person, review) and sent and (fixed or is_self(review))


def can_arrange(person: Person, review: GovernanceReview) -> bool:
    """Who leads and what is looked at, before it begins."""
    if review.status is not S.PLANNED:
        return False
    return is_chair(person, review) if is_self(review) else is_officer(person, review)


def can_declare(person: Person, review: GovernanceReview) -> bool:
    """Reviewers and officers of an external review; the board itself is no stranger."""
    outside = is_reviewer(person, review) or is_officer(person, review)
    return not is_self(review) and review.status not in ENDED and outside


def can_prepare(person: Person, review: GovernanceReview) -> bool:
    """Ask for papers and arrange meetings."""
    works = is_reviewer(person, review) or (not is_self(review) and is_officer(person, review))
    return works and review.status in BEFORE_REPORT


def can_receive(person: Person, paper: GovernancePaper) -> bool:
    """Record that a paper came: who asked for it, or who speaks for the board."""
    review = paper.review
    return can_prepare(person, review) or (
        speaks_for_board(person, review) and review.status in BEFORE_REPORT
    )


def can_read_notes(person: Person, review: GovernanceReview) -> bool:
    """The notes of meetings: the reviewers alone."""
    return is_reviewer(person, review)


def can_keep_meeting(person: Person, meeting: GovernanceMeeting) -> bool:
    return is_reviewer(person, meeting.review) and meeting.review.status in BEFORE_REPORT


def can_write_own_view(person: Person, review: GovernanceReview) -> bool:
    return (
        speaks_for_board(person, review)
        and review.own_view_sent_at is None
        and review.status in BEFORE_REPORT
    )


def can_write_part(person: Person, part: ScopePart) -> bool:
    return can_write_own_view(person, part.review)


def can_write_findings(person: Person, review: GovernanceReview) -> bool:
    """Until they are fixed; after a version was shared, to correct it."""
    corrects = review.status is S.DRAFTED and review.shared_on is not None
    return is_reviewer(person, review) and (review.status is S.UNDER_WAY or corrects)


def can_see_finding(person: Person, finding: GovernanceFinding) -> bool:
    return can_read_findings(person, finding.review)


def can_write_finding(person: Person, finding: GovernanceFinding) -> bool:
    return can_write_findings(person, finding.review)


def can_see_report(person: Person, report: GovernanceReport) -> bool:
    return can_read_report(person, report.review)


def can_comment(person: Person, review: GovernanceReview) -> bool:
    return speaks_for_board(person, review) and review.status is S.SHARED


def can_open_to_authority(person: Person, review: GovernanceReview) -> bool:
    return is_self(review) and is_chair(person, review) and not review.opened_to_authority


def can_write_plan(person: Person, review: GovernanceReview) -> bool:
    return speaks_for_board(person, review) and review.status is S.AGREED


def can_write_action(person: Person, action: GovernanceAction) -> bool:
    return can_write_plan(person, action.review)


def can_see_action(person: Person, action: GovernanceAction) -> bool:
    return can_read_report(person, action.review)


def owns(person: Person, action: GovernanceAction) -> bool:
    if action.owner_role is not None:
        return person.holds(action.owner_role, school=action.review.school_urn)
    return action.owner_id == person.id and can_see_action(person, action)


def can_follow_up(person: Person, action: GovernanceAction) -> bool:
    """Say what was done: its owner, or who speaks for the board."""
    open_now = action.review.status is S.FOLLOW_UP and action.done_on is None
    return open_now and (owns(person, action) or speaks_for_board(person, action.review))


def can_move_date(person: Person, action: GovernanceAction) -> bool:
    open_now = action.review.status is S.FOLLOW_UP and action.done_on is None
    return open_now and speaks_for_board(person, action.review)


def can_agree_external(person: Person, review: GovernanceReview) -> bool:
    return not is_self(review) and is_chair(person, review)


def can_agree_own(person: Person, review: GovernanceReview) -> bool:
    return is_self(review) and is_chair(person, review)


def can_accept(person: Person, review: GovernanceReview) -> bool:
    return not is_self(review) and is_officer(person, review)


def can_end(person: Person, review: GovernanceReview) -> bool:
    """Close or cancel: the officers an external review, the chair the board's own."""
    return is_chair(person, review) if is_self(review) else is_officer(person, review)
