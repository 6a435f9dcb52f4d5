"""Ends of audit chains"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_chain",
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_audit_chain")),
    )
    op.execute(
        "INSERT INTO audit_chain (subject, length, hash)"
        " SELECT subject, sequence, hash FROM audit_event AS event WHERE sequence ="
        " (SELECT max(sequence) FROM audit_event WHERE subject = event.subject)"
    )


def downgrade() -> None:
    op.drop_table("audit_chain")
