"""Visits by appointment: booked, then held, cancelled or missed; and the calendar they stand in."""
