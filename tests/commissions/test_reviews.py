"""Reviews: when they are due, what they must say, and the school's answer."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.commissions.facts import Acknowledgement
from app.commissions.models import Commission, Objective, ReviewMeeting
from app.commissions.next_steps import commission_next
from app.commissions.reviews import facts, services
from app.commissions.reviews.answers import RatingAnswers
from app.commissions.reviews.due import DueReview, due_reviews, overdue_reviews
from app.commissions.reviews.facts import Rating, ReviewDecision, ReviewKind
from app.commissions.telling import remind
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from tests.client import LintingClient
from tests.commissions.test_telling import told
from tests.commissions.unsaved import under_way
from tests.factories import deliveries as make
from tests.factories.deliveries import review_answers
from tests.factories.world import World

BEGUN = date(2026, 9, 1)
MID, TERMLY = ReviewKind.MID_POINT, ReviewKind.TERMLY


def support(ends_on: date, *held: tuple[ReviewKind, date, date | None]) -> Commission:
    reviews = [
        ReviewMeeting(kind=kind, held_on=day, next_review_on=following)
        for kind, day, following in held
    ]
    return under_way(starts_on=BEGUN, ends_on=ends_on, start_meeting_on=BEGUN, reviews=reviews)


def test_the_facts_have_words() -> None:
    for enum, words in (
        (facts.ReviewKind, facts.KIND_WORDS),
        (facts.Rating, facts.RATING_WORDS),
        (facts.Rating, facts.RATING_TONES),
        (facts.Working, facts.WORKING_WORDS),
        (facts.ReviewDecision, facts.DECISION_WORDS),
    ):
        assert set(words) == set(enum)
    # the word, not the colour, says what a rating is
    assert all(words.lower().startswith(r.value) for r, words in facts.RATING_WORDS.items())


class TestDue:
    def test_the_mid_point_comes_at_half(self) -> None:
        assert due_reviews(support(date(2027, 3, 1))) == [DueReview(MID, date(2026, 11, 30))]

    def test_in_long_support_a_termly_one_comes_before_it(self) -> None:
        assert due_reviews(support(date(2027, 9, 1))) == [
            DueReview(TERMLY, date(2026, 12, 30)),
            DueReview(MID, date(2027, 3, 2)),
        ]

    def test_after_it_come_termly_ones_while_the_support_lasts(self) -> None:
        long = support(date(2027, 9, 1), (MID, date(2027, 3, 2), None))
        assert due_reviews(long) == [DueReview(TERMLY, date(2027, 6, 30))]
        short = support(date(2027, 3, 1), (MID, date(2026, 11, 30), None))
        assert due_reviews(short) == []

    def test_one_that_was_promised_earlier_is_due_earlier(self) -> None:
        asked = support(date(2027, 9, 1), (MID, date(2027, 3, 2), date(2027, 4, 20)))
        assert due_reviews(asked) == [DueReview(TERMLY, date(2027, 4, 20))]

    def test_what_is_past_its_day_is_overdue(self) -> None:
        asked = support(date(2027, 3, 1))
        with clock.at(datetime(2026, 11, 30, 12, tzinfo=UTC)):
            assert overdue_reviews(asked) == []
        with clock.at(datetime(2026, 12, 1, 12, tzinfo=UTC)):
            assert [review.kind for review in overdue_reviews(asked)] == [MID]


def test_a_review_cannot_say_everything() -> None:
    today = clock.today()
    held = ReviewMeeting(kind=ReviewKind.START, held_on=today)
    commission = under_way(
        start_meeting_on=today, reviews=[held], objectives=[Objective(id=7, position=1)]
    )

    def rated(rating: Rating, words: str = "Behind", step: str = "") -> object:
        return {7: RatingAnswers(rating, words, next_step=step)}

    good = {"kind": TERMLY, "ratings": rated(Rating.GREEN)}
    cannot = {
        "last review was on": {"held_on": today - timedelta(days=1)},
        "once it was held": {"held_on": today + timedelta(days=1)},
        "already": {"kind": ReviewKind.START},
        "later than this one": {"next_review_on": today},
        "day of the next review": {"next_review_on": None},
        "Rate objective 1": {"ratings": {}},
        "what happens next": {"ratings": rated(Rating.AMBER)},
        "needed for amber and red": {"ratings": rated(Rating.RED)},
        "Say why": {"ratings": rated(Rating.GREEN, " ")},
        "why it should end": {"decision": ReviewDecision.END_EARLY, "next_review_on": None},
    }
    ending = {
        "ratings": rated(Rating.RED, step="Ask for other support"),
        "decision": ReviewDecision.END_EARLY,
        "decision_words": "The lead has left",
        "next_review_on": None,
    }
    assert review_answers(commission, **(good | ending)).faults(commission) == {}
    for words, changes in cannot.items():
        faults = review_answers(commission, **(good | changes)).faults(commission)
        assert words in " ".join(faults.values())


class TestReview:
    def test_is_answered_by_the_school_once(self, world: World) -> None:
        commission = make.reviewed(world)
        (review,) = commission.reviews
        acts = [step.act for step in commission_next(commission)]
        assert "say whether the record of the start meeting is accurate" in acts
        with pytest.raises(NotAllowed):
            services.acknowledge_review(
                review=review, by=world.chair, answer=Acknowledgement.ACCURATE
            )
        wrong = Acknowledgement.NOT_ACCURATE
        with pytest.raises(NotReady, match="not accurate"):
            services.acknowledge_review(review=review, by=world.head, answer=wrong)
        services.acknowledge_review(
            review=review, by=world.head, answer=wrong, comment="Two were there"
        )
        with pytest.raises(NotOpen):
            services.acknowledge_review(review=review, by=world.head, answer=wrong, comment="x")
        review.working_words = "Better than it was"
        with pytest.raises(NotOpen):
            db.session.flush()

    def test_is_reminded_of_once_when_it_is_late(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        commission = make.active(world)
        with clock.at(clock.now() + timedelta(days=105)):
            for _ in range(2):
                remind(commission)
            late = "late: hold the mid-point review and record it"
            assert told(session, world.provider_lead).count(late) == 1


def test_the_pages(world: World, client: LintingClient) -> None:
    commission = make.active(world)
    make.note(world, commission)
    make.reading(world, commission, 64)
    key = commission.objectives[0].id
    url = f"/commissions/{commission.reference}"
    client.signed_in_as(world.provider_lead)
    day, later = clock.today(), clock.today() + timedelta(days=60)
    answers = {
        "kind": "termly",
        "held_on": [str(day.day), str(day.month), str(day.year)],
        "roles_present": "Headteacher, provider",
        f"rating_{key}": "amber",
        f"words_{key}": "Two classes are behind",
        "working": "partly",
        "working_words": "Lessons are observed",
        "decision": "go_on",
        "next_review_on": [str(later.day), str(later.month), str(later.year)],
    }
    assert "needed for amber and red" in client.submit(f"{url}/reviews/new", answers).text
    assert "Rate objective 1" in client.submit(f"{url}/reviews/new", {}).text
    step = {f"next_step_{key}": "Coach both teachers by Friday"}
    held = client.submit(f"{url}/reviews/new", answers | step).location

    client.signed_in_as(world.head)
    page = client.get(held).text
    for words in ("64% on", "Amber: behind", "1 day of 4 days", "£225 of £900"):
        assert words in page
    assert (
        client.submit(held, {"answer": "not_accurate"}, action=f"{held}/answer").status_code == 422
    )
    client.submit(held, {"answer": "accurate"}, action=f"{held}/answer")
    assert "The school agrees it is accurate" in client.get(held).text
    assert "1 objective: 1 amber" in client.get(url).text
