"""Shortlists"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shortlist_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_shortlist_item_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_shortlist_item_provider_id_provider")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shortlist_item")),
        sa.UniqueConstraint("person_id", "provider_id", name=op.f("uq_shortlist_item_person_id")),
    )
    with op.batch_alter_table("shortlist_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_shortlist_item_provider_id"), ["provider_id"], unique=False
        )


def downgrade() -> None:
    op.drop_table("shortlist_item")
