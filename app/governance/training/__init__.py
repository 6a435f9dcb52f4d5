"""Training for governors: courses and their sessions, bookings, attendance, take-up."""
