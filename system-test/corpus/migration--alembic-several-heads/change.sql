INSERT INTO alembic_version VALUES ('ae1027a6acf7');
