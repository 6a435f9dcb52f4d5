"""Published figures"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "measure",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("direction", sa.String(length=40), nullable=True),
        sa.Column("counted", sa.String(length=40), nullable=False),
        sa.Column("cohort", sa.String(length=200), nullable=False),
        sa.Column("collection", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("measured_month", sa.Integer(), nullable=False),
        sa.Column("published_month", sa.Integer(), nullable=False),
        sa.Column("age", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_measure")),
    )
    op.create_table(
        "inspection_judgement",
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("aspect", sa.String(length=80), nullable=False),
        sa.Column("judged_on", sa.Date(), nullable=False),
        sa.Column("framework", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=True),
        sa.Column("gap", sa.String(length=20), nullable=True),
        sa.Column("judged_urn", sa.Integer(), nullable=True),
        sa.Column("judged_name", sa.String(length=255), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("last_changed_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["last_changed_run_id"],
            ["import_run.id"],
            name=op.f("fk_inspection_judgement_last_changed_run_id_import_run"),
        ),
        sa.PrimaryKeyConstraint(
            "about", "aspect", "judged_on", name=op.f("pk_inspection_judgement")
        ),
    )
    op.create_table(
        "published_figure",
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("measure_key", sa.String(length=60), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column("gap", sa.String(length=20), nullable=True),
        sa.Column("mark", sa.String(length=20), nullable=False),
        sa.Column("cohort_size", sa.Integer(), nullable=True),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("last_changed_run_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(value IS NULL) <> (gap IS NULL)", name=op.f("ck_published_figure_value_or_gap")
        ),
        sa.ForeignKeyConstraint(
            ["last_changed_run_id"],
            ["import_run.id"],
            name=op.f("fk_published_figure_last_changed_run_id_import_run"),
        ),
        sa.ForeignKeyConstraint(
            ["measure_key"], ["measure.key"], name=op.f("fk_published_figure_measure_key_measure")
        ),
        sa.PrimaryKeyConstraint("about", "measure_key", "year", name=op.f("pk_published_figure")),
    )


def downgrade() -> None:
    op.drop_table("published_figure")
    op.drop_table("inspection_judgement")
    op.drop_table("measure")
