"""The public part of the prospectus as open data: the Open Referral UK 3.0 profile, read-only.

`parameters` reads what is asked, `queries` finds it, `mapping` says it in the profile's words.
"""
