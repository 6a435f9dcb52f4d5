"""A provider's record in detail; the public reads only its sums, on the entry."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.prospectus.designations.permissions import can_see_designations
from app.prospectus.models import Provider
from app.prospectus.queries import provider_by_slug
from app.quality.provider_reviews.page import review_view
from app.quality.provider_reviews.permissions import can_open
from app.quality.provider_reviews.queries import open_review_of, reviews_of
from app.quality.record.page import OUTCOMES, record_of
from app.web import access
from app.web.access import current_person

blueprint = Blueprint("quality_record", __name__, url_prefix="/quality")


@blueprint.get("/providers/<slug>")
@access.loads(provider_by_slug, name="provider", see=can_see_designations)
def show(provider: Provider) -> ResponseReturnValue:
    person = current_person()
    return render_template(
        "quality/record.html",
        provider=provider,
        record=record_of(provider, person),
        outcomes=OUTCOMES,
        reviews=[review_view(person, review) for review in reviews_of(provider.id)],
        may_open=can_open(person, provider) and open_review_of(provider.id) is None,
    )
