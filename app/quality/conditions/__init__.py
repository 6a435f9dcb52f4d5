"""Conditions of a judgement, followed up until a quality lead records that they are met."""
