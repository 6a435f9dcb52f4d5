"""Pages that strike out an entry and restore it; they hang on the blueprint of commissions."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from app.commissions.models import Measurement, Objective, VisitNote
from app.commissions.queries.delivery import note_of_commission
from app.commissions.routes import commissions
from app.commissions.strikes import permissions as who
from app.commissions.strikes import services
from app.commissions.strikes.entries import Entry, commission_of, kind_of
from app.commissions.strikes.forms import RestoreForm, StrikeDraftForm, StrikeForm
from app.commissions.strikes.page import strikes_of, url_to, view_of
from app.commissions.strikes.queries import any_objective, any_reading
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form
from app.web.template_names import ask_for_reader, give_templates

BOTH = ["GET", "POST"]
READING = "/<reference>/readings/<int(max=999999999):reading_id>"
NOTE = "/<reference>/visits/<int(max=999999999):note_id>"
OBJECTIVE = "/<reference>/objectives/<int(max=999999999):objective_id>"
may_strike_reading = access.loads(
    any_reading, name="reading", see=who.can_see_reading, may=who.can_strike_reading
)
may_strike_note = access.loads(
    note_of_commission, name="note", see=who.can_see_note, may=who.can_strike_note
)
may_strike_objective = access.loads(
    any_objective, name="objective", see=who.can_see_objective, may=who.can_strike_objective
)


ask_for_reader(commissions, strikes_of=strikes_of, strike_view=view_of)
give_templates(commissions, restore_form=RestoreForm)


@commissions.route(f"{READING}/strike-out", methods=BOTH)
@may_strike_reading
@commits
def strike_reading(reading: Measurement) -> ResponseReturnValue:
    return _strike(reading, StrikeForm())


@commissions.route(f"{READING}/restore", methods=BOTH)
@may_strike_reading
@commits
def restore_reading(reading: Measurement) -> ResponseReturnValue:
    return _restore(reading)


@commissions.route(f"{NOTE}/strike-out", methods=BOTH)
@may_strike_note
@commits
def strike_note(note: VisitNote) -> ResponseReturnValue:
    return _strike(note, StrikeForm())


@commissions.route(f"{NOTE}/restore", methods=BOTH)
@may_strike_note
@commits
def restore_note(note: VisitNote) -> ResponseReturnValue:
    return _restore(note)


@commissions.route(f"{OBJECTIVE}/strike-out", methods=BOTH)
@may_strike_objective
@commits
def strike_objective(objective: Objective) -> ResponseReturnValue:
    return _strike(objective, StrikeDraftForm())


@commissions.route(f"{OBJECTIVE}/restore", methods=BOTH)
@may_strike_objective
@commits
def restore_objective(objective: Objective) -> ResponseReturnValue:
    return _restore(objective)


def _strike(entry: Entry, form: StrikeForm | StrikeDraftForm) -> ResponseReturnValue:
    by = current_person()
    services.check_may_strike(entry=entry, by=by)
    if form.validate_on_submit():
        services.strike(entry=entry, by=by, reason=form.reason.data or "")
        told = Markup('The {} is struck out. <a class="govuk-link" href="{}">Restore it</a>')
        return _back(entry, told.format(kind_of(entry).name, url_to("restore", entry)))
    return _page("strike", entry, form)


def _restore(entry: Entry) -> ResponseReturnValue:
    by = current_person()
    services.check_may_restore(entry=entry, by=by)
    form = RestoreForm()
    if form.validate_on_submit():
        services.restore(entry=entry, by=by)
        return _back(entry, f"The {kind_of(entry).name} is restored and counts again.")
    return _page("restore", entry, form)


def _back(entry: Entry, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("commissions.show", reference=commission_of(entry).reference))


def _page(page: str, entry: Entry, form: Form) -> ResponseReturnValue:
    html = render_template(
        f"strikes/{page}.html",
        commission=commission_of(entry),
        form=form,
        name=kind_of(entry).name,
        entry=view_of(current_person(), entry),
    )
    return html, 422 if form.is_submitted() else 200
