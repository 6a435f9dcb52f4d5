"""Fill in, check, send: the page in the middle carries the answers on to the last post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.commissions.approval_page import CheckRow
    from app.commissions.models import Commission
    from app.web.forms import Form

CHANGE, SEND = "change", "send"
OWN_FIELDS = frozenset({"csrf_token", "once", "version", "step", "submit"})


def is_checked() -> bool:
    """Tell whether this post comes from the page that showed what will be recorded."""
    return request.form.get("step") == SEND


def wants_change() -> bool:
    return request.form.get("step") == CHANGE


def carried() -> dict[str, list[str]]:
    """Return what was posted, for the hidden fields of the page that checks it."""
    return {name: request.form.getlist(name) for name in request.form if name not in OWN_FIELDS}


def check_page(
    commission: Commission, form: Form, *, rows: Sequence[CheckRow], follows: str, send: str
) -> str:
    """Show what will be recorded and what follows from it; `send` is on the button."""
    form.renew()
    return render_template(
        "commissions/check.html",
        commission=commission,
        form=form,
        rows=rows,
        follows=follows,
        send=send,
        carried=carried(),
    )
