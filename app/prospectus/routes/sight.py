"""Taking an entry out of the prospectus on purpose, and bringing it back."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.prospectus import freshness, queries, services
from app.prospectus.facts import HiddenBy, ListingAction
from app.prospectus.forms.sight import HideByOfficerForm, HideForm, ShowForm
from app.prospectus.lifecycle import LISTING_LIFECYCLE
from app.prospectus.models import Provider
from app.prospectus.permissions import can_change_sight, can_see_provider, leads
from app.prospectus.routes import blueprint
from app.web import access, htmx
from app.web.commits import commits


@blueprint.route("/prospectus/<slug>/hide", methods=["GET", "POST"])
@access.loads(queries.provider_by_slug, name="provider", see=can_see_provider, may=can_change_sight)
@commits
def hide(provider: Provider) -> ResponseReturnValue:
    person = access.current_person()
    LISTING_LIFECYCLE.permit(provider, ListingAction.HIDE, by=person)
    is_own = leads(person, provider)
    form = HideForm() if is_own else HideByOfficerForm()
    if form.validate_on_submit():
        services.hide(provider, by=person, reason=form.reason.data or "")
        flash("The entry is out of the prospectus.")
        return htmx.redirect(url_for(".provider", slug=provider.slug))
    page = render_template("prospectus/hide.html", provider=provider, form=form, is_own=is_own)
    return page, 422 if form.errors else 200


@blueprint.route("/prospectus/<slug>/show", methods=["GET", "POST"])
@access.loads(queries.provider_by_slug, name="provider", see=can_see_provider, may=can_change_sight)
@commits
def show(provider: Provider) -> ResponseReturnValue:
    person = access.current_person()
    LISTING_LIFECYCLE.permit(provider, ListingAction.SHOW, by=person)
    if provider.private.hidden_by is HiddenBy.TIME:
        # it comes back by being read and confirmed
        return htmx.redirect(freshness.confirm_address(provider))
    form = ShowForm()
    if form.validate_on_submit():
        services.show(provider, by=person)
        flash("The entry is in the prospectus again.")
        return htmx.redirect(url_for(".provider", slug=provider.slug))
    return render_template("prospectus/show.html", provider=provider, form=form)
