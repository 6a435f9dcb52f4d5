"""Pages of requests and commissions, a module a journey."""

from flask import Blueprint

requests = Blueprint("requests", __name__, url_prefix="/requests")
commissions = Blueprint("commissions", __name__, url_prefix="/commissions")

# each journey adds its views to a blueprint above
