"""Designations: who may be relied on, decided by officers, with reason and appeal.

Beside them the kinds of designation and the criteria, which people edit on pages.
"""
