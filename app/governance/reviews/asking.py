"""One page for every question about a review: title, what is said first, the form, a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import flash, render_template, url_for

from app.web import htmx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

    from app.governance.reviews.models import GovernanceReview
    from app.web.forms import Form


def ask(
    review: GovernanceReview,
    form: Form,
    title: str,
    *,
    told: Sequence[str] = (),
    back: str = "show",
    warned: bool = False,
    **values: Any,
) -> ResponseReturnValue:
    html = render_template(
        "governance/reviews/question.html",
        caption=f"{review.school.name}, {review.reference}",
        title=title,
        told=told,
        form=form,
        warned=warned,
        back=url_for(f"governance_reviews.{back}", reference=review.reference, **values),
    )
    return html, 422 if form.is_submitted() else 200


def go_back(
    review: GovernanceReview, words: str, page: str = "show", **values: Any
) -> ResponseReturnValue:
    """Say what was done and go to a page of the review."""
    flash(words)
    return htmx.redirect(
        url_for(f"governance_reviews.{page}", reference=review.reference, **values)
    )
