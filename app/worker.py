"""`flask worker`: settles what was left to be done after a commit, until it is stopped."""

from __future__ import annotations

import itertools
import signal
import threading
from datetime import timedelta

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import SQLAlchemyError

from app.commissions.changes.telling import remind_of_follow_ups
from app.commissions.concerns.telling import remind_of_concerns
from app.commissions.enquiries.telling import remind_enquired
from app.commissions.telling import remind_all
from app.core import clock
from app.extensions import db
from app.governance.audits.services.unattended import look_after_audits
from app.governance.audits.telling import remind_of_audits
from app.governance.champions.services.calls import close_past_calls
from app.governance.champions.telling import remind_of_champions
from app.governance.reviews.services.preparing import chase_papers
from app.governance.reviews.telling import remind_of_actions
from app.governance.training.telling import remind_of_training
from app.notifications.delivery import deliver, transport_of
from app.prospectus.designations.services import review_where_host_closed
from app.prospectus.designations.telling import remind_of_terms
from app.prospectus.freshness import remind_leads
from app.prospectus.listing.telling import remind_all as remind_of_entries
from app.prospectus.staleness import warn_and_hide
from app.quality.conditions.telling import remind_of_conditions
from app.quality.reminders import remind_of_overdue
from app.search import get_engine, unfound
from app.search.engine import SearchEngine, SearchUnavailableError
from app.search.pending import heal, keep_up
from app.web.once import forget_before

FORMS_KEPT = timedelta(days=30)
SEARCHES_KEPT = timedelta(days=400)
SECONDS_BETWEEN_PASSES = 2.0
# for what changes without anybody's act: a designation lapses at the end of its last day
PASSES_BETWEEN_COMPARISONS = 900


@click.command("worker")
@click.option("--once", is_flag=True, help="Make one pass and stop.")
@with_appcontext
def worker(*, once: bool) -> None:
    """Deliver messages, bring pending changes into the search index, tidy up now and then."""
    engine = get_engine()
    look_after(engine)
    send_messages()
    if once:
        return
    stop = threading.Event()
    for stopping in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stopping, lambda *_signal: stop.set())
    for number in itertools.count(1):
        if stop.wait(SECONDS_BETWEEN_PASSES):
            return
        seldom = number % PASSES_BETWEEN_COMPARISONS == 0
        try:
            send_messages()
            look_after(engine) if seldom else keep_up(engine, db.engine)
        except SearchUnavailableError:
            current_app.logger.warning("The search index is busy; the next pass tries again")
        except SQLAlchemyError:
            current_app.logger.warning("The database is away; the next pass tries again")
        finally:
            # the next pass reads afresh
            db.session.remove()


def look_after(engine: SearchEngine) -> None:
    """Do what is needed seldom: compare the whole index, remind, hide, gather, forget."""
    heal(engine, db.engine)
    remind_all()
    remind_of_follow_ups()
    remind_enquired()
    remind_of_concerns()
    remind_leads()
    remind_of_entries()
    review_where_host_closed()
    remind_of_terms()
    remind_of_conditions()
    remind_of_overdue()
    chase_papers()
    remind_of_actions()
    look_after_audits()
    remind_of_audits()
    remind_of_training()
    warn_and_hide()
    close_past_calls()
    remind_of_champions()
    forget_before(db.session(), clock.now() - FORMS_KEPT)
    spool = unfound.spool_of(current_app.config)
    unfound.gather(db.session(), spool)
    unfound.forget_before(db.session(), clock.today() - SEARCHES_KEPT)
    db.session.commit()
    unfound.forget(spool)


def send_messages() -> None:
    config = current_app.config
    deliver(db.session, transport_of(config), config)
