"""The page of one commission, the text of its versions, and answers about interests."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as who
from app.commissions.agreement_text import agreement_text
from app.commissions.approval import approval_note
from app.commissions.facts import Interest
from app.commissions.forms.interests import InterestForm
from app.commissions.models import AgreementVersion, Commission
from app.commissions.page import page_of, signature_views, version_state
from app.commissions.papers import agreement_paper
from app.commissions.part_permissions import can_see_part
from app.commissions.permissions import can_see_commission
from app.commissions.queries import commissions as queries
from app.commissions.routes import commissions
from app.commissions.services.interests import declare_interest
from app.commissions.services.sign import is_intact
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.papers import pdf_response, wants_pdf


@commissions.get("/<reference>")
@access.loads(queries.commission_by_reference, name="commission", see=can_see_commission)
def show(commission: Commission) -> ResponseReturnValue:
    person = current_person()
    return render_template(
        "commissions/show.html",
        commission=commission,
        page=page_of(person, commission),
        approval=approval_note(person, commission, queries.officers_who_may_approve),
        answers_interests=not who.has_answered(person, commission),
    )


@commissions.get("/<reference>/versions/<int(max=9999):number>")
@access.loads(queries.version_of_commission, name="version", see=can_see_part)
def version(version: AgreementVersion) -> ResponseReturnValue:
    if wants_pdf():
        return pdf_response(agreement_paper(version))
    words, tone = version_state(version)
    return render_template(
        "commissions/version.html",
        version=version,
        commission=version.commission,
        text=agreement_text(version.content),
        status_words=words,
        tone=tone,
        signatures=signature_views(version),
        intact=is_intact(version),
    )


@commissions.route("/<reference>/interest", methods=["GET", "POST"])
@access.loads(queries.commission_by_reference, name="commission", see=can_see_commission)
@commits
def interest(commission: Commission) -> ResponseReturnValue:
    form = InterestForm()
    if form.validate_on_submit():
        declare_interest(
            matter=commission,
            by=current_person(),
            answer=Interest(form.answer.data),
            detail=form.detail.data or "",
        )
        flash("Your answer about interests is recorded.")
        return htmx.redirect(url_for("commissions.show", reference=commission.reference))
    status = 422 if form.is_submitted() else 200
    return render_template("commissions/interest.html", commission=commission, form=form), status
