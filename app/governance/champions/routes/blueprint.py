"""The blueprint, and how each page of an application is loaded, drawn and left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, flash, render_template
from flask.typing import ResponseReturnValue

from app.core.errors import NotReady
from app.governance.champions import permissions as who
from app.governance.champions import queries
from app.governance.champions.lists import BLUEPRINT, url_of
from app.web import access, htmx

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.accounts.models import Person
    from app.governance.champions.models import Application
    from app.web.forms import Form

blueprint = Blueprint(BLUEPRINT, __name__, url_prefix="/governance/champions")
APPLICATION = "/applications/<reference>"


def loads_application(
    may: Callable[[Person, Application], bool] | None = None,
) -> Callable[[Callable[..., ResponseReturnValue]], Callable[..., ResponseReturnValue]]:
    """Open to those who may see the application, and `may` do this with it."""
    return access.loads(
        queries.application_by_reference, name="application", see=who.can_see, may=may
    )


def page(name: str, application: Application, form: Form, **context: Any) -> ResponseReturnValue:
    html = render_template(
        f"governance/champions/{name}.html",
        application=application,
        form=form,
        back=url_of(application),
        **context,
    )
    return html, 422 if form.is_submitted() else 200


def done(application: Application, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_of(application))


def show_reasons(form: Form, field: str, error: NotReady) -> None:
    """Put at a field what a service found missing."""
    form[field].errors = [reason.rstrip(".") for reason in error.reasons]
