"""Governors ask governors for support, for their board or in confidence.

What is asked for is a request and a commission like a school's; who may know of it, and who acts
on it, stands in `app.commissions.voices`.
"""
