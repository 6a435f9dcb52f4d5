"""Visits, action plans and reviews"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_feed",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_calendar_feed_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("person_id", name=op.f("uq_calendar_feed_person_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feed_token_hash")),
    )
    op.create_table(
        "action_plan",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("proposed_by_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_action_plan_answered_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_action_plan_commission_id_commission"),
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["person.id"], name=op.f("fk_action_plan_proposed_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_plan")),
        sa.UniqueConstraint("commission_id", "number", name=op.f("uq_action_plan_commission_id")),
    )
    op.create_table(
        "review_meeting",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("roles_present", sa.String(length=200), nullable=False),
        sa.Column("working", sa.String(length=40), nullable=False),
        sa.Column("working_words", sa.Text(), nullable=False),
        sa.Column("decision", sa.String(length=40), nullable=False),
        sa.Column("decision_words", sa.Text(), nullable=False),
        sa.Column("next_review_on", sa.Date(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("acknowledgement", sa.String(length=40), nullable=True),
        sa.Column("acknowledged_by_id", sa.Integer(), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("school_comment", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["acknowledged_by_id"],
            ["person.id"],
            name=op.f("fk_review_meeting_acknowledged_by_id_person"),
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_review_meeting_author_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["commission_id"],
            ["commission.id"],
            name=op.f("fk_review_meeting_commission_id_commission"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_meeting")),
    )
    with op.batch_alter_table("review_meeting", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_review_meeting_commission_id"), ["commission_id"], unique=False
        )

    op.create_table(
        "visit",
        sa.Column("commission_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("booked_by_id", sa.Integer(), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("side", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["booked_by_id"], ["person.id"], name=op.f("fk_visit_booked_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["commission_id"], ["commission.id"], name=op.f("fk_visit_commission_id_commission")
        ),
        sa.ForeignKeyConstraint(
            ["ended_by_id"], ["person.id"], name=op.f("fk_visit_ended_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["visit.id"], name=op.f("fk_visit_replaces_id_visit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_visit_replaces_id")),
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_commission_id"), ["commission_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_starts_at"), ["starts_at"], unique=False)

    op.create_table(
        "objective_rating",
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.Column("rating", sa.String(length=40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("next_step", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
            name=op.f("fk_objective_rating_objective_id_objective"),
        ),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["review_meeting.id"],
            name=op.f("fk_objective_rating_review_id_review_meeting"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective_rating")),
        sa.UniqueConstraint(
            "review_id", "objective_id", name=op.f("uq_objective_rating_review_id")
        ),
    )
    op.create_table(
        "plan_step",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.Column("doer", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("not_done_because", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["action_plan.id"], name=op.f("fk_plan_step_plan_id_action_plan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_step")),
        sa.UniqueConstraint("plan_id", "position", name=op.f("uq_plan_step_plan_id")),
    )
    with op.batch_alter_table("visit_note", schema=None) as batch_op:
        batch_op.add_column(sa.Column("visit_id", sa.Integer(), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_visit_note_visit_id"), ["visit_id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_visit_note_visit_id_visit"), "visit", ["visit_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("visit_note", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_visit_note_visit_id_visit"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_visit_note_visit_id"), type_="unique")
        batch_op.drop_column("visit_id")

    op.drop_table("plan_step")
    op.drop_table("objective_rating")
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visit_starts_at"))
        batch_op.drop_index(batch_op.f("ix_visit_commission_id"))

    op.drop_table("visit")
    with op.batch_alter_table("review_meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_review_meeting_commission_id"))

    op.drop_table("review_meeting")
    op.drop_table("action_plan")
    op.drop_table("calendar_feed")
