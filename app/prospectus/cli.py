"""Commands for the prospectus."""

from __future__ import annotations

import click
from flask.cli import AppGroup

from app.extensions import db
from app.prospectus.seeds import load_reference_data as load

cli = AppGroup("prospectus", help="Look after the prospectus.")


@cli.command()
def load_reference() -> None:
    """Add the kinds of designation, areas of expertise, criteria and measures that are missing."""
    loaded = load()
    db.session.commit()
    click.echo(
        f"{loaded.designation_types} kinds of designation, "
        f"{loaded.expertise_areas} areas of expertise added, "
        f"{loaded.criteria} criteria added, "
        f"{loaded.measures} measures added"
    )
