"""Reviews of providers that wait for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.core.waiting import Item, Place
from app.quality.provider_reviews import queries
from app.quality.provider_reviews.facts import ReviewAct
from app.quality.provider_reviews.lifecycle import REVIEW_LIFECYCLE, due_on
from app.quality.provider_reviews.permissions import can_open

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.accounts.models import Person
    from app.quality.provider_reviews.models import ProviderReview

SENTENCES = {
    ReviewAct.DECIDE: "Decide the review of a provider",
    ReviewAct.APPEAL: "Read the decision of the review, and appeal if you wish",
    ReviewAct.ANSWER: "Answer the appeal against a review",
}


def waiting_for(person: Person) -> Iterator[Item]:
    for review in queries.live_reviews_of(person):
        for act in REVIEW_LIFECYCLE.open_acts(person, review):
            if not REVIEW_LIFECYCLE.missing(person, review, act):
                href = url_for("provider_reviews.show", number=review.id)
                yield _item(review, SENTENCES[act], href, due_on(review))
    for review in queries.to_look_at_again(person):
        if can_open(person, review.provider) and review.look_again_on is not None:
            href = url_for("provider_reviews.open_review", slug=review.provider.slug)
            words = "Look again: the day that the last review set"
            yield _item(review, words, href, review.look_again_on)


def _item(review: ProviderReview, sentence: str, href: str, day: date) -> Item:
    place = Place("reviews", url_for("provider_reviews.index"))
    kind = "Review of a provider"
    return Item(review.provider.name, kind, href, sentence, day, mine=True, place=place)
