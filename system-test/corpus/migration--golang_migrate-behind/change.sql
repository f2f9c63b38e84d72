UPDATE schema_migrations SET version = 6;
