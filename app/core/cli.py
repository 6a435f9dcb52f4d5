from __future__ import annotations

import sys

import click
from flask.cli import AppGroup
from tqdm import tqdm

from app.core.audit_verify import count_events, verify
from app.extensions import db

cli = AppGroup("audit", help="The record of who changed what.")


@cli.command("verify")
def verify_command() -> None:
    """Check every chain of events, and every record against its chain."""
    session = db.session()
    total = count_events(session)
    with tqdm(total=total, unit="event", disable=not sys.stderr.isatty()) as bar:
        faults = verify(session, bar.update)
    for fault in faults:
        click.echo(f"{fault.subject}: {fault.reason}")
    if faults:
        message = f"{len(faults)} faults in {total} events"
        raise click.ClickException(message)
    click.echo(f"{total} events verified, no fault")
