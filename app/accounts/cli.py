from __future__ import annotations

import getpass

import click
from flask.cli import AppGroup
from sqlalchemy.exc import IntegrityError

from app.accounts import queries, services
from app.accounts.roles import Role
from app.core.errors import DomainError
from app.extensions import db

cli = AppGroup("accounts", help="People and what they may do.")


@cli.command("invite")
@click.argument("email")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--name", help="How the person is called on pages.")
@click.option("--school", type=int, help="URN, for roles at a school.")
@click.option("--provider", type=int, help="Number of the provider, for provider leads.")
@click.option("--authority", help="Code such as 384, for officers.")
@click.option("--limit", type=int, help="Largest amount in pounds this officer may approve.")
def invite(
    email: str,
    role: str,
    name: str | None,
    school: int | None,
    provider: int | None,
    authority: str | None,
    limit: int | None,
) -> None:
    """Give EMAIL a role; a new person is asked for a first password at the terminal."""
    try:
        person = queries.person_by_email(email)
        if person is None:
            password = getpass.getpass(f"First password for {email}: ")
            person = services.add_person(email=email, name=name or email, password=password)
        services.assign_role(
            person=person,
            role=Role(role),
            school=school,
            provider=provider,
            authority=authority,
            limit_pence=None if limit is None else limit * 100,
        )
        db.session.commit()
    except DomainError as error:
        db.session.rollback()
        raise click.ClickException(str(error)) from error
    except IntegrityError as error:
        db.session.rollback()
        message = f"There is no {services.scope_of(Role(role))} with that number or code."
        raise click.ClickException(message) from error
    click.echo(f"{email} now has the role {role}.")
