"""The database: peewee lives here and nowhere else."""
