"""Reads the published files of the register, row by row, into its tables."""
