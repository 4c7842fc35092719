"""First visits and the ages of known children are noted no longer: visits and birth months tell them."""


def up(migrator, db):
    migrator.migrate(migrator.drop_column("visit", "is_new"))
    db.execute_sql(
        "UPDATE visit_child SET months = NULL WHERE child_id IN (SELECT id FROM child WHERE birth_year IS NOT NULL)"
    )
