"""Training of governors"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "training_course",
        sa.Column("authority_code", sa.String(length=8), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("covers", sa.Text(), nullable=False),
        sa.Column("audiences", sa.JSON(), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("mode", sa.String(length=40), nullable=False),
        sa.Column("strands", sa.JSON(), nullable=False),
        sa.Column("prerequisites", sa.JSON(), nullable=False),
        sa.Column("access_offered", sa.Text(), nullable=False),
        sa.Column("subscriber_pence", sa.Integer(), nullable=False),
        sa.Column("other_pence", sa.Integer(), nullable=False),
        sa.Column("closes_days", sa.Integer(), nullable=False),
        sa.Column("free_days", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "closes_days >= 0 AND free_days >= 0", name=op.f("ck_training_course_days")
        ),
        sa.CheckConstraint(
            "subscriber_pence >= 0 AND other_pence >= 0", name=op.f("ck_training_course_prices")
        ),
        sa.ForeignKeyConstraint(
            ["authority_code"],
            ["authority.code"],
            name=op.f("fk_training_course_authority_code_authority"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_course")),
        sa.UniqueConstraint("code", name=op.f("uq_training_course_code")),
    )
    with op.batch_alter_table("training_course", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_training_course_authority_code"), ["authority_code"], unique=False
        )

    op.create_table(
        "training_board",
        sa.Column("school_urn", sa.Integer(), nullable=False),
        sa.Column("must_agree", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_urn"], ["school.urn"], name=op.f("fk_training_board_school_urn_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_board")),
        sa.UniqueConstraint("school_urn", name=op.f("uq_training_board_school_urn")),
    )
    op.create_table(
        "training_session",
        sa.Column("reference", sa.String(length=12), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("trainer", sa.String(length=200), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("minimum", sa.Integer(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("free_until", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "capacity >= 1 AND minimum >= 0 AND minimum <= capacity",
            name=op.f("ck_training_session_places"),
        ),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_training_session_in_order")),
        sa.ForeignKeyConstraint(
            ["course_id"],
            ["training_course.id"],
            name=op.f("fk_training_session_course_id_training_course"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_session")),
        sa.UniqueConstraint("reference", name=op.f("uq_training_session_reference")),
    )
    with op.batch_alter_table("training_session", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_training_session_course_id"), ["course_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_training_session_starts_at"), ["starts_at"], unique=False
        )

    op.create_table(
        "training_subscription",
        sa.Column("school_urn", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on >= starts_on",
            name=op.f("ck_training_subscription_in_order"),
        ),
        sa.ForeignKeyConstraint(
            ["school_urn"], ["school.urn"], name=op.f("fk_training_subscription_school_urn_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_subscription")),
    )
    with op.batch_alter_table("training_subscription", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_training_subscription_school_urn"), ["school_urn"], unique=False
        )

    op.create_table(
        "training_booking",
        sa.Column("reference", sa.String(length=12), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("school_urn", sa.Integer(), nullable=False),
        sa.Column("booked_by_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("needs_agreement", sa.Boolean(), nullable=False),
        sa.Column("agreed_by_id", sa.Integer(), nullable=True),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("price_pence", sa.Integer(), nullable=False),
        sa.Column("free_until", sa.Date(), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.Column("charge_pence", sa.Integer(), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("attendance", sa.String(length=40), nullable=True),
        sa.Column("marked_by_id", sa.Integer(), nullable=True),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreed_by_id"], ["person.id"], name=op.f("fk_training_booking_agreed_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["booked_by_id"], ["person.id"], name=op.f("fk_training_booking_booked_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["ended_by_id"], ["person.id"], name=op.f("fk_training_booking_ended_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["marked_by_id"], ["person.id"], name=op.f("fk_training_booking_marked_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_training_booking_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["training_booking.id"],
            name=op.f("fk_training_booking_replaces_id_training_booking"),
        ),
        sa.ForeignKeyConstraint(
            ["school_urn"], ["school.urn"], name=op.f("fk_training_booking_school_urn_school")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["training_session.id"],
            name=op.f("fk_training_booking_session_id_training_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_booking")),
        sa.UniqueConstraint("reference", name=op.f("uq_training_booking_reference")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_training_booking_replaces_id")),
    )
    with op.batch_alter_table("training_booking", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_training_booking_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_training_booking_school_urn"), ["school_urn"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_training_booking_session_id"), ["session_id"], unique=False
        )
        batch_op.create_index(
            "uq_training_booking_live",
            ["session_id", "person_id"],
            unique=True,
            sqlite_where=sa.text("status IN ('asked', 'booked', 'waiting')"),
            postgresql_where=sa.text("status IN ('asked', 'booked', 'waiting')"),
        )

    op.create_table(
        "training_part",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_training_part_in_order")),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["training_session.id"],
            name=op.f("fk_training_part_session_id_training_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_part")),
    )
    with op.batch_alter_table("training_part", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_training_part_session_id"), ["session_id"], unique=False
        )

    op.create_table(
        "training_feedback",
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("useful", sa.String(length=40), nullable=False),
        sa.Column("led", sa.String(length=40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"],
            ["training_booking.id"],
            name=op.f("fk_training_feedback_booking_id_training_booking"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_feedback")),
        sa.UniqueConstraint("booking_id", name=op.f("uq_training_feedback_booking_id")),
    )


def downgrade() -> None:
    for table in (
        "training_feedback",
        "training_part",
        "training_booking",
        "training_subscription",
        "training_session",
        "training_board",
        "training_course",
    ):
        op.drop_table(table)
