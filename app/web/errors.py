"""Every refusal is a page that says what happened and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask, current_app, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from app.core.errors import DomainError, NotAllowed, NotReady
from app.extensions import db
from app.web.commits import SAFE_METHODS
from app.web.forms import StaleFormError

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

PAGES = frozenset({400, 403, 404, 405, 409, 413, 429, 500})


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _forgery)
    app.register_error_handler(DomainError, _domain)
    app.register_error_handler(StaleFormError, _stale)
    app.register_error_handler(Exception, _failure)


def _page(status: int, **context: Any) -> ResponseReturnValue:
    db.session.rollback()
    return _drawn(status, **context)


def _drawn(status: int, **context: Any) -> ResponseReturnValue:
    code = status if status in PAGES else 400
    return render_template(f"errors/{code}.html", **context), status


def _http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status < 400:  # a redirect raised as an exception
        return error.get_response()
    if request.method in SAFE_METHODS and db.session().is_active:
        return _drawn(status)  # nothing was written, and what was read of the reader still holds
    return _page(status)


def _forgery(_error: CSRFError) -> ResponseReturnValue:
    return _page(400, expired=True)


def _domain(error: DomainError) -> ResponseReturnValue:
    if isinstance(error, NotAllowed):
        return _page(403)
    reasons = error.reasons if isinstance(error, NotReady) else (str(error),)
    return _page(409, reasons=reasons)


def _stale(error: StaleFormError) -> ResponseReturnValue:
    return _page(409, reasons=(str(error),), pairs=error.pairs)


def _failure(error: Exception) -> ResponseReturnValue:
    current_app.logger.error("unexpected failure", exc_info=error)
    if current_app.testing:
        raise error
    try:
        return _page(500)
    except SQLAlchemyError:
        # every page asks who is signed in, and the database is what failed: this one is drawn bare
        page = current_app.jinja_env.get_template("errors/without_database.html")
        return page.render(), 500
