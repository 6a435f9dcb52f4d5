"""Support that governing boards ask for"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

TABLES = ("support_request", "commission")
REQUEST = sa.table("support_request", sa.column("kind"))


def upgrade() -> None:
    for table in TABLES:
        # without a batch: SQLite would make the table anew, which rows that point to it forbid
        op.add_column(
            table, sa.Column("kind", sa.String(length=40), nullable=False, server_default="school")
        )
        op.create_index(op.f(f"ix_{table}_kind"), table, ["kind"])
    op.create_table(
        "board_need",
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("in_confidence", sa.Boolean(), nullable=False),
        sa.Column("head_may_know", sa.Boolean(), nullable=False),
        sa.Column("chair_may_know", sa.Boolean(), nullable=False),
        sa.Column("clerk_may_know", sa.Boolean(), nullable=False),
        sa.Column("governors_may_know", sa.Boolean(), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("vacancies", sa.Integer(), nullable=True),
        sa.Column("clerk_in_place", sa.String(length=40), nullable=True),
        sa.Column("last_review", sa.String(length=40), nullable=True),
        sa.Column("last_review_on", sa.Date(), nullable=True),
        sa.Column("furthest_miles", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["support_request.id"],
            name=op.f("fk_board_need_request_id_support_request"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_need")),
        sa.UniqueConstraint("request_id", name=op.f("uq_board_need_request_id")),
    )


def downgrade() -> None:
    """Refuse while boards have asked: the earlier schema would show it to their schools."""
    asked = sa.select(sa.func.count()).where(REQUEST.c.kind == "board")
    if op.get_bind().scalar(asked):
        message = "Delete what boards asked for first: earlier versions show it to the schools."
        raise RuntimeError(message)
    op.drop_table("board_need")
    for table in TABLES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{table}_kind"))
            batch_op.drop_column("kind")
