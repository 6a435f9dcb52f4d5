"""The layouts of the published files of figures, read like the register's own."""
