"""Entries that were struck out"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TABLES = ("measurement", "visit_note", "objective")
NOTE = sa.table("visit_note", sa.column("id"), sa.column("visit_id"), sa.column("struck_at"))


def upgrade() -> None:
    for table in TABLES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True))
            batch_op.add_column(sa.Column("struck_by_id", sa.Integer(), nullable=True))
            batch_op.add_column(sa.Column("struck_reason", sa.Text(), nullable=True))
            batch_op.create_foreign_key(
                batch_op.f(f"fk_{table}_struck_by_id_person"), "person", ["struck_by_id"], ["id"]
            )
    # of the notes of one visit only one stands
    with op.batch_alter_table("visit_note", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_visit_note_visit_id"), type_="unique")
        batch_op.create_index(
            batch_op.f("ix_visit_note_visit_id"),
            ["visit_id"],
            unique=True,
            sqlite_where=sa.text("struck_at IS NULL"),
            postgresql_where=sa.text("struck_at IS NULL"),
        )


def downgrade() -> None:
    """Delete nothing: on the way back, what was struck out counts again."""
    _keep_one_note_for_a_visit()
    with op.batch_alter_table("visit_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visit_note_visit_id"))
        batch_op.create_unique_constraint(batch_op.f("uq_visit_note_visit_id"), ["visit_id"])
    for table in TABLES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_constraint(
                batch_op.f(f"fk_{table}_struck_by_id_person"), type_="foreignkey"
            )
            for name in ("struck_at", "struck_by_id", "struck_reason"):
                batch_op.drop_column(name)


def _keep_one_note_for_a_visit() -> None:
    """Let go of the visit in all but the note that stands or, where none does, the last one."""
    other = NOTE.alias()
    takes_it = sa.or_(
        other.c.struck_at.is_(None),
        other.c.id > NOTE.c.id,
    )
    op.execute(
        NOTE.update()
        .where(
            NOTE.c.struck_at.is_not(None),
            sa.exists().where(other.c.visit_id == NOTE.c.visit_id, takes_it),
        )
        .values(visit_id=None)
    )
