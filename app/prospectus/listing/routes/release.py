"""The home school's head reads what is asked of the school, and answers."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.prospectus.listing import permissions as who
from app.prospectus.listing import queries
from app.prospectus.listing.claims import Claims
from app.prospectus.listing.forms.send import YES, ReleaseForm
from app.prospectus.listing.routes import blueprint
from app.prospectus.listing.services import release as releasing
from app.prospectus.models import Edition
from app.web import access, htmx
from app.web.commits import commits
from app.web.filters import moment_words


@blueprint.route("/<slug>/release", methods=["GET", "POST"])
@access.loads(queries.last_released_edition, name="edition", see=who.can_see_release)
@commits
def release(edition: Edition) -> ResponseReturnValue:
    if not who.can_answer_release(access.current_person(), edition):
        return _answered(edition)
    form = ReleaseForm()
    if form.validate_on_submit():
        person = access.current_person()
        if form.answer.data == YES:
            releasing.grant(edition=edition, by=person)
        else:
            releasing.refuse(edition=edition, by=person, reason=form.reason.data or "")
        flash("Thank you. Your answer is recorded.")
        return htmx.redirect(url_for("pages.home"))
    page = render_template(
        "listing/release.html",
        form=form,
        provider=edition.provider,
        asked=edition.open_release,
        claims=Claims.from_json(edition.content),
        written_by=edition.written_by,
    )
    return page, 422 if form.errors else 200


def _answered(edition: Edition) -> str:
    answered = edition.releases[-1]
    by = answered.answered_by
    rows = {
        "Answered by": by.name if by else "",
        "On": moment_words(answered.answered_at),
        "Reason": answered.reason,
    }
    return render_template(
        "listing/released.html",
        provider=edition.provider,
        answered=answered,
        rows=[{"key": key, "value": value} for key, value in rows.items() if value],
    )
