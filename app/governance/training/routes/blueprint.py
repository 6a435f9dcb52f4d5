"""What all views of training hang on."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.web.forms import Form

blueprint = Blueprint("training", __name__, url_prefix="/governance/training")
WRITE = ["GET", "POST"]


def form_page(template: str, form: Form, /, **context: object) -> ResponseReturnValue:
    """Return the page of a form; one with faults is not taken as done."""
    html = render_template(f"governance/training/{template}.html", form=form, **context)
    return html, 422 if form.is_submitted() else 200
