"""A stamp for each entry"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "provider_stamp",
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["provider.id"],
            name=op.f("fk_provider_stamp_provider_id_provider"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("provider_id", name=op.f("pk_provider_stamp")),
    )
    op.execute("INSERT INTO provider_stamp (provider_id, stamp) SELECT id, 'first' FROM provider")


def downgrade() -> None:
    op.drop_table("provider_stamp")
