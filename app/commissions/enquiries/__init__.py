"""Asking several providers at once whether they can help, before anything is offered."""
