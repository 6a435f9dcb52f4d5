"""`demo load` fills an empty database with the story; `demo prepare` is what `make run` calls."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import click
from flask import current_app
from flask.cli import AppGroup
from flask_migrate import upgrade
from sqlalchemy import exists, select
from tqdm import tqdm

from app.accounts.models import Person
from app.accounts.passwords import hash_password, verify_password, weakness
from app.core.audit import AuditEvent
from app.demonstration import people, story
from app.demonstration.cast import Cast
from app.demonstration.figures import add_figures
from app.extensions import db
from app.schools.importing.run import import_files
from app.schools.models import School
from app.search import get_engine
from app.search.pending import heal

if TYPE_CHECKING:
    from collections.abc import Sequence

cli = AppGroup("demo", help="The invented demonstration.")
REGISTER = Path(__file__).parent.parent / "schools" / "data"
# how the names of what the importers bring begin in the audit trail
IMPORTED = (
    "school",
    "authority",
    "group_membership",
    "measure:",
    "published_figure",
    "inspection_judgement",
)
EXAMPLE_ACCOUNTS = ("head", "provider", "host-head", "broker", "approver", "quality")


@cli.command("load")
def load_command() -> None:
    """Add the demonstration; refuses a database that holds anything else."""
    if db.session.scalar(select(exists(select(Person.id)))):
        message = "This database already has people in it, so nothing was loaded."
        raise click.ClickException(message)
    stranger = select(AuditEvent.subject).where(
        *(AuditEvent.subject.not_like(f"{name}%") for name in IMPORTED)
    )
    if (found := db.session.scalar(stranger.limit(1))) is not None:
        message = f"This database already holds {found}, so nothing was loaded."
        raise click.ClickException(message)
    password = chosen_password()
    load(password)
    tell_how_to_sign_in(password)


@cli.command("prepare")
def prepare_command() -> None:
    """Bring a fresh clone to a running demonstration; a second time it only starts."""
    upgrade()
    if not db.session.scalar(select(exists(select(School.urn)))):
        # figures are about schools that are in the register already
        import_register([*sorted(REGISTER.glob("*.csv")), *sorted(REGISTER.glob("figures/*.csv"))])
    password = chosen_password()
    if db.session.scalar(select(exists(select(Person.id)))):
        keep_password(password)
    else:
        load(password)
    heal(get_engine(), db.engine)
    tell_how_to_sign_in(password)


def import_register(files: Sequence[Path]) -> None:
    with tqdm(
        total=sum(f.stat().st_size for f in files),
        unit="B",
        unit_scale=True,
        desc="Register",
        disable=None,
    ) as bar:
        import_files(
            db.session(), files, on_rejection=lambda *_rejection: None, on_bytes=bar.update
        )
    db.session.commit()


def load(password: str) -> None:
    """Load everything in one transaction: half a story is worse than none."""
    heal(get_engine(), db.engine)  # an index that is there follows the commit by itself
    people.add_schools()
    providers = people.add_providers()
    add_figures()
    cast = Cast(people.add_people(providers, password), providers)
    with tqdm(total=len(story.acts()), desc="Demonstration", unit="step", disable=None) as bar:
        story.play(cast, bar.update)
    db.session.commit()


def chosen_password() -> str:
    """Return DEMO_PASSWORD, else the one drawn earlier, else a new one kept beside the database."""
    chosen = os.environ.get("DEMO_PASSWORD")
    if chosen:
        if reason := weakness(chosen):
            message = f"DEMO_PASSWORD: {reason}"
            raise click.ClickException(message)
        return chosen
    path = Path(current_app.instance_path) / "demonstration-password"
    try:
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(secrets.token_urlsafe(12))
    except FileExistsError:
        pass
    return path.read_text()


def keep_password(password: str) -> None:
    """Give the demonstration accounts the password that is about to be told."""
    accounts = db.session.scalars(select(Person).where(Person.email.like("%@demo.example"))).all()
    if accounts and not verify_password(accounts[0].password_hash, password):
        shared_hash = hash_password(password)
        for person in accounts:
            person.password_hash = shared_hash
        db.session.commit()


def tell_how_to_sign_in(password: str) -> None:
    click.echo(f"\nSign in at {current_app.config['BASE_URL']}/sign-in")
    for name in EXAMPLE_ACCOUNTS:
        click.echo(f"  {name}@demo.example")
    click.echo(f"Password for every demonstration account: {password}\n")
