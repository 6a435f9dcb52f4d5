"""Check the answers, see what schools will see, send it; take it back, or drop it."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import NotOpen
from app.prospectus.listing import permissions as who
from app.prospectus.listing import queries
from app.prospectus.listing.answers import answer_sections
from app.prospectus.listing.completeness import missing
from app.prospectus.listing.facts import EditionAction
from app.prospectus.listing.forms.send import DiscardForm, SendForm, TakeBackForm
from app.prospectus.listing.journey import question_url
from app.prospectus.listing.lifecycle import EDITION_LIFECYCLE
from app.prospectus.listing.preview import preview_of
from app.prospectus.listing.routes import blueprint
from app.prospectus.listing.services import write
from app.prospectus.models import Edition
from app.prospectus.queries import expertise_groups
from app.web import access, htmx
from app.web.commits import commits
from app.web.forms import Form

writes_edition = access.loads(
    queries.open_edition_by_slug,
    name="edition",
    see=who.can_see_edition,
    may=who.can_write_edition,
)


def _own_page(edition: Edition) -> str:
    return url_for("listing.show", slug=edition.provider.slug)


@blueprint.route("/<slug>/check", methods=["GET", "POST"])
@writes_edition
@commits
def check(edition: Edition) -> ResponseReturnValue:
    if not edition.is_being_written:
        message = "This was sent. Take it back first if you want to change it."
        raise NotOpen(message)
    form = SendForm(obj=edition)
    gaps = missing(edition)
    if not gaps and form.validate_on_submit():
        form.refuse_if_stale(edition)
        write.send(edition=edition, by=access.current_person())
        flash("Your entry is sent.")
        return htmx.redirect(_own_page(edition))
    slug = edition.provider.slug
    page = render_template(
        "listing/check.html",
        form=form,
        edition=edition,
        provider=edition.provider,
        sections=answer_sections(edition, expertise_groups()),
        gaps=[(gap.words, question_url(slug, gap.question, "check")) for gap in gaps],
    )
    return page, 422 if form.is_submitted() else 200


@blueprint.get("/<slug>/preview")
@access.loads(queries.open_edition_by_slug, name="edition", see=who.can_see_edition)
def preview(edition: Edition) -> ResponseReturnValue:
    return render_template("listing/preview.html", edition=edition, **preview_of(edition))


@blueprint.route("/<slug>/take-back", methods=["GET", "POST"])
@writes_edition
@commits
def take_back(edition: Edition) -> ResponseReturnValue:
    EDITION_LIFECYCLE.check(edition, EditionAction.TAKE_BACK, by=access.current_person())
    form = TakeBackForm()
    if form.validate_on_submit():
        write.take_back(edition=edition, by=access.current_person())
        flash("You can change the entry now. Send it again when it is ready.")
        return htmx.redirect(url_for(".check", slug=edition.provider.slug))
    return _question("take_back", edition, form)


@blueprint.route("/<slug>/drop", methods=["GET", "POST"])
@writes_edition
@commits
def discard(edition: Edition) -> ResponseReturnValue:
    EDITION_LIFECYCLE.check(edition, EditionAction.DISCARD, by=access.current_person())
    form = DiscardForm()
    if form.validate_on_submit():
        write.discard(edition=edition, by=access.current_person())
        flash("The changes are dropped.")
        return htmx.redirect(_own_page(edition))
    return _question("discard", edition, form)


def _question(name: str, edition: Edition, form: Form) -> ResponseReturnValue:
    page = render_template(f"listing/{name}.html", form=form, provider=edition.provider)
    return page, 422 if form.errors else 200
