"""Entries that are hidden: by whom, why, since when, and after which warning"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("provider", schema=None) as batch_op:
        batch_op.add_column(sa.Column("moved_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE provider SET moved_at = created_at")
    with op.batch_alter_table("provider_private", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hidden_by", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("hidden_reason", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("warned_on", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("provider_private", schema=None) as batch_op:
        batch_op.drop_column("warned_on")
        batch_op.drop_column("hidden_reason")
        batch_op.drop_column("hidden_by")
    with op.batch_alter_table("provider", schema=None) as batch_op:
        batch_op.drop_column("moved_at")
