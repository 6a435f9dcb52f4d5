"""The link in a reminder: whoever has it says that the entry is up to date."""

from __future__ import annotations

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core import clock
from app.prospectus import entry, freshness, services
from app.prospectus.models import Provider
from app.prospectus.permissions import can_confirm_by_link
from app.prospectus.routes import blueprint
from app.web import access, htmx
from app.web.commits import commits
from app.web.forms import Form


@blueprint.route("/prospectus/confirm/<token>", methods=["GET", "POST"])
# first, for the second post of a double click finds the link used up
@commits
@access.loads(
    freshness.provider_of_token, name="provider", see=can_confirm_by_link, signed_out=True
)
def confirm(provider: Provider) -> ResponseReturnValue:
    form = Form()
    if form.validate_on_submit():
        was_hidden = not provider.is_public
        services.confirm_entry(provider)
        back = " It is in the prospectus again." if was_hidden else ""
        flash(f"Thank you. The entry is confirmed as of today.{back}")
        return htmx.redirect(url_for(".provider", slug=provider.slug))
    summary = entry.summary_of(provider, clock.today())
    return render_template(
        "prospectus/confirm.html",
        provider=provider,
        form=form,
        summary=summary,
        rows=entry.rows_to_confirm(provider, summary),
        target=request.path,
    )
