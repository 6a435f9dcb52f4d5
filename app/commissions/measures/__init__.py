"""Choosing what an objective measures: a published figure, the catalogue, or own words."""
