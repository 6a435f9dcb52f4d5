"""Letters to people without an account"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

MESSAGE = sa.table("message", sa.column("person_id"))


def upgrade() -> None:
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.add_column(sa.Column("address", sa.String(length=254), nullable=True))
        batch_op.add_column(sa.Column("addressee", sa.String(length=200), nullable=True))
        batch_op.alter_column("person_id", existing_type=sa.Integer(), nullable=True)
        batch_op.create_unique_constraint(batch_op.f("uq_message_address"), ["address", "key"])
        batch_op.create_check_constraint(
            batch_op.f("ck_message_one_reader"), "(person_id IS NULL) <> (address IS NULL)"
        )


def downgrade() -> None:
    """Letters go: without an address nobody could be sent them."""
    op.execute(MESSAGE.delete().where(MESSAGE.c.person_id.is_(None)))
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_message_one_reader"), type_="check")
        batch_op.drop_constraint(batch_op.f("uq_message_address"), type_="unique")
        batch_op.alter_column("person_id", existing_type=sa.Integer(), nullable=False)
        batch_op.drop_column("addressee")
        batch_op.drop_column("address")
