"""The panel rates an edition, decides, and settles the conditions it set."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.prospectus.designations.queries import criteria_in_force
from app.prospectus.listing import permissions as who
from app.prospectus.listing import queries
from app.prospectus.listing.answers import answer_sections
from app.prospectus.listing.facts import (
    EDITION_TONES,
    EDITION_WORDS,
    RATING_TONES,
    RATING_WORDS,
    EditionAction,
    Rating,
)
from app.prospectus.listing.forms.panel import (
    MET,
    ConditionsForm,
    DecisionForm,
    RatingForm,
    rating_form,
)
from app.prospectus.listing.lifecycle import EDITION_LIFECYCLE
from app.prospectus.listing.routes import blueprint
from app.prospectus.listing.services import panel as panels
from app.prospectus.models import Edition
from app.prospectus.queries import expertise_groups
from app.web import access, htmx
from app.web.commits import commits


def _page(edition: Edition) -> str:
    return url_for("listing.panel", slug=edition.provider.slug)


@blueprint.get("/<slug>/panel")
@access.loads(
    queries.edition_to_judge,
    name="edition",
    see=who.can_see_edition,
    may=who.can_sit_on_panel,
)
def panel(edition: Edition) -> ResponseReturnValue:
    person = access.current_person()
    return render_template(
        "listing/panel.html",
        edition=edition,
        provider=edition.provider,
        sections=answer_sections(edition, expertise_groups(), changeable=False),
        reviews=edition.ratings if who.can_read_ratings(person, edition) else [],
        rated=len(edition.ratings),
        may_rate=who.can_rate(person, edition),
        may_decide=who.can_decide(person, edition),
        missing=EDITION_LIFECYCLE.missing(person, edition, EditionAction.PUBLISH),
        status=EDITION_WORDS[edition.status],
        tone=EDITION_TONES[edition.status],
        rating_words=RATING_WORDS,
        rating_tones=RATING_TONES,
    )


@blueprint.route("/<slug>/rate", methods=["GET", "POST"])
@access.loads(queries.edition_to_judge, name="edition", see=who.can_see_edition, may=who.can_rate)
@commits
def rate(edition: Edition) -> ResponseReturnValue:
    criteria = [(one.words, one.guidance) for one in criteria_in_force()]
    form = rating_form(criteria)()
    if form.validate_on_submit():
        try:
            _record(edition, form)
        except panels.Refused as refused:
            form.show_faults(refused.faults)
        else:
            flash("Your answer is recorded.")
            # an interest keeps its owner out of the panel's page too
            own = url_for(".show", slug=edition.provider.slug)
            return htmx.redirect(own if form.has_interest else _page(edition))
    page = render_template(
        "listing/rate.html", form=form, edition=edition, provider=edition.provider
    )
    return page, 422 if form.errors else 200


def _record(edition: Edition, form: RatingForm) -> None:
    person = access.current_person()
    if form.has_interest:
        words = form.interest_detail.data or ""
        panels.declare_interest(edition=edition, by=person, interest=words)
        return
    panels.rate(
        edition=edition,
        by=person,
        findings=form.findings(),
        rating=Rating(form.rating.data),
        reason=form.reason.data or "",
    )


@blueprint.route("/<slug>/decide", methods=["GET", "POST"])
@access.loads(queries.edition_to_judge, name="edition", see=who.can_see_edition, may=who.can_decide)
@commits
def decide(edition: Edition) -> ResponseReturnValue:
    person = access.current_person()
    EDITION_LIFECYCLE.check(edition, EditionAction.PUBLISH, by=person)
    form = DecisionForm()
    if form.validate_on_submit():
        try:
            panels.decide(edition=edition, by=person, decision=form.decision())
        except panels.Refused as refused:
            form.show_faults(refused.faults)
        else:
            flash("The decision is recorded, and the provider is told.")
            return htmx.redirect(url_for(".show", slug=edition.provider.slug))
    page = render_template(
        "listing/decide.html",
        form=form,
        edition=edition,
        provider=edition.provider,
        rating_words=RATING_WORDS,
        rating_tones=RATING_TONES,
    )
    return page, 422 if form.errors else 200


@blueprint.route("/<slug>/conditions", methods=["GET", "POST"])
@access.loads(
    queries.edition_to_judge, name="edition", see=who.can_see_edition, may=who.can_sit_on_panel
)
@commits
def conditions(edition: Edition) -> ResponseReturnValue:
    person = access.current_person()
    EDITION_LIFECYCLE.check(edition, EditionAction.CONDITIONS_MET, by=person)
    form = ConditionsForm()
    if form.validate_on_submit():
        panels.settle_conditions(
            edition=edition, by=person, met=form.answer.data == MET, reason=form.reason.data or ""
        )
        flash("It is recorded, and the provider is told.")
        return htmx.redirect(url_for(".show", slug=edition.provider.slug))
    page = render_template(
        "listing/conditions.html", form=form, edition=edition, provider=edition.provider
    )
    return page, 422 if form.errors else 200
